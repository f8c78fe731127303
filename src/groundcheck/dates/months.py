"""Months and seasons, and the year of one that is named without it."""

from __future__ import annotations

from groundcheck.dates import edtf
from groundcheck.dates.around import NO_DATE_BEFORE, Around, Unresolved, year_of
from groundcheck.dates.calendar import SEASON_MONTHS
from groundcheck.dates.said import Said


def month_of(said: Said, around: Around) -> str:
    """A month or a season; raises ``Unresolved``."""
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
