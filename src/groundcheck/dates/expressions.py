"""Dates said in a report, found and turned into days.

A phrase ("March 5") is read with what leads to it ("since", "before the end of") and what it
is joined to ("between March 5 and 9 April"); a weekday beside a date belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groundcheck.dates import edtf
from groundcheck.dates.calendar import WEEKDAY_NAMES
from groundcheck.dates.clock import find_clock_times
from groundcheck.dates.joining import DatePhrase, joined
from groundcheck.dates.phrases import phrases
from groundcheck.dates.reading import Reading
from groundcheck.model.span import Span
from groundcheck.model.when import When

__all__ = ["DayConflict", "find_clock_times", "find_dates", "find_day_conflicts"]


@dataclass(frozen=True, slots=True)
class DayConflict:
    """A weekday and a date written together that do not fit.

    ``weekday_said`` is the weekday of the text, ``weekday_is`` the one that ``date`` falls
    on, both in English with a capital.
    """

    span: Span
    weekday_said: str
    date: date
    weekday_is: str


def find_dates(text: str, anchor: date | None) -> tuple[When, ...]:
    """Every date said in ``text``, in order, none overlapping another.

    ``anchor`` is the day from which "Thursday" and "last year" are counted: the day of
    publication, or the day on which the words were spoken. A span holds a leading "since",
    "by", "between", but not "in", "on", "during". What cannot be resolved has ``edtf``
    ``None`` and the reason in ``note``.
    """
    return tuple(when for when, _ in _read(text, anchor))


def find_day_conflicts(text: str, anchor: date | None) -> tuple[DayConflict, ...]:
    """Every weekday written with a date that falls on another weekday."""
    conflicts = []
    for when, phrase in _read(text, anchor):
        if phrase.said_day is None or when.edtf is None or when.span is None:
            continue
        for part in (edtf.first_of(when.edtf), edtf.last_of(when.edtf)):
            if len(part) == 10:
                day = date.fromisoformat(part)
                if day.weekday() != phrase.said_day:
                    said, is_ = WEEKDAY_NAMES[phrase.said_day], WEEKDAY_NAMES[day.weekday()]
                    conflicts.append(DayConflict(when.span, said, day, is_))
                break
    return tuple(conflicts)


def _read(text: str, anchor: date | None) -> Iterator[tuple[When, DatePhrase]]:
    reading = Reading(text, anchor)
    for phrase in joined(text, phrases(text)):
        yield reading.when(phrase), phrase
