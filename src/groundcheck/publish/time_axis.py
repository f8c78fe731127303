"""Days on an axis: ticks at round dates, and dates in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groundcheck.publish import words

_DAYS, _MONTHS = (1, 2, 7, 14), (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MONTH, _YEAR = 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Tick:
    """A day as ``date.toordinal`` counts it, and its label in two lines, the lower often empty."""

    day: int
    label: str
    year: str = ""


def day_in_words(day: date) -> str:
    """A day as "20 February 2025"."""
    return words.long_day(day).partition(" ")[2]


def days_in_words(since: date, until: date) -> str:
    """A day, or a stretch of days as "1 May 2025 to 3 May 2025"."""
    first, last = day_in_words(since), day_in_words(until)
    return first if first == last else f"{first} to {last}"


def time_ticks(first: float, last: float, most: int = 8) -> list[Tick]:
    """At most about ``most`` ticks from ``first`` to ``last``: at days, months or years.

    Both ends are days as ``date.toordinal`` counts them and may lie outside the calendar.
    """
    span = last - first
    lowest, highest = max(first, 1), min(last, date.max.toordinal())
    found: list[date] = []
    for unit, steps in ((1.0, _DAYS), (_MONTH, _MONTHS), (_YEAR, _YEARS)):
        step = next((step for step in steps if span / (unit * step) <= most), 0)
        if step:
            found = [
                day
                for day in _round_days(unit, step, (int(lowest), int(highest)))
                if lowest <= day.toordinal() <= highest
            ]
            return list(_labelled(found, unit))
    return []


def _round_days(unit: float, step: int, span: tuple[int, int]) -> Iterator[date]:
    lowest, highest = span
    if unit == 1:
        # Day 1 of the calendar is a Monday, and so are the ticks a week apart.
        first = lowest + (1 - lowest) % step
        yield from map(date.fromordinal, range(first, highest + 1, step))
        return
    start, end = date.fromordinal(lowest).year, date.fromordinal(highest).year
    if unit == _YEAR:
        yield from (date(y, 1, 1) for y in range(start, end + 1) if y % step == 0)
        return
    for year in range(start, end + 1):
        yield from (date(year, month, 1) for month in range(1, 13, step))


def _labelled(days: list[date], unit: float) -> Iterator[Tick]:
    before = None
    for day in days:
        number, month, year = day_in_words(day).split()
        if unit == _YEAR:
            yield Tick(day.toordinal(), year)
            continue
        label = month[:3] if unit == _MONTH else f"{number} {month[:3]}"
        yield Tick(day.toordinal(), label, year if year != before else "")
        before = year
