"""Geodesic areas, against an equal-area projection and against themselves."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
import shapely.affinity
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from groundcheck.errors import BadValue
from groundcheck.geo.areas import area_km2

EQUAL_AREA = Transformer.from_crs("EPSG:4326", "EPSG:6933", always_xy=True)
WEB_MERCATOR = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)


def planar_km2(projection: Transformer, polygon: shapely.Polygon) -> float:
    def move(points: np.ndarray) -> np.ndarray:
        return np.column_stack(projection.transform(points[:, 0], points[:, 1]))

    return float(shapely.transform(shapely.segmentize(polygon, 0.002), move).area) / 1e6


offsets = st.floats(0.01, 0.05)
longitudes = st.floats(-179, 179)
latitudes = st.floats(-70, 70)


@st.composite
def polygons(draw: st.DrawFn) -> shapely.Polygon:
    """Four corners around a point, up to about ten kilometres across."""
    x, y = draw(longitudes), draw(latitudes)
    east, north, west, south = (draw(offsets) for _ in range(4))
    return shapely.Polygon([(x + east, y), (x, y + north), (x - west, y), (x, y - south)])


@given(polygons())
def test_agrees_with_an_equal_area_projection(polygon: shapely.Polygon) -> None:
    assert area_km2(polygon) == pytest.approx(planar_km2(EQUAL_AREA, polygon), rel=1e-4)


@given(polygons())
def test_is_the_same_whichever_way_the_ring_runs(polygon: shapely.Polygon) -> None:
    assert area_km2(polygon.reverse()) == pytest.approx(area_km2(polygon), rel=1e-9)


@given(polygons(), st.floats(0.1, 0.9))
def test_two_halves_add_up_to_the_whole(polygon: shapely.Polygon, at: float) -> None:
    west, south, east, north = polygon.bounds
    middle = west + at * (east - west)
    halves = [
        shapely.intersection(polygon, shapely.box(*bounds))
        for bounds in ((west, south, middle, north), (middle, south, east, north))
    ]
    assert sum(map(area_km2, halves)) == pytest.approx(area_km2(polygon), rel=1e-4)


@given(polygons(), st.floats(0.2, 0.8))
def test_a_hole_is_taken_off(polygon: shapely.Polygon, size: float) -> None:
    hole = shapely.affinity.scale(polygon, size, size, origin=polygon.representative_point())
    ring = shapely.Polygon(polygon.exterior, [hole.exterior])
    assert area_km2(ring) == pytest.approx(area_km2(polygon) - area_km2(hole), rel=1e-6)


@given(polygons(), st.floats(-90, 90))
def test_turning_the_globe_changes_nothing(polygon: shapely.Polygon, by: float) -> None:
    moved = shapely.affinity.translate(polygon, by)
    assert area_km2(moved) == pytest.approx(area_km2(polygon), rel=1e-6)


def test_parts_add_up_and_lines_and_points_count_nothing() -> None:
    one, two = shapely.box(30, 48, 30.1, 48.1), shapely.box(31, 49, 31.1, 49.1)
    both = area_km2(one) + area_km2(two)
    assert area_km2(shapely.MultiPolygon([one, two])) == pytest.approx(both)
    mixed = shapely.GeometryCollection(
        [
            shapely.Point(30, 48),
            shapely.LineString([(30, 48), (31, 49)]),
            shapely.GeometryCollection([one]),
            shapely.MultiPolygon([two]),
        ]
    )
    assert area_km2(mixed) == pytest.approx(both)


@pytest.mark.parametrize(
    "shape",
    [shapely.Point(30, 48), shapely.LineString([(30, 48), (31, 49)]), shapely.Polygon(),
     shapely.GeometryCollection(), shapely.MultiPolygon(), shapely.MultiPoint([(1, 2)])],
    ids=["point", "line", "no polygon", "no parts", "no polygons", "points"],
)  # fmt: skip
def test_what_has_no_area_is_nothing(shape: shapely.Geometry) -> None:
    assert area_km2(shape) == 0.0


def test_a_degree_at_the_equator_has_its_known_size() -> None:
    # Oracle: the zone between two parallels of the WGS84 ellipsoid, in closed form: with
    # e² = f(2 − f), a cell from 0° to 1° is b²·π/180·(sin φ/(1 − e² sin²φ) + artanh(e sin φ)/e)/2.
    a, f = 6378.137, 1 / 298.257223563
    e, sine = math.sqrt(f * (2 - f)), math.sin(math.radians(1))
    zone = sine / (1 - (e * sine) ** 2) + math.atanh(e * sine) / e
    expected = (a * (1 - f)) ** 2 * math.pi / 180 * zone / 2
    assert area_km2(shapely.box(0, 0, 1, 1)) == pytest.approx(expected, rel=1e-6)


def test_web_mercator_would_be_twice_as_large_in_the_north() -> None:
    cell = shapely.box(37, 48, 37.1, 48.1)
    assert planar_km2(WEB_MERCATOR, cell) / area_km2(cell) == pytest.approx(2.23, abs=0.02)


def test_an_invalid_shape_is_refused() -> None:
    bow = shapely.Polygon([(30, 48), (31, 49), (31, 48), (30, 49)])
    with pytest.raises(BadValue, match="Self-intersection"):
        area_km2(bow)
