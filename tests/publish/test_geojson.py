"""GeoJSON, held against RFC 7946 and read back by other libraries."""

import json
import math
from dataclasses import replace

import geojson as other
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.model import Entry, Record
from groundcheck.publish import geojson
from groundcheck.publish.geojson import bounding_box, chunks, feature
from groundcheck.publish.safe import writable
from groundcheck.publish.statement_rows import row

HOLED = shapely.Polygon(
    [(30, 50), (30, 52), (33, 52), (33, 50)], [[(31, 51), (32, 51), (32, 51.5), (31, 51.5)]]
)
WHERE = {
    "XX-01": HOLED,
    "name:Lowerland": shapely.Point(31.1234567, -0.00000001),
    "XX-03": shapely.box(33, 50, 34, 51),
}


def collection(records, locate=WHERE.get):
    return json.loads(b"".join(chunks(records, locate)).decode())


def follows_the_rfc(data):
    assert set(data) == {"type", "features"}
    assert data["type"] == "FeatureCollection"
    for one in data["features"]:
        assert set(one) - {"bbox"} == {"type", "id", "geometry", "properties"}
        assert one["type"] == "Feature"
        assert isinstance(one["properties"], dict)
        assert ("bbox" in one) == (one["geometry"] is not None)
        # Never "crs" (§4), and nothing deeper than a list of words.
        assert not any(isinstance(value, dict) for value in one["properties"].values())
        if one["geometry"] is not None:
            sound(one["geometry"])


def sound(geometry):
    kind = geometry["type"]
    if kind == "GeometryCollection":
        assert len(geometry["geometries"]) == 2
        for each in geometry["geometries"]:
            assert each["type"] != "GeometryCollection"
            sound(each)
        return
    shapes = geometry["coordinates"]
    for polygon in {"Polygon": [shapes], "MultiPolygon": shapes}.get(kind, []):
        for number, ring in enumerate(polygon):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert shapely.LinearRing(ring).is_ccw == (number == 0)
    for position in numbers(shapes):
        assert len(position) == 2
        assert all(round(one, 6) == one for one in position)
        assert -180 <= position[0] <= 180
        assert -90 <= position[1] <= 90


def numbers(shapes):
    if isinstance(shapes[0], float):
        yield shapes
    else:
        for each in shapes:
            yield from numbers(each)


def places(demo, *chosen):
    named = {place.id: place for claim in demo.claims for place in claim.places}
    claim = replace(demo.claims[0], places=tuple(named[one] for one in chosen))
    return replace(demo, claims=(claim,))


SHAPES = [
    ((), None, None),
    (("XX-01",), "Polygon", [30.0, 50.0, 33.0, 52.0]),
    (("name:Lowerland",), "Point", [31.123457, 0.0, 31.123457, 0.0]),
    (("XX-01", "XX-03"), "Polygon", [30.0, 50.0, 34.0, 52.0]),
    (("XX-01", "name:Lowerland"), "GeometryCollection", [30.0, 0.0, 33.0, 52.0]),
]


@pytest.mark.parametrize(("chosen", "kind", "box"), SHAPES)
def test_a_statement_lies_where_its_places_do(demo, recorded, chosen, kind, box):
    data = collection([recorded(places(demo, *chosen))])
    follows_the_rfc(data)
    [one] = data["features"]
    assert (one["geometry"] and one["geometry"]["type"]) == kind
    assert one.get("bbox") == box
    assert one["properties"]["located"] == list(chosen)


def test_a_place_of_no_known_shape_has_none(demo, recorded):
    data = collection([recorded(demo)], lambda place: None)
    follows_the_rfc(data)
    assert [one["geometry"] for one in data["features"]] == [None] * len(demo.claims)
    assert [one["properties"]["located"] for one in data["features"]] == [[]] * len(demo.claims)


def test_several_points_and_apart_outlines_are_multiple(demo, recorded):
    where = {"XX-01": shapely.Point(1, 2), "name:Lowerland": shapely.Point(3, 4)}
    [one] = collection([recorded(places(demo, *where))], where.get)["features"]
    assert one["geometry"] == {"type": "MultiPoint", "coordinates": [[1.0, 2.0], [3.0, 4.0]]}
    where = {"XX-01": shapely.box(0, 0, 1, 1), "XX-03": shapely.box(5, 5, 6, 6)}
    [one] = collection([recorded(places(demo, *where))], where.get)["features"]
    assert one["geometry"]["type"] == "MultiPolygon"


BOXES = [
    (shapely.Point(1, 2), [1, 2, 1, 2]),
    (shapely.MultiPoint([(10, 0), (-10, 5)]), [-10, 0, 10, 5]),
    (shapely.MultiPoint([(179, 0), (-179, 5)]), [179, 0, -179, 5]),
    (shapely.box(-180, -90, 180, 90), [-180, -90, 180, 90]),
    (
        shapely.MultiPolygon([shapely.box(170, 60, 180, 70), shapely.box(-180, 60, -175, 61)]),
        [170, 60, -175, 70],
    ),
    (shapely.MultiPoint([(0, 0), (100, 0), (-100, 0)]), [-100, 0, 100, 0]),
]


@pytest.mark.parametrize(("shape", "box"), BOXES)
def test_a_box_is_the_narrowest_round_the_world(shape, box):
    assert bounding_box(shape) == box


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(-180, 180), st.integers(-90, 90)), min_size=1, max_size=6))
def test_a_box_holds_every_part_and_none_is_narrower(points):
    west, south, east, north = bounding_box(shapely.MultiPoint(points))
    width = (east - west) % 360 if east != west else 0
    for lon, lat in points:
        assert south <= lat <= north
        assert (lon - west) % 360 <= width or lon in (west, east)
    widths = [max((b - a) % 360 for b, _ in points) for a, _ in points]
    # 180 and -180 are one meridian, and a box keeps the sign that was given.
    assert width <= min(widths) or {180, -180} <= {lon for lon, _ in points}


def test_properties_are_the_columns_of_rows(demo, recorded):
    entry = recorded(demo).entries[0]
    shown = feature(entry, WHERE.get)["properties"]
    assert (shown["words"], shown["low"], shown["said"]) == (
        entry.statement.claim.text,
        74.5,
        "2024-05-05",
    )
    assert shown["place_ids"] == ["XX-01", "name:Lowerland"]
    assert not {"places", "figures"} & set(shown)
    assert feature(entry, WHERE.get)["id"] == entry.statement.claim.id


def test_other_libraries_read_it_with_nothing_lost(tmp_path, demo, recorded):
    written = b"".join(chunks([recorded(demo), Record(demo), recorded(demo)], WHERE.get)).decode()
    loaded = other.loads(written)
    assert loaded.is_valid, loaded.errors()
    assert len(loaded.features) == 2 * len(demo.claims)
    path = tmp_path / "a.geojson"
    path.write_text(written, encoding="utf-8")
    meta, _, shapes, columns = pyogrio.raw.read(path)
    found = dict(zip(meta["fields"], columns, strict=True))
    wanted = [row(entry) for entry in recorded(demo).entries] * 2
    assert list(found["words"]) == [one.words for one in wanted]
    assert [None if math.isnan(low) else low for low in found["low"]] == [one.low for one in wanted]
    assert [str(each) for each in found["said"]] == [str(one.said) for one in wanted]
    drawn = [one and shapely.from_wkb(one) for one in shapes]
    assert drawn[0].geom_type == "GeometryCollection"
    assert shapely.equals(drawn[1], WHERE["XX-03"])
    assert drawn[2] is None


@settings(max_examples=25, deadline=None)
@given(st.lists(st.from_type(Entry), max_size=3))
def test_every_statement_is_a_feature_with_its_words(demo, entries):
    shapes = list(WHERE.values())
    data = collection([Record(demo, tuple(entries))], lambda place: shapes[len(place) % 3])
    follows_the_rfc(data)
    words = [one["properties"]["words"] for one in data["features"]]
    assert words == [entry.statement.claim.text for entry in entries]
    assert other.loads(writable(json.dumps(data))).is_valid


def test_an_empty_collection_is_one():
    assert collection([]) == {"type": "FeatureCollection", "features": []}
    assert geojson.DIGITS == 6
