"""Sentences and clauses of a text, as spans of it, in time linear in its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.model.span import Span
from groundcheck.text.paragraphs import paragraphs, trimmed
from groundcheck.text.wordlists import (
    BEFORE_A_FIGURE,
    BEFORE_A_NAME,
    CALENDAR_SHORT,
    EITHER,
    MONTHS,
    SPEECH,
    STARTERS,
    WEEKDAYS,
)

__all__ = ["clauses", "paragraphs", "sentences"]

_STOP = re.compile(r"[.!?…]+|[。！？؟۔।]|(?<=\s)[•●▪‣◦](?=\s)|(?<!\S)[-_*=~]{3,}(?!\S)")
_CLOSERS = re.compile(r"[\"”’'»›)\]}“`«*]*")
_TIGHT_CLOSERS = re.compile(r"[”’»›)\]}]*")
_NEXT = re.compile(r"([\s\"“”„«»‘'‹(\[*_—–-]{0,60})((?:[^\W\d_]{1,3}-(?=[A-Z]))?[^\W_]{0,40})")
_SAID = re.compile(r"(?:[A-Z][\w'’.-]{0,30}\s+){1,4}([a-z]{3,12})\b")
_QUOTES = frozenset("\"“”„«»‘’'‹›")
_SPACE = re.compile(r"\s*")
_CLAUSE = re.compile(r";|:(?=\s)|(?<=\s)(?:—|–|--)(?=\s)")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences in order, without the white space around them.

    Every character that is not white space stands in exactly one. Stops of abbreviations,
    initials, decimals and list numbers end nothing; marks that close after the stop belong to
    the sentence; a quotation that ends in ``?`` or ``!`` goes on in lower case.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text):
        found += _split(text, paragraph)
    return tuple(found)


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """The parts of ``span`` between semicolons, spaced dashes and colons, without these.

    A dash between two figures is a range and parts nothing.
    """
    found: list[Span] = []
    start = span.start
    for mark in _CLAUSE.finditer(text, span.start, span.end):
        if mark[0] in "—–--" and _is_range(text, mark):
            continue
        found += trimmed(text, start, mark.start())
        start = mark.end()
    return (*found, *trimmed(text, start, span.end))


def _is_range(text: str, dash: re.Match[str]) -> bool:
    left = text[max(0, dash.start() - 3) : dash.start()].rstrip()
    right = text[dash.end() : dash.end() + 3].lstrip()
    return left[-1:].isdigit() and right[:1].isdigit()


def _split(text: str, paragraph: Span) -> Iterator[Span]:
    start, counted, straight = paragraph.start, paragraph.start, 0
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.start() < start:
            continue
        straight += text.count('"', counted, stop.start())
        counted = stop.start()
        if stop[0][0] in "•●▪‣◦":
            end = stop.start()
        else:
            end = _closed(text, stop.end(), paragraph.end, inside=straight % 2 == 1)
            if end < paragraph.end and not _ends(text, Span(start, paragraph.end), stop, end):
                continue
        yield from trimmed(text, start, end)
        start = end
    yield from trimmed(text, start, paragraph.end)


def _closed(text: str, pos: int, limit: int, *, inside: bool) -> int:
    """Where the marks that close after a stop at ``pos`` end."""
    loose = _end(_CLOSERS, text, pos, limit)
    if loose == limit or text[loose].isspace():
        return loose
    tight = _end(_TIGHT_CLOSERS, text, pos, limit)
    return tight + 1 if inside and text[tight] == '"' else tight


def _end(pattern: re.Pattern[str], text: str, pos: int, limit: int) -> int:
    match = pattern.match(text, pos, limit)
    return match.end() if match else pos


def _ends(text: str, room: Span, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence that ``room`` starts ends with ``stop``, whose marks end at ``end``."""
    if stop[0][0] in "。！？؟۔।-_*=~":
        return True
    follow = _NEXT.match(text, end, room.end)
    if follow is None or not follow[2]:
        return text[end].isspace() and text[end : end + 60].lstrip()[:1] not in ",.;:!?)…%"
    before = text[max(room.start, stop.start() - 40) : stop.start()]
    token = before.split()[-1].lstrip("(\"“„«‘'[") if before and not before[-1].isspace() else ""
    if not text[end].isspace():
        return _ends_without_space(stop, end, token, follow)
    closers = text[stop.end() : end]
    word = follow[2]
    if word[0].islower() and "-" not in word:
        return stop[0] == "." and not closers and _ends_before_lower(token, word)
    if stop[0] != ".":
        return not (_QUOTES & set(closers) and _goes_on(text, end, room.end))
    if token.isdigit() and len(token) <= 3 and room.start >= stop.start() - len(token) - 1:
        return False
    return _ends_after(text, token, follow)


def _ends_without_space(stop: re.Match[str], end: int, token: str, follow: re.Match[str]) -> bool:
    word = follow[2]
    if not (word[0].isupper() and (word[1:2].islower() or not token or word in ("A", "I"))):
        return False
    if end > stop.end() or follow[1]:
        return True
    if "//" in token or "@" in token or token.lower().startswith("www"):
        return False
    if not token:
        return True
    if token.lower() in BEFORE_A_NAME | EITHER | CALENDAR_SHORT:
        return False
    return len(token) >= 2 if token[-1].isdigit() else token[-3:].isalpha() and len(token) >= 3


def _ends_before_lower(token: str, word: str) -> bool:
    if not token:
        return word.isalpha()
    plain = token.isalpha() and token.islower() and len(token) >= 3
    known = token in BEFORE_A_NAME or token in EITHER or token in BEFORE_A_FIGURE
    return plain and not known and word in STARTERS - {"to", "of", "and", "or", "by", "as", "a"}


def _goes_on(text: str, end: int, limit: int) -> bool:
    """Whether a verb of speech follows a quotation's end: "Where?" Smith asked."""
    match = _SAID.match(text, _end(_SPACE, text, end, limit), limit)
    return match is not None and match[1] in SPEECH


def _ends_after(text: str, token: str, follow: re.Match[str]) -> bool:
    """Whether a single stop after ``token`` ends a sentence before a capital or a figure."""
    word, low = follow[2], token.lower()
    first = word in ("A", "I") or (word.lower() in STARTERS and not word.isupper())
    if low in BEFORE_A_NAME:
        return False
    if word[0].isdigit() and low in BEFORE_A_FIGURE:
        return False
    if low in ("a.m", "p.m", "am", "pm"):
        zone = word.isupper() and 2 <= len(word) <= 4
        named = text[follow.end() : follow.end() + 6].startswith((" time", " Time"))
        return not (zone or named or word.lower() in WEEKDAYS | MONTHS)
    initial = len(token) == 1 and token.isupper()
    short = token[:1].isupper() and low in CALENDAR_SHORT
    dotted = "." in token and all(len(part) <= 2 for part in token.split("."))
    if initial or short or dotted or low in EITHER:
        return first or (not initial and bool(_QUOTES & set(follow[1])))
    return True
