"""A place: what maps show of it over time, and all that was said of it."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from groundcheck.geo import regions
from groundcheck.ledger.evidence import figures
from groundcheck.ledger.store import Query, View
from groundcheck.publish.site.parts import Page, pages_of
from groundcheck.publish.site.place_page import place_page
from groundcheck.publish.site.timeline import timeline
from groundcheck.web.guards.paths import API
from groundcheck.web.pages.answering import (
    elsewhere,
    file_of_ledger,
    links,
    number,
    of_ledger,
    until_last,
)
from groundcheck.web.pages.names import from_path
from groundcheck.web.problems import missing
from groundcheck.web.state import state_of

router = APIRouter(include_in_schema=False)


@router.get("/place/{step}.svg")
async def place_svg(request: Request, step: str) -> Response:
    """The picture of what maps show of it and what was claimed."""
    id_, store = from_path(step), state_of(request).settings.store

    def made(view: View) -> bytes:
        drawn = timeline(view, id_, figures(store))
        if drawn is None:
            raise missing("no layer covers this place")
        return drawn.svg.encode()

    return await file_of_ledger(request, "image/svg+xml", made)


@router.get("/place/{step}.{form}")
async def place_data(
    request: Request, step: str, form: Literal["json", "csv", "geojson"]
) -> Response:
    """To all that was said of it, in the API."""
    where = "search" if form == "json" else f"exports/{form}"
    asked = urlencode({"place": from_path(step)}, errors="replace")
    return elsewhere(f"{links(request).prefix}{API}/{where}?{asked}")


@router.get("/place/{step}")
async def place(request: Request, step: str) -> Response:
    """The place with everything inside it."""
    id_, page, at = from_path(step), number(request), links(request)
    store = state_of(request).settings.store

    def made(view: View) -> Page:
        total = view.count(Query(place=id_))
        if not total:
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
