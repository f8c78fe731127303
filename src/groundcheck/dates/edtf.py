"""EDTF level-1 strings and the half-open intervals of days that they stand for.

The subset of the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2) that a
report's dates need: day, month, season, year, unspecified digits at a year's end, and
intervals with a closed, open ("..") or unknown (empty) end, each date with an optional
qualifier ("?", "~", "%"). The years are those of ``datetime.date``, 1 to 9999.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from groundcheck.dates.calendar import SEASON_MONTHS
from groundcheck.errors import BadValue

Days = tuple[date | None, date | None]
"""First day and the day after the last; ``None`` is an end without limit."""

_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX|\dXXX)(?:-(\d\d)(?:-(\d\d))?)?[?~%]?", re.ASCII)
_SEASON_NAMES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_OPEN = ("", "..")


def days_of(edtf: str) -> Days:
    """The half-open interval of days that ``edtf`` covers.

    The day after 9999-12-31 does not exist in the calendar used and is ``None``. Raises
    ``BadValue`` where ``edtf`` is not of the subset, names no day of the calendar, or ends
    before it starts.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days_of_one(first)
    if first in _OPEN and last in _OPEN and edtf != "../..":
        raise BadValue(f"EDTF {edtf!r}: an interval without a date in it")
    start = None if first in _OPEN else _days_of_one(first)[0]
    end = None if last in _OPEN else _days_of_one(last)[1]
    if start is not None and end is not None and start >= end:
        raise BadValue(f"EDTF {edtf!r}: ends before it starts")
    return start, end


def _days_of_one(text: str) -> Days:
    match = _DATE.fullmatch(text)
    if match is None:
        raise BadValue(f"EDTF {text!r}: wants YYYY, YYYY-MM, YYYY-MM-DD or an interval of two")
    years, month, day = match.groups()
    if "X" in years:
        if month is not None:
            raise BadValue(f"EDTF {text!r}: a month in a year that is not given")
        low = max(1, int(years.replace("X", "0")))
        return _first(low, 1, text), _first(int(years.replace("X", "9")) + 1, 1, text)
    year = int(years)
    if month is None:
        return _first(year, 1, text), _first(year + 1, 1, text)
    number = int(month)
    if day is not None:
        only = _day(year, number, int(day), text)
        return only, day_after(only)
    if number in SEASON_MONTHS:
        begin = SEASON_MONTHS[number]
        return _first(year, begin, text), _first(year, begin + 3, text)
    if not 1 <= number <= 12:
        raise BadValue(f"EDTF {text!r}: there is no month {month}")
    return _first(year, number, text), _first(year, number + 1, text)


def _first(year: int, month: int, text: str) -> date | None:
    """The first of a month, where month 13 and on are the next year's."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return None if year == 10000 else _day(year, month, 1, text)


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadValue(f"EDTF {text!r}: {error}") from None


def day_after(day: date) -> date | None:
    """The next day, or ``None`` after the calendar's last one."""
    return None if day == date.max else day + timedelta(days=1)


def of_year(year: int) -> str:
    """A year, as in "2024"."""
    return f"{year:04d}"


def of_month(year: int, month: int) -> str:
    """A month or, from 21 to 24, a season of a year."""
    return f"{year:04d}-{month:02d}"


def of_day(day: date) -> str:
    """A day, as in "2025-02-20"."""
    return day.isoformat()


def of_days(first: date, last: date) -> str:
    """The days from ``first`` to ``last``, both included."""
    return of_day(first) if first == last else f"{of_day(first)}/{of_day(last)}"


def first_of(edtf: str) -> str:
    """The date an interval starts with, the string itself where it is none."""
    return edtf.partition("/")[0]


def last_of(edtf: str) -> str:
    """The date an interval ends with, the string itself where it is none."""
    return edtf.rpartition("/")[2]


def span_of(first: str, last: str) -> str:
    """From the start of ``first`` to the end of ``last``.

    Raises ``BadValue`` where that is no interval.
    """
    start, end = first_of(first), last_of(last)
    edtf = start if start == end else f"{start}/{end}"
    days_of(edtf)
    return edtf


def since(edtf: str) -> str:
    """From the start of ``edtf`` on: "2024-02/..".."""
    return f"{first_of(edtf)}/.."


def until(edtf: str) -> str:
    """Up to the end of ``edtf``: "../2022"."""
    return f"../{last_of(edtf)}"


def in_words(text: str) -> str:
    """An EDTF string as it is put in a sentence: "from 2025-01 on", "up to 2022", "A to B"."""
    start, slash, end = (_season_named(part) for part in text.partition("/"))
    if not slash:
        return start
    if end in _OPEN:
        return f"from {start} on"
    return f"up to {end}" if start in _OPEN else f"{start} to {end}"


def _season_named(text: str) -> str:
    """A season by its name and year, anything else as it is: "2025-24" is "winter 2025"."""
    year, _, part = text.partition("-")
    return f"{_SEASON_NAMES[part]} {year}" if part in _SEASON_NAMES else text
