"""Claims from the clauses of a report, every slot filled from the words or what they follow."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby

from groundcheck.model import Claim, Kind, Place, Quantity, Reading, Span, When, claim_id
from groundcheck.readers.asides import dated_clauses, named_events, statement
from groundcheck.readers.attributing import attribution
from groundcheck.readers.certainty import certainty_of, is_open
from groundcheck.readers.chunks import Chunk, find_chunks
from groundcheck.readers.classify import AREAS, kind_of
from groundcheck.readers.clause import Clause
from groundcheck.readers.document import Document
from groundcheck.readers.pieces import tidy
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.speakers import find_turns
from groundcheck.readers.voices import Zone, find_zones
from groundcheck.readers.walk import Walk, begin
from groundcheck.readers.whereabouts import in_order, of_the_sentence, places_of

_TOGETHER = ("together", "combined", "in total", "altogether", "in all")


def find_claims(doc: Document) -> tuple[Claim, ...]:
    """All claims of the report in the order of the text."""
    walk = begin(doc)
    claims: list[Claim] = []
    turns = find_turns(doc)
    starts = [p.start for p in doc.paragraphs]
    for sentence, zones in groupby(find_zones(doc, walk.actors, turns), key=lambda z: z.sentence):
        if not turns:
            walk.context.enter(bisect_right(starts, sentence.start))
        found = [claim for zone in zones for claim in _zone_claims(walk, zone)]
        walk.context.asked = _asks(walk, sentence)
        walk.denied = found[-1].certainty if found else None
        claims += found
    return tuple(sorted(claims, key=lambda c: (c.spans[0].start, c.spans[0].end)))


def _zone_claims(walk: Walk, zone: Zone) -> list[Claim]:
    if zone.voice.source is None and _asks(walk, zone.sentence):
        walk.context.saw(walk.named(zone.span))
        walk.context.actor = walk.subjects.asked_about(zone) or walk.context.actor
        return []
    claims: list[Claim] = []
    walk.context.in_stretch = ()
    for found in find_chunks(walk.doc, zone.span):
        chunk = _without_cue(walk.doc, zone, found)
        claim = _claim(walk, zone, chunk, claims[-1] if claims else None)
        if claim is None:
            walk.context.saw(walk.named(chunk.span))
            continue
        claims.append(claim)
    claims = _respectively(walk, zone, claims)
    claims += named_events(walk, zone, claims)
    claims += dated_clauses(walk, zone, claims)
    if not claims:
        walk.context.saw(walk.named(zone.span))
        claims += statement(walk, zone)
    return claims


def _asks(walk: Walk, sentence: Span) -> bool:
    return walk.words(sentence).rstrip("\"' )").endswith("?")


def _without_cue(doc: Document, zone: Zone, chunk: Chunk) -> Chunk:
    """The clause without "he said" at its end, which is the report's and not the speaker's."""
    frame, span = zone.voice.frame, chunk.span
    if frame is None or not span.start < frame.header.start < span.end:
        return chunk
    if doc.plain[frame.header.end : span.end].strip(" ,.;:\"'"):
        return chunk
    return replace(chunk, span=tidy(doc, Span(span.start, frame.header.start)))


def _claim(walk: Walk, zone: Zone, chunk: Chunk, before: Claim | None) -> Claim | None:
    """The claim of one clause; ``before`` is the one before in its stretch."""
    doc, context = walk.doc, walk.context
    carried = before.kind if before else None
    figures = _figures(walk, chunk)
    match = _predicate(chunk)
    kind = _kind(walk, chunk, match, figures, carried)
    if kind is None or (kind not in ("count", "share") and is_open(doc, zone, chunk)):
        return None
    if kind == "count" and not figures:
        context.measured = context.meant(walk.words(chunk.span))
        return None
    goes_on = bool(carried) or kind in ("control", "change", "capture") or context.asked
    last = before.actor if before else context.actor
    clause = Clause(zone, chunk, match, kind, goes_on, last, context.actor)
    actor = walk.subjects.actor(clause)
    certainty = certainty_of(doc, zone, chunk, walk.denied)
    when = walk.times.time_of(zone, chunk.span, kind, certainty)
    places = places_of(walk, zone, chunk, kind, figures)
    if actor and not context.grounded:
        places = tuple(p for p in places if p.span or p.name != actor)
    if not places and carried and not figures and kind in ("status", "capture", "control"):
        places = of_the_sentence(walk)
    if not figures and not _worth(kind, places, when, match):
        return None
    context.note(kind, actor, places, figures)
    return Claim(
        id=claim_id(doc.report.id, [chunk.span], kind),
        text=chunk.span.of(doc.report.text),
        spans=(chunk.span,),
        kind=kind,
        attribution=attribution(doc, zone.voice, chunk.span),
        actor=actor,
        places=places,
        quantities=figures,
        when=when,
        certainty=certainty,
        readings=_readings(walk.words(chunk.span), kind, places, figures),
    )


def _figures(walk: Walk, chunk: Chunk) -> tuple[Quantity, ...]:
    """The figures with their units; "the four regions" only points back and counts nothing."""
    figures = tuple(walk.context.with_unit(q) for q in chunk.figures)
    if walk.context.counted(walk.words(chunk.span)):
        return tuple(q for q in figures if q.unit != "region" or q.hedge)
    return figures


def _kind(
    walk: Walk,
    chunk: Chunk,
    match: Predicate | None,
    figures: tuple[Quantity, ...],
    carried: Kind | None,
) -> Kind | None:
    """The kind of a clause, ``None`` where it is no claim."""
    figure = figures[0] if figures else None
    if figure is None and chunk.figures:
        return "status" if match and match.kind == "status" else "count"
    goes_on = figure and (not figure.unit_said or figure.unit in AREAS)
    before = carried or (walk.context.kinds.get(figure.unit) if figure and goes_on else None)
    kind = kind_of(walk.words(chunk.span), match, figure, walk.spoken_of(chunk.span), before)
    if kind == "count" and match is None and figures and _is_mention(walk, figures):
        return None
    return kind


def _is_mention(walk: Walk, figures: tuple[Quantity, ...]) -> bool:
    """Whether a figure only names them, as in "the two leaders", and does not count them."""
    first = figures[0]
    before = walk.doc.plain[max(0, first.span.start - 5) : first.span.start].lower()
    people = first.unit == "people" and not first.hedge
    return len(figures) == 1 and people and before.endswith(" the ")


def _predicate(chunk: Chunk) -> Predicate | None:
    """The predicate that goes with the clause's figure: the last one before it, else the first."""
    if not chunk.predicates:
        return None
    if chunk.figures:
        before = [p for p in chunk.predicates if p.span.start < chunk.figures[0].span.start]
        return before[-1] if before else chunk.predicates[0]
    return chunk.predicates[0]


def _worth(
    kind: Kind, places: tuple[Place, ...], when: When | None, match: Predicate | None
) -> bool:
    """Whether a clause without a figure says enough to be checked by anybody."""
    if kind in ("control", "capture", "status"):
        return bool(places)
    if kind == "event":
        return when is not None and when.span is not None
    return match is not None and bool(places or when)


def _readings(
    words: str, kind: Kind, places: tuple[Place, ...], figures: tuple[Quantity, ...]
) -> tuple[Reading, ...]:
    """How a figure of several places can be taken: of each, together, or either."""
    if len(places) < 2 or not figures or kind not in ("control", "change", "share"):
        return ()
    said = words.lower()
    if "each" in said.split():
        return ("each",)
    if any(word in said for word in _TOGETHER):
        return ("together",)
    return ("each", "together") if figures[0].unit == "percent" else ("together", "each")


def _respectively(walk: Walk, zone: Zone, claims: list[Claim]) -> list[Claim]:
    """The first figure is of the first place, where the words say "respectively"."""
    if "respectively" not in walk.words(zone.span):
        return claims
    places = in_order(walk, zone)
    figures = [c for c in claims if c.quantities]
    if len(figures) < 2 or len(figures) != len(places):
        return claims
    own = {c.id: place for c, place in zip(figures, places, strict=True)}
    return [replace(c, places=(own[c.id],), readings=()) if c.id in own else c for c in claims]
