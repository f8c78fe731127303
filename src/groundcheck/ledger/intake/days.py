"""The day of publication from what an item writes of it, and whether it can be one."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, timedelta

from groundcheck.dates.expressions import find_dates

_FIRST = date(1990, 1, 1)
"""Before the web; what is older was typed in later, or is a clock that was never set."""
_MILLISECONDS = 10**11
"""As seconds this lies in the year 5138, as milliseconds in 1973."""
_NUMBER = re.compile(r"-?\d{9,13}(?:\.\d+)?")
_ZONE = re.compile(r"\s*(?:UTC|GMT|Z)$")
_RFC_ZONE = re.compile(r":\d\d\s*([+-]\d{4})\b")
_TWO_WAYS = re.compile(r"\s*(\d{1,2})([/-])(\d{1,2})\2\d{4}\b")
_SHOWN = 40


def published(
    value: object, today: date | None, day_first: bool = False
) -> tuple[date | None, str | None]:
    """The day that ``value`` says, or none and a sentence why it is not used.

    A text, or a number of seconds or milliseconds since 1970, may say it. With a time and a zone
    it is the day in UTC, without one the day as it stands. "3/4/2020" is two days, unless
    ``day_first``. Days before 1990, or later than the day after tomorrow, are not used.
    """
    if value is None or value == "":
        return None, None
    shown = " ".join(str(value).split())
    shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
    try:
        day = _day(value, day_first)
    except (ValueError, OverflowError, OSError):
        day = None
    if day is None:
        return None, f"the date {shown!r} is not used: it cannot be told which day it is"
    problem = why_not(day, today)
    return (day, None) if problem is None else (None, problem)


def why_not(day: date, today: date | None) -> str | None:
    """Why ``day`` cannot be the day of publication, as a sentence; None where it can."""
    if date(1969, 12, 31) <= day <= date(1970, 1, 1):
        return f"the date {day} is not used: it is where computers' clocks begin"
    if day < _FIRST:
        return f"the date {day} is not used: it lies before {_FIRST}, when no page could say it"
    if today is not None and day > today + timedelta(days=2):
        return f"the date {day} is not used: it lies in the future of {today}"
    return None


def _day(value: object, day_first: bool) -> date | None:
    """The day; raises what the library does for numbers out of range."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return _of_number(value)
    if not isinstance(value, str) or len(value) > 200:
        return None
    text = value.strip()
    if _NUMBER.fullmatch(text):
        return _of_number(float(text))
    try:
        return _in_utc(datetime.fromisoformat(_ZONE.sub("+00:00", text)))
    except ValueError:
        return _of_words(text, day_first)


def _of_number(value: float) -> date | None:
    if isinstance(value, int) and 19000000 < value < 22000000:
        return datetime.strptime(str(value), "%Y%m%d").date()
    if not math.isfinite(value):
        return None
    seconds = value / 1000 if abs(value) >= _MILLISECONDS else value
    return datetime.fromtimestamp(seconds, UTC).date()


def _of_words(text: str, day_first: bool) -> date | None:
    two = _TWO_WAYS.match(text)
    if two and not day_first and two[1] != two[3] and max(int(two[1]), int(two[3])) <= 12:
        return None
    found = find_dates(text, None)
    if len(found) != 1 or found[0].start is None or found[0].end is None:
        return None
    if found[0].end - found[0].start != timedelta(days=1):
        return None
    return _shifted(found[0].start, text)


def _shifted(day: date, text: str) -> date:
    """The day in UTC where the text has a time with a zone, as mails and feeds write it."""
    if not _RFC_ZONE.search(text):
        return day
    from email.utils import parsedate_to_datetime  # noqa: PLC0415

    return _in_utc(parsedate_to_datetime(text))


def _in_utc(moment: datetime) -> date:
    return (moment if moment.tzinfo is None else moment.astimezone(UTC)).date()
