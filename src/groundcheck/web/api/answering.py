"""From what the ledger says to an answer: JSON, its ETag, pages, and answers that are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from groundcheck.errors import BadValue
from groundcheck.ledger.store import View
from groundcheck.publish.json import one_line
from groundcheck.web.problems import missing, of_error
from groundcheck.web.state import state_of

_CACHING = "no-cache"
"""Whoever keeps an answer asks each time whether it still holds."""


async def of_ledger(request: Request, question: Callable[[View], Any]) -> Response:
    """The answer of the ledger as JSON; not made where the client, or the server, has it."""
    asking = state_of(request).asking

    async def made() -> bytes:
        return await asking.ask(lambda view: _written(question(view)))

    return await _answered(request, made)


async def of_layers(request: Request, question: Callable[[], Any]) -> Response:
    """The same of what needs no ledger."""
    asking = state_of(request).asking

    async def made() -> bytes:
        return await asking.do(lambda: _written(question()))

    return await _answered(request, made)


async def _answered(request: Request, made: Callable[[], Awaitable[bytes]]) -> Response:
    tag = await etag(request)
    if unchanged(request, tag):
        return not_modified(tag)
    body = await state_of(request).answers.get(tag, made)
    headers = {"ETag": tag, "Cache-Control": _CACHING}
    return Response(body, headers=headers, media_type="application/json")


async def etag(request: Request, *more: str) -> str:
    """What an answer to this request is known by as long as nothing on record changes."""
    import groundcheck  # noqa: PLC0415

    version = await state_of(request).asking.version()
    query = urlencode(sorted(request.query_params.multi_items()), errors="surrogatepass")
    path = request.url.path
    said = "\n".join((groundcheck.__version__, *version, path, query, *more))
    return f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Whether the client says that it has the answer that is known by the tag."""
    given = request.headers.get("if-none-match", "")
    known = {one.strip().removeprefix("W/") for one in given.split(",")}
    return tag in known or "*" in known


def not_modified(tag: str) -> Response:
    """The answer to whoever has it."""
    return Response(status_code=304, headers={"ETag": tag, "Cache-Control": _CACHING})


def paged(
    request: Request, found: Iterable[Any], of: tuple[int, int], total: int | None = None
) -> dict[str, Any]:
    """A page: ``found`` begins with it, and holds one more where there is a next page.

    ``of`` are the most that it holds and how many stand before it.
    """
    limit, skip = of
    items = list(islice(found, limit + 1))
    following = None
    if len(items) > limit:
        left = [
            pair for pair in request.query_params.multi_items() if pair[0] not in ("skip", "limit")
        ]
        asked = urlencode([*left, ("limit", limit), ("skip", skip + limit)])
        following = f"{request.url.path}?{asked}"
    return {"items": items[:limit], "total": total, "next": following}


def sliced(request: Request, rows: Sequence[Any], of: tuple[int, int]) -> dict[str, Any]:
    """A page of rows that are all there."""
    limit, skip = of
    return paged(request, rows[skip : skip + limit + 1], of, len(rows))


@contextmanager
def on_record() -> Iterator[None]:
    """What has no such id, name or place inside is not there, rather than wrongly asked for."""
    try:
        yield
    except BadValue as error:
        raise missing(of_error(error).detail) from None


def _written(data: Any) -> bytes:
    return one_line(data).encode() + b"\n"
