from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from groundcheck.errors import BadValue
from groundcheck.ledger.asking import Layers
from groundcheck.ledger.questions.history import Wanted, claims, day_of, history
from groundcheck.ledger.store import Query

JUNE = Wanted(date(2025, 6, 1), date(2025, 6, 30))
LAYERS = Layers(names=("deepstate-daily",))


def rows(record, place="UA-65", wanted=JUNE, layers=LAYERS):
    return history(record, layers, place, wanted)


def test_every_claim_about_the_place_is_there_with_its_source_and_what_it_commits_to(record):
    said = [r for r in rows(record, wanted=replace(JUNE, once=False)) if r.what == "said"]
    assert [(row.day.day, row.who, row.bounds) for row in said] == [
        (12, "Gennady Frolov", "[79.5, 80.5]"),
        (12, "Gennady Frolov", "[79.5, 80.5]"),
        (12, "Gennady Frolov", "(80, 100]"),
        (13, "Olha Stepko", "[70, 72]"),
        (18, "Gennady Frolov", "[72.5, 73.5]"),
    ]
    assert {row.through for row in said} == {"Steppe Courier", "The Harbour Post", "Dnipro Wire"}


def test_what_several_reports_carry_is_told_once_as_the_earliest_has_it(record):
    said = [row for row in rows(record) if row.what == "said"]
    assert [(row.day.day, row.bounds, row.through) for row in said] == [
        (12, "[79.5, 80.5]", "Steppe Courier"),
        (13, "[70, 72]", "Dnipro Wire"),
        (18, "[72.5, 73.5]", "Steppe Courier"),
    ]


@pytest.mark.parametrize(("limit", "days"), [(None, [12, 13, 18]), (2, [13, 18]), (0, [])])
def test_of_many_claims_the_latest_are_told(record, limit, days):
    said = [r for r in rows(record, wanted=replace(JUNE, limit=limit)) if r.what == "said"]
    assert [row.day.day for row in said] == days


def test_beside_each_claim_stands_the_map_of_its_day_as_the_layer_measures_it(record):
    found = rows(record)
    for row, after in pairwise(found):
        if row.what == "said":
            (low, high) = extent(row.day)
            assert (after.what, after.claim, after.day) == ("measured", row.claim, row.day)
            assert (after.low, after.high, after.unit) == (low, high, "percent")
            assert (after.who, after.actor) == ("DeepState (deepstatemap.live)", "Russia")


def extent(day):
    measured = LAYERS.measure(LAYERS.asked(["Kherson"], (str(day), None, None)))
    shares = [row.share for row in measured]
    return min(shares), max(row.share_with_contested or row.share for row in measured)


@pytest.mark.parametrize(("by", "maps"), [("day", 30), ("week", 6), ("month", 1)])
def test_the_series_has_the_last_map_of_each_period(record, by, maps):
    series = [r for r in rows(record, wanted=replace(JUNE, by=by)) if r.claim is None]
    assert len(series) == maps
    assert series[-1].day == date(2025, 6, 30)


def test_a_layer_of_few_maps_speaks_until_its_next_one(record):
    found = rows(record, layers=Layers(names=("deepstate",)))
    beside = [row for row in found if row.what == "measured" and row.claim]
    assert {row.day for row in beside} == {date(2025, 6, 9), date(2025, 6, 16)}
    assert all("up to with contested ground" in row.words and row.low < row.high for row in beside)


def test_areas_are_measured_as_areas(record):
    found = rows(record, wanted=replace(JUNE, unit="km2"))
    series = [row for row in found if row.claim is None]
    assert {row.unit for row in series} == {"km2"}
    assert all(row.low > 15_000 for row in series)


def test_a_town_has_what_the_maps_show_at_its_middle(record):
    found = rows(record, "geonames:709354", Wanted(date(2025, 7, 1)))
    said = [row for row in found if row.what == "said"]
    assert [(row.who, row.certainty) for row in said] == [
        ("Gennady Frolov", "stated"),
        ("Olha Stepko", "denied"),
    ]
    beside = [row for row in found if row.what == "measured" and row.claim]
    assert [row.day for row in beside] == [date(2025, 7, 21)] * 2
    assert all(row.words.startswith("its middle held by Russia") for row in beside)
    assert all(row.low is None for row in beside)
    series = [row for row in found if row.claim is None]
    assert series[0].day == date(2025, 7, 1)


def test_a_place_that_no_layer_covers_has_its_claims_alone(record):
    assert rows(record, "DE-BY") == ()
    assert rows(record, "geonames:709354", Wanted(), Layers(names=("nzz",), holder="Ukraine"))


def test_what_was_said_of_the_whole_country_is_not_of_the_region(record):
    assert claims(record, "UA", Wanted()) == ()
    assert len([*record.statements(Query(place="UA", kind="control"))]) == 5


def test_the_last_day_of_a_claim_counts_but_none_after_it_was_said(record):
    said = next(record.statements(Query(source="Olha Stepko", place="UA-65")))
    day = said.said
    assert day_of(said) == day
    assert day_of(replace(said, until=day)) == day - timedelta(days=1)
    assert day_of(replace(said, until=date(2026, 1, 1))) == day
    assert day_of(replace(said, said=None, until=None)) == said.since
    assert day_of(replace(said, said=None, until=None, since=None)) is None


def test_days_that_cannot_be_are_refused():
    with pytest.raises(BadValue, match="--since 2025-02-02: is after --until 2025-02-01"):
        Wanted(date(2025, 2, 2), date(2025, 2, 1))
