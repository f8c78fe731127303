"""What control maps show of places; needs no ledger."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from groundcheck.geo.measure import By, Row
from groundcheck.ledger.asking import Layers
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_layers, sliced
from groundcheck.web.api.parameters import Page, Words
from groundcheck.web.guards.paths import API
from groundcheck.web.state import state_of

router = APIRouter(prefix=API, tags=["measurements"])


class MeasuredPlaces(Page):
    """Which places, on which days, by which maps."""

    place: list[Words] = Field(
        min_length=1, max_length=20, description="A name or ISO 3166 code; several are one whole."
    )
    on: date | None = Field(None, description="The day; else that of the last map.")
    since: date | None = Field(None, description="From this day on.")
    until: date | None = Field(None, description="Up to this day.")
    by: By = Field("day", description="A row for each that has a map.")
    layer: list[Words] = Field([], max_length=20, description="Only these layers.")
    holder: Words = Field("", description="Only ground held by this one.")


@router.get("/measurements", response_class=Response, responses=shapes.page(Row))
async def list_measurements(
    request: Request, asked: Annotated[MeasuredPlaces, Query()]
) -> Response:
    """How much of the places, taken together, each layer shows as held."""
    store = state_of(request).settings.store

    def found() -> Any:
        layers = Layers(store, asked.holder, tuple(asked.layer))
        on, since, until = (
            str(one) if one else None for one in (asked.on, asked.since, asked.until)
        )
        rows = layers.measure(layers.asked(asked.place, (on, since, until), asked.by))
        page = sliced(request, rows, asked.of)
        return page | {"items": published(page["items"])}

    return await of_layers(request, found)
