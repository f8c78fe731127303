"""HEAD: what GET would answer, without its body."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class _Enough(Exception):
    """The answer has begun, which is all that was asked for."""


class Heads:
    """Answers HEAD by what stands at the beginning of the answer to GET; the rest is not made."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return
        begun = False

        async def told(message: Message) -> None:
            nonlocal begun
            if begun:
                raise _Enough
            begun = True
            await send(message)
            await send({"type": "http.response.body", "body": b"", "more_body": False})

        # The same mapping, so that the route that answers is known further out.
        scope["method"] = "GET"
        try:
            await self.app(scope, receive, told)
        except _Enough:
            pass
        finally:
            scope["method"] = "HEAD"
