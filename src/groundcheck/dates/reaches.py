"""Lengths of time that reach from a known day: within five days, more than two weeks after today.

Also what several lengths together say ("a year, two months and a day ago"), and weekdays counted
("two Fridays ago").
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from groundcheck.dates import edtf
from groundcheck.dates.around import NO_DATE_BEFORE, Around, Unresolved
from groundcheck.dates.calendar import UNITS
from groundcheck.dates.said import Said
from groundcheck.dates.units import moved, unit_at

BASES = {"now": 0, "today": 0, "tomorrow": 1, "yesterday": -1}
"""The days that a reach is counted from, by their distance from the anchor."""


def _shifted(day: date, said: Said, sign: int) -> date:
    """The day that all lengths together lie from ``day``, the longest unit first."""
    for n, unit in sorted(said.lengths, key=lambda length: -UNITS.index(length[1])):
        day = moved(day, unit, sign * n)
    return day


def _base(said: Said, around: Around) -> date:
    return around.day() + timedelta(days=said.n or 0)


def _within(said: Said, around: Around) -> str:
    base = _base(said, around)
    return edtf.of_days(base, _shifted(base, said, 1))


def _beyond(said: Said, around: Around) -> str:
    """As in "more than two weeks after today", "less than a month before yesterday"."""
    base, back = _base(said, around), said.week == "before"
    edge = _shifted(base, said, -1 if back else 1)
    if said.which == "less":
        return edtf.of_days(min(base, edge), max(base, edge))
    return edtf.until(edtf.of_day(edge)) if back else edtf.since(edtf.of_day(edge))


def _counted_from(said: Said, around: Around) -> date:
    """The anchor, or the date before where the words count from that ("earlier", "later")."""
    if (said.which or "").startswith(("ago", "hence", "from")):
        return around.day()
    known = None if around.near is None else edtf.days_of(around.near)[0]
    if known is None:
        raise Unresolved(NO_DATE_BEFORE)
    return known


def _back(said: Said) -> bool:
    return (said.which or "").startswith(("ago", "earlier", "before"))


def _lengths(said: Said, around: Around) -> str:
    """No finer than the shortest unit said."""
    shortest = min((unit for _, unit in said.lengths), key=UNITS.index)
    found = _shifted(_counted_from(said, around), said, -1 if _back(said) else 1)
    return unit_at(shortest, found)


def _weekdays(said: Said, around: Around) -> str:
    day, n, sign = _counted_from(said, around), said.n or 1, -1 if _back(said) else 1
    nearest = (sign * ((said.weekday or 0) - day.weekday()) - 1) % 7 + 1
    return edtf.of_day(day + timedelta(days=sign * (nearest + 7 * (n - 1))))


REACHES: dict[str, Callable[[Said, Around], str]] = {
    "within": _within,
    "beyond": _beyond,
    "lengths": _lengths,
    "weekdays": _weekdays,
}
"""Kind of phrase to what resolves it."""
