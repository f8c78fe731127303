"""The sources on record, and all that one of them said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response

from groundcheck.ledger.questions.source import SourcePage, source
from groundcheck.ledger.questions.sources import source_asked
from groundcheck.ledger.store import View
from groundcheck.publish.shape import published
from groundcheck.web.api import shapes
from groundcheck.web.api.answering import of_ledger, on_record, paged
from groundcheck.web.api.parameters import AskedFilters, AskedPagedFilters
from groundcheck.web.guards.paths import API

router = APIRouter(prefix=f"{API}/sources", tags=["sources"])


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with the number of its statements."""

    source: str
    statements: int


@router.get("", response_class=Response, responses=shapes.page(SourceRow))
async def list_sources(request: Request, asked: AskedPagedFilters) -> Response:
    """Each source of the statements asked for, those with most statements first.

    It is a count and no ranking.
    """

    def found(view: View) -> Any:
        query = replace(asked.query(view), limit=asked.limit + 1, skip=asked.skip)
        rows = (published(SourceRow(*one)) for one in view.sources(query))
        return paged(request, rows, asked.of)

    return await of_ledger(request, found)


@router.get("/{name:path}", response_class=Response, responses=shapes.one(SourcePage))
async def one_source(
    request: Request,
    name: Annotated[str, Path(min_length=1, max_length=500)],
    asked: AskedFilters,
) -> Response:
    """What a source said, counted, and how it compared, with its latest statements."""

    def found(view: View) -> Any:
        with on_record():
            known = source_asked(view, name)
        return published(source(view, replace(asked.query(view), source=known)))

    return await of_ledger(request, found)
