"""Shares without a percent sign, and percent signs without a figure.

"Two-thirds of", "four in five" and "nearly all of the region" say a share; "a small percentage
of it" names one and leaves it open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from groundcheck.model.span import Span
from groundcheck.text.number_words import TIME_WORDS
from groundcheck.text.numbers import Number, find_numbers


class Whole(NamedTuple):
    """Words that mean 100 percent: their offsets and the row of the hedge table."""

    start: int
    end: int
    hedge: str


_OF = re.compile(
    r"\s+of\s+(?:(?:the|a|an|its|their|last|this|that|next|past|every)\s+)*([\w-]*)(['’]s)?"
)
_HALF_THE = re.compile(
    r"\s+(?:(?:the|its|their|his|her|our|your|my|this|that|these|those|all|[A-Z][\w-]*['’]s)\s+)(?!time|way|size|price|number)"
)
_NAMED = re.compile(r"\s[A-Z]")
_STANDS_ALONE = re.compile(
    r"[\"”»]?\s*(?:$|[.,;:!?)\]–—]|\s(?:and|or|but|at|in|by|up|down|from|is|are|was|were|has|have|had|since|when"
    r"|while|as|each|now|today|on|after|before|to|with)\b)"
)
_SHARE_BEFORE = re.compile(
    r"\b(?:by|or|is|was|than|at|to|holds?|held|only|just|another|further|remaining|other|controls?)\s+$"
)
_ROW_OF_PARTS = re.compile(
    r"\b(?:first|second|third|fourth|last|final|other|latter|next|previous|this|past)\s+$", re.I
)
_NOT_A_SHARE = TIME_WORDS | {
    "time", "quarter", "season", "century", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
}  # fmt: skip


def is_share(text: str, number: Number, hedged: bool) -> bool:
    """Whether the fraction ``number`` stands for a part of something."""
    if number.kind != "fraction" or not 0 < number.value <= 1:
        return False
    if number.parts:
        return True
    start, end = number.span.start, number.span.end
    before = text[max(0, start - 16) : start]
    if text[end : end + 1] in {"-", "/"} or _ROW_OF_PARTS.search(before):
        return False
    of = _OF.match(text, end)
    if of:
        named = of[1].lower()
        return bool(named) and (not (named in _NOT_A_SHARE or named.isdecimal()) or hedged)
    if number.text.lower().endswith("half") and _HALF_THE.match(text, end):
        return True
    if hedged and number.text.lower() == "half" and _NAMED.match(text, end):
        return True
    if not number.spelled and not hedged:
        return False
    if not _STANDS_ALONE.match(text, end):
        return False
    bare_single = number.text.lower() in {"half", "quarter"}
    several = not bare_single and not number.text.lower().startswith(("a ", "an "))
    return hedged or several or (not bare_single and bool(_SHARE_BEFORE.search(before)))


_LAND = (
    r"(?i:region|province|oblast|state|governorate|district|county|department|territory|territories"
    r"|border|country|city|town|village|capital|island|peninsula|area|land|coast|coastline|valley"
    r"|strip|enclave|sector|front|republic|township|municipality|prefecture|division|bank|basin"
    r"|suburbs?|neighbou?rhood|north|south|east|west|cent(?:re|er))"
)
_THE = r"(?:(?:the|its|their|his|our|this|that)\s+)?"
_SIDE = r"(?:(?:northern|southern|eastern|western|central|neighbou?ring|nearby)\s+)?"
_NAME = r"[A-Z][\w’'-]*[^\W_](?<!['’]s)"
_PLACE = rf"(?:{_THE}(?:[\w’'-]+\s+){{0,3}}?{_LAND}(?![\w’'])|{_SIDE}{_NAME}(?!['’\w]))"
_HOLDING = (
    r"(?:liberated|captured|taken|occupied|controlled|controls?|seized|held|holds?|recaptured"
    r"|retaken|regained|reclaimed|lost|freed|cleared|overrun|conquered)"
)
_ALL = (
    r"\b(?:(?P<nearly>(?i:(?:nearly|almost|virtually|practically|all but|effectively)\s+"
    r"(?:all|the\s+whole|the\s+entire(?:ty)?|entirely|completely|wholly)(?:\s+of)?))\b"
    rf"|(?P<exact>(?i:all\s+of|(?:the\s+)?whole\s+of|(?:the\s+)?entirety\s+of))(?=\s+{_PLACE})"
    r"|(?P<entire>(?i:the\s+(?:entire|whole)))"
    rf"(?=\s+(?:[A-Z][\w’'-]*\s+){{0,2}}{_LAND}(?![\w’']))"
    rf"|(?i:{_HOLDING})\s+(?P<full>(?i:in\s+full|in\s+its\s+entirety))\b)"
)
_ACROSS = re.compile(
    r"\b(?:across|throughout|along|in|over|around|within|for|to|after|before|not)\s+$", re.I
)


@cache
def _all_pattern() -> re.Pattern[str]:
    return re.compile(_ALL)


def wholes(text: str) -> Iterator[Whole]:
    """The places of ``text`` that say 100 percent in words, in order."""
    for match in _all_pattern().finditer(text):
        name = match.lastgroup or ""
        start, end = match.span(name)
        before = text[max(0, start - 12) : start]
        if name in {"exact", "entire"} and _ACROSS.search(before):
            continue
        yield Whole(start, end, "nearly" if name == "nearly" else "all")


_PERCENT = re.compile(
    r"(?<!\w)[%％](?!\w)|(?<!\w)(?:per[\s-]?cent|percent|percentage|pct)(?!\w|[\s-]points?\b)", re.I
)
_FIGURE_AFTER = re.compile(r"\s+of\s+$", re.I)
_ONLY_SPACE = re.compile(
    r"[\s\"”»‐‑-]{0,2}(?:or\s(?:more|less|so)\s|-?plus\s|\+\s?)?(?:of\s)?(?:an?\s)?"
)


def open_shares(text: str) -> tuple[Span, ...]:
    """Where a percent sign or word stands without a figure, in order: "a small percentage"."""
    found = tuple(find_numbers(text))
    ends, starts = [n.span.end for n in found], [n.span.start for n in found]
    spans = []
    for match in _PERCENT.finditer(text):
        before = bisect_right(ends, match.start()) - 1
        after = bisect_left(starts, match.end())
        if before >= 0 and _ONLY_SPACE.fullmatch(text, ends[before], match.start()):
            continue
        if after < len(found) and _FIGURE_AFTER.fullmatch(text, match.end(), starts[after]):
            continue
        spans.append(Span(*match.span()))
    return tuple(spans)
