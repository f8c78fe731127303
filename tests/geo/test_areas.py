"""Areas on the ellipsoid, against geodesics, an equal-area projection, a grid and themselves."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import shapely
import shapely.affinity
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from groundcheck.errors import BadValue
from groundcheck.geo.areas import area_km2, areas_km2, edge_areas, ring_areas, zone_km2

EQUAL_AREA = Transformer.from_crs("EPSG:4326", "EPSG:6933", always_xy=True)
GEOD = Geod(ellps="WGS84")
WEB_MERCATOR = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)


def geodesic_km2(shape: shapely.Geometry) -> float:
    """The area between geodesics, which densely set points lead along the edges of GeoJSON."""
    area, _ = GEOD.geometry_area_perimeter(shapely.orient_polygons(shapely.segmentize(shape, 0.01)))
    return float(area) / 1e6


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
    assert area_km2(polygon) == pytest.approx(planar_km2(EQUAL_AREA, polygon), rel=1e-6)


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
    assert sum(map(area_km2, halves)) == pytest.approx(area_km2(polygon), rel=1e-9)


@given(polygons(), st.floats(0.2, 0.8))
def test_a_hole_is_taken_off(polygon: shapely.Polygon, size: float) -> None:
    hole = shapely.affinity.scale(polygon, size, size, origin=polygon.representative_point())
    ring = shapely.Polygon(polygon.exterior, [hole.exterior])
    assert area_km2(ring) == pytest.approx(area_km2(polygon) - area_km2(hole), rel=1e-9)


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


@st.composite
def stars(draw: st.DrawFn) -> shapely.Polygon:
    """Many corners around a point, some hundred kilometres across, at times with a hole."""
    x, y = draw(st.floats(-150, 150)), draw(st.floats(-75, 75))
    radii = draw(st.lists(st.floats(0.5, 8), min_size=3, max_size=12))
    angles = [2 * math.pi * n / len(radii) for n in range(len(radii))]
    shell = [(x + r * math.cos(a), y + r * math.sin(a)) for r, a in zip(radii, angles, strict=True)]
    hole = [(x + r / 3 * math.cos(a), y + r / 3 * math.sin(a)) for r, a in
            zip(radii, angles, strict=True)]  # fmt: skip
    star = shapely.Polygon(shell, [hole] if draw(st.booleans()) else [])
    return star if star.is_valid else shapely.convex_hull(star)


@settings(deadline=None)
@given(stars())
def test_agrees_with_geodesics_along_finely_drawn_edges(star: shapely.Polygon) -> None:
    assert area_km2(star) == pytest.approx(geodesic_km2(star), rel=1e-6)


@settings(deadline=None)
@given(stars())
def test_a_finely_drawn_outline_needs_no_more_points(star: shapely.Polygon) -> None:
    fine = shapely.segmentize(star, 0.01)
    area, _ = GEOD.geometry_area_perimeter(shapely.orient_polygons(fine))
    assert area_km2(fine) == pytest.approx(area / 1e6, rel=1e-6)
    assert area_km2(fine) == pytest.approx(area_km2(star), rel=1e-9)


@given(stars(), st.lists(st.floats(0.05, 0.95), min_size=1, max_size=4))
def test_pieces_cut_in_strips_add_up(star: shapely.Polygon, cuts: list[float]) -> None:
    west, south, east, north = star.bounds
    at = [west, *(west + cut * (east - west) for cut in sorted(cuts)), east]
    strips = [shapely.box(a, south, b, north) for a, b in itertools.pairwise(at) if a < b]
    pieces = shapely.intersection(np.array(strips, dtype=object), star)
    assert areas_km2(pieces).sum() == pytest.approx(area_km2(star), rel=1e-9)


@settings(max_examples=15, deadline=None)
@given(stars())
def test_agrees_with_counting_the_points_of_an_equal_area_grid(star: shapely.Polygon) -> None:
    # Oracle: in equal-area metres every cell of a grid stands for the same ground.
    def move(points: np.ndarray) -> np.ndarray:
        return np.column_stack(EQUAL_AREA.transform(points[:, 0], points[:, 1]))

    flat = shapely.transform(shapely.segmentize(star, 0.05), move)
    west, south, east, north = flat.bounds
    side = 700
    x = west + (np.arange(side) + 0.5) * (east - west) / side
    y = south + (np.arange(side) + 0.5) * (north - south) / side
    xx, yy = np.meshgrid(x, y)
    shapely.prepare(flat)
    count = shapely.contains_xy(flat, xx, yy).sum()
    counted = count * (east - west) * (north - south) / side**2 / 1e6
    assert area_km2(star) == pytest.approx(counted, rel=0.01)


WORLD_KM2 = 510_065_621.724
"""The surface of the ellipsoid of WGS84, 4π times its authalic radius of 6371.0071809 km²."""


@pytest.mark.parametrize("bounds", [
    [(-180, -90, 180, 90)],
    [(-180, 0, 180, 90), (-180, -90, 180, 0)],
    [(-180, -90, 0, 90), (0, -90, 180, 90)],
    [(-180, 89, 180, 90), (-180, -90, 180, 89)],
])  # fmt: skip
def test_the_whole_earth(bounds: list[tuple[float, ...]]) -> None:
    parts = [area_km2(shapely.box(*each)) for each in bounds]
    assert sum(parts) == pytest.approx(WORLD_KM2, abs=0.01)
    assert round(sum(parts)) == 510_065_622


def test_a_zone_to_the_pole_has_its_known_size() -> None:
    quarter = WORLD_KM2 / 2 / (2 * math.pi)
    assert zone_km2(np.array([0.0, 90.0, -90.0])) == pytest.approx([0, quarter, -quarter], abs=0.01)
    cap = shapely.box(-180, 80, 180, 90)
    expected = 2 * math.pi * float(np.diff(zone_km2(np.array([80.0, 90.0])))[0])
    assert area_km2(cap) == pytest.approx(expected, rel=1e-12)
    # The same cap as a ring of points around the pole, seen from above.
    assert geodesic_km2(shapely.box(-179.999, 80, 179.999, 89.999)) == pytest.approx(
        area_km2(shapely.box(-179.999, 80, 179.999, 89.999)), rel=1e-6
    )


def test_a_long_edge_is_as_exact_as_its_pieces() -> None:
    long = shapely.Polygon([(0, -60), (40, 70), (0, 70)])
    assert area_km2(long) == pytest.approx(area_km2(shapely.segmentize(long, 0.5)), rel=1e-12)


@given(polygons())
def test_the_sign_tells_which_way_a_ring_runs(polygon: shapely.Polygon) -> None:
    rings = np.array([polygon.exterior, polygon.exterior.reverse()], dtype=object)
    there, back = ring_areas(rings)
    assert there == pytest.approx(-back, rel=1e-9)
    assert (there > 0) == polygon.exterior.is_ccw
    points = shapely.get_coordinates(polygon)
    assert edge_areas(points[:-1], points[1:]).sum() == pytest.approx(there, rel=1e-9)
    # There and back again along one edge nothing is left.
    ahead, again = edge_areas(points[:2], points[1::-1])
    assert ahead == pytest.approx(-again, rel=1e-12)


def test_many_shapes_at_once_are_measured_one_by_one() -> None:
    one = shapely.box(30, 48, 30.1, 48.1)
    holed = shapely.difference(shapely.box(30, 47, 32, 49), shapely.box(31, 48, 31.5, 48.5))
    both = shapely.MultiPolygon([one, shapely.box(33, 48, 34, 49)])
    shapes = np.array([one, shapely.Polygon(), holed, both, shapely.Point(1, 2)], dtype=object)
    assert areas_km2(shapes) == pytest.approx([area_km2(shape) for shape in shapes])
    assert areas_km2(shapes[:0]).shape == (0,)
    assert edge_areas(np.zeros((0, 2)), np.zeros((0, 2))).shape == (0,)
