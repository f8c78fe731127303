"""An id for every request, one line of JSON in the log, and a count for the metrics.

The line has no words of a report: the address without its query, never a body or a message.
"""

from __future__ import annotations

import uuid

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from groundcheck.web.guards.paths import inner, under
from groundcheck.web.metrics import Metrics
from groundcheck.web.outside import Outside


class Telling:
    """Tells of each request once it is over; its id stands in ``X-Request-ID`` and in problems."""

    def __init__(self, app: ASGIApp, outside: Outside, metrics: Metrics) -> None:
        self.app = app
        self.outside = outside
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, method, status = self.outside.now(), scope["method"], 0
        # A mount makes what comes before it part of the prefix.
        path = inner(scope)
        state = scope["state"] = {**scope.get("state", {}), "request_id": uuid.uuid4().hex}

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = state["request_id"]
            await send(message)

        broken = True
        try:
            await self.app(scope, receive, told)
            broken = False
        finally:
            seconds = self.outside.now() - began
            self.metrics.count(route_of(scope, path), method, status, seconds)
            line = {
                "request": state["request_id"],
                "method": method,
                "path": path,
                "route": route_of(scope, path),
                "status": status,
                "ms": round(seconds * 1000, 1),
                "client": (scope.get("client") or ("",))[0],
            }
            if broken:
                line["broken"] = True
            if "fault" in scope["state"]:
                line["fault"] = scope["state"]["fault"]
            self.outside.tell(line)


def route_of(scope: Scope, path: str) -> str:
    """The template of the address that was asked for: never a word of the client's own."""
    if under(path, "/static"):
        return "/static"
    template = getattr(scope.get("route"), "path", None)
    return template if isinstance(template, str) else "none"
