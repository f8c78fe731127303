"""What a report says beside its claims of ground: events only named, and plain statements."""

from __future__ import annotations

import re
from dataclasses import replace

from groundcheck.model import Certainty, Claim, Kind, Span, When, claim_id
from groundcheck.readers.attributing import attribution
from groundcheck.readers.certainty import certainty_of
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.clause import Clause
from groundcheck.readers.context import unsaid
from groundcheck.readers.cues import FORECAST, speaks
from groundcheck.readers.dated_events import find_dated_events
from groundcheck.readers.document import within
from groundcheck.readers.figures import figure_groups
from groundcheck.readers.pieces import cut, has_verb, tidy
from groundcheck.readers.predicates import find_predicates
from groundcheck.readers.voices import Zone
from groundcheck.readers.walk import Walk
from groundcheck.readers.whereabouts import of_the_war

_WORDS_OF_A_STATEMENT = 4
_WORDS_OF_AN_EVENT = 4
# "Has said how much it lost": what is asked or told of is no statement.
_ASKED = re.compile(r"\s*\w{0,2}\W*(?:how|whether|who|why)\b", re.IGNORECASE)
# How the words were come by is no event of the war.
_MEETING = re.compile(
    r"\binterview\w*\b|\breceived\s+(?:the\s+press|us\b|me\b|journalists|reporters|(?-i:[A-Z]))|"
    r"\bmet\s+(?:with\s+)?(?:him|her|us|them|me|reporters|journalists)\b|\bsent\s+(?:ours|us|me|questions)\b|"
    r"\b(?:dated|spoke|replied|telephoned|e-?mailed|posted|published|photographed|updated)\b|"
    r"^\W*in\s+(?:a|an|its|his|her|their|the)\s+(?:[\w-]+\s+){0,2}?(?:statement|interview|speech|letter|address|"
    r"briefing|message|report|bulletin|communique|broadcast)\b|\btalked\s+to\b|"
    r"^\W*who\s+(?:lived|worked|stayed|served)\b",
    re.IGNORECASE,
)
# Verbs of saying by which something is also done: what they govern is a thing, not a sentence.
_DEED = re.compile(
    r"\b(?:ordered|announced|declared|accepted|rejected|demanded|called|agreed|offered|promised|pledged|"
    r"proclaimed|posted|recorded|placed|put|gave|revealed|found)\s+(?:(?:its|his|her|their|the|a|an|all|"
    r"some|more|new|partial|general)\s+(?!(?:\w+\s+){0,4}?(?:had|was|were|has|is|are|would|will)\b)[\w-]+|"
    r"[\w-]+(?:\s+[\w-]+){0,2}\s+to\s+\w+)",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"\b(?:said|says|told|that)\b|[\"“”]", re.IGNORECASE)
_NAMED_DAY = re.compile(
    r"\d|day\b|\b(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE
)
_HAPPENED = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\bthe )\b(?!based|named|called|need|speed|indeed)(?:\w{2,}ed|was|were|"
    r"went|came|broke|began|fought|left|led|met|sent|cut|ran|rose|won|held|took|fell|"
    r"flew|drove|struck|split|closed)\b"
)


def named_events(walk: Walk, zone: Zone, claims: list[Claim]) -> list[Claim]:
    """Events that a clause only names in passing, with a date of their own."""
    doc, found = walk.doc, []
    for span, when in find_dated_events(doc, zone.span):
        if any(c.kind == "event" and c.spans[0].overlaps(span) for c in claims):
            continue
        before = within(walk.actors, Span(zone.span.start, span.end))
        named = walk.spoken_of(span)
        found.append(
            replace(
                _aside(walk, zone, span, "event"),
                actor=before[-1].name if before else None,
                places=named or unsaid(walk.context.measured) or of_the_war(walk, span),
                when=when,
            )
        )
    return found


def dated_clauses(walk: Walk, zone: Zone, claims: list[Claim]) -> list[Claim]:
    """Clauses with a day, month or year of their own that no claim covers: something happened."""
    doc, found = walk.doc, []
    said = zone.voice.said.span if zone.voice.said else None
    fronted: When | None = None
    for piece in cut(doc, zone.span, figure_groups(doc, zone.span)):
        span = tidy(doc, piece)
        words = walk.words(span)
        own = next((w for w in within(doc.dates, span) if _is_dated(w) and w.span != said), None)
        when = own or fronted
        fronted = own if own and not has_verb(words) else None
        if when is None or not _HAPPENED.search(words) or len(words.split()) < _WORDS_OF_AN_EVENT:
            continue
        if (
            _tells(words)
            or _MEETING.search(words)
            or any(c.spans[0].overlaps(span) for c in claims)
        ):
            continue
        chunk = Chunk(span, (), find_predicates(doc, span))
        clause = Clause(zone, chunk, next(iter(chunk.predicates), None), "event")
        found.append(
            replace(
                _aside(walk, zone, span, "event"),
                actor=walk.subjects.actor(clause),
                places=walk.spoken_of(span) or of_the_war(walk, span),
                when=when,
                certainty=certainty_of(doc, zone, Chunk(span, (), ()), walk.denied),
            )
        )
    return found


def _tells(words: str) -> bool:
    """Whether the words tell what somebody said; to order a march or accept a truce is a deed."""
    return speaks(words) and (not _DEED.search(words) or _CONTENT.search(words) is not None)


def _is_dated(when: When) -> bool:
    """Whether a time is a day, a month or a year that was named, or one since which it is so."""
    edtf = when.edtf or ""
    dated = bool(edtf) and ("/" not in edtf or edtf.endswith("/.."))
    return dated and when.span is not None and _NAMED_DAY.search(when.text) is not None


def statement(walk: Walk, zone: Zone) -> list[Claim]:
    """What somebody is given beside claims of ground: kept as the judgement or forecast it is."""
    span = tidy(walk.doc, zone.span)
    words = walk.words(span)
    if zone.voice.source is None or len(words.split()) < _WORDS_OF_A_STATEMENT:
        return []
    if not has_verb(words) or _ASKED.match(walk.doc.plain, max(0, span.start - 4), span.end):
        return []
    kind: Kind = "forecast" if FORECAST.search(words) else "opinion"
    certainty: Certainty = "forecast" if kind == "forecast" else "stated"
    return [replace(_aside(walk, zone, span, kind), certainty=certainty)]


def _aside(walk: Walk, zone: Zone, span: Span, kind: Kind) -> Claim:
    """A claim of the words at ``span`` with nothing yet but its kind and whose it is."""
    report = walk.doc.report
    return Claim(
        id=claim_id(report.id, [span], kind),
        text=span.of(report.text),
        spans=(span,),
        kind=kind,
        attribution=attribution(walk.doc, zone.voice, span),
    )
