"""GeoJSON in, sound outlines out, with a word on every repair."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.geo.areas import area_km2
from groundcheck.geo.outlines import read_outlines, repaired

MAINLAND = [[30, 48], [32, 48], [32, 49], [30, 49], [30, 48]]
ISLAND = [[33, 48], [33.1, 48], [33.1, 48.1], [33, 48.1], [33, 48]]
LAKE = [[31, 48.4], [31.1, 48.4], [31.1, 48.5], [31, 48.5], [31, 48.4]]


def geojson(*rings: Any, **properties: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": list(rings)}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def test_a_collection_keeps_its_order_and_properties() -> None:
    first, second = read_outlines(collection(geojson(MAINLAND, n="a"), geojson(ISLAND, n="b")))
    assert (first.properties, second.properties) == ({"n": "a"}, {"n": "b"})
    assert first.geometry.equals(shapely.box(30, 48, 32, 49))
    assert first.notice == second.notice == ""


@pytest.mark.parametrize(
    "data",
    [geojson(MAINLAND, LAKE), geojson(MAINLAND, LAKE)["geometry"],
     {"type": "MultiPolygon", "coordinates": [[MAINLAND, LAKE]]}],
    ids=["feature", "polygon", "multipolygon"],
)  # fmt: skip
def test_a_feature_or_a_geometry_alone_will_do(data: dict[str, Any]) -> None:
    (outline,) = read_outlines(json.dumps(data).encode())
    assert outline.geometry.area == pytest.approx(2 - 0.01)
    assert outline.notice == ""


def test_an_island_before_the_mainland_is_repaired_and_told() -> None:
    feature = geojson(ISLAND, MAINLAND)
    (outline,) = read_outlines(collection(feature), "the coast")
    raw = shapely.geometry.shape(feature["geometry"])
    held = shapely.box(30, 48, 31, 49)
    assert outline.notice.startswith("the coast: invalid (Hole lies outside shell")
    assert outline.geometry.is_valid
    assert outline.geometry.intersection(held).area == pytest.approx(1)
    # What a careless tool gets from the same rings, without any error.
    assert raw.intersection(held).area < 0.1


def test_a_lake_stays_a_hole_in_a_repaired_outline() -> None:
    (outline,) = read_outlines(collection(geojson(ISLAND, MAINLAND, LAKE)))
    assert outline.geometry.area == pytest.approx(0.01 + 2 - 0.01)


def test_a_ring_that_crosses_itself_becomes_its_two_halves() -> None:
    shape, notice = repaired(shapely.Polygon([(30, 48), (31, 49), (31, 48), (30, 49)]))
    assert shape.is_valid
    assert shape.area == pytest.approx(0.5)
    assert "2 part(s)" in notice


def test_a_spike_is_dropped() -> None:
    spiked = shapely.Polygon([(30, 48), (31, 48), (31, 49), (31, 50), (31, 49), (30, 49)])
    shape, notice = repaired(spiked)
    assert shape.geom_type == "Polygon"
    assert shape.equals(shapely.box(30, 48, 31, 49))
    assert notice


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no GeoJSON"),
        ("null", "no GeoJSON"),
        ('{"type": "Topology"}', "no GeoJSON"),
        ('{"type": "FeatureCollection", "features": 3}', "no GeoJSON"),
        (collection(), "holds no shape"),
        (collection(3), "no GeoJSON"),
        (collection({"type": "Feature", "geometry": None}), "is missing"),
        (collection({"type": "Feature", "geometry": {"type": "Point"}}), "is Point"),
        (collection(geojson()), "no area"),
        (collection(geojson([[30, 48], [31, 48]])), "cannot be read"),
        (collection(geojson([["a", "b"]] * 4)), "cannot be read"),
        (collection(geojson([[30, 48]] * 4)), "no area"),
        (collection(geojson([[3e6, 6e6], [4e6, 6e6], [4e6, 7e6], [3e6, 6e6]])), "not in degrees"),
        ('{"type": "Polygon"}', "cannot be read"),
    ],
)
def test_what_is_no_outline_is_refused_in_one_line(source: str | bytes, reason: str) -> None:
    with pytest.raises(BadValue, match=reason) as caught:
        read_outlines(source, "somewhere.geojson")
    assert str(caught.value).startswith("somewhere.geojson: ")
    assert "\n" not in str(caught.value)


corners = st.lists(
    st.tuples(st.floats(20, 40), st.floats(40, 60)), min_size=3, max_size=8, unique=True
)


@given(corners)
def test_whatever_is_read_is_valid_and_can_be_measured(points: list[tuple[float, float]]) -> None:
    ring = [list(point) for point in (*points, points[0])]
    assume(shapely.LinearRing(points).convex_hull.area > 1e-6)
    (outline,) = read_outlines(collection(geojson(ring)))
    assert outline.geometry.is_valid
    assert area_km2(outline.geometry) >= 0
