"""Who says what in a report, as relations between stretches of its words."""

from __future__ import annotations

from groundcheck.model import AttributionRelation, Report, Span
from groundcheck.readers.document import annotate
from groundcheck.readers.frames import Frame, find_frames


def find_relations(report: Report) -> tuple[AttributionRelation, ...]:
    """The attribution relations of the report in the order of their cues; never raises."""
    doc = annotate(report)
    return tuple(
        AttributionRelation(
            source=(frame.source,) if frame.source else (),
            cue=(frame.cue,),
            content=_without_header(doc.plain, frame),
        )
        for sentence in doc.sentences
        for frame in find_frames(doc, sentence)
    )


def _without_header(text: str, frame: Frame) -> tuple[Span, ...]:
    """ "The hills, he said, lay empty": the content is what stands on both sides of the header."""
    header, content = frame.header, frame.content
    if not content.contains(header):
        return (content,)
    pieces = (Span(content.start, header.start), Span(header.end, content.end))
    return tuple(piece for piece in pieces if piece.of(text).strip(" ,"))
