"""Counts for whoever watches over the server, in the text format of Prometheus.

No label comes from what a client sends: routes are templates ("/api/v1/claims/{id}"), and methods
are those that are known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper ends of the classes of latency, in seconds."""
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """What was counted since the start; to be used in one thread."""

    def __init__(self) -> None:
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._classes: dict[str, list[int]] = {}
        self._seconds: Counter[str] = Counter()
        self.limited = 0
        """Requests that were refused because their client had sent too many."""

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """One request more, by the template of its route."""
        method = method if method in METHODS else "other"
        self._requests[route, method, status] += 1
        classes = self._classes.setdefault(route, [0] * (len(BOUNDS) + 1))
        classes[sum(seconds > bound for bound in BOUNDS)] += 1
        self._seconds[route] += seconds  # type: ignore[assignment]

    def text(self, gauges: Mapping[str, float]) -> str:
        """All of it, with what stands at this moment beside it."""
        return "".join(f"{line}\n" for line in self._lines(gauges))

    def _lines(self, gauges: Mapping[str, float]) -> Iterator[str]:
        yield "# TYPE groundcheck_requests_total counter"
        for (route, method, status), count in sorted(self._requests.items()):
            labels = f'route="{route}",method="{method}",status="{status}"'
            yield f"groundcheck_requests_total{{{labels}}} {count}"
        yield "# TYPE groundcheck_request_seconds histogram"
        for route, classes in sorted(self._classes.items()):
            ends = [*map(str, BOUNDS), "+Inf"]
            for end, count in zip(ends, accumulate(classes), strict=True):
                yield f'groundcheck_request_seconds_bucket{{route="{route}",le="{end}"}} {count}'
            yield f'groundcheck_request_seconds_sum{{route="{route}"}} {self._seconds[route]:.6f}'
            yield f'groundcheck_request_seconds_count{{route="{route}"}} {sum(classes)}'
        yield "# TYPE groundcheck_rate_limited_total counter"
        yield f"groundcheck_rate_limited_total {self.limited}"
        for name, value in sorted(gauges.items()):
            yield f"# TYPE groundcheck_{name} gauge"
            yield f"groundcheck_{name} {value:g}"
