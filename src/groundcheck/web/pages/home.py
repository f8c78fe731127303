"""The first page: give a text, or go into the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request, Response

from groundcheck.ledger.store import View
from groundcheck.publish.site.front import FrontPage, front_page
from groundcheck.web.pages.answering import HTML, elsewhere, html, kept, links
from groundcheck.web.state import state_of

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class HomePage:
    """The form, and what is on record; ``front`` is ``None`` where there is no ledger.

    ``fetches`` tells whether an address may be given, ``most`` how many bytes a text may have.
    """

    template: ClassVar[str] = "home"

    title: str
    front: FrontPage | None
    fetches: bool
    most: int


@router.get("/favicon.ico")
async def icon(request: Request) -> Response:
    """What browsers ask for beside a file that names no icon."""
    return elsewhere(links(request).asset("icon.svg"))


@router.get("/")
async def home(request: Request) -> Response:
    """Give a text or, where that is allowed, an address; the latest reports on record."""
    state, at = state_of(request), links(request)
    settings = state.settings
    fetches = settings.allow_fetch and settings.token is not None

    def made(view: View | None) -> bytes:
        front = front_page(view, at) if view is not None else None
        page = HomePage("Check a report", front, fetches, settings.text_limit)
        return html(page, request, at)

    async def answer() -> bytes:
        if settings.ledger.exists():
            return await state.asking.ask(made)
        return await state.asking.do(lambda: made(None))

    return await kept(request, HTML, answer)
