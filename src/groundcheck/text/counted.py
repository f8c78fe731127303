"""What stands behind a number: a unit, or the head of the noun phrase that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from groundcheck.text import nouns, units
from groundcheck.text.compound_units import with_rate
from groundcheck.text.number_words import SMALL, TENS
from groundcheck.text.other_units import SIGNS_BEFORE

_LONGEST_PHRASE = 5
_QUOTED = 1000
_OPENS = re.compile("[“«„]")
_GAP = re.compile(r"[\"”»]?(?:\s?[-‐‑]\s?|\s{0,2})(?=\S)")
_WORD = re.compile(r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)[\"“«‘]?([^\W\d_][\w.'’-]*)")
_MARK = re.compile(r"[^\S\n]\d{1,3}(?=[^\S\n][a-z])")
_HYPHENATED = re.compile(r"[-‐‑]([^\W\d_]+)((?:-[^\W\d_]+)*)")
_COORDINATED = re.compile(r"(?:,?\s+(?:and|or)|,)\s+([^\W\d_]+)")
_OLD = re.compile(r"[\s-]old\b")


class Counted(NamedTuple):
    """A unit and the offset where its words end."""

    unit: str
    end: int


def money_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency whose sign stands before ``start``, and where the sign begins."""
    at = start - 1 if text[start - 1 : start] != " " else start - 2
    sign = text[at : at + 1] if at >= 0 else ""
    return (SIGNS_BEFORE[sign], at) if sign in SIGNS_BEFORE else None


def measure_after(text: str, end: int) -> Counted | None:
    """The unit of measure that stands directly behind ``end``."""
    gap = _GAP.match(text, end)
    if gap is None:
        return None
    match = units.pattern().match(text, gap.end())
    if match is None and _is_inch(text, end):
        return Counted("inch", end + 1)
    if match is None or _OLD.match(text, match.end()):
        return None
    letter = len(match[0]) == 1 and match[0].isalpha()
    if letter and ("-" in gap[0] or text[match.end() : match.end() + 1] == "-"):
        return None
    return Counted(*with_rate(text, units.unit_of(match), match.end()))


# "A ton of" is mostly a figure of speech, and so left out.
_ONE_OF = re.compile(
    r"\b[Aa]n?(?=\s(?:gallon|lit(?:er|re)|barrel|tonne|kilo(?:gram)?|gram|ounce|pound)\sof\b)"
)


def one_of(text: str) -> Iterator[tuple[int, Counted]]:
    """Where an article stands for one of a measure, "a tonne of grain", with the measure."""
    for match in _ONE_OF.finditer(text):
        counted = measure_after(text, match.end())
        if counted is not None:
            yield match.start(), counted


def _is_inch(text: str, end: int) -> bool:
    """Whether the sign at ``end`` is that of inches: no other of its kind makes it a quotation."""
    near = text[max(0, end - _QUOTED) : end + _QUOTED]
    return text[end : end + 1] == '"' and near.count('"') == 1 and not _OPENS.search(near)


def noun_after(text: str, end: int, value: float) -> Counted | None:
    """The noun that a number ending at ``end`` counts, as a unit; ``None`` where none does."""
    hyphenated = _HYPHENATED.match(text, end)
    if hyphenated:
        return None
    return _one(text, end) if value == 1 else _many(text, end)


def _words(text: str, end: int) -> list[tuple[str, int]]:
    """The words of the phrase, each with its end, up to a word or sign that ends it."""
    found: list[tuple[str, int]] = []
    while len(found) < _LONGEST_PHRASE:
        mark = _MARK.match(text, end) if found and found[-1][0][0].isupper() else None
        match = _WORD.match(text, mark.end() if mark else end)
        if match is None:
            break
        word, end = match[1], match.end()
        closed = word.endswith(".") and not re.fullmatch(r"(?:[A-Za-z]\.)+", word)
        word = word.rstrip(".'’-")
        end = match.start(1) + len(word)
        lower = word.lower()
        if lower in nouns.STOP or lower in SMALL or lower in TENS:
            if lower not in nouns.PASSED_OVER:
                break
            continue
        found.append((word, end))
        if closed or word.endswith(("'s", "’s")):
            break
    return found


def _many(text: str, end: int) -> Counted | None:
    words = _words(text, end)
    for at, (word, word_end) in enumerate(words):
        if word.endswith(("'s", "’s")):
            return None
        unit = units.pattern().fullmatch(word)
        if unit and len(word) > 2:
            return Counted(units.unit_of(unit), word_end)
        if not _counts(word):
            continue
        following = words[at + 1][0] if at + 1 < len(words) else ""
        if following and _counts(following) and following[0].islower():
            continue
        return _with_second(text, Counted(nouns.unit_for(word), word_end))
    return None


def _counts(word: str) -> bool:
    """Whether a word can be the head of a counted plural."""
    lower = word.lower()
    if lower in nouns.PEOPLE:
        return nouns.is_plural(lower) or lower in nouns.PEOPLE_PLURAL
    return nouns.is_plural(lower) or nouns.unit_for(word) == "people"


def _one(text: str, end: int) -> Counted | None:
    for at, (word, word_end) in enumerate(_words(text, end)[:3]):
        lower = word.lower()
        unit = units.pattern().fullmatch(word)
        if unit and len(word) > 2:
            return Counted(units.unit_of(unit), word_end)
        if lower in nouns.PEOPLE or lower in nouns.SETTLEMENTS:
            return Counted(nouns.unit_for(word), word_end)
        if lower in nouns.COUNTED and at < 2:
            return Counted(lower, word_end)
    return None


def _with_second(text: str, head: Counted) -> Counted:
    """The head with the second noun of "towns and villages" where both give the same unit."""
    end = head.end
    while head.unit in {"people", "settlements"}:
        match = _COORDINATED.match(text, end)
        if (
            match is None
            or nouns.unit_for(match[1]) != head.unit
            or match[1].lower() not in nouns.PEOPLE | nouns.SETTLEMENTS
        ):
            break
        end = match.end()
    return Counted(head.unit, end)
