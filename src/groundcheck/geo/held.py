"""How much of each region a series of maps shows, day by day, without overlaying every day.

The first day is laid over the regions; after it only the loops by which a day differs from
the one before are looked at (``loops``). A loop wholly inside a region adds its signed area,
one wholly outside adds nothing, and only one that meets the region's outline is cut by it.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from groundcheck.geo.areas import Numbers, areas_km2
from groundcheck.geo.loops import Indices, Loops, loops_of

Shapes = NDArray[np.object_]

_TOLERANCE_KM2 = 1e-4
"""By how much the last day's area and the sum of all changes may differ; more shows a fault."""


def areas_by_day(shapes: Shapes, regions: Shapes) -> Numbers:
    """The km² of each day's shape inside each region, an array (days, regions).

    ``shapes`` are valid polygons or multipolygons in degrees, one a day in the order of the
    days, with shells anticlockwise and holes clockwise; ``regions`` are valid outlines.
    Where the loops do not lead from the first day to the last (a shape was not valid), every
    day is laid over the regions.
    """
    if not len(shapes) or not len(regions):
        return np.zeros((len(shapes), len(regions)))
    loops = loops_of(shapes)
    if loops is None or not _add_up(shapes, loops):
        return overlaid(shapes, regions)
    owner, near = shapely.STRtree(loops.rings).query(regions)
    # GEOS works outside the interpreter's lock, so the regions share the cores.
    with ThreadPoolExecutor() as threads:
        columns = threads.map(
            lambda number: _changes(shapes, regions[number], loops, near[owner == number]),
            range(len(regions)),
        )
        changes = np.stack(list(columns), axis=1)
    changes[0] = overlaid(shapes[:1], regions)[0]
    return np.maximum(np.cumsum(changes, axis=0), 0.0)


def overlaid(shapes: Shapes, regions: Shapes) -> Numbers:
    """The same as ``areas_by_day``, every day laid over every region: slow and obvious."""
    pieces = shapely.intersection(shapes[:, np.newaxis], regions[np.newaxis])
    return areas_km2(pieces.ravel()).reshape(pieces.shape)


def _add_up(shapes: Shapes, loops: Loops) -> bool:
    first, last = areas_km2(shapes[[0, -1]])
    return bool(abs(first + loops.km2.sum() - last) < _TOLERANCE_KM2)


def _changes(shapes: Shapes, region: BaseGeometry, loops: Loops, near: Indices) -> Numbers:
    """What the region gains each day; nothing on the first. ``near`` are the loops near it."""
    loops = loops.only(np.sort(near))
    shapely.prepare(region)
    whole = _free_of_outlines(loops.rings, shapely.get_parts(region))
    inside = whole & shapely.contains_properly(region, loops.rings)
    outside = whole & shapely.disjoint(region, loops.rings)
    gains = np.where(inside, loops.km2, 0.0)
    _cut(gains, shapes, region, loops, ~inside & ~outside)
    return np.bincount(loops.day, gains, minlength=len(shapes)).astype(np.float64)


def _free_of_outlines(rings: Shapes, parts: Shapes) -> NDArray[np.bool_]:
    """Whether no ring of the region's outline can lie wholly within the loop."""
    outlines = shapely.get_rings(parts)
    free = np.ones(len(rings), bool)
    boxes = shapely.box(*shapely.bounds(rings).T)
    holder, _ = shapely.STRtree(outlines).query(boxes, predicate="contains")
    free[holder] = False
    return free


def _cut(
    gains: Numbers, shapes: Shapes, region: BaseGeometry, loops: Loops, meets: NDArray[np.bool_]
) -> None:
    """Set what each of the loops that meet the outline brings the region, in km²."""
    areas = shapely.polygons(loops.rings[meets])
    simple = shapely.is_valid(areas)
    cut = areas_km2(shapely.intersection(areas[simple], region))
    chosen = np.flatnonzero(meets)
    gains[chosen[simple]] = np.copysign(cut, loops.km2[chosen[simple]])
    # A loop that crosses itself, where a new line crosses the old, has no inside to cut: its
    # surroundings are laid over the region on both days.
    for day in np.unique(loops.day[chosen[~simple]]):
        here = np.flatnonzero(loops.day == day)
        group = np.isin(here, chosen[~simple])
        box = _box_of(shapely.bounds(loops.rings[here]), group)
        around = shapely.get_parts(shapely.intersection(region, shapely.box(*box)))
        before, after = overlaid(shapes[day - 1 : day + 1], around).sum(axis=1)
        gains[here[group]] = 0.0
        gains[here[group][0]] = after - before


def _box_of(boxes: Numbers, group: NDArray[np.bool_]) -> Numbers:
    """The box of the loops in ``group``, to which every loop is added that the box meets."""
    while True:
        west, south = boxes[group, :2].min(axis=0)
        east, north = boxes[group, 2:].max(axis=0)
        meets = (
            (boxes[:, 0] <= east) & (boxes[:, 2] >= west)
            & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
        )  # fmt: skip
        if (meets == group).all():
            return np.array([west, south, east, north])
        group |= meets
