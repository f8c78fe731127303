"""Times that a statement may speak of, in words and in days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Words with a space before them, and the days from ``since`` up to, not including, ``until``.

    ``rolling`` where the words mean other days on another day of saying ("since March 1").
    """

    words: str
    since: date
    until: date
    rolling: bool = False


def month_before(rng: Random, day: date, latest: date) -> Period:
    """The whole month before ``day``, for a statement that is reported up to ``latest``."""
    until = day.replace(day=1)
    since = (until - DAY).replace(day=1)
    words = [f" in {since:%B}", f" in {since:%B}", f" over the whole of {since:%B}"]
    if latest.month == day.month:
        words.append(" last month")
    return Period(rng.choice(words), since, until)


def between(rng: Random, day: date) -> Period:
    """Some days that ended lately."""
    last = day - timedelta(days=rng.randint(2, 5))
    first = last - timedelta(days=rng.randint(6, 15))
    start, end = spoken(first), spoken(last)
    words = rng.choice((f" between {start} and {end}", f" from {start} to {end}"))
    return Period(words, first, last + DAY)


def since(day: date, first: date) -> Period:
    """From ``first`` up to the day of saying."""
    return Period(f" since {spoken(first)}", first, day + DAY, rolling=True)


def as_of(rng: Random, day: date) -> Period:
    """One day, named."""
    words = rng.choice((f" as of {spoken(day)}", f" on {spoken(day)}", f" as of {spoken(day)}"))
    return Period(words, day, day + DAY)


def past_day(day: date) -> Period:
    """The day before a bulletin."""
    return Period(" over the past day", day - DAY, day + DAY, rolling=True)


def spoken(day: date) -> str:
    """A day without its year: "March 1"."""
    return f"{day:%B} {day.day}"
