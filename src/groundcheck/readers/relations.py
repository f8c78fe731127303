"""Who says what in a report, as relations between stretches of its words."""

from __future__ import annotations

import re

from groundcheck.model import AttributionRelation, Report, Span
from groundcheck.readers.document import annotate
from groundcheck.readers.frames import Frame, find_frames

_OPENING = re.compile(r"(?:\bthat\s+)?[\"“„«‘']?$")
_CLOSING = re.compile(r"[\"”»']?")
_STOPS = " ,.;:"


def find_relations(report: Report) -> tuple[AttributionRelation, ...]:
    """The attribution relations of the report in the order of their cues; never raises.

    A content has the "that" and the quotation marks around it, but neither the comma nor the
    full stop that parts it from what follows.
    """
    doc = annotate(report)
    return tuple(
        AttributionRelation(
            source=(frame.source,) if frame.source else (),
            cue=(frame.cue,),
            content=_content(doc.plain, frame),
        )
        for sentence in doc.sentences
        for frame in find_frames(doc, sentence)
    )


def _content(text: str, frame: Frame) -> tuple[Span, ...]:
    """ "The hills, he said, lay empty": the content stands on both sides of its header."""
    header, content = frame.header, frame.content
    halves = [content]
    if content.contains(header):
        halves = [Span(content.start, header.start), Span(header.end, content.end)]
    return tuple(_marked(text, half, frame.cue) for half in halves if half.of(text).strip(_STOPS))


def _marked(text: str, half: Span, cue: Span) -> Span:
    """The words without stops around them, but with the marks that belong to them."""
    words = half.of(text)
    start = half.end - len(words.lstrip(_STOPS))
    end = half.start + len(words.rstrip(_STOPS))
    before = _OPENING.search(text, cue.end if cue.end <= start else max(0, start - 1), start)
    after = _CLOSING.match(text, half.end)
    return Span(before.start() if before else start, after.end() if after and after[0] else end)
