"""Phrases that say one time together: what leads to a date, its weekday, the two of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from groundcheck.dates.calendar import NUMBERS
from groundcheck.dates.said import Said

_BACK = 64
_PART = re.compile(
    r"(?:\bw/c\s+|week\s+commencing\s+)$|\b(?:the\s+)?(?:(?:very\s+)?(?:late|early|mid|middle|end|beginning|start|close|course|night|morning"
    r"|evening|afternoon|eve|whole|week|month|first\s+days|last\s+days|opening\s+days|final\s+days)"
    r"(?:\s+(?:of|in|on|(?:starting|beginning|commencing)(?:\s+on)?)\s+|\s+|[-‑])(?:the\s+)?|the\s+)$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?P<lead>since|by|until|till|before|prior\s+to|no\s+later\s+than|up\s+to|through|after|from|between)"
    r"(?:\s+(?:on|in|at))?\s+$",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})\s+(?P<unit>day|week|month|year)s?\s+$", re.IGNORECASE
)
_LASTING = re.compile(
    rf"\bfor\s+(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})\s+(?P<unit>day|week|month|year)s?,?\s+"
    r"(?:from|(?:starting|beginning|commencing)(?:\s+(?:from|on))?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_BESIDE = re.compile(r"[.,]{0,2}[ \t]+(?:the[ \t]+)?|[ \t]*\([ \t]*", re.IGNORECASE)
_A_WEEKDAY = re.compile(r",[ \t]+an?[ \t]+|[ \t]+\([ \t]*(?:an?[ \t]+)?", re.IGNORECASE)
_TO = re.compile(
    r"\s*[-–—‑]\s*|\s+(?:to|until|till|through|thru|up\s+to)\s+(?:the\s+)?"
    r"(?:(?:late|early|mid|end|beginning|start)(?:\s+of)?[\s-]+(?:the\s+)?)?",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s+and\s+(?:into\s+|on\s+|in\s+)?(?:the\s+)?"
    r"(?:(?:night|morning|evening|late|early|mid|end|start|beginning)(?:\s+of)?[\s-]+(?:the\s+)?)?",
    re.IGNORECASE,
)
_WEEKS = ("this", "last", "next")
_IN_WEEK = re.compile(r"\s+(?:from|between)\s+", re.IGNORECASE)
_NO_LEAD = {
    "ago": ("from", "after"),
    "lengths": ("from", "after"),
    "year": ("from",),
    "weekday": ("from",),
}


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Phrases that belong together: one date, or the two of a range, and what leads to it.

    ``offset`` is the length counted from the date ("two days after March 5"), ``lasting`` the one
    that begins with it ("for two weeks from March 5").
    """

    start: int
    end: int
    first: Said
    last: Said | None
    lead: str
    part: str
    said_day: int | None
    offset: tuple[int, str] | None = None
    lasting: tuple[int, str] | None = None


def _dated(said: Iterator[Said], text: str) -> Iterator[tuple[Said, int | None]]:
    """Each phrase, a weekday and the date beside it as one, with the weekday that was said."""
    held: Said | None = None
    for following in said:
        one = following
        if held is not None:
            gap = text[held.end : one.start]
            one = _in_week(held, one, gap)
            if (
                held.kind == "weekday"
                and one.kind in ("day", "monthday")
                and held.which is None
                and _BESIDE.fullmatch(gap)
            ):
                yield replace(one, start=held.start, weekday=held.weekday), held.weekday
                held = None
                continue
            if (
                held.kind == "day"
                and one.kind == "weekday"
                and held.until_day is None
                and _A_WEEKDAY.fullmatch(gap)
            ):
                yield replace(held, end=one.end), one.weekday
                held = None
                continue
            yield held, None
        held = one
    if held is not None:
        yield held, None


def _in_week(week: Said, one: Said, gap: str) -> Said:
    """A weekday with the week said before it, as in "last week between Monday and Thursday"."""
    said = week.kind == "unit" and week.unit == "week" and week.which in _WEEKS
    if said and one.kind == "weekday" and one.which is None and _IN_WEEK.fullmatch(gap):
        return replace(one, week=week.which)
    return one


def joined(text: str, phrases: Iterator[Said]) -> Iterator[DatePhrase]:
    """Phrases with what leads to them, two of them as one where words make them a range."""
    held: DatePhrase | None = None
    before = 0
    for one, day in _dated(phrases, text):
        if held is not None:
            if _is_range(text, held.first, one, held.lead):
                yield replace(held, start=_from(text, held, before), end=one.end, last=one)
                held, before = None, one.end
                continue
            yield held
            before = held.end
        held = _lasting(text, one, day, before)
        if held is None:
            start, lead, part = _lead(text, one, before)
            held = _offset(text, DatePhrase(start, one.end, one, None, lead, part, day), before)
    if held is not None:
        yield held


def _offset(text: str, phrase: DatePhrase, floor: int) -> DatePhrase:
    """The phrase with the length of time counted from it, as in "two days after March 5"."""
    steps = {"before": -1, "after": 1, "from": 1}.get(phrase.lead)
    found = _OFFSET.search(text, max(floor, phrase.start - _BACK), phrase.start)
    if steps is None or found is None:
        return phrase
    n, unit = _counted(found)
    return replace(phrase, start=found.start(), lead="", offset=(steps * n, unit))


def _lasting(text: str, said: Said, day: int | None, floor: int) -> DatePhrase | None:
    """The date with the length that begins on it, as in "for three days from Monday"."""
    found = _LASTING.search(text, max(floor, said.start - _BACK), said.start)
    if found is None:
        return None
    return DatePhrase(found.start(), said.end, said, None, "", "", day, None, _counted(found))


def _counted(found: re.Match[str]) -> tuple[int, str]:
    n = found["n"].lower()
    return int(n) if n.isdecimal() else NUMBERS[n], found["unit"].lower()


def _from(text: str, phrase: DatePhrase, floor: int) -> int:
    """Where a range begins, "from" with it also where it says nothing of a single date."""
    before = _FROM.search(text, max(floor, phrase.start - _BACK), phrase.start)
    return before.start() if before and not phrase.lead else phrase.start


def _lead(text: str, said: Said, floor: int) -> tuple[int, str, str]:
    """Where the date begins with what leads to it, the leading word, the part meant."""
    low = max(floor, said.start - _BACK)
    before = text[low : said.start]
    start, parts = said.start, ""
    for _ in range(3):
        part = _PART.search(before)
        if part is None:
            break
        before, start, parts = before[: part.start()], low + part.start(), part[0].lower() + parts
    if said.kind == "year" and parts == "the ":
        start, parts = said.start, ""
    lead = _LEAD.search(before)
    word = " ".join(lead["lead"].lower().split()) if lead else ""
    if lead is None or word in _NO_LEAD.get(said.kind, ()):
        return start, "", parts
    return low + lead.start(), word, parts


def _is_range(text: str, first: Said, last: Said, lead: str) -> bool:
    gap = text[first.end : last.start]
    if len(gap) > 40 or last.until_day is not None or first.until_day is not None:
        return False
    if last.kind in ("then", "ago") or first.kind in ("then", "ago"):
        return False
    if lead == "between":
        return _AND.fullmatch(gap) is not None or _TO.fullmatch(gap) is not None
    if _TO.fullmatch(gap):
        return lead in ("", "from") and (
            first.kind == last.kind or lead == "from" or "-" not in gap
        )
    return (
        lead in ("", "since")
        and not lead
        and _AND.fullmatch(gap) is not None
        and _adjacent(first, last)
    )


def _adjacent(first: Said, last: Said) -> bool:
    """Whether "X and Y" are neighbours, so that the two are one interval."""
    if first.kind != last.kind:
        return False
    if first.kind == "day" and first.day and last.day:
        return first.month == last.month and last.day - first.day == 1
    if first.kind == "month" and first.month and last.month:
        return last.month - first.month == 1
    if first.kind == "year" and first.year and last.year:
        return last.year - first.year == 1
    if first.kind == "weekday" and first.weekday is not None and last.weekday is not None:
        return (last.weekday - first.weekday) % 7 == 1 and first.which == last.which
    return False
