"""Why a difference between words and map is not yet one: what else the words may mean.

A map is held against what a reader made of a sentence. Where a slip in that reading would
explain the difference better than the words do, the finding says so and accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.checks.control_words import Stated
from groundcheck.checks.measuring import Measured
from groundcheck.checks.nearby import Sentences
from groundcheck.checks.verdicts import gap
from groundcheck.checks.wording import interval
from groundcheck.model import Claim, Interval

PRECISION_POINTS = 0.25
"""Fewer percentage points than this are finer than a front line can be drawn on a map."""

PRECISION = "the line's precision, which is larger than the distance"

FAR_POINTS = 10.0
"""A difference of more than this is first held against the reading of the words."""

POINTS_BACK = re.compile(
    r"\b(?:it|its|there|(?:the|that|this)\s+(?:region|oblast|province|state|country|territory))\b",
    re.IGNORECASE,
)

_ONCE = re.compile(
    r"\b(?:peak\w*|height|at (?:one|that|some) (?:point|time|stage)|once|initially|originally|"
    r"at first|previously|formerly|earlier|had (?:held|controlled|occupied|seized)|used to)\b",
    re.IGNORECASE,
)

NEAR_POINTS = 5.0
"""The other side's share within this of the words shows that the sides may be confused."""


def doubts(claim: Claim, stated: Stated, found: Measured, sentences: Sentences) -> Iterator[str]:
    """What else may decide it, the strongest reason first; nothing where the words are plain."""
    if claim.certainty == "denied":
        yield "whether what was denied is so, which a map cannot say of a denial"
    extent = found.extent(stated.unit)
    apart = gap(stated.bounds, extent)
    if apart is None:
        return
    if _ONCE.search(claim.text) and (claim.when is None or claim.when.span is None):
        yield "which day is meant, since the words speak of an earlier time"
    points = apart if stated.unit == "percent" else 100 * apart / found.largest
    if points < PRECISION_POINTS:
        yield PRECISION if found.contested else f"contested ground and {PRECISION}"
    if points > FAR_POINTS and _near_the_rest(stated, found):
        rest = interval(found.rest(stated.unit), stated.unit)
        yield f"who is meant: for the other side the same maps show {rest}"
    pointed = FAR_POINTS if POINTS_BACK.search(claim.text) else 0.0
    if points > pointed and not sentences.name_any(claim):
        yield "which place is meant, since the sentence names none"
    if extent.high is not None and stated.bounds.below(extent) and sentences.parts_of(claim):
        yield "whether all that is held there is meant, or the parts that the sentence names"
    if found.complement and stated.bounds.below(extent):
        # The map's ground is an upper bound, so a smaller share said is not against it.
        yield "how much of it the map gives to neither side"


def _near_the_rest(stated: Stated, found: Measured) -> bool:
    near = NEAR_POINTS if stated.unit == "percent" else NEAR_POINTS / 100 * found.largest
    rest = found.rest(stated.unit)
    wide = Interval((rest.low or 0.0) - near, (rest.high or 0.0) + near)
    return stated.bounds.overlaps(wide)
