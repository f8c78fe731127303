"""Interviews without labels: each question in a line of its own, its answer in those after it.

Either a question and its answer share a block of lines, or blocks alternate and the questions
are set off by their marks ("**…**") or by ending in a question mark. A list of questions that
the writer answers looks the same, so somebody must be introduced as talking, and must then
speak of "I" and "we".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from groundcheck.model import Span
from groundcheck.readers.document import Document
from groundcheck.readers.introduction import day_of_talk, guest_in
from groundcheck.readers.media import interviewed_by
from groundcheck.readers.turn import Turn

_TALK = re.compile(
    r"\b(?:(?:spoke|spoken|speaks|speaking|talked|talks|talking|chatted)\s+(?:to|with)|sat\s+down\s+with|"
    r"met\b(?!\s+with\s+(?:fierce|heavy|stiff))|interview(?:ed|er)?|conversation|caught\s+up\s+with|"
    r"answer(?:s|ed)\s+(?:our|questions)|took\s+(?:our\s+)?questions|received\s+us|questions\s+(?:to|for)|"
    r"(?:reached|put\s+\w+\s+questions\s+to))\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]urs?|us|[Mm]y|me)\b")
_EMPHASIS = re.compile(r"(?:\*\*|__|\*|_)[^*_\n]{4,}(?:\*\*|__|\*|_)")
_STOP = (".", "?", "!", ":", "…")
_FEWEST = 3
_LONGEST_INTRO = 2500
_OF_BLOCKS = 0.7
_OF_ANSWERS = 0.35

Exchange = tuple[Span, Span]


def find_exchanges(doc: Document) -> tuple[Turn, ...]:
    """The turns of an interview that has no labels; none where the text is not one."""
    blocks = _blocks(doc)
    found = _in_blocks(doc, blocks) or _alternating(doc, blocks)
    if not found:
        return ()
    intro = Span(0, found[0][0].start)
    answers = [a.of(doc.plain) for _, a in found]
    own = sum(_OWN.search(words) is not None for words in answers)
    if len(intro) > _LONGEST_INTRO or own < max(2, _OF_ANSWERS * len(found)):
        return ()
    if not _TALK.search(doc.plain, intro.start, intro.end):
        return ()
    medium = interviewed_by(doc, intro)
    guest = guest_in(doc, intro, medium)
    if guest is None:
        return ()
    said = day_of_talk(doc, intro)
    turns: list[Turn] = []
    for asks, tells in found:
        nowhere = Span(asks.start, asks.start)
        turns.append(Turn(asks, nowhere, "", guest.span, None, said))
        nowhere = Span(tells.start, tells.start)
        turns.append(Turn(tells, nowhere, guest.core, guest.span, medium, said))
    return tuple(turns)


def _blocks(doc: Document) -> list[list[Span]]:
    """The paragraphs between two blank lines, block by block."""
    blocks: list[list[Span]] = []
    for before, after in pairwise([Span(0, 0), *doc.paragraphs]):
        if "\n" in doc.plain[before.end : after.start].replace("\n", "", 1) or not blocks:
            blocks.append([])
        blocks[-1].append(after)
    return blocks


def _asks(doc: Document, paragraph: Span) -> bool:
    return paragraph.of(doc.plain).rstrip("*_ ").endswith("?")


def _in_blocks(doc: Document, blocks: Sequence[Sequence[Span]]) -> list[Exchange]:
    """Blocks of a question's line and the answer's lines, where nearly all from the first are."""
    wrapped = any(_is_wrapped(doc.report.text, p) for block in blocks for p in block)
    found: list[tuple[int, Exchange]] = []
    asked = 0
    for i, block in enumerate(blocks):
        whole = Span(block[0].start, block[-1].end)
        first = block[0] if wrapped else Span(whole.start, _line_end(doc.report.text, whole))
        if first.end < whole.end and first.of(doc.plain).rstrip("*_ ").endswith(_STOP):
            if not found and not _asks(doc, first):
                continue
            asked += _asks(doc, first)
            found.append((i, (first, Span(first.end + 1, whole.end))))
    if asked < _FEWEST or len(found) < _OF_BLOCKS * (len(blocks) - found[0][0]):
        return []
    return [exchange for _, exchange in found]


def _line_end(text: str, span: Span) -> int:
    end = text.find("\n", span.start, span.end)
    return end if end >= 0 else span.end


def _is_wrapped(text: str, paragraph: Span) -> bool:
    """Whether a line ends in the midst of a sentence."""
    line = text[paragraph.start : _line_end(text, paragraph)]
    return len(line) < len(paragraph) and not line.rstrip("*_ ").endswith(_STOP)


def _alternating(doc: Document, blocks: Sequence[Sequence[Span]]) -> list[Exchange]:
    """Questions and answers by turns, the questions set off by their marks or by what they ask."""
    marked = [b for b in blocks if len(b) == 1 and _EMPHASIS.fullmatch(b[0].of(doc.plain).strip())]
    by_marks = sum(_asks(doc, b[0]) for b in marked) >= _FEWEST
    questions = marked if by_marks else [b for b in blocks if len(b) == 1 and _asks(doc, b[0])]
    if len(questions) < _FEWEST:
        return []
    asks = [b[0] for b in questions]
    found: list[Exchange] = []
    for question, limit in zip(asks, [*(q.start for q in asks[1:]), len(doc.plain)], strict=True):
        answer = Span(question.end, limit)
        if not answer.of(doc.plain).strip():
            return []
        found.append((question, answer))
    return found
