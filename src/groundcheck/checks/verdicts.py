"""From two intervals to a verdict: what the words commit to against what the evidence can be."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

from groundcheck.checks.wording import amount
from groundcheck.model import Interval, Verdict

Relation = Literal["inside", "overlap", "below", "above"]

_MEASURED: dict[Relation, Verdict] = {
    "inside": "agrees",
    "overlap": "depends",
    "below": "more than measured",
    "above": "less than measured",
}


def relate(stated: Interval, found: Interval) -> Relation:
    """Where ``found`` lies: inside ``stated``, partly so, wholly below or wholly above it."""
    if found.inside(stated):
        return "inside"
    if found.below(stated):
        return "below"
    if stated.below(found):
        return "above"
    return "overlap"


def gap(stated: Interval, found: Interval) -> float | None:
    """The distance between the two in their unit, ``None`` where they meet."""
    if found.below(stated) and found.high is not None and stated.low is not None:
        return round(stated.low - found.high, 6)
    if stated.below(found) and stated.high is not None and found.low is not None:
        return round(found.low - stated.high, 6)
    return None


def measured(stated: Interval, found: Interval) -> tuple[Verdict, float | None]:
    """The verdict on a statement that was measured, and the gap (design: the table of verdicts)."""
    return _MEASURED[relate(stated, found)], gap(stated, found)


def said(verdict: Verdict, gap: float | None, unit: str, decided_by: str | None) -> str:
    """A verdict as the end of a sentence: "the claim is more than measured by at least 3 km²"."""
    if verdict in ("agrees", "depends"):
        return "the claim agrees" if verdict == "agrees" else f"it depends on {decided_by}"
    # "At least" must not round up.
    least = math.floor(10 * gap) / 10 if gap and unit == "percent" else math.floor(gap or 0.0)
    by = f" by at least {amount(least, 'points' if unit == 'percent' else unit)}" if least else ""
    return f"the claim is {verdict}{by}"


def reckoned(stated: Interval, found: Interval) -> tuple[Verdict, float | None]:
    """The verdict on figures of one report that must fit each other, and the gap.

    Two figures that have a number in common agree: either may have been rounded. Only
    where no rounding can bring them together do they disagree.
    """
    if stated.overlaps(found):
        return "agrees", None
    return "disagrees", gap(stated, found)


def span_of(values: Iterable[float]) -> Interval:
    """The smallest closed interval that holds all of ``values`` (at least one)."""
    found = tuple(values)
    return Interval(min(found), max(found))


def _decimals(value: float) -> int:
    text = f"{value:.10f}".rstrip("0")
    return len(text) - text.index(".") - 1


def rounding(value: float, share: float) -> Interval:
    """All that may have been rounded to ``value``: half of its last place that is not zero.

    The half-width is at most ``share`` of the value and at least half of the last place
    written, so that 700 is 700 ± 35 with 5%, and 9 is 9 ± 0.5.
    """
    places = _decimals(value)
    if places or not value:
        half = 0.5 * 10**-places
    else:
        zeros = len(str(int(abs(value)))) - len(str(int(abs(value))).rstrip("0"))
        half = max(0.5, min(0.5 * 10**zeros, share * abs(value)))
    return Interval(value - half, value + half)
