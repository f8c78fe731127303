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

_OBJECT = re.compile(
    r"\s+(?:the|a|an|its|his|her|their|our|all|any|some|two|three|several|many|no|more)\s+"
    r"(?:[a-z-]+\s+){0,2}?(?P<head>[a-z-]+)(?=\s+(?:in|at|on|near|from|for|to|by|of|with|during|after|before|"
    r"and|over|against|this|last|outside|around)\b|\s*[,.;:]|\s*$)"
)
_MOVES_MEN = re.compile(
    r"withdr|pull|evacuat|redeploy|reposition|regroup|hand|fled|dr[io]v|push|forc|clear"
)
# What is also lost, left, taken, entered or reached, and is no ground.
_NO_GROUND = re.compile(
    r"elections?|vote|votes|seats?|majority|race|referendum|ballot|case|appeal|trial|match|game|talks|deal|"
    r"agreement|accord|compromise|consensus|ceasefire|truce|conclusion|decision|verdict|party|office|job|post|power|"
    r"race|life|lives|limbs?|leg|legs|arm|arms|eye|eyes|home|homes|house|houses|livelihoods?|jobs|income|"
    r"family|families|son|sons|daughter|brother|father|mother|relatives|children|husband|wife|friends?|"
    r"men|soldiers|fighters|troops|officers?|commanders?|tanks?|vehicles?|drones?|helicopters?|aircraft|jets?|"
    r"planes?|ambulances?|lorr(?:y|ies)|trucks?|weapons|equipment|ammunition|wounded|dead|bodies|prisoners|hostages|"
    r"civilians|people|residents|patients|money|cash|cattle|livestock|crops?|harvest|aid|food|water|electricity|"
    r"confidence|trust|support|patience|hope|momentum|initiative|interest|faith|temper|mission|coalition|alliance|"
    r"bloc|union|organi[sz]ation|pact|treaty|meeting|session|courtroom|hospital\s+bed|suspects?|evidence|documents?",
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
    if (
        match
        and kind == "capture"
        and match.role in ("takes", "loses")
        and _other_object(walk, chunk, match)
    ):
        return False
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


def _other_object(walk: Walk, chunk: Chunk, match: Predicate) -> bool:
    """Whether what is taken or lost is no ground at all: "lost the election in A"."""
    if _MOVES_MEN.match(match.text):
        return False
    thing = _OBJECT.match(walk.doc.plain, match.span.end, chunk.span.end)
    return thing is not None and _NO_GROUND.fullmatch(thing["head"]) is not None


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
