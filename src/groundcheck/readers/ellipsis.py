"""Clauses that leave their predicate to the one before: "as did B", "B followed on the 9th"."""

from __future__ import annotations

import re
from dataclasses import replace

from groundcheck.model import Claim, Span, When, claim_id
from groundcheck.readers.attributing import attribution
from groundcheck.readers.document import within
from groundcheck.readers.pieces import cut, tidy
from groundcheck.readers.voices import Zone
from groundcheck.readers.walk import Walk

_LIKEWISE = re.compile(
    r"[\s,;]*(?:and\s+)?(?:as|so)\s+(?:did|do|does|had|have|has|was|were|is|are)\s+(?=(?:the\s+)?[A-Z])"
)
_FOLLOWED = re.compile(
    r"\b(?:followed|was\s+next|were\s+next|came\s+next|went\s+the\s+same\s+way|did\s+too|too"
    r"|(?:suffered|met|shared)\s+the\s+same\s+fate)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z]")
_FAR = 200
_SHORT = 6
_KINDS = ("capture", "control")


def gone_on(walk: Walk, zone: Zone, last: Claim | None) -> list[Claim]:
    """The claims of a stretch without predicate or figure that goes on from the ``last`` claim."""
    if last is None or last.kind not in _KINDS or last.quantities:
        return []
    words = walk.words(zone.span)
    likewise = _LIKEWISE.match(words)
    if likewise:
        return [_like(walk, zone, Span(zone.span.start + likewise.end(), zone.span.end), last)]
    if not _FOLLOWED.search(words) or last.spans[0].end < zone.span.start - _FAR:
        return []
    return [_like(walk, zone, piece, last) for piece in _named_pieces(walk, zone)]


def _named_pieces(walk: Walk, zone: Zone) -> list[Span]:
    """The pieces that name something, each with the days that stand right after it."""
    found: list[Span] = []
    for piece in cut(walk.doc, zone.span, ()):
        words = walk.words(tidy(walk.doc, piece))
        named = _NAME.search(words) and _is_named(walk, piece) and not _only_dated(walk, piece)
        if named or not found:
            found.append(piece)
        else:
            found[-1] = Span(found[-1].start, piece.end)
    return [f for f in found if _is_named(walk, f)]


def _is_named(walk: Walk, piece: Span) -> bool:
    """Whether a place, or what may be one, is named; one capital at the head shows nothing."""
    names = within(walk.doc.names, piece)
    sure = any(n.span.start > piece.start or " " in n.core for n in names)
    return sure or bool(walk.spoken_of(piece))


def _only_dated(walk: Walk, piece: Span) -> bool:
    dates = within(walk.doc.dates, piece)
    said = sum(len(d.text) for d in dates)
    return bool(dates) and len(walk.words(piece).strip(" ,.")) - said < _SHORT


def _like(walk: Walk, zone: Zone, piece: Span, last: Claim) -> Claim:
    span = tidy(walk.doc, piece)
    own = within(walk.doc.dates, span)
    when: When | None = next((d for d in own if d.resolved), None)
    if when is None and last.when:
        when = replace(last.when, span=None)
    return replace(
        last,
        id=claim_id(walk.doc.report.id, [span], last.kind),
        text=span.of(walk.doc.report.text),
        spans=(span,),
        places=walk.spoken_of(span),
        attribution=attribution(walk.doc, zone.voice, span),
        when=when,
    )
