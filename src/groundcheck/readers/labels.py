"""The labels of a transcript: "Q:", "MAYOR COSTA:", "**Jane Roe:**", "JR:", "HOST (on air):"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundcheck.model import Span
from groundcheck.text.wordlists import TITLES

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ0-9'’.-]*"
_NAME = r"[A-ZÀ-Þ][\w'’.-]*"
_LABEL = re.compile(
    r"^[ \t]*(?:\[[^\]\n]{2,60}\][ \t]+)?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+)?[*_]{0,3}"
    rf"(?P<label>Q|A|Question|Answer|{_CAPITALS}(?: {_CAPITALS}){{0,4}}|{_NAME}(?: {_NAME}){{0,3}})"
    r"(?:,[ ][^:\n,]{2,60}|[ ]?\([^)\n]{1,60}\))?[*_]{0,3}(?P<mark>:|(?<=^Q)\.|(?<=^A)\.)[*_]{0,3}"
    r"[ \t]+(?=\S)",
    re.MULTILINE,
)
_SURE = re.compile(rf"Q|A|Question|Answer|{_CAPITALS}(?: {_CAPITALS}){{0,4}}")
# What heads a part of a text rather than somebody's words.
HEADING = re.compile(
    r"(?:THE|OUR|MY|YOUR|WHAT|WHY|WHO|WHERE|HOW|NO|ON|IN)\b|(?:[A-Z]+ )*(?:CLAIMS?|RATING|VERDICT|"
    r"RULING|FACTS?|CONTEXT|BACKGROUND|SOURCES?|BOTTOM LINE|SUMMARY|UPDATE|CORRECTION|NOTE|OUTLOOK|"
    r"CONCLUSION|STATUS|TOTALS?|TALLY|SITUATION|CONFIDENCE|CASUALTIES|ASSESSMENT)$",
    re.IGNORECASE,
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label at the head of a paragraph: where it stands, its words, what follows."""

    span: Span
    words: str
    after: int

    @property
    def last(self) -> str:
        """The label's last word, by which a speaker is labelled later on."""
        return self.words.split()[-1].upper()

    @property
    def name(self) -> str:
        """The label without ranks and forms of address: "COSTA" of "GEN. COSTA"."""
        words = self.words.split()
        while len(words) > 1 and words[0].rstrip(".").lower() in TITLES - {"speaker"}:
            words = words[1:]
        return " ".join(words)


def find_labels(text: str) -> tuple[Label, ...]:
    """The labels of a transcript in order; none where the text is not one.

    A label in capitals must share the text with another one; one in small letters, which any
    "Note:" could be, must come back as a second one does.
    """
    found = [
        Label(Span(m.start("label"), m.end("mark")), m["label"], m.end())
        for m in _LABEL.finditer(text)
    ]
    found = [one for one in found if not HEADING.match(one.words)]
    counts: dict[str, int] = {}
    for one in found:
        counts[one.words] = counts.get(one.words, 0) + 1
    sure = [one for one in found if _SURE.fullmatch(one.words)]
    come_back = any(counts[one.words] > 1 for one in sure)
    if come_back and len(sure) >= _FEWEST and len({one.words for one in sure}) > 1:
        return tuple(sure)
    again = tuple(one for one in found if counts[one.words] > 1)
    return again if len({one.words for one in again}) > 1 else ()
