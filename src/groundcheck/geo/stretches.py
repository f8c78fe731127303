"""The history of a place on a layer: when it was held or contested, and how near the line came.

A town is an area and its point the middle of it, so the distance to the line matters as much as
the side of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from groundcheck.geo.settlements import Settlement

STEPS_KM = (0.0, 0.5, 1.0, 2.0, 2.5, 3.0, 4.0, 6.0, 10.0, 15.0, 25.0, 50.0)
"""Distances to the line are told in these steps: at least so much, and less than the next."""

FAR_KM = 10.0
"""A place that the line never came nearer to is kept in no table: nothing happened there."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the map of ``day`` shows at a point.

    ``holder`` is "" where the ground is not held by the one asked about; ``contested`` is only
    true of ground that is not held. ``line_km`` is the distance to the nearest edge of held
    or contested ground, infinite where the map shows none.
    """

    day: date
    holder: str
    contested: bool
    line_km: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Maps that follow each other and show the same at a point, from ``first`` to ``last``.

    ``last`` is the day of the last of these maps, not the day before the next one.
    ``line_km`` is one of ``STEPS_KM``: the line was at least so far off.
    """

    first: date
    last: date
    holder: str
    contested: bool
    line_km: float


@dataclass(frozen=True, slots=True)
class PointHistory:
    """What one layer shows of ``holder``'s ground at the settlements of some regions.

    ``origin`` is whose survey the maps rest on in the end, ``precision_km`` how far its lines
    may lie from where they mean to be. ``stretches`` holds, by the settlement's id, the
    places that the line came within ``FAR_KM`` of, and none for those that the layer does not
    show; ``inputs`` the SHA-256 hashes of the files.
    """

    layer: str
    maker: str
    origin: str
    definition: str
    holder: str
    regions: frozenset[str]
    precision_km: float
    first_day: date
    last_day: date
    stretches: Mapping[int, tuple[Stretch, ...]]
    inputs: tuple[str, ...] = ()

    def history(self, settlement: Settlement) -> tuple[Stretch, ...]:
        """The stretches of all maps in their order; ``()`` where the layer does not cover it."""
        if settlement.region not in self.regions:
            return ()
        never = Stretch(self.first_day, self.last_day, "", False, FAR_KM)
        return self.stretches.get(settlement.id, (never,))


def stretches(standings: Sequence[Standing]) -> tuple[Stretch, ...]:
    """A point's standings, in the order of their days, with equal neighbours put together."""
    runs = []
    for (holder, contested, km), group in groupby(
        standings, key=lambda s: (s.holder, s.contested, step(s.line_km))
    ):
        days = [standing.day for standing in group]
        runs.append(Stretch(days[0], days[-1], holder, contested, km))
    return tuple(runs)


def step(km: float) -> float:
    """The largest of ``STEPS_KM`` that is not above ``km``."""
    return max(edge for edge in STEPS_KM if edge <= km)
