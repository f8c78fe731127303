"""The words that make a clause a claim of one kind or another, from ``data/predicates.tsv``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from groundcheck.geo.regions import rows
from groundcheck.model import Kind, Span
from groundcheck.readers.document import Document
from groundcheck.readers.presence import presences

# "Fell on Friday" is no "fell on": a day, month or year may follow the words that must not.
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_DAY = (
    r"(?:(?:(?:early|late|mid|the\s+(?:spring|summer|autumn|fall|winter)(?:\s+of)?)[\s-]+)?"
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|the\s+\d|\d+(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}|"
    r"(?:19|20)\d\d\b|\d+(?:st|nd|rd|th)\b))"
)
_WORD_START = re.compile(r"\b\w{1,3}")
# What falls without anybody's taking it: "rain fell", "prices have fallen".
_DROPS = re.compile(
    r"\b(?:rain|snow|hail|sleet|ash|shells?|rockets?|missiles?|bombs?|mortars?|rounds|drones?|debris|"
    r"shrapnel|temperatures?|prices?|rates?|exports?|imports?|output|production|harvests?|yields?|"
    r"revenues?|sales|shares?|stocks?|inflation|numbers?|figures?|levels?|volumes?|turnout|attendance|"
    r"support|deaths|night|darkness|dusk|silence|curtain|currency|r[ou]+ble|hryvnia|pound|dollar|"
    r"kyat|birr|franc|rial|lira)\s+(?:(?:had|has|have|also|then|again|still)\s+){0,2}$",
    re.IGNORECASE,
)
_BEFORE = 40
"""So many characters before "fell" show what falls."""
Role = Literal["holds", "takes", "loses", "falls", "neutral"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate found in a text. ``role`` is what the actor of the clause does by it."""

    span: Span
    text: str
    kind: Kind
    role: Role


@cache
def _table() -> tuple[tuple[Kind, Role, str], ...]:
    found = []
    for row in rows("predicates"):
        kind, role, words, excluded = (*row, "")[:4]
        pattern = "|".join(form for word in words.split("|") for form in _forms(word))
        words_after = excluded.replace(" ", r"\s+")
        barrier = rf"(?!\s+(?:{words_after})\b(?!\s+{_DAY}))" if excluded else ""
        found.append((cast(Kind, kind), cast(Role, role), rf"(?:{pattern})\b{barrier}"))
    return tuple(found)


def _forms(word: str) -> tuple[str, ...]:
    """One entry of the table as patterns: "~seize" in its regular forms, "…" as a gap."""
    if not word.startswith("~"):
        gapped = re.sub(r"(?:… )+", lambda gaps: f"@{3 * gaps[0].count('…')}", word)
        spaced = gapped.replace(" ", r"\s+")
        return (re.sub(r"@(\d)", r"(?:[\\w'.,-]+\\s+){0,\1}?", spaced),)
    stem = word[1:]
    if stem.endswith("e"):
        return (f"{stem}s?", f"{stem}d", f"{stem[:-1]}ing")
    return (f"{stem}(?:e?s)?", f"{stem}ed", f"{stem}ing")


@cache
def _pattern() -> re.Pattern[str]:
    groups = "|".join(f"(?P<p{i}>{pattern})" for i, (_, _, pattern) in enumerate(_table()))
    return re.compile(rf"\b(?:{groups})", re.IGNORECASE)


@cache
def _starts() -> frozenset[str]:
    """How the entries of the table begin: looking at these alone is several times as fast."""
    entries = [e for row in rows("predicates") for word in row[2].split("|") for e in _forms(word)]
    return frozenset(match[0].lower() for e in entries if (match := _WORD_START.match(e)))


def find_predicates(doc: Document, span: Span) -> tuple[Predicate, ...]:
    """The predicates in a stretch of the text, in its order and apart from each other."""
    return predicates_in(doc.plain, span)


# One stretch is asked for by several who read a clause.
@lru_cache(maxsize=512)
def predicates_in(text: str, span: Span) -> tuple[Predicate, ...]:
    """The same in any text."""
    table, pattern, starts = _table(), _pattern(), _starts()
    found: list[Predicate] = []
    left = span.start
    for word in _WORD_START.finditer(text, span.start, span.end):
        if word.start() < left or word[0].lower() not in starts:
            continue
        match = pattern.match(text, word.start(), span.end)
        if match:
            kind, role, _ = table[int((match.lastgroup or "p0")[1:])]
            left = match.end()
            before = max(span.start, match.start() - _BEFORE)
            if role == "falls" and _DROPS.search(text, before, match.start()):
                continue
            found.append(Predicate(Span(*match.span()), match[0].lower(), kind, role))
    for at, present in presences(text, span):
        if not any(p.span.overlaps(at) for p in found):
            held: Role = "takes" if present == "capture" else "holds"
            found.append(Predicate(at, text[at.start : at.end].lower(), present, held))
    return tuple(sorted(found, key=lambda p: p.span))
