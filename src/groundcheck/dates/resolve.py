"""From what a phrase says to the days that it means, as an EDTF string.

The conventions: a date without a year, a weekday, a weekend is the latest one that is not
after the anchor, or the next one where the sentence speaks of what is to come. Weeks begin on
Monday; the nth week of a month or year is the one with its nth Thursday, as in ISO 8601.
"Two days ago" is a day, "two months ago" a month: as coarse as the unit counted in. A length
of time up to the anchor ("in the past month") ends with the anchor's day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from groundcheck.dates import edtf
from groundcheck.dates.calendar import SEASON_MONTHS
from groundcheck.dates.said import Said
from groundcheck.dates.units import add_months, day_before, moved, unit_at, up_to
from groundcheck.errors import BadValue

NO_ANCHOR = "no day of publication to anchor it to"
NO_DATE_BEFORE = "no date before it to count from"
NO_SUCH_DAY = "not a day of the calendar"


class Unresolved(BadValue):
    """A phrase that cannot be turned into days; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known where a phrase stands.

    ``anchor`` is the day it was said; ``year`` one named for it (earlier in its sentence, in
    a heading); ``last_year`` the year last spoken of; ``near`` the date last resolved in its
    sentence, ``close`` in it or the one before; ``future`` whether the sentence looks ahead.
    """

    anchor: date | None
    year: int | None = None
    last_year: int | None = None
    near: str | None = None
    close: str | None = None
    future: bool | None = None

    def day(self) -> date:
        """The anchor; raises ``Unresolved`` without one."""
        if self.anchor is None:
            raise Unresolved(NO_ANCHOR)
        return self.anchor


def resolve(said: Said, around: Around) -> str:
    """The EDTF string of the days meant. Raises ``Unresolved`` with the reason."""
    try:
        return _KINDS[said.kind](said, around)
    except Unresolved:
        raise
    except (ValueError, OverflowError):
        raise Unresolved(NO_SUCH_DAY) from None


def year_of(said: Said, around: Around) -> int | None:
    """The year that the words give, directly or by "last year", "that year"."""
    if said.year is not None:
        return said.year
    if said.of_year in ("that", "same"):
        if around.last_year is None:
            raise Unresolved(NO_DATE_BEFORE)
        return around.last_year
    if said.of_year is not None:
        return around.day().year + _steps(said.of_year)
    return None


def _steps(which: str) -> int:
    if which in ("last", "past", "previous", "preceding"):
        return -1
    return 1 if which in ("next", "coming", "upcoming", "following") else 0


def _day(said: Said, around: Around) -> str:
    if said.month is None or said.day is None:
        return _day_of_shifted_month(said, around)
    year = year_of(said, around)
    if year is None:
        year = around.year
    if year is None:
        year = _year_of_bare_day(said.month, said.day, around)
    first = date(year, said.month, said.day)
    return edtf.of_days(first, _last_day(first, said))


def _last_day(first: date, said: Said) -> date:
    last = first if said.until_day is None else first.replace(day=said.until_day)
    if last < first:
        raise Unresolved(NO_SUCH_DAY)
    return last


def _day_of_shifted_month(said: Said, around: Around) -> str:
    """As in "the 20th of next month", "4 to 22 this month"."""
    month = add_months(around.day().replace(day=1), _steps(said.which or "this"))
    first = month.replace(day=said.day or 1)
    return edtf.of_days(first, _last_day(first, said))


def _year_of_bare_day(month: int, day: int, around: Around) -> int:
    anchor = around.day()
    step = 1 if around.future else -1
    for year in range(anchor.year, anchor.year + 9 * step, step):
        if day <= monthrange(min(max(year, 1), 9999), month)[1]:
            found = date(year, month, day)
            if (found >= anchor) if around.future else (found <= anchor):
                return year
    raise Unresolved(NO_SUCH_DAY)


def _month(said: Said, around: Around) -> str:
    """A month or a season."""
    month = said.month or 1
    begins = SEASON_MONTHS.get(month, month)
    year = year_of(said, around)
    if year is None and said.which in ("that", "same", "following"):
        if around.last_year is None:
            raise Unresolved(NO_DATE_BEFORE)
        year = around.last_year
    if year is None and said.which is None:
        year = around.year
    if year is None:
        year = _year_of_bare_month(said, begins, around)
    found = edtf.of_month(year, month)
    edtf.days_of(found)
    return found


def _year_of_bare_month(said: Said, begins: int, around: Around) -> int:
    anchor = around.day()
    months = 3 if said.month in SEASON_MONTHS else 1
    now = anchor.year * 12 + anchor.month
    length = months - 1
    starts = anchor.year * 12 + begins
    if said.which in ("last", "past", "previous"):
        return anchor.year - (starts + length >= now) - (starts + length - 12 >= now)
    if said.which in ("next", "coming", "upcoming"):
        return anchor.year + (starts <= now)
    if said.which == "this":
        return anchor.year - (starts - 12 + length >= now)
    if around.future:
        return anchor.year + (starts + length < now)
    return anchor.year - (starts > now)


def _year(said: Said, _around: Around) -> str:
    return edtf.of_year(date(said.year or 0, 1, 1).year)


def _weekday(said: Said, around: Around) -> str:
    anchor, wanted = around.day(), said.weekday or 0
    monday = anchor - timedelta(days=min(anchor.weekday(), anchor.toordinal() - 1))
    back = (anchor.weekday() - wanted) % 7
    ahead = (wanted - anchor.weekday()) % 7
    if said.week is not None:
        found = monday + timedelta(days=7 * _steps(said.week) + wanted)
    elif said.which in ("that", "same"):
        raise Unresolved(NO_DATE_BEFORE)
    elif said.which == "this":
        found = monday + timedelta(days=wanted)
    elif said.which == "next":
        found = monday + timedelta(days=7 + wanted)
    elif said.which in ("last", "past", "previous"):
        found = anchor - timedelta(days=back or 7)
    elif said.which in ("coming", "upcoming", "following"):
        found = anchor + timedelta(days=ahead or 7)
    elif around.future:
        found = anchor + timedelta(days=ahead)
    else:
        found = anchor - timedelta(days=back)
    return edtf.of_day(found)


def _weekend(said: Said, around: Around) -> str:
    anchor = around.day()
    latest = anchor - timedelta(days=(anchor.weekday() - 5) % 7)
    if said.which in ("last", "past", "previous"):
        latest = anchor - timedelta(days=(anchor.weekday() - 6) % 7 + 1)
    elif said.which in ("next", "coming", "upcoming") or (said.which is None and around.future):
        latest += timedelta(days=7)
    elif said.which == "this" and around.future is not False:
        latest = anchor + timedelta(days=5 - anchor.weekday())
    elif said.which in ("that", "same"):
        raise Unresolved(NO_DATE_BEFORE)
    return edtf.of_days(latest, latest + timedelta(days=1))


def _unit(said: Said, around: Around) -> str:
    """As in "this month", "last year", "the past week", "that year", "the following day"."""
    unit, which = said.unit or "day", said.which or "this"
    if which in ("that", "same", "following", "previous", "preceding") or (which, unit) == (
        "next",
        "day",
    ):
        if around.close is None and which in ("next", "previous"):
            return unit_at(unit, moved(around.day(), unit, _steps(which)))
        if unit == "year" and which in ("that", "same") and around.last_year is not None:
            return edtf.of_year(around.last_year)
        return _counted_from(around.close, unit, _steps(which))
    if which == "past" or unit == "hour":
        return up_to(around.day(), unit, 1)
    return unit_at(unit, moved(around.day(), unit, _steps(which)))


def _counted_from(known: str | None, unit: str, n: int) -> str:
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
    step = _steps(said.which or "this")
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
    return _counted_from(around.near, unit, -n if back else n)


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
        return _month(said, around)
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


def _sofar(said: Said, around: Around) -> str:
    anchor = around.day()
    start = edtf.days_of(unit_at(said.unit or "year", anchor))[0]
    return edtf.of_days(start or anchor, anchor)


def _rest(said: Said, around: Around) -> str:
    anchor = around.day()
    return edtf.of_days(anchor, day_before(edtf.days_of(unit_at(said.unit or "year", anchor))[1]))


def _then(_said: Said, around: Around) -> str:
    if around.close is None:
        raise Unresolved(NO_DATE_BEFORE)
    return around.close


def _decade(said: Said, around: Around) -> str:
    if said.year is not None:
        return f"{said.year // 10:03d}X"
    anchor, n = around.day(), (said.n or 0) // 10
    century = anchor.year // 100 - (n > anchor.year % 100 // 10)
    return f"{century:02d}{n}X"


def _century(said: Said, _around: Around) -> str:
    return f"{(said.n or 1) - 1:02d}XX"


def _monthday(said: Said, around: Around) -> str:
    """As in "the 15th": the latest one not after the anchor."""
    anchor, day = around.day(), said.day or 1
    for back in range(13):
        month = add_months(anchor.replace(day=1), back if around.future else -back)
        if day <= monthrange(month.year, month.month)[1]:
            found = month.replace(day=day)
            if (found >= anchor) if around.future else (found <= anchor):
                return edtf.of_day(found)
    raise Unresolved(NO_SUCH_DAY)


def _shifted(days: int, around: Around) -> str:
    return edtf.of_day(around.day() + timedelta(days=days))


_KINDS: dict[str, Callable[[Said, Around], str]] = {
    "day": _day,
    "month": _month,
    "season": _month,
    "year": _year,
    "weekday": _weekday,
    "weekend": _weekend,
    "unit": _unit,
    "span": _span,
    "ago": _ago,
    "half": _half,
    "quarter": _quarter,
    "weekof": _weekof,
    "weekno": _weekof,
    "sofar": _sofar,
    "rest": _rest,
    "then": _then,
    "decade": _decade,
    "century": _century,
    "monthday": _monthday,
    "today": lambda _, around: _shifted(0, around),
    "now": lambda _, around: _shifted(0, around),
    "tomorrow": lambda _, around: _shifted(1, around),
    "yesterday": lambda _, around: _shifted(-1, around),
    "yesterdays": lambda said, around: _shifted(
        -2 if (said.which or "").startswith("before") else 2, around
    ),
    "afternext": lambda said, around: unit_at(
        said.unit or "week", moved(around.day(), said.unit or "week", 2)
    ),
}
