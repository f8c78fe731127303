"""The longest that a request may take, from its first word to the last of the answer."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from groundcheck.web.guards.faults import Broken
from groundcheck.web.guards.paths import EXPORTS, inner, under
from groundcheck.web.problems import busy, response


class TimeLimit:
    """Ends what takes longer than ``seconds``; the body of an export may take ``streaming``.

    So a client that reads slowly holds nothing for long.
    """

    def __init__(self, app: ASGIApp, seconds: float, streaming: float) -> None:
        self.app = app
        self.seconds = seconds
        self.streaming = streaming

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        seconds = self.streaming if under(inner(scope), EXPORTS) else self.seconds
        begun = False

        async def told(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            async with asyncio.timeout(seconds):
                await self.app(scope, receive, told)
        except TimeoutError:
            if begun:
                raise Broken from None
            problem = busy(f"it would take longer than {seconds:g} seconds; ask for less")
            await response(scope, problem)(scope, receive, send)
