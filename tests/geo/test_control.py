"""Sums, gaps and series of daily figures, on figures small enough to do in the head."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.geo import regions as iso
from groundcheck.geo.control import ControlFigures, Series

START = date(2030, 5, 1)
DAYS = tuple(START + timedelta(n) for n in (0, 1, 2, 5, 10))
"""Two days lack a map after the third, four after the fourth."""


def series(boundary_set: str, regions: str, whole: float, *km2: float) -> Series:
    source = f"{boundary_set} hash"
    return Series(boundary_set, frozenset(regions.split("+")), whole, km2, source=source)


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


def test_what_it_was_not_told_it_does_not_claim() -> None:
    assert not FIGURES.contested
    assert (FIGURES.origin, FIGURES.outside, FIGURES.partial) == ("", (), frozenset())


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
    [(-1, None), (0, 0), (2, 2), (3, 2), (4, 2), (5, 5), (8, 5), (9, None), (10, 10), (13, 10),
     (14, None)],
)  # fmt: skip
def test_a_day_without_a_map_is_answered_by_a_recent_one(
    after: int, answered_by: int | None
) -> None:
    measured = FIGURES.measure(["XX-1"], START + timedelta(after))
    expected = set() if answered_by is None else {START + timedelta(answered_by)}
    assert {one.day for one in measured} == expected


@pytest.mark.parametrize(
    ("valid_days", "answered"),
    [
        (1, [0, 1, 2, 2, None, 5, 5, None, 10, 10, None]),
        (0, [0, 1, 2, 2, 2, 5, 5, 5, 10, None, None]),
    ],
)  # fmt: skip
def test_for_how_long_a_map_speaks(valid_days: int, answered: list[int | None]) -> None:
    figures = replace(FIGURES, valid_days=valid_days)
    asked = (0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12)
    found = [figures.measure(["XX-1"], START + timedelta(after)) for after in asked]
    days = [START + timedelta(n) if n is not None else None for n in answered]
    assert [one[0].day if one else None for one in found] == days


@pytest.mark.parametrize("places", [["XX-9"], ["XX-1", "XX-9"], ["YY"], []])
def test_nothing_is_said_of_places_not_covered(places: list[str]) -> None:
    assert FIGURES.measure(places, START) == ()
    assert FIGURES.change(places, *DAYS[:2]) == ()
    assert FIGURES.first_day_reaching(places, 0, "fine") is None
    with pytest.raises(BadValue, match="not covered"):
        FIGURES.range(places, "fine")


def gains(places: list[str], since: date, until: date) -> list[tuple[str, float]]:
    changes = FIGURES.change(places, since, until)
    return [(change.new.boundary_set, change.km2) for change in changes]


def test_a_change_shows_both_measurements() -> None:
    asked = START + timedelta(3)
    change, _ = FIGURES.change(["XX-1"], START, asked)
    assert change.old == FIGURES.measure(["XX-1"], START)[0]
    assert change.new == FIGURES.measure(["XX-1"], asked)[0]
    assert (change.old.day, change.new.day, change.km2) == (DAYS[0], DAYS[2], 20)


def test_change_is_the_difference_of_two_days_of_one_set() -> None:
    assert gains(["XX-1"], DAYS[0], DAYS[2]) == [("fine", 20), ("coarse", 22)]
    assert gains(["XX-1"], DAYS[2], DAYS[3]) == [("fine", -5), ("coarse", -11)]
    assert gains(["XX"], DAYS[0], DAYS[4]) == [("fine", 30), ("coarse", 33)]
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


TELLS = ControlFigures(
    layer="Atlas",
    maker="Atlas (atlas.example)",
    definition="what the map shows as held",
    holder="Sylvania",
    country="XX",
    days=DAYS,
    series=(
        Series("fine", frozenset({"XX-1"}), 100, (10, 20, 30, 25, 40), (5, 5, 5, 20, 0), "f"),
        Series("fine", frozenset({"XX-2"}), 300, (30, 30, 30, 30, 30), (0, 0, 0, 0, 0), "f"),
    ),
    inputs=("layer hash", "f"),
    partial=frozenset({"XX-2"}),
)
"""Contested ground is told, and of XX-2 only what changed."""


def test_contested_ground_is_counted_both_ways() -> None:
    assert TELLS.contested
    without, with_it = TELLS.measure(["XX-1"], DAYS[3])
    assert (without.km2, without.share, without.contested) == (25, 25.0, False)
    assert (with_it.km2, with_it.share, with_it.contested) == (45, 45.0, True)
    old, new = TELLS.change(["XX-1"], DAYS[0], DAYS[3])
    assert (old.km2, new.km2) == (15, 30)
    assert (old.new.contested, new.new.contested) == (False, True)


def test_contested_ground_counts_only_where_every_outline_tells_it() -> None:
    mixed = replace(TELLS, partial=frozenset(), series=(TELLS.series[0], FIGURES.series[1]))
    assert [one.contested for one in mixed.measure(["XX-1"], START)] == [False, True]
    assert [one.contested for one in mixed.measure(["XX-1", "XX-2"], START)] == [False]


def test_of_partial_regions_only_changes_are_told() -> None:
    assert TELLS.covers == {"XX-1"}
    assert TELLS.measure(["XX-2"], START) == TELLS.measure(["XX-1", "XX-2"], START) == ()
    assert TELLS.regions_of("XX-2") == ()
    assert [one.km2 for one in TELLS.change(["XX-1", "XX-2"], *DAYS[:2])] == [10, 10]
    assert TELLS.shares(["XX-2"], "fine") == []
    assert TELLS.peak(["XX-2"]) == ()


def test_the_peak_is_the_first_map_with_the_most() -> None:
    without, with_it = TELLS.peak(["XX-1"])
    assert (without.day, without.km2) == (DAYS[4], 40)
    assert (with_it.day, with_it.km2) == (DAYS[3], 45)
    same = FIGURES.peak(["XX-2"])
    assert [one.day for one in same] == [DAYS[0]]
    assert [(one.boundary_set, one.km2) for one in FIGURES.peak(["XX-1"])] == [
        ("fine", 40), ("coarse", 44),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [(None, DAYS[3], 2), (DAYS[3], None, 4), (DAYS[3], DAYS[3], 3), (None, DAYS[0], 0)],
)
def test_the_peak_between_two_days(since: date | None, until: date | None, expected: int) -> None:
    assert FIGURES.peak(["XX-1"], since, until)[0].day == DAYS[expected]


def test_between_days_without_a_map_there_is_no_peak() -> None:
    assert FIGURES.peak(["XX-1"], START + timedelta(3), START + timedelta(4)) == ()
    assert FIGURES.peak(["XX-9"]) == FIGURES.peak([]) == ()


def test_the_shares_day_by_day() -> None:
    shares = [10.0, 20.0, 30.0, 25.0, 40.0]
    assert FIGURES.shares(["XX-1"], "fine") == list(zip(DAYS, shares, strict=True))
    with_it = [15.0, 25.0, 35.0, 45.0, 40.0]
    assert [share for _, share in TELLS.shares(["XX-1"], "fine", contested=True)] == with_it
    assert TELLS.first_day_reaching(["XX-1"], 45, "fine", contested=True) == DAYS[3]
    assert TELLS.first_day_reaching(["XX-1"], 45, "fine") is None
    assert FIGURES.shares(["XX-1"], "none such") == FIGURES.shares(["XX-9"], "fine") == []


def real_country(missing: frozenset[str] = frozenset(), **fields: object) -> ControlFigures:
    """Figures of all regions that Ukraine has in ISO 3166-2 but those that are missing."""
    codes = sorted(set(iso.parts("UA")) - missing)
    return replace(
        FIGURES,
        country="UA",
        series=tuple(series("fine", code, 100, 1, 2, 3, 4, 5) for code in codes),
        **fields,
    )


def test_a_country_is_covered_only_where_every_region_of_it_is() -> None:
    whole, gap = real_country(), real_country(frozenset({"UA-63"}))
    assert whole.regions_of("UA") == tuple(sorted(iso.parts("UA")))
    assert whole.measure(["UA"], START)[0].km2 == len(iso.parts("UA"))
    assert gap.regions_of("UA") == ()
    assert gap.measure(["UA"], START) == ()
    assert gap.measure(["UA-14"], START) != ()


def test_a_country_with_partial_regions_has_changes_but_no_totals() -> None:
    figures = real_country(partial=frozenset({"UA-43"}))
    assert figures.regions_of("UA") == ()
    assert figures.measure(["UA"], START) == ()
    assert [one.km2 for one in figures.change(["UA"], *DAYS[:2])] == [len(iso.parts("UA"))]


days = st.integers(-2, 16).map(lambda n: START + timedelta(n))


@given(regions, days, days, days)
def test_changes_add_up(places: set[str], first: date, middle: date, last: date) -> None:
    asked = sorted(places)
    there, on, whole = (
        FIGURES.change(asked, *pair) for pair in ((first, middle), (middle, last), (first, last))
    )
    if there and on and whole:
        summed = [a.km2 + b.km2 for a, b in zip(there, on, strict=True)]
        assert summed == pytest.approx([one.km2 for one in whole])


@given(regions, days, days)
def test_no_map_between_two_days_shows_more_than_the_peak(
    places: set[str], since: date, until: date
) -> None:
    asked = sorted(places)
    for peak in FIGURES.peak(asked, since, until):
        shown = [one for day in DAYS if since <= day <= until for one in FIGURES.measure(asked, day)
                 if one.boundary_set == peak.boundary_set]  # fmt: skip
        assert peak == max(shown, key=lambda one: one.km2)
