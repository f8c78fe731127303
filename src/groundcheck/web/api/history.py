"""The history of a place: what was claimed about it beside what makers' maps show."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from groundcheck.geo.measure import By
from groundcheck.ledger.asking import Layers
from groundcheck.ledger.questions.history import HistoryRow, Wanted, history
from groundcheck.ledger.questions.places import place_asked
from groundcheck.ledger.store import View
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger, on_record, sliced
from groundcheck.web.api.parameters import Page, Words
from groundcheck.web.guards.paths import API
from groundcheck.web.state import state_of

router = APIRouter(prefix=API, tags=["history"])


class HistoryAsked(Page):
    """Which days, how finely, and by which maps."""

    since: date | None = Field(None, description="From this day on.")
    until: date | None = Field(None, description="Up to this day.")
    by: By = Field("month", description="How finely maps are told.")
    unit: Literal["percent", "km2"] = Field("percent", description="Of maps beside no claim.")
    layer: list[Words] = Field([], max_length=20, description="Only these layers.")
    holder: Words = Field("", description="Only ground held by this one.")


@router.get("/history/{place:path}", response_class=Response, responses=shapes.page(HistoryRow))
async def history_of_place(
    request: Request,
    place: Annotated[str, Path(min_length=1, max_length=500, description="A name, code or id.")],
    asked: Annotated[HistoryAsked, Query()],
) -> Response:
    """Claims of how things stand in just this place beside what the maps show, by day."""
    store = state_of(request).settings.store

    def found(view: View) -> Any:
        with on_record():
            id_ = place_asked(view, place)
        layers = Layers(store, asked.holder, tuple(asked.layer))
        wanted = Wanted(asked.since, asked.until, asked.by, asked.unit)
        page = sliced(request, history(view, layers, id_, wanted), asked.of)
        return page | {"items": published(page["items"])}

    return await of_ledger(request, found)
