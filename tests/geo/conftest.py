"""Maps drawn at random: stars, islands, holes, and days that differ from the day before."""

from __future__ import annotations

import math
from collections.abc import Sequence
from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from hypothesis import strategies as st

EMPTY = shapely.MultiPolygon()
GRID = 0.125
"""A coarse grid of degrees makes points and edges of different shapes coincide."""


def star(x: float, y: float, radii: Sequence[float]) -> shapely.Geometry:
    """A star-shaped area around a point, one corner for each radius."""
    turn = 2 * math.pi / len(radii)
    corners = [
        (x + r * math.cos(n * turn), y + r * math.sin(n * turn)) for n, r in enumerate(radii)
    ]
    return shapely.Polygon(corners)


def areas_only(shape: shapely.Geometry) -> shapely.Geometry:
    """The shape as a valid multipolygon, shells anticlockwise and holes clockwise."""
    made = shapely.make_valid(shape)
    parts = [p for p in shapely.get_parts(made) if p.geom_type in ("Polygon", "MultiPolygon")]
    flat = [q for p in parts for q in shapely.get_parts(p) if not q.is_empty]
    return shapely.orient_polygons(shapely.MultiPolygon(flat)) if flat else EMPTY


def snapped(shape: shapely.Geometry) -> shapely.Geometry:
    """The shape on the grid; written and read, so that it does not keep the grid for good."""
    coarse = shapely.set_precision(areas_only(shape), GRID)
    return areas_only(shapely.from_wkb(shapely.to_wkb(coarse)))


@st.composite
def stars(draw: st.DrawFn) -> shapely.Geometry:
    """One star, on the grid or off it, at times with a hole."""
    x, y = draw(st.floats(30, 33)), draw(st.floats(47, 50))
    radii = draw(st.lists(st.floats(0.05, 1.5), min_size=3, max_size=9))
    shape = star(x, y, radii)
    if draw(st.booleans()):
        shape = shapely.difference(shape, star(x, y, [r / 2 for r in radii]))
    return snapped(shape) if draw(st.booleans()) else areas_only(shape)


def moved(shape: shapely.Geometry, at: Sequence[int], by: Sequence[float]) -> shapely.Geometry:
    """The shape with some of its points somewhere else."""
    points = shapely.get_coordinates(shape)
    if not len(points):
        return shape
    chosen = {tuple(points[n % len(points)]): step for n, step in zip(at, by, strict=False)}

    def move(xy: np.ndarray) -> np.ndarray:
        return np.array([[x + chosen.get((x, y), 0.0), y + chosen.get((x, y), 0.0)] for x, y in xy])

    return areas_only(shapely.transform(shape, move))


EDITS = ("keep", "move", "add", "take", "cut", "new", "nothing", "reorder", "split")


@st.composite
def edited(draw: st.DrawFn, shape: shapely.Geometry) -> shapely.Geometry:
    """The map of the day after ``shape``."""
    edit = draw(st.sampled_from(EDITS))
    if edit == "move":
        at = draw(st.lists(st.integers(0, 200), min_size=1, max_size=3))
        by = draw(st.lists(st.floats(-0.6, 0.6), min_size=len(at), max_size=len(at)))
        return moved(shape, at, by)
    if edit == "add":
        return areas_only(shapely.union(shape, draw(stars())))
    if edit == "take":
        return areas_only(shapely.difference(shape, draw(stars())))
    if edit == "cut":
        return areas_only(shapely.intersection(shape, draw(stars())))
    if edit == "reorder":
        parts = draw(st.permutations(list(shapely.get_parts(shape))))
        return shapely.MultiPolygon([_turned(part, draw(st.integers(0, 9))) for part in parts])
    if edit == "split":
        return shapely.orient_polygons(shapely.segmentize(shape, draw(st.sampled_from([0.1, 0.5]))))
    return {"keep": shape, "nothing": EMPTY, "new": shape}[edit] if edit != "new" else draw(stars())


def _turned(polygon: shapely.Polygon, by: int) -> shapely.Polygon:
    """The same polygon, its rings begun at another corner."""
    rings = [list(ring.coords)[:-1] for ring in (polygon.exterior, *polygon.interiors)]
    turned = [ring[by % len(ring) :] + ring[: by % len(ring)] for ring in rings]
    return shapely.Polygon(turned[0], turned[1:])


@st.composite
def series(draw: st.DrawFn) -> np.ndarray:
    """One map a day, for up to seven days."""
    days = [draw(stars() | st.just(EMPTY))]
    for _ in range(draw(st.integers(0, 6))):
        days.append(draw(edited(days[-1])))
    return np.array(days, dtype=object)


@st.composite
def regions(draw: st.DrawFn) -> np.ndarray:
    """Outlines: boxes that share an edge, and stars, also with holes and small islands."""
    west, east = shapely.box(30, 47, 31.5, 50), shapely.box(31.5, 47, 33, 50)
    island = shapely.box(29.5, 48, 29.625, 48.125)
    holed = shapely.difference(shapely.box(30.5, 47.5, 32.5, 49.5), shapely.box(31, 48, 32, 49))
    fixed = [west, east, areas_only(shapely.union(west, island)), holed, island]
    return np.array(
        fixed + draw(st.lists(stars().filter(lambda s: s.area > 0), max_size=2)), object
    )


@pytest.fixture(scope="session")
def drawn() -> SimpleNamespace:
    """The strategies, since a test module cannot import from the one beside it."""
    return SimpleNamespace(series=series, regions=regions, stars=stars, areas_only=areas_only)
