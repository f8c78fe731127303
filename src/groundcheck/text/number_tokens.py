"""The tokens that numbers are made of, and how two neighbours are joined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from groundcheck.text import number_words as words
from groundcheck.text import numerals
from groundcheck.text.numerals import NumberKind


@dataclass(frozen=True, slots=True)
class Token:
    """A numeral or a number word: its offsets, what part it plays (``kind``), its value."""

    start: int
    end: int
    kind: str  # digits, small, tens, hundred, scale, dozen, ordinal, denominator
    value: float
    number_kind: NumberKind = "cardinal"


_KINDS: tuple[tuple[str, dict[str, int]], ...] = (
    ("small", words.SMALL),
    ("tens", words.TENS),
    ("hundred", {"hundred": 100, "hundreds": 100}),
    ("dozen", words.DOZEN),
    ("scale", words.SCALES),
    ("ordinal", words.ORDINALS),
    ("denominator", words.PLURAL_DENOMINATORS),
)
_SP = r"[^\S\n]*(?:\n[^\S\n]*)?"
_GAPS = {
    " ": r"[^\S\n]+|[^\S\n]*\n[^\S\n]*",
    "-": rf"{_SP}[-‐‑]{_SP}",
    "and": rf"{_SP}\s(?:and|&)\s{_SP}",
    "and a": rf"{_SP}[\s-]and[\s-]+an?[\s-]{_SP}",
    "a": rf"{_SP}\san?\s{_SP}",
    "of a": rf"{_SP}\sof\s+an?\s{_SP}",
    "point": rf"{_SP}\spoint\s{_SP}",
    ",": rf",{_SP}(?:and\s{_SP})?",
    "in": rf"{_SP}\sin\s(?:every\s)?{_SP}",
    "out of": rf"{_SP}\sout\s+of\s(?:every\s)?{_SP}",
    "over": rf"{_SP}\sover\s{_SP}",
}
_LONGEST_GAP = 24


@cache
def _kind_of_word() -> dict[str, tuple[str, float]]:
    return {word: (kind, float(v)) for kind, table in _KINDS for word, v in table.items()}


@cache
def _token_pattern() -> re.Pattern[str]:
    spelled = "|".join(sorted(_kind_of_word(), key=len, reverse=True))
    return re.compile(
        rf"(?P<word>(?<!\w)(?:(?i:{spelled}))(?!\w)|(?<=\d)(?:bln|bn|mln|mn|mil|tln|trn|(?i:thousand|million|billion|trillion))(?!\w))"
        rf"|{numerals.pattern().pattern}",
        re.VERBOSE,
    )


@cache
def _gap_pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<g{i}>{gap})" for i, gap in enumerate(_GAPS.values())), re.I)


def tokens(text: str) -> list[Token]:
    """All numerals and number words of ``text``, in order."""
    found = []
    kinds = _kind_of_word()
    for match in _token_pattern().finditer(text):
        if match["word"]:
            kind, value = kinds[match["word"].lower()]
            found.append(Token(match.start(), match.end(), kind, value))
        elif (read := numerals.value_of(match)) is not None:
            found.append(Token(match.start(), match.end(), "digits", *read))
    return found


def joint(text: str, first: Token, second: Token) -> str:
    """The name in ``_GAPS`` of what stands between two tokens, ``""`` for anything else."""
    start, end = first.end, second.start
    if start == end:
        return " " if second.kind == "scale" else ""
    if end - start > _LONGEST_GAP:
        return ""
    match = _gap_pattern().fullmatch(text, start, end)
    return list(_GAPS)[int((match.lastgroup or "g0")[1:])] if match else ""
