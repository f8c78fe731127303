"""The claims that stand among the figures: each as it is, or taken together where they are many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from groundcheck.model import Interval
from groundcheck.publish.timeline.claimed import Claimed
from groundcheck.publish.timeline.lanes import Clump, Lane
from groundcheck.publish.timeline.periods import Days, Period

MOST = 60
"""Marks among the figures; where there would be more, they are taken together."""

Way = Literal["both", "up", "down", "none"]
"""On which side a claim commits to an end: both, only below, only above, none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark among the figures: ``stated`` by claims of one row, of the same days, all equally."""

    clump: Clump
    stated: Interval


@dataclass(frozen=True, slots=True)
class Gathered:
    """Claims of about one time that commit to about the same.

    ``at`` is the figure where their mark stands, ``ways`` those of all of them.
    """

    clump: Clump
    at: float
    ways: frozenset[Way]


def as_they_are(rows: Sequence[Lane], unit: str) -> tuple[Placed, ...]:
    """A mark for each source, time and figure."""
    found: dict[tuple[object, ...], list[tuple[int, Claimed, Interval, Days]]] = defaultdict(list)
    for number, lane in enumerate(rows):
        for one in lane.claims:
            stated = one.stated(unit)
            if stated is not None and one.since and one.until:
                key = number, one.whose, one.since, one.until, stated
                found[key].append((number, one, stated, (one.since, one.until)))
    return tuple(
        Placed(Clump(tuple(one[1] for one in same), same[0][3], same[0][0]), same[0][2])
        for same in found.values()
    )


def gathered(placed: Sequence[Placed], unit: str, period: Period, slot: float) -> list[Gathered]:
    """The same taken together by their last day and, in steps of ``slot``, by their figure.

    Only what is simply stated: a count must not add up what was said with what was denied.
    """
    found: dict[tuple[Days, int], list[Placed]] = defaultdict(list)
    for one in placed:
        if one.clump.certain:
            step = round(anchor(one.stated, unit)[0] / slot)
            found[period(one.clump.days[1]), step].append(one)
    return [
        _gathered(alike, unit, days, step * slot)
        for (days, step), alike in sorted(found.items(), key=lambda item: item[0])
    ]


def _gathered(alike: Sequence[Placed], unit: str, days: Days, at: float) -> Gathered:
    claims = tuple(claim for one in alike for claim in one.clump.claims)
    lanes = {one.clump.lane for one in alike}
    anchors = [anchor(one.stated, unit) for one in alike]
    if len(claims) == 1:
        days, at = alike[0].clump.days, anchors[0][0]
    clump = Clump(claims, days, lanes.pop() if len(lanes) == 1 else None)
    return Gathered(clump, at, frozenset(way for _, way in anchors))


def anchor(stated: Interval, unit: str) -> tuple[float, Way]:
    """The figure that stands for an interval: its middle, or its end where it has but one.

    A share that may be anything up to all of it, or down to nothing, has but one end.
    """
    share = unit == "percent"
    low = None if share and stated.low == 0 and stated.high != 0 else stated.low
    high = None if share and stated.high == 100 and stated.low != 100 else stated.high
    if low is not None and high is not None:
        return (low + high) / 2, "both"
    if low is not None:
        return low, "up"
    return (high, "down") if high is not None else (0.0, "none")
