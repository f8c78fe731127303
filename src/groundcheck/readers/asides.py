"""What a report says beside its claims of ground: events only named, and plain statements."""

from __future__ import annotations

from dataclasses import replace

from groundcheck.model import Claim, Kind, Span, claim_id
from groundcheck.readers.attributing import attribution
from groundcheck.readers.cues import FORECAST
from groundcheck.readers.dated_events import find_dated_events
from groundcheck.readers.document import within
from groundcheck.readers.pieces import has_verb, tidy
from groundcheck.readers.voices import Zone
from groundcheck.readers.walk import Walk

_WORDS_OF_A_STATEMENT = 4


def named_events(walk: Walk, zone: Zone, claims: list[Claim]) -> list[Claim]:
    """Events that a clause only names in passing, with a date of their own."""
    doc, found = walk.doc, []
    for span, when in find_dated_events(doc, zone.span):
        if any(c.kind == "event" and c.spans[0].overlaps(span) for c in claims):
            continue
        before = within(walk.actors, Span(zone.span.start, span.end))
        named = walk.spoken_of(span)
        found.append(
            Claim(
                id=claim_id(doc.report.id, [span], "event"),
                text=span.of(doc.report.text),
                spans=(span,),
                kind="event",
                attribution=attribution(doc, zone.voice, span),
                actor=before[-1].name if before else None,
                places=named or tuple(replace(p, span=None) for p in walk.context.measured),
                when=when,
            )
        )
    return found


def statement(walk: Walk, zone: Zone) -> list[Claim]:
    """What somebody is given beside claims of ground: kept as the judgement or forecast it is."""
    doc, span = walk.doc, tidy(walk.doc, zone.span)
    words = walk.words(span)
    if zone.voice.source is None or len(words.split()) < _WORDS_OF_A_STATEMENT:
        return []
    if not has_verb(words):
        return []
    kind: Kind = "forecast" if FORECAST.search(words) else "opinion"
    return [
        Claim(
            id=claim_id(doc.report.id, [span], kind),
            text=span.of(doc.report.text),
            spans=(span,),
            kind=kind,
            attribution=attribution(doc, zone.voice, span),
            certainty="forecast" if kind == "forecast" else "stated",
        )
    ]
