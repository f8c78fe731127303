"""What moved back and forth between two maps: a difference of two days hides it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from groundcheck.checks.measuring import Maps
from groundcheck.model import Measurement, Place

JUMP_KM2 = 50.0
"""A larger difference from one map to the next is marked: makers also revise their maps."""


class Movement(NamedTuple):
    """Rises and falls in km², each summed over regions and maps, and the largest single steps.

    Ground that was gained and lost in one region between two maps shows in neither, so both
    are lower bounds of what changed hands.
    """

    rises: float
    falls: float
    jumps: tuple[tuple[date, float], ...]


def movement(maps: Maps, places: Iterable[Place], old: Measurement, new: Measurement) -> Movement:
    """What moved between the maps of two measurements of the places."""
    regions = {region for place in places for region in maps.series.regions_of(place.id)}
    rises = falls = 0.0
    daily: dict[date, float] = {}
    for region in sorted(regions):
        track = maps.held(region, old.boundary_set, old.contested)
        between = [(day, km2) for day, km2 in track if old.day <= day <= new.day]
        for (_, before), (day, after) in pairwise(between):
            rises += max(0.0, after - before)
            falls += max(0.0, before - after)
            daily[day] = daily.get(day, 0.0) + after - before
    jumps = tuple((day, km2) for day, km2 in daily.items() if abs(km2) > JUMP_KM2)
    return Movement(rises, falls, tuple(sorted(jumps, key=lambda jump: -abs(jump[1]))))
