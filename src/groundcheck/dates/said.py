"""What a phrase says of a date, before anything is known of the day on which it was said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One date as said: what the words give, everything else ``None``.

    ``start`` and ``end`` are code points of the text, ``kind`` names the way of ``resolve``
    that turns it into days. ``month`` is 21 to 24 for a season, ``weekday`` 0 to 6 from
    Monday. ``until_day`` is the second day of "4 to 22 May"; ``which`` the word that places
    it ("last", "this", "past", "ago"), ``of_year`` and ``week`` the same word for the year or
    week it lies in ("June of that year", "Friday next week"); ``n`` counts ``unit``, or
    numbers a half, quarter, week or century, -1 being the last. ``lengths`` are those of
    "two years and a day ago", each a number and a unit, and "within" and "more than" count them
    from the day ``n`` days off the anchor, back from it where ``week`` is "before".
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    weekday: int | None = None
    which: str | None = None
    of_year: str | None = None
    week: str | None = None
    unit: str | None = None
    n: int | None = None
    lengths: tuple[tuple[int, str], ...] = ()
