"""A place: what maps show of it over time, and all that was said of it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from groundcheck.geo import regions
from groundcheck.ledger.evidence import figures
from groundcheck.ledger.store import Query, View
from groundcheck.publish.site.parts import Page, pages_of
from groundcheck.publish.site.place_page import place_page
from groundcheck.web.pages.answering import (
    elsewhere,
    links,
    number,
    of_ledger,
    statements_elsewhere,
    until_last,
)
from groundcheck.web.pages.names import from_path
from groundcheck.web.problems import missing
from groundcheck.web.state import state_of

router = APIRouter(include_in_schema=False)


@router.get("/place/{step}.svg")
async def place_svg(request: Request, step: str) -> Response:
    """To the picture of what maps show of it and what was claimed."""
    at = links(request)
    return elsewhere(at.twin(at.timeline(from_path(step), ""), "svg"))


@router.get("/place/{step}.{form}")
async def place_data(request: Request, step: str, form: str) -> Response:
    """To all that was said of it, in the API."""
    return statements_elsewhere(request, form, {"place": from_path(step)})


@router.get("/place/{step}")
async def place(request: Request, step: str) -> Response:
    """The place with everything inside it."""
    id_, page, at = from_path(step), number(request), links(request)
    store = state_of(request).settings.store

    def made(view: View) -> Page:
        total = view.count(Query(place=id_))
        if not total and not regions.place(id_):
            raise missing("nothing on record is about such a place")
        until_last(page, pages_of(total))
        return place_page(view, (id_, name_of(view, id_)), figures(store), at, page)

    return await of_ledger(request, made)


def name_of(view: View, id_: str) -> str:
    """What the place is called: a region by its name, any other as whoever spoke last calls it."""
    if region := regions.place(id_):
        return region.name
    found = next(view.statements(Query(place=id_, inside=False, limit=1)), None)
    named = {place.id: place.name for place in found.claim.places} if found else {}
    return named.get(id_) or id_
