"""Whether a clause without a figure says enough to be checked by anybody."""

from __future__ import annotations

import re

from groundcheck.model import Kind, Place, Span, When
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.classify import PARTS
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.walk import Walk

# "They have most of Korem" is ground; "they have European support in Korem" is not.
_OWNED = 12
_SPOT = re.compile(
    r"\b(?:"
    + "|".join(sorted(PARTS))
    + r"|(?:"
    + "|".join(sorted(PARTS))
    + r")e?s|ground|soil|land|territory|suburbs|outskirts|bank|end|side|rest|complex|palace|"
    r"airstrip|hospital|school|university|market|barrage|refinery|factory|plant|neighbou?rhoods?|cities|"
    r"parts?|edges?|half|centre|center|downtown|road|heights|(?:east|west|north|south)(?:ern)?)\b",
    re.IGNORECASE,
)

# What also falls: nothing of it is ground.
_PRICES = re.compile(
    r"\b(?:inflation|prices?|rates?|output|exports?|imports?|sales|shares|stocks|currency|production|"
    r"temperatures?|rain|snow|shells?|bombs?|rockets?|missiles?|numbers?|figures?|toll|support|night|silence)\b",
    re.IGNORECASE,
)


def is_worth(
    walk: Walk,
    chunk: Chunk,
    kind: Kind,
    where_when: tuple[tuple[Place, ...], When | None],
    match: Predicate | None,
) -> bool:
    """Whether a clause without a figure says enough to be checked by anybody."""
    places, when = where_when
    if match and match.text in ("have", "has"):
        return any(p.span and 0 <= p.span.start - match.span.end <= _OWNED for p in places)
    if kind in ("control", "capture"):
        dated = when is not None and when.span is not None
        return bool(places) or _names_a_spot(walk, chunk, match, dated)
    if kind == "status":
        return bool(places)
    if kind == "event":
        return when is not None and when.span is not None
    return match is not None and bool(places or when)


def _names_a_spot(walk: Walk, chunk: Chunk, match: Predicate | None, dated: bool) -> bool:
    """Whether ground is held or changes hands that has no name of a place: "the last bridge".

    What was taken on a day is some ground, known or not by its name.
    """
    if match is None or not chunk.span.contains(match.span):
        return False
    lead = walk.words(Span(chunk.span.start, match.span.start))
    if dated and (
        match.role in ("takes", "holds") or (match.role == "falls" and not _PRICES.search(lead))
    ):
        return True
    return _SPOT.search(walk.words(chunk.span)) is not None
