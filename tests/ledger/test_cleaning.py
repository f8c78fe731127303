"""From features to a sound map: what is repaired, what is left out, and what is told of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.geo.layers import CONTESTED, Dating, Ground, Layer, Rule
from groundcheck.ledger.cleaning import Snapshot, cleaned
from groundcheck.ledger.features import Feature

LATEST = date(2031, 1, 1)
HELD, OTHER = Ground("Sylvania", "held"), Ground("Borduria", "held")
RULES = tuple(
    Rule((("status", re.compile(pattern)),), ground)
    for pattern, ground in [
        ("^held$", HELD),
        ("^theirs$", OTHER),
        ("^grey$", CONTESTED),
        ("^free$", Ground("", "none")),
    ]
)
LAYER = Layer(
    name="atlas",
    maker="Atlas",
    origin="Atlas",
    definition="what the map shows",
    licence="free",
    attribution="Atlas",
    dating=Dating("file name", re.compile(r"(\d{4})(\d\d)(\d\d)\.json$")),
    rules=RULES,
    covers=(),
)
BOX = shapely.box(30, 47, 31, 48)
EAST = shapely.box(30.5, 47, 31.5, 48)
BOW = shapely.Polygon([(30, 47), (31, 48), (31, 47), (30, 48)])


def feature(status: str | None, shape: shapely.Geometry | None, **more: Any) -> Feature:
    return Feature(shape, {"status": status, **more})


def clean(*features: Feature, name: str = "20300501.json", layer: Layer = LAYER) -> Snapshot:
    return cleaned(features, layer, name, LATEST)


def test_shapes_of_one_ground_become_one() -> None:
    found = clean(feature("held", BOX), feature("held", EAST))
    assert set(found.grounds) == {HELD}
    assert found.grounds[HELD].equals(shapely.box(30, 47, 31.5, 48))
    assert found.notices == ()
    assert (found.day, found.moment) == (date(2030, 5, 1), "")


def test_a_map_without_ground_is_a_map_too() -> None:
    found = clean(feature("free", BOX))
    assert (found.grounds, found.notices) == ({}, ("shows no ground",))


def test_a_file_without_any_shape_is_no_map() -> None:
    with pytest.raises(BadValue, match=r"no shape of it can be used \(it has none\)"):
        clean()


def test_what_is_held_and_contested_counts_as_held() -> None:
    found = clean(
        feature("held", BOX),
        feature("grey", EAST),
        feature("theirs", shapely.box(31.4, 47, 32, 48)),
    )
    assert found.grounds[HELD].equals(BOX)
    assert found.grounds[CONTESTED].equals(shapely.box(31, 47, 31.4, 48))


def test_contested_ground_that_is_held_altogether_is_gone() -> None:
    assert set(clean(feature("held", BOX), feature("grey", BOX)).grounds) == {HELD}
    assert set(clean(feature("grey", BOX)).grounds) == {CONTESTED}


@pytest.mark.parametrize(
    ("shape", "parts"),
    [
        (BOW, 2),
        (shapely.Polygon([(30, 47), (31, 47), (31, 48), (30, 48)],
                         [[(33, 47), (34, 47), (34, 48), (33, 48)]]), 2),
        (shapely.MultiPolygon([BOX, EAST]), None),
        (shapely.Polygon([(30, 47), (31, 47), (31, 48), (31, 48.5), (31, 48), (30, 48)]), 1),
    ],
    ids=["a bow tie", "a hole outside of its shell", "parts that overlap", "a spike"],
)  # fmt: skip
def test_invalid_rings_are_repaired_and_told(shape: shapely.Geometry, parts: int | None) -> None:
    found = clean(feature("held", shape))
    ground = found.grounds[HELD]
    assert ground.is_valid
    assert ground.geom_type in ("Polygon", "MultiPolygon")
    (notice,) = found.notices
    assert "invalid (" in notice
    assert parts is None or f"repaired into {parts} part(s)" in notice


def test_what_repairing_leaves_nothing_of_is_left_out_and_told() -> None:
    flat = shapely.Polygon([(30, 47), (31, 47), (30.5, 47)])
    found = clean(feature("held", flat), feature("theirs", BOX))
    assert set(found.grounds) == {OTHER}
    assert "repaired into 0 part(s)" in found.notices[0]


@pytest.mark.parametrize(
    ("given_feature", "reason"),
    [
        (Feature(None, {"status": "held"}), "(shape left out: no geometry)"),
        (feature("claimed", BOX), "a status that the description does not list (status=claimed)"),
        (feature("held", shapely.Polygon([(30, 47), (31, 47), (30.5, 47)])), "into 0 part(s)"),
    ],
)
def test_a_map_of_which_nothing_can_be_used_is_refused(given_feature: Feature, reason: str) -> None:
    # It would else say that nothing is held on that day.
    with pytest.raises(BadValue, match=re.escape(reason)) as caught:
        clean(given_feature)
    assert str(caught.value).startswith("20300501.json: no shape of it can be used")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("given_feature", "words"),
    [
        (Feature(None, {"status": "held"}), "shape left out: no geometry"),
        (Feature(None, {"status": "held"}, "points are mad"), "shape left out: points are mad"),
        (feature("claimed", BOX), "a status that the description does not list (status=claimed)"),
        (feature(None, BOX), "a status that the description does not list (status=None)"),
        (Feature(BOX, {}), "a status that the description does not list ()"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_told(given_feature: Feature, words: str) -> None:
    found = clean(given_feature, feature("held", EAST))
    assert found.grounds[HELD].equals(EAST)
    (notice,) = found.notices
    assert words in notice


def test_what_is_told_is_one_short_line() -> None:
    long = feature("claimed", BOX, words="line\nafter\n\tline " * 50)
    (notice,) = clean(long, feature("held", BOX)).notices
    assert "\n" not in notice
    assert len(notice) < 150


def test_what_is_told_often_is_told_once_with_its_number() -> None:
    found = clean(*[Feature(None, {})] * 3, feature("claimed", BOX), feature("held", BOX))
    assert "3 × shape left out: no geometry" in found.notices
    assert len(found.notices) == 2


def test_height_does_not_hinder() -> None:
    high = shapely.force_3d(BOX, 120.0)
    found = clean(feature("held", high), feature("grey", shapely.force_3d(EAST)))
    assert found.grounds[HELD].equals(BOX)
    assert found.grounds[CONTESTED].equals(shapely.box(31, 47, 31.5, 48))
    assert found.notices == ()


@pytest.mark.parametrize(
    "shape",
    [
        shapely.Point(30, 47),
        shapely.LineString([(30, 47), (31, 48)]),
        shapely.MultiPoint([(30, 47), (31, 48)]),
        shapely.Polygon(),
        shapely.MultiPolygon(),
    ],
)
def test_towns_and_attacks_are_no_ground_and_no_fault(shape: shapely.Geometry) -> None:
    for status in ("held", "claimed", None):
        found = clean(feature(status, shape), feature("free", BOX))
        assert (found.grounds, found.notices) == ({}, ("shows no ground",))


def test_only_areas_come_of_areas_that_touch() -> None:
    # What is contested touches what is held along an edge and in a point.
    touching = shapely.box(31, 47, 32, 48)
    found = clean(
        feature("held", BOX),
        feature("grey", touching),
        feature("grey", shapely.box(29, 46, 30, 47)),
    )
    assert {shape.geom_type for shape in found.grounds.values()} <= {"Polygon", "MultiPolygon"}
    assert found.grounds[CONTESTED].area == pytest.approx(2)


def test_rings_run_one_way() -> None:
    holed = shapely.Polygon(
        BOX.exterior.coords[::-1], [shapely.box(30.2, 47.2, 30.4, 47.4).exterior.coords]
    )
    ground = clean(feature("held", holed)).grounds[HELD]
    assert ground.exterior.is_ccw
    assert not any(ring.is_ccw for ring in ground.interiors)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("20300501.json", date(2030, 5, 1)),
        ("maps/old/20300501.json", date(2030, 5, 1)),
        ("19000101.json", date(1900, 1, 1)),
        ("19700101.json", date(1970, 1, 1)),
        ("20310101.json", LATEST),
        ("20240229.json", date(2024, 2, 29)),
    ],
)
def test_days_that_can_be(name: str, day: date) -> None:
    assert clean(feature("held", BOX), name=name).day == day


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("22020301.json", "speaks of 2202-03-01, which cannot be (latest is 2031-01-01)"),
        ("20310102.json", "speaks of 2031-01-02, which cannot be"),
        ("18991231.json", "speaks of 1899-12-31, which cannot be"),
        ("20300230.json", "'20300230.json' is no day of the calendar"),
        ("20301301.json", "is no day of the calendar"),
        ("00000000.json", "is no day of the calendar"),
        ("map.json", "no file name of the described form, so no day"),
    ],
)
def test_days_that_cannot_be_refuse_the_file(name: str, reason: str) -> None:
    with pytest.raises(BadValue, match=re.escape(reason)) as caught:
        clean(feature("held", BOX), name=name)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


UNIX = replace(LAYER, dating=Dating("unix time", re.compile(r"(\d+)\.json$")))


@pytest.mark.parametrize(
    ("seconds", "moment"),
    [
        (1_740_009_599, "2025-02-19T23:59:59+00:00"),
        (1_740_009_600, "2025-02-20T00:00:00+00:00"),
        (86_400, "1970-01-02T00:00:00+00:00"),
    ],
)
def test_unix_time_is_the_day_in_utc(seconds: int, moment: str) -> None:
    found = clean(feature("held", BOX), name=f"{seconds}.json", layer=UNIX)
    assert (str(found.day), found.moment) == (moment[:10], moment)


@pytest.mark.parametrize(
    "seconds", ["0", "86399", "7320000000", "1740009600000", "9" * 30, "9" * 5000]
)
def test_unix_time_that_cannot_be(seconds: str) -> None:
    with pytest.raises(BadValue, match=r"is no day of the calendar|cannot be") as caught:
        clean(name=f"{seconds}.json", layer=UNIX)
    assert "\n" not in str(caught.value)


BY_PROPERTY = replace(LAYER, dating=Dating("property", name="until"))


@pytest.mark.parametrize(
    ("written", "day", "moment"),
    [
        (["2030-05-01"], date(2030, 5, 1), ""),
        (["2030-05-01", None, "2030-04-30"], date(2030, 5, 1), ""),
        (["2030-05-01T21:15:00Z"], date(2030, 5, 1), "2030-05-01T21:15:00Z"),
    ],
)
def test_the_day_may_stand_in_a_property(written: list[str | None], day: date, moment: str) -> None:
    features = [feature("held", BOX, until=each) for each in written]
    found = clean(*features, layer=BY_PROPERTY)
    assert (found.day, found.moment) == (day, moment)


@pytest.mark.parametrize(
    ("features", "reason"),
    [
        ([], "no feature has the property 'until'"),
        ([feature("held", BOX)], "no feature has the property 'until'"),
        ([feature("held", BOX, until="")], "no feature has the property 'until'"),
        ([feature("held", BOX, until="soon")], "until = 'soon' is no day of the calendar"),
        ([feature("held", BOX, until="2030-02-30")], "is no day of the calendar"),
        ([feature("held", BOX, until=1_740_009_600_000)], "is no day of the calendar"),
        ([feature("held", BOX, until="2202-03-01")], "which cannot be"),
    ],
)
def test_a_property_that_is_no_day(features: list[Feature], reason: str) -> None:
    with pytest.raises(BadValue, match=reason):
        clean(*features, layer=BY_PROPERTY)


def test_a_group_that_the_pattern_leaves_empty_is_no_day() -> None:
    loose = replace(LAYER, dating=Dating("file name", re.compile(r"(\d{4})(\d\d)?(\d\d)?\.json$")))
    with pytest.raises(BadValue, match="is no day of the calendar"):
        clean(name="2030.json", layer=loose)


corners = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=7)


@given(
    st.lists(st.tuples(st.sampled_from(["held", "theirs", "grey", "free"]), corners), max_size=5)
)
def test_whatever_is_drawn_grounds_are_sound_and_contested_ground_is_apart(
    drawn: list[tuple[str, list[tuple[int, int]]]],
) -> None:
    features = [feature(status, shapely.Polygon(ring)) for status, ring in drawn]
    found = clean(*features, feature("free", BOX)).grounds
    for shape in found.values():
        assert shape.is_valid
        assert not shape.is_empty
        assert shape.geom_type in ("Polygon", "MultiPolygon")
        assert shapely.orient_polygons(shape) == shape
    held = shapely.union_all([shape for ground, shape in found.items() if ground.status == "held"])
    if CONTESTED in found:
        assert shapely.intersection(found[CONTESTED], held).area == pytest.approx(0, abs=1e-9)
