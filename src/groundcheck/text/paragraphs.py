"""Paragraphs of a text: the lines that soft wraps join.

Reports mix prose with headlines, lists and logs, so a newline parts unless it is a soft wrap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.model.span import Span

_WRAP_WIDTHS = range(60, 121)
_MIN_WRAPPED = 40

_DATE_HEADER = re.compile(r"\s*date[ \t]+\d{4}-\d\d-\d\d(?=\s)")
_ENTRY = re.compile(
    r"[•●▪‣◦·*>#]|[-–—]+\s|\(?\d{1,3}[.)]\s|\d{1,2}[:.h]\d\d\b|[A-Z][\w.'’ -]{0,30}:(?=\s|$)"
)
# No line of its own ends so: "… told the", "… in the states of".
_OPEN = re.compile(
    r"(?<=\s)(?:the|an?|of|in|on|at|to|for|by|with|from|into|and|or|that|than|its|their|his|her)$"
)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Blocks of lines that soft wraps join; blank lines and every other newline part them.

    A break is a soft wrap where the next line's first word would not have fitted into the
    block's width (60 to 120), or where a line of 40 or more goes on in lower case or ends in a
    word that must go on ("the", "of").
    """
    found: list[Span] = []
    block: list[Span] = []
    header = _DATE_HEADER.match(text)
    body = header.end() if header else 0
    if header:
        found += trimmed(text, 0, body)
    for line in _lines(text, body):
        if len(line):
            block.append(line)
        elif block:
            found += _joined(text, block)
            block = []
    return (*found, *_joined(text, block))


def _lines(text: str, start: int) -> Iterator[Span]:
    for line in text[start:].splitlines(keepends=True):
        yield from trimmed(text, start, start + len(line)) or (Span(start, start),)
        start += len(line)


def _joined(text: str, block: list[Span]) -> Iterator[Span]:
    if not block:
        return
    width = max(len(line) for line in block)
    start, last = block[0].start, block[0]
    for line in block[1:]:
        if not _soft(text, last, line, width):
            yield Span(start, last.end)
            start = line.start
        last = line
    yield Span(start, last.end)


def _soft(text: str, line: Span, after: Span, width: int) -> bool:
    head = text[after.start : min(after.end, after.start + width + 1)]
    if len(line) >= _MIN_WRAPPED and head[0].isalpha() and _OPEN.search(line.of(text)):
        return True
    if _ENTRY.match(head):
        return False
    word = head.split(None, 1)[0]
    if width in _WRAP_WIDTHS and len(line) + 1 + len(word) > width:
        return True
    tail = text[line.end - 1]
    return len(line) >= _MIN_WRAPPED and (
        tail == "," or (word[0].islower() and tail not in ".!?:;")
    )


def trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The span without white space at its ends, as a tuple of one, or of none if all is white."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (Span(start, end),) if start < end else ()
