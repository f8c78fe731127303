"""What goes wrong unexpectedly: logged by its place, answered without a word of what it was."""

from __future__ import annotations

import traceback

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from groundcheck.web.problems import Problem, response


class Faults:
    """Answers any exception by a problem of status 500.

    What is noted for the log is where it happened and its kind; its message may quote a report.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        begun = False

        async def told(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, told)
        except Exception as error:
            if scope["type"] != "http":
                raise
            scope.setdefault("state", {})["fault"] = place_of(error)
            if begun:
                raise Broken from None
            problem = Problem(500, "a fault of the program; the server's log says where")
            await response(scope, problem)(scope, receive, send)


class Broken(Exception):
    """An answer that ends in its middle, so that whoever reads it can tell."""


def place_of(error: BaseException) -> str:
    """The kind of an exception and the lines that led to it, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    lines = (f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {' > '.join(lines)}"
