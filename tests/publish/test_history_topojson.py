"""All days of a layer as shared arcs: decoded again, each day is what it was, to the detail."""

import json
import math
from datetime import date, timedelta

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from groundcheck.geo.layers import CONTESTED, Ground
from groundcheck.ledger.topojson import feature_list
from groundcheck.publish.arcs import SAME, topology
from groundcheck.publish.history_topojson import GRID, TOLERANCE, history, written

DAY = date(2030, 1, 1)
HELD = Ground("Sylvania", "held")
BOX = shapely.box(30, 47, 32, 49)
HOLED = BOX.difference(shapely.box(30.5, 47.5, 31, 48))
ISLANDS = shapely.union_all([shapely.box(n, 47, n + 0.5, 47.5) for n in range(30, 36)])
OFF = TOLERANCE + GRID + SAME
"""So far off a line can lie at most."""


def days(*shapes):
    return {DAY + timedelta(n): {HELD: one} for n, one in enumerate(shapes)}


def decoded(made):
    """The shapes of a written topology by object and status, read by the reader of layers."""
    found = {}
    for feature in feature_list(json.loads(written(made)), "made"):
        told = feature["properties"]
        key = (told["layer"], told.get("status", feature["properties"].get("name")))
        found[key] = shapely.make_valid(shape(feature["geometry"]))
    return found


def arc_count(made):
    return len(made["arcs"])


def near(drawn, given):
    """Whether two shapes differ by no more than a strip along the line."""
    return drawn.symmetric_difference(given).difference(given.boundary.buffer(OFF)).area < 1e-9


@pytest.mark.parametrize(
    ("shapes", "arcs"),
    [
        ((), 0),
        ((shapely.MultiPolygon(),), 0),
        ((BOX,), 1),
        ((BOX, BOX, BOX), 1),
        ((BOX, BOX.reverse()), 1),
        ((HOLED,), 2),
        ((HOLED, BOX), 2),
        # One corner moves: what stays, what was and what is now.
        ((BOX, shapely.Polygon([(30, 47), (32, 47), (32, 49), (29, 50)])), 3),
        ((ISLANDS, shapely.MultiPolygon(list(ISLANDS.geoms)[:3])), 6),
        # Nothing at this detail.
        ((shapely.box(30, 47, 30.0001, 47.0001),), 0),
    ],
)
def test_what_stays_is_there_once(shapes, arcs):
    made = history(days(*shapes))
    assert arc_count(made) == arcs
    got = decoded(made)
    for number, one in enumerate(shapes):
        day = got.get((str(DAY + timedelta(number)), "held"), shapely.Polygon())
        assert near(day, one)
        assert day.area == pytest.approx(one.area, abs=1e-6)


def test_a_ring_that_starts_elsewhere_is_the_same_ring():
    turned = shapely.Polygon([(32, 49), (30, 49), (30, 47), (32, 47)])
    assert arc_count(history(days(BOX, turned))) == 1


def test_regions_and_grounds_are_told_apart():
    grey = shapely.box(32, 47, 33, 49)
    made = history(
        {DAY: {HELD: BOX, CONTESTED: grey}}, (("XX-1", "Left", BOX), ("XX-2", "R", grey))
    )
    assert [each["id"] for each in made["objects"]["regions"]["geometries"]] == ["XX-1", "XX-2"]
    got = decoded(made)
    assert set(got) == {
        ("regions", "Left"), ("regions", "R"), (str(DAY), "held"), (str(DAY), "contested"),
    }  # fmt: skip
    # The border between neighbours is one arc, and the map runs along the regions'.
    assert arc_count(made) == 3
    assert got["regions", "R"].equals(got[str(DAY), "contested"])


def test_the_same_maps_give_the_same_bytes_in_any_order():
    made = {DAY: {HELD: BOX}, DAY + timedelta(1): {HELD: HOLED, CONTESTED: ISLANDS}}
    other = {
        day: dict(reversed(list(grounds.items()))) for day, grounds in reversed(list(made.items()))
    }
    assert written(history(made)) == written(history(other))


def front(number):
    """A line that moves east and back, finely drawn, with what lies west of it."""
    east = 31.5 + math.sin(number / 5)
    line = [(east + 0.1 * math.sin(number * n + n), 47 + n / 10) for n in range(21)]
    return shapely.segmentize(shapely.Polygon([*line, (30, 49), (30, 47)]), 0.0007)


def test_a_made_up_layer_comes_back_to_the_detail():
    fronts = [front(number) for number in range(40)]
    got = decoded(history(days(*fronts)))
    for number, line in enumerate(fronts):
        drawn = got[str(DAY + timedelta(number)), "held"]
        assert near(drawn, line)
        assert abs(drawn.area - line.area) <= OFF * line.length


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1, 9), st.integers(1, 9)),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_blocks_come_back(drawn):
    """On a coarse grid nothing is lost, however rings touch and share."""
    shapes = [
        shapely.union_all([shapely.box(x / 8, y / 8, (x + w) / 8, (y + h) / 8)
                           for x, y, w, h in boxes])
        for boxes in drawn
    ]  # fmt: skip
    got = decoded(history(days(*shapes)))
    for number, one in enumerate(shapes):
        back = got[str(DAY + timedelta(number)), "held"]
        assert back.symmetric_difference(one).area < 1e-6


def test_arcs_are_whole_steps_from_the_corner():
    made = topology([BOX], 0.01, 0.5)
    assert made.corner == pytest.approx((30, 47))
    assert {tuple(point) for point in made.arcs[0].tolist()} == {(0, 0), (4, 0), (4, 4), (0, 4)}
