"""Sums, gaps and series of daily figures, on figures small enough to do in the head."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.geo.control import ControlFigures, Series

START = date(2030, 5, 1)
DAYS = tuple(START + timedelta(n) for n in (0, 1, 2, 5, 10))
"""Two days lack a map after the third, four after the fourth."""


def series(boundary_set: str, regions: str, whole: float, *km2: float) -> Series:
    return Series(boundary_set, frozenset(regions.split("+")), whole, km2, f"{boundary_set} hash")


FIGURES = ControlFigures(
    layer="Atlas",
    maker="Atlas (atlas.example)",
    definition="what the map shows as held",
    holder="Sylvania",
    country="XX",
    days=DAYS,
    series=(
        series("fine", "XX-1", 100, 10, 20, 30, 25, 40),
        series("fine", "XX-2", 300, 30, 30, 30, 30, 30),
        series("fine", "XX-3", 50, 0, 0, 0, 0, 0),
        series("coarse", "XX-1", 110, 11, 22, 33, 22, 44),
        series("coarse", "XX-2+XX-3", 340, 34, 34, 34, 34, 34),
    ),
    inputs=("layer hash", "fine hash", "coarse hash"),
)


def found(*places: str, day: date = START) -> list[tuple[str, float, float, float]]:
    measured = FIGURES.measure(places, day)
    return [(one.boundary_set, one.km2, one.whole_km2, one.share) for one in measured]


def test_it_tells_what_it_covers() -> None:
    assert FIGURES.covers == {"XX-1", "XX-2", "XX-3"}
    assert FIGURES.boundary_sets == ("fine", "coarse")
    assert (FIGURES.first_day, FIGURES.last_day) == (DAYS[0], DAYS[-1])


@pytest.mark.parametrize(
    ("place", "regions"),
    [("XX", ("XX-1", "XX-2", "XX-3")), ("XX-2", ("XX-2",)), ("XX-9", ()), ("YY", ()), ("", ())],
)
def test_the_regions_of_a_place(place: str, regions: tuple[str, ...]) -> None:
    assert FIGURES.regions_of(place) == regions


def test_a_region_is_measured_once_for_each_boundary_set() -> None:
    assert found("XX-1") == [("fine", 10, 100, 10.0), ("coarse", 11, 110, 10.0)]


def test_places_are_measured_together_and_not_averaged() -> None:
    # The mean of 10 and 10 percent of unlike regions would hide the sizes; 40 of 400 does not.
    assert found("XX-1", "XX-2", day=DAYS[1]) == [("fine", 50, 400, 12.5)]


def test_a_place_named_twice_counts_once() -> None:
    (once, _), (twice, _) = (FIGURES.measure(p, START) for p in (["XX-1"], ["XX-1", "XX-1"]))
    assert once == twice
    assert found("XX", "XX-1") == found("XX")


def test_a_city_drawn_with_its_region_is_measured_only_with_it() -> None:
    assert [name for name, *_ in found("XX-2")] == ["fine"]
    assert found("XX-2", "XX-3") == [("fine", 30, 350, 8.5714), ("coarse", 34, 340, 10.0)]
    assert found("XX") == [("fine", 40, 450, 8.8889), ("coarse", 45, 450, 10.0)]


def test_a_measurement_says_whose_it_is_and_from_what() -> None:
    first, second = FIGURES.measure(["XX-2", "XX-3"], START)
    assert (first.layer, first.holder, first.place) == ("Atlas", "Sylvania", "XX-2+XX-3")
    assert first.inputs == ("layer hash", "fine hash")
    assert second.inputs == ("layer hash", "coarse hash")
    assert not first.contested


@pytest.mark.parametrize(
    ("after", "answered_by"),
    [(-1, None), (0, 0), (2, 2), (3, 2), (4, 2), (5, 5), (8, 5), (9, None), (10, 10), (11, None)],
)
def test_a_day_without_a_map_is_answered_by_a_recent_one(
    after: int, answered_by: int | None
) -> None:
    measured = FIGURES.measure(["XX-1"], START + timedelta(after))
    expected = set() if answered_by is None else {START + timedelta(answered_by)}
    assert {one.day for one in measured} == expected


@pytest.mark.parametrize("places", [["XX-9"], ["XX-1", "XX-9"], ["YY"], []])
def test_nothing_is_said_of_places_not_covered(places: list[str]) -> None:
    assert FIGURES.measure(places, START) == ()
    assert FIGURES.change(places, *DAYS[:2]) == ()
    assert FIGURES.first_day_reaching(places, 0, "fine") is None
    with pytest.raises(BadValue, match="not covered"):
        FIGURES.range(places, "fine")


def test_change_is_the_difference_of_two_days_of_one_set() -> None:
    assert FIGURES.change(["XX-1"], DAYS[0], DAYS[2]) == (("fine", 20), ("coarse", 22))
    assert FIGURES.change(["XX-1"], DAYS[2], DAYS[3]) == (("fine", -5), ("coarse", -11))
    assert FIGURES.change(["XX-1"], DAYS[0], START + timedelta(400)) == ()
    assert FIGURES.change(["XX-1"], START - timedelta(1), DAYS[0]) == ()


@pytest.mark.parametrize(
    ("share", "slot"), [(0, 0), (10, 0), (10.1, 1), (30, 2), (30.1, 4), (40, 4), (40.1, None)]
)
def test_the_first_day_that_reached_a_share(share: float, slot: int | None) -> None:
    day = FIGURES.first_day_reaching(["XX-1"], share, "fine")
    assert day == (None if slot is None else DAYS[slot])


def test_the_range_names_the_first_day_of_each_end() -> None:
    assert FIGURES.range(["XX-1"], "fine") == ((DAYS[0], 10.0), (DAYS[4], 40.0))
    assert FIGURES.range(["XX-2"], "fine") == ((DAYS[0], 10.0), (DAYS[0], 10.0))


def test_an_unknown_boundary_set_covers_nothing() -> None:
    assert FIGURES.first_day_reaching(["XX-1"], 0, "none such") is None
    with pytest.raises(BadValue, match="none such"):
        FIGURES.range(["XX-1"], "none such")


regions = st.sets(st.sampled_from(["XX-1", "XX-2", "XX-3"]), min_size=1)


@given(regions, regions, st.sampled_from(DAYS))
def test_more_places_never_hold_less(some: set[str], others: set[str], day: date) -> None:
    fewer = FIGURES.measure(sorted(some), day)[0]
    more = FIGURES.measure(sorted(some | others), day)[0]
    assert fewer.km2 <= more.km2
    assert fewer.whole_km2 <= more.whole_km2


@given(regions, st.sampled_from(DAYS))
def test_a_sum_is_the_sum_of_its_regions(places: set[str], day: date) -> None:
    together = FIGURES.measure(sorted(places), day)[0]
    each = [FIGURES.measure([place], day)[0] for place in places]
    assert together.km2 == pytest.approx(sum(one.km2 for one in each))
    assert min(one.share for one in each) <= together.share + 1e-3
    assert max(one.share for one in each) >= together.share - 1e-3


@given(regions, st.floats(0, 100), st.sampled_from(["fine", "coarse"]))
def test_reaching_and_range_agree(places: set[str], share: float, name: str) -> None:
    asked = sorted(places)
    day = FIGURES.first_day_reaching(asked, share, name)
    if not any(one.boundary_set == name for one in FIGURES.measure(asked, START)):
        assert day is None
        return
    _, (_, largest) = FIGURES.range(asked, name)
    assert (day is not None) == (largest >= share)
