"""What each region holds day by day: by the loops of change, and by laying map over outline."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundcheck.geo import held
from groundcheck.geo.areas import areas_km2
from groundcheck.geo.held import areas_by_day, overlaid
from groundcheck.geo.loops import Loops

THOROUGH = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
QUICK = settings(THOROUGH, max_examples=40)
KM2 = 1e-6
EMPTY = shapely.MultiPolygon()
REGION = shapely.box(30, 47, 32, 49)


def of(*shapes: shapely.Geometry) -> np.ndarray:
    return np.array([shapely.orient_polygons(shape) for shape in shapes], dtype=object)


def plain(shapes: np.ndarray, outlines: np.ndarray) -> np.ndarray:
    """The oracle: every map laid over every outline, without a box in between."""
    rows = [areas_km2(shapely.intersection(shape, outlines)) for shape in shapes]
    return np.array(rows).reshape(len(shapes), len(outlines))


@THOROUGH
@given(st.data())
def test_it_is_the_same_as_laying_every_day_over_every_region(
    drawn: SimpleNamespace, data: st.DataObject
) -> None:
    shapes, outlines = data.draw(drawn.series()), data.draw(drawn.regions())
    expected = plain(shapes, outlines)
    assert overlaid(shapes, outlines) == pytest.approx(expected, abs=KM2)
    assert areas_by_day(shapes, outlines) == pytest.approx(expected, abs=KM2)


@QUICK
@given(st.data())
def test_held_and_not_held_make_up_the_region(drawn: SimpleNamespace, data: st.DataObject) -> None:
    shapes, outlines = data.draw(drawn.series()), data.draw(drawn.regions())
    ours = areas_by_day(shapes, outlines)
    for number, outline in enumerate(outlines):
        rest = [areas_km2(shapely.difference(outline, shapes))]
        whole = areas_km2(outlines[number : number + 1])
        assert ours[:, number] + rest[0] == pytest.approx(np.repeat(whole, len(shapes)), abs=KM2)


@QUICK
@given(st.data())
def test_who_holds_more_has_no_smaller_share(drawn: SimpleNamespace, data: st.DataObject) -> None:
    shapes, outlines = data.draw(drawn.series()), data.draw(drawn.regions())
    more = drawn.areas_only(shapely.union(shapes[-1], data.draw(drawn.stars())))
    less = areas_by_day(shapes, outlines)
    grown = areas_by_day(np.array([*shapes, more], dtype=object), outlines)
    assert grown[:-1] == pytest.approx(less, abs=KM2)
    assert (grown[-1] >= less[-1] - KM2).all()
    # A region inside another one never holds more than it.
    assert (less[:, 0] <= less[:, 2] + KM2).all()


@QUICK
@given(st.data())
def test_mirrored_maps_give_mirrored_areas(drawn: SimpleNamespace, data: st.DataObject) -> None:
    shapes, outlines = data.draw(drawn.series()), data.draw(drawn.regions())

    def mirrored(each: np.ndarray) -> np.ndarray:
        # South for north: areas on the ellipsoid stay, and every ring runs the other way.
        turned = [shapely.transform(shape, lambda xy: xy * [1.0, -1.0]) for shape in each]
        return of(*turned)

    ours = areas_by_day(shapes, outlines)
    assert areas_by_day(mirrored(shapes), mirrored(outlines)) == pytest.approx(ours, abs=KM2)


@QUICK
@given(st.data())
def test_two_holders_of_all_ground_have_shares_that_mirror_each_other(
    drawn: SimpleNamespace, data: st.DataObject
) -> None:
    shapes, outlines = data.draw(drawn.series()), data.draw(drawn.regions())
    world = shapely.box(20, 40, 40, 60)
    others = np.array([drawn.areas_only(shapely.difference(world, s)) for s in shapes], object)
    whole = np.tile(areas_km2(outlines), (len(shapes), 1))
    both = areas_by_day(shapes, outlines) + areas_by_day(others, outlines)
    assert both == pytest.approx(whole, abs=KM2)


@QUICK
@given(st.data())
def test_neighbours_share_out_what_both_hold(drawn: SimpleNamespace, data: st.DataObject) -> None:
    shapes = data.draw(drawn.series())
    west, east = shapely.box(30, 47, 31, 49), shapely.box(31, 47, 32, 49)
    found = areas_by_day(shapes, of(west, east, REGION))
    assert found[:, 0] + found[:, 1] == pytest.approx(found[:, 2], abs=KM2)


def wavy(line: list[tuple[float, float]]) -> shapely.Geometry:
    """The box ``A`` with its eastern side drawn through other points."""
    return shapely.Polygon([(30, 47), (30.5, 47), *line, (30.5, 48), (30, 48)])


HOLE = shapely.box(30.5, 47.5, 31.5, 48.5)
RING = shapely.difference(REGION, HOLE)
A = shapely.box(30, 47, 30.5, 48)
CASES = {
    "the same day twice": (REGION, [A, A, A]),
    "nothing, something, nothing": (REGION, [EMPTY, A, EMPTY, A]),
    "always nothing": (REGION, [EMPTY, shapely.Polygon(), EMPTY]),
    "one day": (REGION, [A]),
    "a point more on an upright edge": (
        shapely.box(30.25, 47, 32, 49),
        [A, shapely.Polygon([(30, 47), (30.5, 47), (30.5, 47.5), (30.5, 48), (30, 48)])],
    ),
    "a point more on the edge of the region": (
        shapely.box(30.5, 47, 32, 49),
        [A, shapely.Polygon([(30, 47), (30.5, 47), (30.5, 47.3), (30.5, 48), (30, 48)])],
    ),
    "a loop round the whole region": (REGION, [EMPTY, shapely.box(29, 46, 33, 50)]),
    "a loop that is the region": (REGION, [EMPTY, REGION]),
    "a loop in the hole": (RING, [EMPTY, shapely.box(30.75, 47.75, 31, 48)]),
    "a loop round the hole": (RING, [EMPTY, shapely.box(30.25, 47.25, 31.75, 48.75)]),
    "a loop that is the hole": (RING, [EMPTY, HOLE]),
    "a ring round the hole": (
        RING,
        [EMPTY, shapely.difference(shapely.box(30.25, 47.25, 31.75, 48.75), HOLE)],
    ),
    "an island smaller than the loop": (
        shapely.MultiPolygon([REGION, shapely.box(33, 47, 33.01, 47.01)]),
        [A, shapely.union(A, shapely.box(32.9, 46.9, 33.1, 47.1))],
    ),
    "the new line crosses the old": (
        shapely.box(30.4, 47, 32, 49),
        [
            wavy([(30.7, 47.5), (30.3, 47.8)]),
            wavy([(30.3, 47.6), (30.7, 47.7)]),
        ],
    ),
    "two parts that touch in a point": (
        shapely.box(30.25, 47.25, 31, 49),
        [A, shapely.MultiPolygon([A, shapely.box(30.5, 48, 31, 49)])],
    ),
    "two zeros": (
        shapely.box(-1, -1, 1, 1),
        [
            shapely.box(0.0, 0.0, 2, 2),
            shapely.Polygon([(2, -0.0), (2, 2), (-0.0, 2), (-0.0, -0.0)]),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_cases_that_are_easily_got_wrong(case: str) -> None:
    region, days = CASES[case]
    shapes, outlines = of(*days), of(region)
    assert areas_by_day(shapes, outlines) == pytest.approx(plain(shapes, outlines), abs=KM2)


@pytest.mark.parametrize(("days", "count"), [(0, 2), (2, 0), (0, 0)])
def test_nothing_asked_is_nothing_answered(days: int, count: int) -> None:
    shapes, outlines = np.array([A] * days, object), np.array([REGION] * count, object)
    assert areas_by_day(shapes, outlines).shape == (days, count)


@pytest.mark.parametrize("none", [True, False], ids=["loops are open", "loops do not add up"])
def test_where_the_loops_do_not_lead_to_the_last_day_every_day_is_laid_over(
    monkeypatch: pytest.MonkeyPatch, none: bool
) -> None:
    wrong = Loops(np.empty(0, object), np.empty(0, np.intp), np.zeros(0))
    monkeypatch.setattr(held, "loops_of", lambda _: None if none else wrong)
    shapes, outlines = of(A, shapely.box(30, 47, 31, 49)), of(REGION)
    assert areas_by_day(shapes, outlines) == pytest.approx(plain(shapes, outlines), abs=KM2)


def test_a_year_of_small_steps_does_not_drift() -> None:
    edges = 30 + np.cumsum(np.random.default_rng(1).uniform(0.0001, 0.002, 400))
    shapes = of(*(shapely.box(29, 46.9, east, 49.1) for east in edges))
    outlines = of(REGION, RING)
    assert areas_by_day(shapes, outlines) == pytest.approx(plain(shapes, outlines), abs=1e-8)
