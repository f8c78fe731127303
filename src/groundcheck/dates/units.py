"""Days, weeks, months and years: which one a day lies in, and steps from one to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from groundcheck.dates import edtf


def add_months(day: date, months: int) -> date:
    """The same day of another month, its last one where that month is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def day_before(day: date | None) -> date:
    """The last day of an interval that ends before ``day``."""
    return date.max if day is None else day - timedelta(days=1)


def week_of(edtf_day: str) -> str:
    """The week, Monday to Sunday, in which a date begins."""
    start = edtf.days_of(edtf_day)[0]
    return edtf_day if start is None else unit_at("week", start)


def unit_at(unit: str, day: date) -> str:
    """The day, week, month, year or decade that ``day`` lies in."""
    if unit in ("hour", "day"):
        return edtf.of_day(day)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return edtf.of_days(monday, monday + timedelta(days=6))
    if unit == "weekend":
        saturday = day + timedelta(days=5 - day.weekday())
        return edtf.of_days(saturday, saturday + timedelta(days=1))
    if unit == "month":
        return edtf.of_month(day.year, day.month)
    return f"{day.year // 10:03d}X" if unit == "decade" else edtf.of_year(day.year)


def moved(day: date, unit: str, n: int) -> date:
    """The day that lies ``n`` units later."""
    if unit == "hour":
        return day + timedelta(days=-(-n // 24) if n > 0 else n // 24)
    if unit == "day":
        return day + timedelta(days=n)
    if unit in ("week", "weekend"):
        return day + timedelta(days=7 * n)
    return add_months(day, n * {"month": 1, "year": 12, "decade": 120}[unit])


def up_to(anchor: date, unit: str, n: int) -> str:
    """The last ``n`` units up to the anchor and with it."""
    return edtf.of_days(moved(anchor, unit, -n), anchor)
