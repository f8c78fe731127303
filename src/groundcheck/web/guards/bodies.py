"""Bodies of requests: no more bytes than are allowed, all of them there in time."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from groundcheck.ledger.limits import in_words
from groundcheck.web.problems import Problem, response

_WITHOUT = ("GET", "HEAD", "OPTIONS")


class Bodies:
    """Receives a body of at most ``most`` bytes within ``seconds`` before anything else is done.

    The others are refused, 413 for too many and 408 for too slow.
    """

    def __init__(self, app: ASGIApp, most: int, seconds: float) -> None:
        self.app = app
        self.most = most
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["method"] in _WITHOUT:
            await self.app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self.seconds):
                body = await self._body(scope, receive)
        except TimeoutError:
            late = Problem(408, f"the body was not all there after {self.seconds:g} seconds")
            await response(scope, late)(scope, receive, send)
            return
        except Problem as problem:
            await response(scope, problem)(scope, receive, send)
            return
        if body is None:
            return
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return whole.pop() if whole else await receive()

        await self.app(scope, again, send)

    async def _body(self, scope: Scope, receive: Receive) -> bytes | None:
        """The body; ``None`` where the client is gone."""
        said = dict(scope["headers"]).get(b"content-length", b"0")
        if said.isdigit() and int(said) > self.most:
            raise self._too_large()
        parts = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            parts += message.get("body", b"")
            if len(parts) > self.most:
                raise self._too_large()
            if not message.get("more_body", False):
                return bytes(parts)

    def _too_large(self) -> Problem:
        # What comes after it is not read.
        detail = f"a body of more than {in_words(self.most)} is refused"
        return Problem(413, detail, {"Connection": "close"})
