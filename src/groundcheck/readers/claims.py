"""Claims from the clauses of a report, every slot filled from the words or what they follow."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import groupby

from groundcheck.model import (
    Certainty,
    Claim,
    Kind,
    Place,
    Quantity,
    Reading,
    Span,
    When,
    claim_id,
)
from groundcheck.readers.actors import ActorMention, find_actors, home_country, roams
from groundcheck.readers.attributing import attribution, statement
from groundcheck.readers.certainty import certainty_of, is_open
from groundcheck.readers.chunks import Chunk, find_chunks
from groundcheck.readers.classify import AREAS, kind_of
from groundcheck.readers.context import (
    Context,
    as_regions,
    country_place,
    is_grounded,
    merged_places,
    spoken_of,
)
from groundcheck.readers.dated_events import find_dated_events
from groundcheck.readers.document import Document, within
from groundcheck.readers.issuer import issuer_of, period_of
from groundcheck.readers.pieces import tidy
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.speakers import find_turns
from groundcheck.readers.subjects import Subjects
from groundcheck.readers.times import Times
from groundcheck.readers.towns import find_towns
from groundcheck.readers.voices import Zone, find_zones


@dataclass(slots=True)
class _Pass:
    """One walk over a report from top to bottom."""

    doc: Document
    actors: tuple[ActorMention, ...]
    places: tuple[Place, ...]
    subjects: Subjects
    context: Context
    times: Times
    denied: Certainty | None = None


def find_claims(doc: Document) -> tuple[Claim, ...]:
    """All claims of the report in the order of the text."""
    actors = find_actors(doc)
    places = merged_places(doc.places, find_towns(doc, actors))
    home = country_place(home_country(doc))
    subjects = Subjects(doc, actors, issuer_of(doc))
    times = Times(doc, period_of(doc))
    walk = _Pass(
        doc,
        actors,
        places,
        subjects,
        Context(country=home, roaming=roams(doc), grounded=is_grounded(doc)),
        times,
    )
    claims: list[Claim] = []
    transcript = bool(find_turns(doc))
    starts = [p.start for p in doc.paragraphs]
    for sentence, zones in groupby(find_zones(doc, actors), key=lambda z: z.sentence):
        if not transcript:
            walk.context.enter(bisect_right(starts, sentence.start))
        found = [claim for zone in zones for claim in _zone_claims(walk, zone)]
        walk.denied = found[-1].certainty if found else None
        claims += found
    return tuple(sorted(claims, key=lambda c: (c.spans[0].start, c.spans[0].end)))


def _zone_claims(walk: _Pass, zone: Zone) -> list[Claim]:
    claims: list[Claim] = []
    carried: Kind | None = None
    if zone.voice.source is None and _is_question(walk.doc, zone.sentence):
        walk.context.saw(within(walk.places, zone.span))
        return []
    for found in find_chunks(walk.doc, zone.span):
        chunk = _without_cue(walk.doc, zone, found)
        claim = _claim(walk, zone, chunk, carried)
        if claim is None:
            walk.context.saw(within(walk.places, chunk.span))
            continue
        carried = claim.kind
        claims.append(claim)
    claims = _respectively(walk, zone, claims)
    claims += _named_events(walk, zone, claims)
    if not claims:
        walk.context.saw(within(walk.places, zone.span))
        claims += statement(walk.doc, zone)
    return claims


def _without_cue(doc: Document, zone: Zone, chunk: Chunk) -> Chunk:
    """The clause without "…," he said at its end, which is the report's and not the speaker's."""
    frame, span = zone.voice.frame, chunk.span
    if frame is None or not span.start < frame.header.start < span.end:
        return chunk
    if doc.plain[frame.header.end : span.end].strip(" ,.;:\"'"):
        return chunk
    return replace(chunk, span=tidy(doc, Span(span.start, frame.header.start)))


def _respectively(walk: _Pass, zone: Zone, claims: list[Claim]) -> list[Claim]:
    """ "66% and 72% of A and B respectively": the first figure is of the first place."""
    doc = walk.doc
    if "respectively" not in doc.plain[zone.span.start : zone.span.end]:
        return claims
    named = as_regions(within(walk.places, zone.span))
    places = spoken_of(doc.plain, named, within(walk.actors, zone.span))
    figures = [c for c in claims if c.quantities]
    if len(figures) < 2 or len(figures) != len(places):
        return claims
    own = {c.id: place for c, place in zip(figures, places, strict=True)}
    return [replace(c, places=(own[c.id],), readings=()) if c.id in own else c for c in claims]


def _is_question(doc: Document, sentence: Span) -> bool:
    return doc.plain[sentence.start : sentence.end].rstrip("\"' )").endswith("?")


def _named_events(walk: _Pass, zone: Zone, claims: list[Claim]) -> list[Claim]:
    """Events that a clause only names in passing, with a date of their own."""
    doc, found = walk.doc, []
    for span, when in find_dated_events(doc, zone.span):
        if any(c.kind == "event" and c.spans[0].overlaps(span) for c in claims):
            continue
        before = within(walk.actors, Span(zone.span.start, span.end))
        named = spoken_of(doc.plain, within(walk.places, span), before)
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


def _claim(walk: _Pass, zone: Zone, chunk: Chunk, carried: Kind | None) -> Claim | None:
    doc, context = walk.doc, walk.context
    words = doc.plain[chunk.span.start : chunk.span.end]
    figures = tuple(context.with_unit(q) for q in chunk.figures)
    named = spoken_of(doc.plain, within(walk.places, chunk.span), within(walk.actors, chunk.span))
    match = _predicate(chunk)
    figure = figures[0] if figures else None
    same = figure and (not figure.unit_said or figure.unit in AREAS)
    before = carried or (context.kinds.get(figure.unit) if figure and same else None)
    kind = kind_of(words, match, figure, named, before)
    if kind is None or (kind == "count" and match is None and _is_mention(doc, figures)):
        return None
    if kind in ("capture", "control", "change", "event") and is_open(doc, zone, chunk):
        return None
    last = context.actor if carried or kind in ("control", "change", "capture") else None
    actor = walk.subjects.actor(zone, chunk, match, kind, last)
    certainty = certainty_of(doc, zone, chunk, walk.denied)
    when = walk.times.time_of(zone, chunk.span, kind, certainty)
    if figure and figure.unit in ("percent", *AREAS) and kind in ("control", "change"):
        named = as_regions(named)
    pointed = context.meant(words)
    beside = () if named or pointed else _beside(walk, zone, chunk, kind)
    if context.counted(words):
        figures = tuple(q for q in figures if q.unit != "region" or q.hedge)
        named = named if kind != "status" else ()
    if pointed and not figures and kind == "count":
        context.measured = pointed
        return None
    places = named or pointed or beside
    if not places and not context.points(words):
        places = _by_kind(context, kind, figures)
    if places and actor and not named and not context.grounded:
        places = tuple(p for p in places if p.name != actor)
    if not places and carried and not figures and kind in ("status", "capture", "control"):
        places = tuple(replace(p, span=None) for p in context.last)
    if not figures and not _worth(kind, places, when, match):
        return None
    context.saw(named)
    if figure:
        context.kinds[figure.unit] = kind
    if kind in ("control", "change", "share") and figures and places:
        context.measured = places
    context.actor = actor or context.actor
    said = attribution(doc, zone.voice, chunk.span)
    return Claim(
        id=claim_id(doc.report.id, [chunk.span], kind),
        text=chunk.span.of(doc.report.text),
        spans=(chunk.span,),
        kind=kind,
        attribution=said,
        actor=actor,
        places=places,
        quantities=figures,
        when=when,
        certainty=certainty,
        readings=_readings(words, kind, places, figures),
    )


def _is_mention(doc: Document, figures: tuple[Quantity, ...]) -> bool:
    """ "The two leaders", "both of its wings": a way to name them, not a count of them."""
    first = figures[0]
    before = doc.plain[max(0, first.span.start - 5) : first.span.start].lower()
    return (
        len(figures) == 1
        and before.endswith(" the ")
        and first.unit == "people"
        and not first.hedge
    )


def _predicate(chunk: Chunk) -> Predicate | None:
    """The predicate that goes with the clause's figure: the last one before it, else the first."""
    if not chunk.predicates:
        return None
    if chunk.figures:
        before = [p for p in chunk.predicates if p.span.start < chunk.figures[0].span.start]
        return before[-1] if before else chunk.predicates[0]
    return chunk.predicates[0]


def _beside(walk: _Pass, zone: Zone, chunk: Chunk, kind: Kind) -> tuple[Place, ...]:
    """The places that the stretch names beside a figure: "in A … 70%", "30 and 95 km² of B"."""
    if not chunk.figures or kind not in ("control", "change"):
        return ()
    doc = walk.doc
    for stretch in (Span(zone.span.start, chunk.span.start), Span(chunk.span.end, zone.span.end)):
        named = within(walk.places, stretch)
        found = spoken_of(doc.plain, as_regions(named), within(walk.actors, stretch))
        regions = tuple(p for p in found if p.kind in ("region", "area"))
        if regions:
            return tuple(replace(p, span=None) for p in regions)
    return ()


def _by_kind(context: Context, kind: Kind, figures: tuple[Quantity, ...]) -> tuple[Place, ...]:
    """Shares and areas without a place are of what was measured before, or of the country."""
    if not figures:
        return ()
    if kind in ("control", "change") or (kind == "share" and figures[0].unit == "percent"):
        return context.measured_place()
    return ()


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
    """ "75% of A, B and C" is of each or of them together, unless the words say which."""
    if len(places) < 2 or not figures or kind not in ("control", "change", "share"):
        return ()
    if "each" in words.lower().split():
        return ("each",)
    if any(
        w in words.lower() for w in ("together", "combined", "in total", "altogether", "in all")
    ):
        return ("together",)
    return ("each", "together") if figures[0].unit == "percent" else ("together", "each")
