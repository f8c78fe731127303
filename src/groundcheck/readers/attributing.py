"""From a voice to the attribution of the words in it: source, cue, mode, outlet, day, chain."""

from __future__ import annotations

from groundcheck.model import THE_REPORT, Attribution, Mode, Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.voices import Voice

# Quotations are looked for this far before a span; one that begins earlier is no single remark.
_FAR = 3000


def attribution(doc: Document, voice: Voice, span: Span) -> Attribution:
    """Who says the words at ``span``, through whom, to whom and when, as the voice has it."""
    if voice.source is None:
        return Attribution(THE_REPORT, "narrator")
    frame, turn = voice.frame, voice.turn
    label = (turn.label if len(turn.label) else turn.about) if turn else None
    source_span = frame.source if frame else label
    cue = frame.cue if frame else None
    # Whoever repeats himself is not passed on by anybody.
    via = voice.via if voice.via and voice.via.source != voice.source else None
    return Attribution(
        source=voice.source.name,
        mode="direct" if voice.turn else _mode(doc, span),
        source_span=source_span,
        source_text=source_span.of(doc.report.text) if source_span else "",
        cue_span=cue,
        cue_text=cue.of(doc.report.text) if cue else "",
        medium=voice.medium,
        said=voice.said,
        via=attribution(doc, via, span) if via else None,
    )


def _mode(doc: Document, span: Span) -> Mode:
    for quotation in _near(doc, span):
        if quotation.contains(span):
            return "direct"
        if quotation.overlaps(span):
            return "mixed"
    return "indirect"


def _near(doc: Document, span: Span) -> list[Span]:
    reach = Span(max(0, span.start - _FAR), span.end + 1)
    return [q.span for q in within(doc.quotations, reach)] + [
        q.span
        for q in within(doc.quotations, Span(reach.start, span.end + _FAR))
        if q.span.overlaps(span)
    ]
