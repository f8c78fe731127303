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

    The edges of day number ``d`` are those from ``bounds[d]`` to ``bounds[d + 1]``.
    """

    start: Points
    end: Points
    bounds: Indices

    def of(self, day: int) -> tuple[Points, Points]:
        """Where the edges of one day start and end."""
        here = slice(self.bounds[day], self.bounds[day + 1])
        return self.start[here], self.end[here]


def edges_of(shapes: NDArray[np.object_]) -> Edges:
    """The edges of one shape a day."""
    parts, day = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    points = coordinates.view(np.complex128).ravel()
    joined = ring[1:] == ring[:-1]
    owner = day[part[ring[1:][joined]]]
    bounds = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=len(shapes)))])
    return Edges(points[:-1][joined], points[1:][joined], bounds)


def loops_of(shapes: NDArray[np.object_]) -> Loops | None:
    """The loops by which each day's shape differs from that of the day before it.

    ``None`` where they cannot be told, since a shape is not valid.
    """
    edges = edges_of(shapes)
    points: list[Points] = []
    found: list[int] = []
    for day in range(1, len(shapes)):
        loops = _traced(*_changed(edges.of(day - 1), edges.of(day)))
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


_Ends = tuple[Points, Points]


def _changed(old: _Ends, new: _Ends) -> _Ends:
    """The edges that the new day adds, and backwards those that it drops: starts and ends."""
    # Most of a day stands in the same order as the day before.
    head = _common(old, new)
    old, new = ((start[head:], end[head:]) for start, end in (old, new))
    tail = _common((old[0][::-1], old[1][::-1]), (new[0][::-1], new[1][::-1]))
    old, new = ((start[: len(start) - tail], end[: len(end) - tail]) for start, end in (old, new))
    known, number = np.unique(np.concatenate([*old, *new]), return_inverse=True)
    start, end, first, last = np.split(number, np.cumsum([len(old[0])] * 2 + [len(new[0])]))
    before, after = start * len(known) + end, first * len(known) + last
    dropped, added = ~np.isin(before, after), ~np.isin(after, before)
    return (
        np.concatenate([new[0][added], old[1][dropped]]),
        np.concatenate([new[1][added], old[0][dropped]]),
    )


def _common(a: _Ends, b: _Ends) -> int:
    """How many edges are the same from the beginning on."""
    length = min(len(a[0]), len(b[0]))
    differ = (a[0][:length] != b[0][:length]) | (a[1][:length] != b[1][:length])
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
