"""What is known where a date is said, and why one cannot be resolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groundcheck.dates.said import Said
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


def year_of(said: Said, around: Around) -> int | None:
    """The year that the words give, directly or by "last year", "that year"."""
    if said.year is not None:
        return said.year
    if said.of_year in ("that", "same"):
        if around.last_year is None:
            raise Unresolved(NO_DATE_BEFORE)
        return around.last_year
    if said.of_year is not None:
        return around.day().year + steps(said.of_year)
    return None


def steps(which: str) -> int:
    """How far "last", "this" and "next" lie from now: -1, 0 or 1."""
    if which in ("last", "past", "previous", "preceding"):
        return -1
    return 1 if which in ("next", "coming", "upcoming", "following") else 0
