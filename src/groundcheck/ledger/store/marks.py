"""What the full text of a statement is marked with, so that words and the rest are found at once.

A mark is a word of its own column: a place ("p12", with all that contains it), a kind ("k3"), the
year and the month in which it was said ("y2025", "m202502"), or "undated".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from groundcheck.ledger.store.words import Phrase

UNDATED = "undated"


def of_statement(kind: int, places: Iterable[int], said: date | None) -> str:
    """The marks of a statement, by the numbers of its kind and of the places it lies in."""
    days = [UNDATED] if said is None else [_year(said), _month(said)]
    return " ".join([f"k{kind}", *days, *(f"p{place}" for place in sorted(places))])


def places_in(marks: str) -> tuple[int, ...]:
    """The numbers of the places again."""
    return tuple(int(mark[1:]) for mark in marks.split() if mark[0] == "p")


def of_days(since: date, until: date) -> str:
    """The months and years that hold the days from ``since`` to ``until``, as an expression."""
    found, day = [], since.replace(day=1)
    while day <= until:
        year_long = day.month == 1 and (until.year, until.month) >= (day.year, 12)
        found.append(f'"{_year(day) if year_long else _month(day)}"')
        if (day.year, day.month) == (9999, 12) or (year_long and day.year == 9999):
            break
        day = day.replace(year=day.year + 1) if year_long else next_month(day)
    return f"({' OR '.join(found)})"


def _year(day: date) -> str:
    return f"y{day.year:04}"


def _month(day: date) -> str:
    return f"m{day.year:04}{day.month:02}"


def next_month(first: date) -> date:
    """The first day of the month after the one that begins on ``first``."""
    return (first + timedelta(days=31)).replace(day=1)


def expression(wanted: Iterable[Phrase], marked: Iterable[str]) -> str:
    """What SQLite's full text is asked for: words in any column of words, and marks."""
    said = " AND ".join(
        f'"{" ".join(phrase.words)}"{" *" if phrase.open else ""}' for phrase in wanted
    )
    marks = "".join(f" AND (marks : {mark})" for mark in marked)
    return f"({{claim title source}} : ({said})){marks}"
