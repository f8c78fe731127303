"""The places that statements on record name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.store import View
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger, paged
from groundcheck.web.api.parameters import AskedPagedFilters
from groundcheck.web.guards.paths import API

router = APIRouter(prefix=API, tags=["places"])


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with the number of statements that name it."""

    id: str
    name: str
    statements: int


@router.get("/places", response_class=Response, responses=shapes.page(PlaceRow))
async def list_places(request: Request, asked: AskedPagedFilters) -> Response:
    """Each place that the statements asked for name, those with most statements first."""

    def found(view: View) -> Any:
        query = replace(asked.query(view), limit=asked.limit + 1, skip=asked.skip)
        rows = (published(PlaceRow(*one)) for one in view.places(query))
        return paged(request, rows, asked.of)

    return await of_ledger(request, found)
