"""Old maps under a new day: a file that repeats a map of long ago as if ground had changed hands.

Fronts move far at times, but never back onto a line of long ago. A map that differs from the
one before it by much and from some older one by next to nothing is that older map.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from groundcheck.geo.areas import area_km2

LEAP_KM2 = 1000.0
"""Smaller changes from one map to the next are not looked at."""

SAME = 0.05
"""The part of the leap by which the older map may differ."""


def old_maps(maps: Mapping[date, Any]) -> dict[date, date]:
    """The days whose map repeats an older one, each with the day of that older map.

    ``maps`` holds the ground of one kind by day, as valid shapes in degrees.
    """
    found: dict[date, date] = {}
    sizes: dict[date, float] = {}
    before: date | None = None
    for day, shape in sorted(maps.items()):
        size = area_km2(shape)
        leap = 0.0 if before is None else abs(size - sizes[before])
        older = _repeated(maps, sizes, day, size, leap) if leap > LEAP_KM2 else None
        if older is not None:
            found[day] = older
            continue
        sizes[day], before = size, day
    return found


def _repeated(
    maps: Mapping[date, Any], sizes: Mapping[date, float], day: date, size: float, leap: float
) -> date | None:
    import shapely  # noqa: PLC0415

    for older in sorted(sizes, reverse=True):
        near = abs(sizes[older] - size) < SAME * leap
        if near and area_km2(shapely.symmetric_difference(maps[older], maps[day])) < SAME * leap:
            return older
    return None
