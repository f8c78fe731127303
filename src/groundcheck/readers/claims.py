"""Claims from the clauses of a report, every slot filled from the words or what they follow."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import groupby

from groundcheck.model import Claim, Kind, Place, Quantity, Reading, Span, When, claim_id
from groundcheck.readers.asides import dated_clauses, named_events, statement
from groundcheck.readers.attributing import attribution
from groundcheck.readers.certainty import certainty_of, is_open
from groundcheck.readers.chunks import Chunk, find_chunks
from groundcheck.readers.classify import AREAS, Wording, kind_of
from groundcheck.readers.clause import Clause
from groundcheck.readers.disowned import is_disowned
from groundcheck.readers.document import Document, starting_within
from groundcheck.readers.ellipsis import gone_on
from groundcheck.readers.figures import counts_none
from groundcheck.readers.pieces import tidy
from groundcheck.readers.predicates import Predicate, find_predicates
from groundcheck.readers.rebuttals import rebuttal
from groundcheck.readers.speakers import find_turns
from groundcheck.readers.tenses import PARTICIPLE
from groundcheck.readers.voices import MoreFrames, Zone, find_zones
from groundcheck.readers.walk import Walk, begin
from groundcheck.readers.whereabouts import in_order, of_the_sentence, places_of, still_there
from groundcheck.readers.worth import is_worth

_ACTING = re.compile(
    r"\b(?:we|they|it|rebels?|insurgents?|militants?|gunmen|fighters|army|military|junta|regime|government|"
    r"troops|forces|gangs?|militias?|who)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(rf"(?:then\s+|be\s+)?(?:{PARTICIPLE})\b", re.IGNORECASE)
_HEAD = 300
_GROUNDED = ("control", "change", "capture", "count", "share", "status")
_HOW_MUCH = re.compile(r"\bhow\s+(?:much|many|large|big)\b", re.IGNORECASE)
_SAME_MEASURE = re.compile(
    r"^\W*$|\b(?:it|that|this|share|figure|number|percentage|proportion|estimate|total)\b",
    re.IGNORECASE,
)
_TOGETHER = ("together", "combined", "in total", "altogether", "in all")


def find_claims(doc: Document, more: MoreFrames | None = None) -> tuple[Claim, ...]:
    """All claims of the report in the order of the text; ``more`` adds frames to the rules'."""
    walk = begin(doc)
    claims: list[Claim] = []
    turns = find_turns(doc)
    starts = [p.start for p in doc.paragraphs]
    zoned = find_zones(doc, walk.actors, turns, more)
    for sentence, zones in groupby(zoned, key=lambda z: z.sentence):
        if not turns:
            walk.context.enter(bisect_right(starts, sentence.start))
            walk.turn_to(walk.sections.country(sentence.start))
        found = [claim for zone in zones for claim in _zone_claims(walk, zone)]
        walk.context.asked = _asks(walk, sentence)
        walk.denied = found[-1].certainty if found else None
        claims += found
    return tuple(sorted(claims, key=lambda c: (c.spans[0].start, c.spans[0].end)))


def _zone_claims(walk: Walk, zone: Zone) -> list[Claim]:
    if zone.voice.source is None and _asks(walk, zone.sentence):
        walk.context.saw(walk.named(zone.span))
        walk.bare.asked(walk.words(zone.span))
        walk.asked = _asked(walk, zone)
        walk.context.actor = walk.subjects.asked_about(zone) or walk.context.actor
        return []
    claims: list[Claim] = []
    disowned = False
    asked = walk.asked
    walk.asked = walk.asked if zone.voice.turn else None
    walk.context.in_stretch = ()
    read = zone.span.start
    for found in find_chunks(walk.doc, zone.span):
        if found.span.start > read:
            walk.context.saw(walk.named(Span(read, found.span.start)))
        read = found.span.end
        chunk = _without_cue(walk.doc, zone, found)
        claim = _claim(walk, zone, chunk, claims[-1] if claims else None, asked)
        if claim is None:
            walk.context.saw(walk.named(chunk.span))
            continue
        if is_disowned(walk.doc, zone.sentence, _seed(chunk)):
            disowned = True
            continue
        claims.append(_with_modal(walk, claims[-1], claim) if claims else claim)
    claims = _respectively(walk, zone, claims)
    claims += named_events(walk, zone, claims)
    claims += dated_clauses(walk, zone, claims)
    if not any(c.kind in _GROUNDED for c in claims):
        again = rebuttal(walk, zone, walk.last) or gone_on(walk, zone, walk.last)
        claims = again or claims
    if not claims and not disowned:
        walk.context.saw(walk.named(zone.span))
        claims += statement(walk, zone)
    walk.last = claims[-1] if claims else walk.last
    return claims


def _seed(chunk: Chunk) -> int:
    """Where that begins which is said: the predicate, else the clause."""
    return chunk.predicates[0].span.start if chunk.predicates else chunk.span.start


def _with_modal(walk: Walk, before: Claim, claim: Claim) -> Claim:
    """ "Could be cut off in 30 days and taken in 90": one "could" for both."""
    reduced = _PARTICIPLE.match(walk.words(claim.spans[0]))
    if not reduced or claim.certainty != "stated" or before.certainty not in ("forecast", "hedged"):
        return claim
    return replace(claim, certainty=before.certainty)


def _asked(walk: Walk, zone: Zone) -> Kind | None:
    """What a question after how much is held or was lost asks for; ``None`` for other questions."""
    if not _HOW_MUCH.search(walk.words(zone.span)):
        return None
    found = find_predicates(walk.doc, zone.span)
    return found[0].kind if found else None


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


def _claim(
    walk: Walk, zone: Zone, chunk: Chunk, before: Claim | None, asked: Kind | None
) -> Claim | None:
    """The claim of one clause; ``before`` is the one before in its stretch, else what is asked."""
    doc, context = walk.doc, walk.context
    carried = before.kind if before else asked
    figures = _figures(walk, zone, chunk)
    match = _predicate(chunk)
    kind = _kind(walk, chunk, match, figures, carried)
    if kind is None or (kind not in ("count", "share") and is_open(doc, zone, chunk)):
        return None
    if kind == "count" and not figures:
        context.measured = context.meant(walk.words(chunk.span))
        return None
    goes_on = bool(carried) or kind in ("control", "change", "capture") or context.asked
    last = before.actor if before else context.actor
    clause = Clause(zone, chunk, match, kind, goes_on, last, context.actor, context.prior)
    actor = walk.subjects.actor(clause)
    certainty = certainty_of(doc, zone, chunk, walk.denied)
    when = walk.times.time_of(zone, chunk, kind, certainty)
    if certainty == "stated" and _is_to_come(walk, when):
        certainty = "forecast"
    places = places_of(walk, zone, chunk, kind, figures)
    if actor and not context.grounded:
        places = tuple(p for p in places if p.span or p.name != actor)
    if not places and carried and not figures and kind in ("status", "capture", "control"):
        places = of_the_sentence(walk)
    if not figures and not is_worth(walk, chunk, kind, (places, when), match):
        return None
    places = places or still_there(walk, kind, figures)
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


def _is_to_come(walk: Walk, when: When | None) -> bool:
    """Whether a time begins only after the report: "occupies another 3,500 sq km next year"."""
    day = walk.doc.report.published
    return bool(when and when.span and when.start and day and when.start > day)


def _figures(walk: Walk, zone: Zone, chunk: Chunk) -> tuple[Quantity, ...]:
    """The figures with their units; "the four regions" only points back and counts nothing."""
    figures = tuple(
        walk.bare.with_unit(q, chunk.span, zone.sentence)
        for q in chunk.figures
        if not counts_none(walk.doc, q)
    )
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
    if figure is None and chunk.figures and not counts_none(walk.doc, chunk.figures[0]):
        return "status" if match and match.kind == "status" else "count"
    clause = _clause(walk, chunk, figure, carried)
    kind = kind_of(clause, match, figure)
    if kind == "count" and match is None and figures and _is_mention(walk, figures):
        return None
    return kind


def _clause(walk: Walk, chunk: Chunk, figure: Quantity | None, carried: Kind | None) -> Wording:
    """What the kind of a clause is told by."""
    words, span = walk.words(chunk.span), chunk.span
    at = figure.span if figure and span.contains(figure.span) else Span(span.end, span.end)
    if len(chunk.figures) > 1 and walk.words(Span(span.start, at.start)).lower().startswith("of"):
        at = chunk.figures[1].span
    before, after = walk.words(Span(span.start, at.start)), walk.words(Span(at.end, span.end))
    goes_on = figure and (
        not figure.unit_said
        or figure.unit in AREAS
        or (figure.unit == "percent" and _SAME_MEASURE.search(before))
    )
    kinds = walk.context.kinds
    earlier = carried or (kinds.get(figure.unit) if figure and goes_on else None)
    acting = bool(starting_within(walk.actors, Span(span.start, at.start)))
    return Wording(
        words, before, after, walk.spoken_of(span), earlier, acting or bool(_ACTING.search(before))
    )


def _is_mention(walk: Walk, figures: tuple[Quantity, ...]) -> bool:
    """Whether a figure only names them, as in "the two leaders", and does not count them."""
    first = figures[0]
    before = walk.doc.plain[max(0, first.span.start - 5) : first.span.start].lower()
    people = first.unit == "people" and not first.hedge
    if len(figures) == 1 and _is_in_a_heading(walk, first):
        return True
    return len(figures) == 1 and people and before.endswith(" the ")


def _is_in_a_heading(walk: Walk, figure: Quantity) -> bool:
    """Whether a small number, spelled, stands in a line of title: "The land of three maps"."""
    text, at = walk.doc.plain, figure.span.end
    if figure.hedge or any(c.isdigit() for c in figure.text) or at > _HEAD:
        return False
    end = text.find("\n", at, at + _HEAD)
    return end >= 0 and not re.search(r"[.!?\"]", text[at:end])


def _predicate(chunk: Chunk) -> Predicate | None:
    """The predicate that goes with the clause's figure: the last one before it, else the first."""
    if not chunk.predicates:
        return None
    if chunk.figures:
        before = [p for p in chunk.predicates if p.span.start < chunk.figures[0].span.start]
        return before[-1] if before else chunk.predicates[0]
    return chunk.predicates[0]


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
