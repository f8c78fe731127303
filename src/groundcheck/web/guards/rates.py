"""How many requests one client may send."""

from __future__ import annotations

import ipaddress
import math
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from groundcheck.web.guards.paths import UNLIMITED, inner, under
from groundcheck.web.metrics import Metrics
from groundcheck.web.problems import Problem, response

READING = 10
"""So many requests count for one that gives something to read or write."""
_CLIENTS = 20_000
"""So many clients are remembered; the one that asked longest ago is forgotten first."""


class Allowance:
    """What each client has left of ``per_minute`` requests, which come back evenly."""

    def __init__(self, per_minute: int, now: Callable[[], float]) -> None:
        self._most = float(per_minute)
        self._now = now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str, cost: float = 1) -> float:
        """Take so much; the seconds until it can be had, 0 where it was there."""
        now, cost = self._now(), min(cost, self._most)
        left, then = self._left.pop(client, (self._most, now))
        left = min(self._most, left + (now - then) * self._most / 60)
        wait = max(0.0, (cost - left) * 60 / self._most)
        self._left[client] = (left if wait else left - cost), now
        if len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return wait


class Rates:
    """Refuses requests above the allowance with 429 and the seconds to wait."""

    def __init__(self, app: ASGIApp, allowance: Allowance, metrics: Metrics) -> None:
        self.app = app
        self.allowance = allowance
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] == "http" and not any(under(inner(scope), one) for one in UNLIMITED):
            cost = READING if scope["method"] == "POST" else 1
            wait = self.allowance.take(client_of(scope), cost)
            if wait:
                self.metrics.limited += 1
                seconds = math.ceil(wait)
                detail = f"too many requests; the next is answered in {seconds} s"
                problem = Problem(429, detail, {"Retry-After": f"{seconds}"})
                await response(scope, problem)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def client_of(scope: Scope) -> str:
    """Who asks: an address; of the newer ones the network, since a client has all of it."""
    host = (scope.get("client") or ("", 0))[0]
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((int(ip) >> 64 << 64, 64)))
    return str(ip)
