"""What is on record and cannot all be so."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.comparing import contradictions as all_of
from groundcheck.ledger.store import View
from groundcheck.publish.site.contradictions_page import PER_PAGE, contradictions_page
from groundcheck.publish.site.parts import Page, Pager
from groundcheck.web.guards.paths import API
from groundcheck.web.pages.answering import elsewhere, links, number, of_ledger, until_last

router = APIRouter(include_in_schema=False)


@router.get("/contradictions.json")
async def contradictions_json(request: Request) -> Response:
    """To the same in the API."""
    return elsewhere(f"{links(request).prefix}{API}/contradictions")


@router.get("/contradictions")
async def contradictions(request: Request) -> Response:
    """Statements on record that contradict each other."""
    page, at = number(request), links(request)

    def made(view: View) -> Page:
        found = tuple(all_of(view))
        pages = max(1, -(-len(found) // PER_PAGE))
        until_last(page, pages)
        shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
        pager = Pager(page, pages, len(found), lambda other: at.all("contradictions", other))
        return contradictions_page(shown, pager, at)

    return await of_ledger(request, made)
