"""Which part of a timeline is asked for: an address that names it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from groundcheck.publish.timeline import Claimed
from groundcheck.publish.timeline.periods import Days

_STEP = 0.5


@dataclass(frozen=True, slots=True)
class TimelineAsked:
    """The days from ``since`` to ``until``, and the claims of these sources, kinds, certainties.

    What is empty or ``None`` asks for nothing. ``unit`` is "percent" or "km2", ``claim`` the id of
    one to point out, ``page`` that of the table.
    """

    since: date | None = None
    until: date | None = None
    unit: str = "percent"
    sources: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    claim: str = ""
    page: int = 1

    @property
    def query(self) -> str:
        """The query of its address, without what goes without saying."""
        said = [
            ("since", str(self.since or "")),
            ("until", str(self.until or "")),
            ("unit", "" if self.unit == "percent" else self.unit),
            *(("source", name) for name in self.sources),
            *(("kind", kind) for kind in self.kinds),
            *(("certainty", certainty) for certainty in self.certainties),
            ("claim", self.claim),
            ("page", str(self.page) if self.page > 1 else ""),
        ]
        return urlencode([(name, value) for name, value in said if value], errors="replace")

    def keeps(self, one: Claimed) -> bool:
        """Whether a claim is among those asked for, whatever the days."""
        return (
            (not self.sources or one.source in self.sources)
            and (not self.kinds or one.kind in self.kinds)
            and (not self.certainties or one.certainty in self.certainties)
        )

    def over(self, days: Days | None) -> TimelineAsked:
        """The same over other days, ``None`` for all, at the first page of the table."""
        since, until = days or (None, None)
        return replace(self, since=since, until=until, page=1)


def zoomed(days: Days, factor: float) -> Days:
    """As many days times ``factor`` around the same middle, at least one."""
    length = (days[1] - days[0]).days + 1
    wanted = max(1, round(length * factor))
    return _stretch(days[0].toordinal() + (length - wanted) // 2, wanted)


def moved(days: Days, way: int, within: Days) -> Days:
    """As many days, half of them later (``way`` 1) or earlier (-1), as far as ``within`` goes."""
    length = (days[1] - days[0]).days + 1
    earliest, latest = within[0].toordinal(), within[1].toordinal() - length + 1
    first = days[0].toordinal() + way * max(1, round(length * _STEP))
    return _stretch(min(max(first, earliest), latest), length)


def _stretch(first: int, length: int) -> Days:
    last = date.max.toordinal()
    first = min(max(first, 1), last)
    return date.fromordinal(first), date.fromordinal(min(last, first + length - 1))
