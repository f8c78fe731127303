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
from groundcheck.dates.lengths import LENGTHS
from groundcheck.dates.months import month_of
from groundcheck.dates.reaches import REACHES
from groundcheck.dates.said import Said
from groundcheck.dates.units import add_months, moved, unit_at


def resolve(said: Said, around: Around) -> str:
    """The EDTF string of the days meant. Raises ``Unresolved`` with the reason."""
    try:
        return _KINDS[said.kind](said, around)
    except Unresolved:
        raise
    except (ValueError, OverflowError):
        raise Unresolved(NO_SUCH_DAY) from None


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
    month = add_months(around.day().replace(day=1), steps(said.which or "this"))
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


def _year(said: Said, _around: Around) -> str:
    return edtf.of_year(date(said.year or 0, 1, 1).year)


def _weekday(said: Said, around: Around) -> str:
    anchor, wanted = around.day(), said.weekday or 0
    monday = anchor - timedelta(days=min(anchor.weekday(), anchor.toordinal() - 1))
    back = (anchor.weekday() - wanted) % 7
    ahead = (wanted - anchor.weekday()) % 7
    if said.week is not None:
        found = monday + timedelta(days=7 * steps(said.week) + wanted)
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
    if said.weekday is not None:
        fitting = _nearest_that_fits(anchor, day, said.weekday)
        if fitting is not None:
            return edtf.of_day(fitting)
    for back in range(13):
        month = add_months(anchor.replace(day=1), back if around.future else -back)
        if day <= monthrange(month.year, month.month)[1]:
            found = month.replace(day=day)
            if (found >= anchor) if around.future else (found <= anchor):
                return edtf.of_day(found)
    raise Unresolved(NO_SUCH_DAY)


def _nearest_that_fits(anchor: date, day: int, weekday: int) -> date | None:
    """The nearest ``day`` of a month that falls on ``weekday``, as in "Friday the 15th"."""
    months = (add_months(anchor.replace(day=1), step) for step in range(-2, 3))
    days = (m.replace(day=day) for m in months if day <= monthrange(m.year, m.month)[1])
    fitting = [d for d in days if d.weekday() == weekday]
    return min(fitting, key=lambda d: abs(d - anchor), default=None)


def _years(said: Said, _around: Around) -> str:
    """As in "2013-14", where the second year is short for one of the same century."""
    year = said.year or 0
    return edtf.span_of(edtf.of_year(year), edtf.of_year(year // 100 * 100 + (said.n or 0)))


def _shifted(days: int, around: Around) -> str:
    return edtf.of_day(around.day() + timedelta(days=days))


_KINDS: dict[str, Callable[[Said, Around], str]] = {
    **LENGTHS,
    **REACHES,
    "day": _day,
    "month": month_of,
    "season": month_of,
    "year": _year,
    "years": _years,
    "weekday": _weekday,
    "weekend": _weekend,
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
