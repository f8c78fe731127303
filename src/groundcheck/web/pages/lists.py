"""Lists of everything on record: reports, claims, places, sources."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.store import Query, View
from groundcheck.publish.site import listing
from groundcheck.publish.site.links import Links, Noun
from groundcheck.publish.site.listing import ListPage
from groundcheck.publish.site.parts import PER_PAGE, Page, pages_of
from groundcheck.web.guards.paths import API
from groundcheck.web.pages.answering import (
    elsewhere,
    known_form,
    links,
    number,
    of_ledger,
    until_last,
)

router = APIRouter(include_in_schema=False)


@router.get("/{noun}.json")
async def list_json(request: Request, noun: str) -> Response:
    """To the same list in the API."""
    known_form(noun, ("reports", "claims", "places", "sources"))
    return elsewhere(f"{links(request).prefix}{API}/{noun}")


@router.get("/claims.{form}")
async def claims_data(request: Request, form: str) -> Response:
    """To all claims as a file, in the API."""
    known_form(form, ("csv", "geojson"))
    return elsewhere(f"{links(request).prefix}{API}/exports/{form}")


@router.get("/claims")
async def claims(request: Request) -> Response:
    """All claims, the latest first."""
    page, at = number(request), links(request)

    def made(view: View) -> Page:
        until_last(page, pages_of(view.count()))
        return listing.claims_page(view, at, page)

    return await of_ledger(request, made)


@router.get("/reports")
async def reports(request: Request) -> Response:
    """The reports that hold claims, those with the latest claims first."""
    page, at = number(request), links(request)
    return await of_ledger(request, lambda view: _reports(view, at, page))


@router.get("/places")
async def places(request: Request) -> Response:
    """All places, those that most is said of first."""
    return await _listed(request, "Places", "places", listing.place_entries)


@router.get("/sources")
async def sources(request: Request) -> Response:
    """All sources, those that most is on record of first."""
    return await _listed(request, "Sources", "sources", listing.source_entries)


async def _listed(
    request: Request,
    title: str,
    noun: Noun,
    entries: Callable[[View, Links], list[listing.Entry]],
) -> Response:
    page, at = number(request), links(request)

    def made(view: View) -> Page:
        found = entries(view, at)
        until_last(page, pages_of(len(found)))
        return next(islice(listing.list_pages(title, noun, found, at), page - 1, None))

    return await of_ledger(request, made)


def _reports(view: View, at: Links, page: int) -> ListPage:
    """Only the reports of this page are read; the ones before it are counted by their claims."""
    total = view.info().reports
    until_last(page, pages_of(total))
    wanted = page * PER_PAGE
    ids: dict[str, None] = {}
    for statement in view.statements(Query()):
        ids[statement.report] = None
        if len(ids) > wanted:
            break
    shown = list(ids)[wanted - PER_PAGE : wanted]
    entries = tuple(listing.report_entry(view.report(id_), at) for id_ in shown)
    return ListPage("Reports", "reports", entries, listing.pager("reports", total, page, at))
