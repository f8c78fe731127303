"""By which names the server may be called, so that no foreign name can be pointed at it.

A page of somebody else's can have its own name resolved to this machine and so read a server that
is open to this machine alone (DNS rebinding). A browser then sends that name as ``Host``. Numbers
cannot be pointed elsewhere and are always taken.
"""

from __future__ import annotations

import ipaddress

from starlette.types import ASGIApp, Receive, Scope, Send

from groundcheck.web.problems import Problem, response


class KnownHosts:
    """Refuses requests under other names than ``localhost``, numbers and ``names``."""

    def __init__(self, app: ASGIApp, names: tuple[str, ...] = ()) -> None:
        self.app = app
        self.names = {"localhost", *(name.lower().rstrip(".") for name in names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] == "http":
            given = [value for name, value in scope["headers"] if name == b"host"]
            if len(given) != 1 or not self._known(given[0].decode("latin-1")):
                problem = Problem(421, "this server is not called so; see --allow-host")
                await response(scope, problem)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _known(self, host: str) -> bool:
        name = _without_port(host).lower().rstrip(".")
        return name in self.names or _is_number(name)


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
