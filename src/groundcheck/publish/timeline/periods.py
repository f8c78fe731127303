"""Stretches of time by which claims are taken together: days, weeks, months, quarters, years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]
"""The first and the last day of a stretch of time."""
Period = Callable[[date], Days]
"""The stretch of time that a day lies in."""

_YEARS = (1, 2, 5, 10, 20, 50, 100, 500, 2000, 10_000)
_WEEK = 7


def period(days: float) -> Period:
    """The shortest usual stretch of time of at least so many days."""
    if days <= 1:
        return lambda day: (day, day)
    if days <= _WEEK:
        return _week
    for months in (1, 3):
        if days <= 31 * months:
            return _months(months)
    return _years(next((years for years in _YEARS if days <= 366 * years), _YEARS[-1]))


def _week(day: date) -> Days:
    # Day 1 of the calendar is a Monday, and its last week is short.
    monday = day.toordinal() - day.weekday()
    return date.fromordinal(monday), date.fromordinal(min(monday + 6, date.max.toordinal()))


def _months(count: int) -> Period:
    def found(day: date) -> Days:
        first = day.month - (day.month - 1) % count
        return day.replace(month=first, day=1), _before(day.year, first + count)

    return found


def _years(count: int) -> Period:
    def found(day: date) -> Days:
        first = day.year - day.year % count
        return date(max(1, first), 1, 1), _before(first + count, 1)

    return found


def _before(year: int, month: int) -> date:
    """The day before a month begins; month 13 is the next year's first."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date.max if year > date.max.year else date(year, month, 1) - timedelta(days=1)
