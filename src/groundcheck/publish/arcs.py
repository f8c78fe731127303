"""Shapes as arcs that they share: what TopoJSON is made of.

Rings are cut wherever two of them part ways, and each piece is kept once, whichever way it is run
through. Pieces are simplified after that and not before, so that neighbours stay neighbours and a
stretch that does not change from day to day is the same stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Ints = NDArray[np.int64]
Arcs = list[list[list[int]]]
"""Of each polygon of a shape each ring's arcs, by number; ``~n`` is arc ``n`` run backwards."""

SAME = 1e-5
"""Points closer than this, in degrees, are the same point: a metre."""


@dataclass(frozen=True, slots=True)
class Topology:
    """Arcs as whole steps of ``grid`` degrees from ``corner`` (west, south), and the shapes."""

    grid: float
    corner: tuple[float, float]
    arcs: tuple[Ints, ...]
    shapes: tuple[Arcs, ...]


def topology(shapes: Sequence[BaseGeometry], tolerance: float, grid: float) -> Topology:
    """The shapes (polygons, in degrees) with no point further off than ``tolerance`` and ``grid``.

    Rings that are nothing at that detail are left out. Arcs are numbered by their first use.
    """
    points, rings, members = _numbered(shapes)
    corner = points.min(axis=0) if len(points) else np.zeros(2)
    made = _Cutter(points, _junctions(rings, len(points)))
    cut = [made.arcs_of(ring) for ring in rings]
    steps = _simplified(made.lines(), corner, (tolerance, grid))
    kept = _Kept(steps)
    found = tuple(kept.shape([[cut[ring] for ring in polygon] for polygon in of]) for of in members)
    return Topology(grid, (float(corner[0]), float(corner[1])), tuple(kept.arcs), found)


def _numbered(
    shapes: Sequence[BaseGeometry],
) -> tuple[NDArray[np.float64], list[Ints], list[list[list[int]]]]:
    """The distinct points, the distinct rings through them, and each shape's polygons' rings."""
    whole = [shape if shape.geom_type == "MultiPolygon" else shapely.MultiPolygon([shape])
             for shape in shapes]  # fmt: skip
    _, flat, offsets = shapely.to_ragged_array([shapely.MultiPolygon(), *whole], include_z=False)
    pairs = (np.round(flat.reshape(-1, 2) / SAME) + 0.0).view(np.complex128).ravel()
    kept, run = np.unique(pairs, return_inverse=True)
    known: dict[bytes, int] = {}
    rings: list[Ints] = []
    numbers = []
    for start, end in pairwise(offsets[0]):
        ring = _turned(run[start:end])
        number = known.setdefault(ring.tobytes(), len(rings))
        if number == len(rings):
            rings.append(ring)
        numbers.append(number)
    polygons = [numbers[start:end] for start, end in pairwise(offsets[1])]
    members = [polygons[start:end] for start, end in pairwise(offsets[2])]
    return kept.view(np.float64).reshape(-1, 2) * SAME, rings, members[1:]


def _turned(closed: Ints) -> Ints:
    """The ring without its last point and without repeated ones, from its smallest number on."""
    ring = closed[:-1]
    ring = ring[ring != np.roll(ring, 1)]
    return np.roll(ring, -int(ring.argmin())) if len(ring) else ring


def _junctions(rings: Sequence[Ints], count: int) -> NDArray[np.bool_]:
    """Which points have other neighbours in one ring than in another."""
    at = np.concatenate([np.empty(0, np.int64), *rings])
    before = np.concatenate([np.empty(0, np.int64), *(np.roll(ring, 1) for ring in rings)])
    after = np.concatenate([np.empty(0, np.int64), *(np.roll(ring, -1) for ring in rings)])
    differs = np.zeros(len(at), np.bool_)
    for neighbour in (np.minimum(before, after), np.maximum(before, after)):
        # Any occurrence will do to hold the others against.
        one = np.zeros(count, np.int64)
        one[at] = neighbour
        differs |= one[at] != neighbour
    return np.bincount(at[differs], minlength=count) > 0


class _Cutter:
    """Cuts rings at junctions and numbers the pieces."""

    def __init__(self, points: NDArray[np.float64], junctions: NDArray[np.bool_]) -> None:
        self._points, self._junctions = points, junctions
        self._known: dict[bytes, int] = {}
        self._pieces: list[Ints] = []

    def arcs_of(self, ring: Ints) -> list[int]:
        """The ring as numbers of pieces, ``[]`` where it has fewer than three points."""
        return [self._number(piece) for piece in self._cut(ring)] if len(ring) > 2 else []

    def lines(self) -> NDArray[np.object_]:
        """The pieces as lines."""
        lengths = [len(piece) for piece in self._pieces]
        where = np.repeat(np.arange(len(lengths)), lengths)
        run = np.concatenate([np.empty(0, np.int64), *self._pieces])
        made: NDArray[np.object_] = shapely.linestrings(self._points[run], indices=where)
        return made

    def _cut(self, ring: Ints) -> Iterator[Ints]:
        ends = np.flatnonzero(self._junctions[ring])
        first = int(ends[0]) if len(ends) else 0
        turned = np.roll(ring, -first)
        turned = np.append(turned, turned[0])
        for start, end in pairwise([*(ends - first if len(ends) else [0]), len(ring)]):
            yield turned[start : end + 1]

    def _number(self, piece: Ints) -> int:
        backwards = self._known.get(piece[::-1].tobytes())
        if backwards is not None:
            return ~backwards
        number = self._known.setdefault(piece.tobytes(), len(self._pieces))
        if number == len(self._pieces):
            self._pieces.append(piece)
        return number


def _simplified(
    lines: NDArray[np.object_], corner: NDArray[np.float64], detail: tuple[float, float]
) -> list[Ints]:
    """Each line simplified, as steps of the grid without such as lead nowhere."""
    tolerance, grid = detail
    simple = shapely.simplify(lines, tolerance, preserve_topology=False)
    points, where = shapely.get_coordinates(simple, return_index=True)
    placed = np.rint((points - corner) / grid).astype(np.int64)
    ends = np.cumsum(np.bincount(where, minlength=len(lines)))[:-1]
    return [_moving(each) for each in np.split(placed, ends)] if len(lines) else []


def _moving(line: Ints) -> Ints:
    moves = np.append(True, (line[1:] != line[:-1]).any(axis=1))
    # An arc has two positions at least, even where they are the same.
    return line[moves] if moves.sum() > 1 else line[[0, -1]]


class _Kept:
    """The arcs that are used, numbered anew as they come up."""

    def __init__(self, steps: Sequence[Ints]) -> None:
        self.arcs: list[Ints] = []
        self._steps = steps
        self._numbers: dict[int, int] = {}
        self._doubled = [_doubled_area(line) for line in steps]

    def shape(self, polygons: list[list[list[int]]]) -> Arcs:
        """The shape without rings that enclose nothing; a polygon goes with its outer ring."""
        found = ([ring for ring in polygon if self._encloses(ring)] for polygon in polygons
                 if self._encloses(polygon[0]))  # fmt: skip
        return [[[self._renumbered(arc) for arc in ring] for ring in rings] for rings in found]

    def _encloses(self, ring: list[int]) -> bool:
        return sum(self._doubled[a] if a >= 0 else -self._doubled[~a] for a in ring) != 0

    def _renumbered(self, arc: int) -> int:
        old = arc if arc >= 0 else ~arc
        number = self._numbers.setdefault(old, len(self.arcs))
        if number == len(self.arcs):
            self.arcs.append(self._steps[old])
        return number if arc >= 0 else ~number


def _doubled_area(line: Ints) -> int:
    x, y = line[:, 0], line[:, 1]
    return int((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())
