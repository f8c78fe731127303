"""Days before and after a day, within the calendar."""

from __future__ import annotations

from datetime import date

_LAST = date.max.toordinal()


def shifted(day: date, days: int) -> date:
    """The day so many days later, or earlier; the calendar's first or last where it ends before."""
    return date.fromordinal(min(max(1, day.toordinal() + days), _LAST))
