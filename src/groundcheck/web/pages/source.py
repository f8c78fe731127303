"""A source: all that it said, and how that compared."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.store import Query, View
from groundcheck.publish.site.parts import Page, pages_of
from groundcheck.publish.site.source_page import source_page
from groundcheck.web.pages.answering import (
    links,
    number,
    of_ledger,
    statements_elsewhere,
    until_last,
)
from groundcheck.web.pages.names import from_path
from groundcheck.web.problems import missing

router = APIRouter(include_in_schema=False)


@router.get("/source/{step}.{form}")
async def source_data(request: Request, step: str, form: str) -> Response:
    """To all that it said, in the API."""
    return statements_elsewhere(request, form, {"source": from_path(step)})


@router.get("/source/{step}")
async def source(request: Request, step: str) -> Response:
    """The source of exactly that name."""
    name, page, at = from_path(step), number(request), links(request)

    def made(view: View) -> Page:
        total = dict(view.sources()).get(name, 0) if not name else view.count(Query(source=name))
        if not total:
            raise missing("no source of that name is on record")
        until_last(page, pages_of(total))
        return source_page(view, name, at, page)

    return await of_ledger(request, made)
