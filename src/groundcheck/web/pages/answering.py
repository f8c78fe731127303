"""From a page's model to an answer: HTML with its ETag, made once while nothing changes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container, Mapping
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response
from starlette.responses import RedirectResponse

from groundcheck.ledger.store import View
from groundcheck.publish.site import render
from groundcheck.publish.site.parts import Page
from groundcheck.publish.site.render import TITLES
from groundcheck.web.api.answering import etag, not_modified, on_record, unchanged
from groundcheck.web.guards.paths import API
from groundcheck.web.pages.links import Served
from groundcheck.web.problems import missing
from groundcheck.web.state import state_of

HTML = "text/html"
_CACHING = {"Cache-Control": "no-cache"}
_DEEPEST = 1_000_000

T = TypeVar("T")


def links(request: Request) -> Served:
    """The addresses as this server gives them."""
    return Served(request.scope.get("root_path", ""))


def number(request: Request) -> int:
    """Which page of a list is asked for; raises ``Problem`` for what is no such number."""
    said = request.query_params.get("page", "1")
    if not said.isascii() or not said.isdigit() or not 1 <= int(said[:9]) <= _DEEPEST:
        raise missing("this list has no such page")
    return int(said)


async def of_ledger(
    request: Request, question: Callable[[View], Page], without: View | None = None
) -> Response:
    """The page that is made from the ledger, or from ``without`` where there is none.

    What has no such id, name or place is not there.
    """
    at = links(request)

    def written(view: View) -> bytes:
        with on_record():
            return html(question(view), request, at)

    return await kept(request, HTML, lambda: state_of(request).asking.ask(written, without))


async def file_of_ledger(
    request: Request,
    media_type: str,
    question: Callable[[View], bytes],
    without: View | None = None,
) -> Response:
    """The file that is made from the ledger, or from ``without`` where there is none."""

    def written(view: View) -> bytes:
        with on_record():
            return question(view)

    return await kept(request, media_type, lambda: state_of(request).asking.ask(written, without))


async def kept(request: Request, media_type: str, made: Callable[[], Awaitable[bytes]]) -> Response:
    """What is made, unless the client or the server has it."""
    tag = await etag(request, media_type)
    if unchanged(request, tag):
        return not_modified(tag)
    body = await state_of(request).answers.get(tag, made)
    return Response(body, headers={"ETag": tag} | _CACHING, media_type=media_type)


async def of_nothing_kept(request: Request, make: Callable[[], Page], at: Served) -> Response:
    """A page of what is on no record, which nobody is to store."""
    body = await state_of(request).asking.do(lambda: html(make(), request, at))
    return Response(body, headers={"Cache-Control": "no-store"}, media_type=HTML)


def html(page: Page, request: Request, at: Served) -> bytes:
    """The page as it is sent."""
    return render(page, request.url.path, at).encode()


def elsewhere(address: str) -> Response:
    """To where the same stands."""
    return RedirectResponse(address, 307)


def statements_elsewhere(request: Request, form: str, asked: Mapping[str, str]) -> Response:
    """To the statements that are asked for, in the API; raises ``Problem`` for another form."""
    known_form(form, TITLES)
    where = "search" if form == "json" else f"exports/{form}"
    words = urlencode(asked, errors="replace")
    return elsewhere(f"{links(request).prefix}{API}/{where}{'?' if words else ''}{words}")


def known_form(form: str, forms: Container[str]) -> None:
    """Raise ``Problem`` for a form that a page does not have."""
    if form not in forms:
        raise missing("this page has no such form")


def until_last(page: int, pages: int) -> None:
    """Raise ``Problem`` for a page after the last one."""
    if page > pages:
        raise missing("this list has no such page")
