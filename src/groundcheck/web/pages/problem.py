"""A problem as a page, for whoever asks with a browser."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import ClassVar

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from groundcheck.publish.site import render
from groundcheck.web.guards.paths import API, inner, under
from groundcheck.web.pages.links import Served
from groundcheck.web.problems import MEDIA_TYPE


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """What is wrong, in the layout of all pages."""

    template: ClassVar[str] = "problem"

    title: str
    status: int
    detail: str


class ProblemPages:
    """Makes a page of every problem outside the API, for those who take HTML."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self.app = app
        self.at = Served(prefix)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or under(inner(scope), API) or not _takes_html(scope):
            await self.app(scope, receive, send)
            return
        # A guard further in asks for GET instead.
        bare = scope["method"] == "HEAD"
        begun: list[Message] = []
        said = bytearray()

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_problem(message):
                begun.append(message)
            elif not begun:
                await send(message)
            elif message["type"] == "http.response.body":
                said.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    body = b"" if bare else self._page(bytes(said), inner(scope))
                    await _send(begun[0], body, send)

        await self.app(scope, receive, told)

    def _page(self, said: bytes, here: str) -> bytes:
        data = json.loads(said)
        page = ProblemPage(data["title"], data["status"], data["detail"])
        return render(page, here, self.at).encode()


async def _send(start: Message, body: bytes, send: Send) -> None:
    headers = MutableHeaders(raw=list(start["headers"]))
    headers["content-type"] = "text/html; charset=utf-8"
    headers["content-length"] = str(len(body))
    headers["vary"] = "Accept"
    await send({**start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body})


def _is_problem(start: Message) -> bool:
    return Headers(raw=start["headers"]).get("content-type", "").startswith(MEDIA_TYPE)


def _takes_html(scope: Scope) -> bool:
    return "text/html" in Headers(scope=scope).get("accept", "")
