"""What changes between one day's map and the next, as closed loops of edges.

Consecutive maps share nearly all their edges. The edges that a day adds, and those that it
drops run backwards, form closed loops: each is the outline of ground gained (it runs
anticlockwise, its signed area is positive) or lost. Shells must run anticlockwise and holes
clockwise on every day (``shapely.orient_polygons``), or the loops mean nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from groundcheck.geo.areas import Numbers, ring_areas

Indices = NDArray[np.intp]
Points = NDArray[np.complex128]

_ODD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Loops:
    """Closed rings, the number of the day on which each appears, and their signed areas in km²."""

    rings: NDArray[np.object_]
    day: Indices
    km2: Numbers

    def only(self, chosen: Indices) -> Loops:
        """The chosen ones."""
        return Loops(self.rings[chosen], self.day[chosen], self.km2[chosen])


@dataclass(frozen=True, slots=True)
class Edges:
    """All edges of a series of days: where each starts and ends, as longitude + i latitude.

    ``key`` is a number that only the same edge has. The edges of day number ``d`` are those
    from ``bounds[d]`` to ``bounds[d + 1]``.
    """

    start: Points
    end: Points
    key: NDArray[np.uint64]
    bounds: Indices

    def changed(self, day: int) -> tuple[Points, Points]:
        """Starts and ends of the edges that a day adds, and backwards of those that it drops."""
        first, middle, last = self.bounds[day - 1 : day + 2]
        dropped, added = _apart(self.key[first:middle], self.key[middle:last])
        dropped, added = dropped + first, added + middle
        start = np.concatenate([self.start[added], self.end[dropped]])
        return start, np.concatenate([self.end[added], self.start[dropped]])


def edges_of(shapes: NDArray[np.object_]) -> Edges:
    """The edges of one shape a day."""
    parts, day = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    points = coordinates.view(np.complex128).ravel()
    joined = ring[1:] == ring[:-1]
    owner = day[part[ring[1:][joined]]]
    bounds = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=len(shapes)))])
    mixed = _mixed(points)
    key = mixed[:-1][joined] * _ODD + mixed[1:][joined]
    return Edges(points[:-1][joined], points[1:][joined], key, bounds)


def loops_of(shapes: NDArray[np.object_]) -> Loops | None:
    """The loops by which each day's shape differs from that of the day before it.

    ``None`` where they cannot be told, since a shape is not valid.
    """
    edges = edges_of(shapes)
    points: list[Points] = []
    found: list[int] = []
    for day in range(1, len(shapes)):
        loops = _traced(*edges.changed(day))
        if loops is None:
            return None
        points += loops
        found += [day] * len(loops)
    if not points:
        return Loops(np.empty(0, object), np.empty(0, np.intp), np.zeros(0))
    owner = np.repeat(np.arange(len(points)), [len(loop) for loop in points])
    rings = shapely.linearrings(
        np.concatenate(points).view(np.float64).reshape(-1, 2), indices=owner
    )
    return Loops(rings, np.array(found), ring_areas(rings))


def _mixed(points: Points) -> NDArray[np.uint64]:
    """A number for each point; that two points of two days share one has a chance of 10⁻¹³.

    An edge that is missed by such a chance leaves a loop open.
    """
    # Adding nought makes the two zeros of IEEE 754 one.
    columns = (points + 0.0).view(np.uint64).reshape(-1, 2)
    mixed = np.zeros(len(points), np.uint64)
    for column in columns.T:
        mixed = (mixed ^ column) * _ODD
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _apart(old: NDArray[np.uint64], new: NDArray[np.uint64]) -> tuple[Indices, Indices]:
    """Where the keys stand that only the one or only the other has; each has a key once."""
    # Most of a day stands in the same order as the day before.
    head = _common(old, new)
    old, new = old[head:], new[head:]
    tail = _common(old[::-1], new[::-1])
    old, new = old[: len(old) - tail], new[: len(new) - tail]
    both = np.concatenate([old, new])
    order = np.argsort(both)
    twice = np.flatnonzero(both[order][1:] == both[order][:-1])
    single = np.ones(len(both), bool)
    single[order[twice]] = single[order[twice + 1]] = False
    return np.flatnonzero(single[: len(old)]) + head, np.flatnonzero(single[len(old) :]) + head


def _common(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> int:
    """How many keys are the same from the beginning on."""
    length = min(len(a), len(b))
    differ = a[:length] != b[:length]
    return int(differ.argmax()) if differ.any() else length


def _traced(start: Points, end: Points) -> list[Points] | None:
    """Closed loops through all edges, each edge once, none through a point twice.

    ``None`` where more edges come to a point than leave it.
    """
    leaving: dict[complex, list[complex]] = {}
    for a, b in zip(start.tolist(), end.tolist(), strict=True):
        leaving.setdefault(a, []).append(b)
    loops: list[Points] = []
    while leaving:
        path = [next(iter(leaving))]
        at = {path[0]: 0}
        while path[-1] in leaving:
            there = leaving[path[-1]].pop()
            if not leaving[path[-1]]:
                del leaving[path[-1]]
            if there not in at:
                at[there] = len(path)
                path.append(there)
                continue
            first = at[there]
            loops.append(np.array([*path[first:], there]))
            for point in path[first + 1 :]:
                del at[point]
            del path[first + 1 :]
        if len(path) > 1:
            return None
    return [loop for loop in loops if len(loop) > 3]
