"""Lengths of time: this week, two days ago, the past month, the first half of a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from groundcheck.dates import edtf
from groundcheck.dates.around import (
    NO_DATE_BEFORE,
    NO_SUCH_DAY,
    Around,
    Unresolved,
    steps,
    year_of,
)
from groundcheck.dates.months import month_of
from groundcheck.dates.said import Said
from groundcheck.dates.units import add_months, day_before, moved, unit_at, up_to


def _unit(said: Said, around: Around) -> str:
    """As in "this month", "last year", "the past week", "that year", "the following day"."""
    unit, which = said.unit or "day", said.which or "this"
    if which in ("that", "same", "following", "previous", "preceding") or (which, unit) == (
        "next",
        "day",
    ):
        if around.close is None and which in ("next", "previous"):
            return unit_at(unit, moved(around.day(), unit, steps(which)))
        if unit == "year" and which in ("that", "same") and around.last_year is not None:
            return edtf.of_year(around.last_year)
        return counted_from(around.close, unit, steps(which))
    if which == "past" or unit == "hour":
        return up_to(around.day(), unit, 1)
    return unit_at(unit, moved(around.day(), unit, steps(which)))


def counted_from(known: str | None, unit: str, n: int) -> str:
    """``n`` units after a known date, no finer than the unit and the date are."""
    start, end = (None, None) if known is None else edtf.days_of(known)
    if known is None or start is None or end is None:
        raise Unresolved(NO_DATE_BEFORE)
    base = start if n <= 0 else end - timedelta(days=1)
    days = (end - start).days
    if unit == "day" and days > 31:
        raise Unresolved(NO_DATE_BEFORE)
    grain = "year" if days > 92 else "month" if days > 7 and unit != "year" else unit
    return unit_at(grain, moved(base, unit, n))


def _span(said: Said, around: Around) -> str:
    """As in "the past three weeks", "the next 2 days"."""
    anchor, unit, n = around.day(), said.unit or "day", said.n or 1
    step = steps(said.which or "this")
    if unit == "decade":
        decade = anchor.year // 10 + (step if step > 0 else -n)
        return edtf.span_of(edtf.of_year(decade * 10), edtf.of_year((decade + n) * 10 - 1))
    if step < 0:
        return up_to(anchor, unit, n)
    if step > 0:
        return edtf.of_days(anchor + timedelta(days=1), moved(anchor, unit, n))
    raise Unresolved(NO_DATE_BEFORE)


def _ago(said: Said, around: Around) -> str:
    unit, n, which = said.unit or "day", said.n or 1, said.which or "ago"
    if which == "ago":
        return unit_at(unit, moved(around.day(), unit, -n))
    if which == "hence" or which.startswith("from"):
        return unit_at(unit, moved(around.day(), unit, n))
    back = which.startswith(("earlier", "before"))
    return counted_from(around.near, unit, -n if back else n)


def _half(said: Said, around: Around) -> str:
    first = said.n == 1
    if said.month is not None or said.unit == "month":
        start, end = _bounds(said, around)
        begins, ends = start, start.replace(day=15)
        if not first:
            begins, ends = start.replace(day=16), day_before(end)
        return edtf.of_days(begins, ends)
    year = _bounds(said, around)[0].year
    months = (1, 6) if first else (7, 12)
    return edtf.span_of(*(edtf.of_month(year, month) for month in months))


def _bounds(said: Said, around: Around) -> tuple[date, date | None]:
    """First day and the day after the last of what a half, quarter or week is of."""
    start, end = edtf.days_of(_period(said, around))
    if start is None:
        raise Unresolved(NO_DATE_BEFORE)
    return start, end


def _period(said: Said, around: Around) -> str:
    if said.month is not None:
        return month_of(said, around)
    year = year_of(said, around)
    if year is not None:
        return edtf.of_year(year)
    if said.unit is not None:
        return _unit(said, around)
    return edtf.of_year(around.year or around.day().year)


def _quarter(said: Said, around: Around) -> str:
    year = _bounds(said, around)[0].year
    n = 4 if said.n is None or said.n < 0 else said.n
    return edtf.span_of(edtf.of_month(year, 3 * n - 2), edtf.of_month(year, 3 * n))


def _weekof(said: Said, around: Around) -> str:
    start, end = _bounds(said, around)
    if said.n == -1:
        last = day_before(end)
        return unit_at("week", last - timedelta(days=(last.weekday() - 3) % 7))
    thursday = start + timedelta(days=(3 - start.weekday()) % 7 + 7 * ((said.n or 1) - 1))
    if thursday > day_before(end):
        raise Unresolved(NO_SUCH_DAY)
    return unit_at("week", thursday)


def _nthday(said: Said, around: Around) -> str:
    """As in "the first Friday of next month"; without a month it is the latest one."""
    if (said.month, said.year, said.unit, said.of_year) == (None,) * 4:
        return _nthday_of_no_month(said, around)
    start, end = _bounds(said, around)
    last, wanted = day_before(end), said.weekday or 0
    if said.n == -1:
        return edtf.of_day(last - timedelta(days=(last.weekday() - wanted) % 7))
    ahead = (wanted - start.weekday()) % 7 + 7 * ((said.n or 1) - 1)
    if start + timedelta(days=ahead) > last:
        raise Unresolved(NO_SUCH_DAY)
    return edtf.of_day(start + timedelta(days=ahead))


def _nthday_of_no_month(said: Said, around: Around) -> str:
    """The one of this month, or of the month before where it is still to come."""
    anchor = around.day()
    found = ""
    for back in (0, 1):
        first = add_months(anchor.replace(day=1), -back)
        found = _nthday(replace(said, year=first.year, month=first.month), around)
        if around.future or date.fromisoformat(found) <= anchor:
            break
    return found


def _sofar(said: Said, around: Around) -> str:
    anchor = around.day()
    start = edtf.days_of(unit_at(said.unit or "year", anchor))[0]
    return edtf.of_days(start or anchor, anchor)


def _rest(said: Said, around: Around) -> str:
    anchor = around.day()
    return edtf.of_days(anchor, day_before(edtf.days_of(unit_at(said.unit or "year", anchor))[1]))


LENGTHS: dict[str, Callable[[Said, Around], str]] = {
    "unit": _unit,
    "span": _span,
    "ago": _ago,
    "half": _half,
    "quarter": _quarter,
    "weekof": _weekof,
    "nthday": _nthday,
    "sofar": _sofar,
    "rest": _rest,
    "weekno": _weekof,
}
"""Kind of phrase to what resolves it."""
