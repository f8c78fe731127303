"""The loops by which maps differ: closed, exact, and adding up to the change."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.geo import loops as module
from groundcheck.geo.areas import areas_km2
from groundcheck.geo.held import areas_by_day, overlaid
from groundcheck.geo.loops import Loops, edges_of, loops_of

QUICK = settings(max_examples=80, deadline=None)
BOX = shapely.box(30, 47, 31, 48)
EMPTY = shapely.MultiPolygon()


def of(*shapes: shapely.Geometry) -> np.ndarray:
    return np.array([shapely.orient_polygons(shape) for shape in shapes], dtype=object)


def loops(*shapes: shapely.Geometry) -> Loops:
    found = loops_of(of(*shapes))
    assert found is not None
    return found


@QUICK
@given(st.data())
def test_loops_are_closed_and_add_up_to_each_days_change(
    drawn: SimpleNamespace, data: st.DataObject
) -> None:
    shapes = data.draw(drawn.series())
    found = loops_of(shapes)
    assert found is not None
    assert all(ring.is_closed for ring in found.rings)
    gains = np.bincount(found.day, found.km2, minlength=len(shapes))[1:]
    assert gains == pytest.approx(np.diff(areas_km2(shapes)), abs=1e-6)


@QUICK
@given(st.data())
def test_an_edge_is_in_a_loop_just_where_the_days_differ(
    drawn: SimpleNamespace, data: st.DataObject
) -> None:
    shapes = data.draw(drawn.series())
    found = loops_of(shapes)
    assert found is not None
    edges = edges_of(shapes)

    def pairs(day: int) -> set[tuple[complex, complex]]:
        here = slice(edges.bounds[day], edges.bounds[day + 1])
        return set(zip(edges.start[here].tolist(), edges.end[here].tolist(), strict=True))

    for day in range(1, len(shapes)):
        old, new = pairs(day - 1), pairs(day)
        expected = (new - old) | {(b, a) for a, b in old - new}
        traced = edges_of(shapely.polygons(found.rings[found.day == day]))
        ours = set(zip(traced.start.tolist(), traced.end.tolist(), strict=True))
        # What runs there and back again encloses nothing and is no loop.
        assert ours <= expected
        assert all((b, a) in expected for a, b in expected - ours)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([BOX, BOX], []),
        ([EMPTY, EMPTY], []),
        ([EMPTY, BOX], [1]),
        ([BOX, EMPTY], [-1]),
        ([BOX, shapely.box(30, 47, 32, 48)], [1]),
        ([BOX, shapely.union(BOX, shapely.box(33, 47, 34, 48))], [1]),
        ([BOX, shapely.difference(BOX, shapely.box(30.2, 47.2, 30.4, 47.4))], [-1]),
        ([BOX, shapely.MultiPolygon([BOX, shapely.box(31, 48, 32, 49)])], [1]),
        ([BOX, shapely.box(33, 47, 34, 48)], [-1, 1]),
        ([shapely.box(0, 0, 1, 1), shapely.Polygon([(1, -0.0), (1, 1), (0, 1), (-0.0, 0)])], []),
    ],
    ids=["same", "nothing", "appears", "goes", "grows", "island", "hole", "touches", "elsewhere",
         "two zeros"],
)  # fmt: skip
def test_gains_and_losses(days: list[shapely.Geometry], expected: list[int]) -> None:
    assert sorted(np.sign(loops(*days).km2).astype(int)) == expected


def test_each_loop_knows_its_day() -> None:
    found = loops(BOX, shapely.box(30, 47, 32, 48), shapely.box(30, 47, 32, 48), EMPTY)
    assert found.day.tolist() == [1, 3]
    assert found.only(np.array([1])).day.tolist() == [3]


def test_a_loop_passes_through_no_point_twice() -> None:
    touching = shapely.MultiPolygon([BOX, shapely.box(31, 48, 32, 49), shapely.box(29, 48, 30, 49)])
    found = loops(EMPTY, touching)
    assert len(found.rings) == 3
    for ring in found.rings:
        points = [tuple(point) for point in shapely.get_coordinates(ring)[1:]]
        assert len(set(points)) == len(points)


@given(st.integers(1, 4), st.integers(1, 4))
def test_where_a_ring_begins_and_in_which_order_parts_come_changes_nothing(a: int, b: int) -> None:
    parts = [BOX, shapely.box(33, 47, 34, 48), shapely.box(35, 47, 36, 48)]
    turned = [shapely.Polygon(np.roll(np.array(p.exterior.coords)[:-1], a, axis=0)) for p in parts]
    later = shapely.MultiPolygon(turned[b % 3 :] + turned[: b % 3])
    assert not len(loops(shapely.MultiPolygon(parts), later).rings)


def test_shapes_that_are_not_valid_may_have_no_loops() -> None:
    # One edge, drawn twice the same way, leaves one more edge than comes to its start.
    twice = shapely.MultiPolygon([BOX, shapely.Polygon([(30, 47), (31, 47), (30.5, 47.5)])])
    rest = shapely.MultiPolygon([shapely.Polygon([(30, 47), (31, 47), (30.5, 46)])])
    found = loops_of(np.array([twice, rest], dtype=object))
    assert found is None or found.km2.sum() == pytest.approx(
        float(np.diff(areas_km2(np.array([twice, rest], dtype=object)))[0])
    )


def test_no_days_and_one_day_have_no_changes() -> None:
    assert not len(loops().rings)
    assert not len(loops(BOX).rings)


def test_edges_that_share_a_key_spoil_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    days = np.array([shapely.box(30, 47, 30 + n / 10, 48) for n in range(1, 8)], dtype=object)
    region = np.array([shapely.box(30, 47, 31, 49)], dtype=object)
    expected = overlaid(days, region)
    monkeypatch.setattr(module, "_mixed", lambda points: np.zeros(len(points), np.uint64))
    assert areas_by_day(days, region) == pytest.approx(expected, abs=1e-6)
