import itertools
from datetime import date, timedelta

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from groundcheck.geo.layers import CONTESTED, Ground
from groundcheck.geo.points import histories, standings
from groundcheck.geo.relapses import old_maps
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.stretches import STEPS_KM, PointHistory, Standing, Stretch, step, stretches

HELD = Ground("Borland", "held")
OTHER = Ground("Arvania", "held")
DAY = date(2031, 5, 8)
EAST = shapely.box(31, 48, 33, 50)


def one(grounds, point=(30.9, 49.0)):
    ((found,),) = standings({DAY: grounds}, [point], "Borland")
    return found


@pytest.mark.parametrize(
    ("lon", "holder"), [(30.9, ""), (31.1, "Borland"), (31.0, "Borland"), (32.9, "Borland")]
)
def test_the_side_of_the_line(lon, holder):
    assert one({HELD: EAST}, (lon, 49.0)).holder == holder


@pytest.mark.parametrize(("lon", "lat"), [(30.9, 49.0), (31.2, 49.0), (30.5, 49.7), (32.0, 47.9)])
def test_the_distance_is_geodesic_to_within_a_percent(lon, lat):
    x, y = shapely.get_coordinates(shapely.segmentize(EAST.exterior, 0.001)).T
    nearest = Geod(ellps="WGS84").inv(0 * x + lon, 0 * y + lat, x, y)[2].min() / 1000
    assert one({HELD: EAST}, (lon, lat)).line_km == pytest.approx(nearest, rel=0.01)


def test_the_other_side_and_none_draw_no_line():
    assert one({OTHER: EAST}) == Standing(DAY, "", False, float("inf"))
    assert one({}) == Standing(DAY, "", False, float("inf"))


def test_contested_ground_is_told_and_has_an_edge():
    strip = shapely.box(30.8, 48, 31, 50)
    found = one({HELD: EAST, CONTESTED: strip})
    assert (found.holder, found.contested) == ("", True)
    assert found.line_km == pytest.approx(7.3, abs=0.1)
    assert one({HELD: EAST, CONTESTED: strip}, (31.1, 49.0)).contested is False


def test_an_edge_of_a_hole_is_a_line():
    shape = EAST - shapely.box(31.9, 48.9, 32.1, 49.1)
    assert one({HELD: shape}, (32.0, 49.0)).holder == ""
    assert one({HELD: shape}, (32.0, 49.0)).line_km < 8


def test_many_points_and_days_in_order():
    maps = {DAY + timedelta(days=1): {HELD: EAST}, DAY: {}}
    rows = list(standings(maps, [(30.9, 49.0), (31.1, 49.0)], "Borland"))
    assert [[s.day for s in row] for row in rows] == [[DAY] * 2, [DAY + timedelta(days=1)] * 2]
    assert [s.holder for s in rows[1]] == ["", "Borland"]


def test_histories_keep_what_the_line_came_near():
    towns = [
        Settlement(1, "Near", "XA", "XA-1", 49.0, 30.95),
        Settlement(2, "Far", "XA", "XA-1", 49.0, 30.0),
        Settlement(3, "Deep", "XA", "XA-1", 49.0, 32.0),
    ]
    found = histories({DAY: {HELD: EAST}}, towns, "Borland")
    assert found == {
        1: (Stretch(DAY, DAY, "", False, 3.0),),
        3: (Stretch(DAY, DAY, "Borland", False, 50.0),),
    }
    assert histories({DAY: {HELD: EAST}}, [], "Borland") == {}


days = st.lists(st.integers(0, 60), unique=True, min_size=1).map(sorted)


@given(days, st.data())
def test_stretches_hold_every_standing_once(offsets, data):
    told = [
        Standing(
            DAY + timedelta(days=offset),
            *data.draw(st.sampled_from([("", False), ("", True), ("Borland", False)])),
            data.draw(st.sampled_from([0.2, 0.7, 12.0, float("inf")])),
        )
        for offset in offsets
    ]
    found = stretches(told)
    for standing in told:
        (inside,) = [s for s in found if s.first <= standing.day <= s.last]
        assert (inside.holder, inside.contested) == (standing.holder, standing.contested)
        assert inside.line_km == step(standing.line_km)
    assert all(a.last < b.first for a, b in itertools.pairwise(found))
    shown = [(s.holder, s.contested, s.line_km) for s in found]
    assert all(a != b for a, b in itertools.pairwise(shown))


@given(st.floats(0, 1e4))
def test_a_step_is_never_more_than_the_distance(km):
    assert step(km) <= km
    assert step(km) in STEPS_KM


def test_a_layer_covers_its_regions_only():
    never = Stretch(DAY, DAY, "", False, 10.0)
    held = Stretch(DAY, DAY, "Borland", False, 2.0)
    layer = PointHistory(
        "fake", "Mapmakers", "Mapmakers", "ground", "Borland", frozenset({"XA-1"}), 1.0, DAY, DAY,
        {1: (held,), 2: ()},
    )  # fmt: skip
    towns = [Settlement(id_, "Away", "XA", "XA-1", 49, 31) for id_ in (1, 2, 3)]
    assert [layer.history(town) for town in towns] == [(held,), (), (never,)]
    assert layer.history(Settlement(1, "Away", "XA", "XA-2", 49, 31)) == ()


def moving(*wests):
    return {DAY + timedelta(days=n): shapely.box(west, 48, 33, 50) for n, west in enumerate(wests)}


@pytest.mark.parametrize(
    ("wests", "old"),
    [
        ((31.0, 30.5, 31.001), {2: 0}),
        ((31.0, 30.5, 31.001, 30.4, 30.99), {2: 0, 4: 0}),
        ((31.0, 30.5, 31.2), {}),
        ((31.0, 30.99, 31.0), {}),
        ((31.0,), {}),
        ((), {}),
    ],
)
def test_old_maps_under_a_new_day(wests, old):
    found = old_maps(moving(*wests))
    assert found == {DAY + timedelta(days=a): DAY + timedelta(days=b) for a, b in old.items()}
