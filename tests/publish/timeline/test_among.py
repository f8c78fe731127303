import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.model import Interval
from groundcheck.publish.timeline.among import anchor, as_they_are, gathered
from groundcheck.publish.timeline.lanes import lanes
from groundcheck.publish.timeline.periods import period

from .conftest import Claims

DAY, MONTH = period(1), period(31)


@pytest.mark.parametrize(
    ("stated", "unit", "expected"),
    [
        (Interval(60, 62), "percent", (61, "both")),
        (Interval(60, None), "km2", (60, "up")),
        (Interval(None, 60), "km2", (60, "down")),
        (Interval(None, None), "km2", (0, "none")),
        (Interval(60, 100, low_open=True), "percent", (60, "up")),
        (Interval(0, 30), "percent", (30, "down")),
        (Interval(0, 30), "km2", (15, "both")),
        (Interval(100, 100), "percent", (100, "both")),
        (Interval(0, 0), "percent", (0, "both")),
        (Interval(0, 100), "percent", (0, "none")),
    ],
)
def test_the_figure_that_stands_for_an_interval(stated, unit, expected):
    assert anchor(stated, unit) == expected


def test_equal_claims_of_one_source_and_time_are_one_mark(claim):
    said = [claim(3), claim(3), claim(4), claim(3, Interval(70, 71)), claim(3, source="Bo Lind")]
    marks = as_they_are(lanes([*said, claim(3, None)], MONTH), "percent")
    assert sorted(len(mark.clump.claims) for mark in marks) == [1, 1, 1, 2]
    assert as_they_are(lanes(said, MONTH), "km2") == ()


def test_what_was_denied_is_not_counted_with_what_was_said(claim):
    said = [claim(3), claim(4, Interval(60, 100)), claim(5, certainty="denied")]
    marks = gathered(as_they_are(lanes(said, MONTH), "percent"), "percent", MONTH, 5.0)
    assert [(len(mark.clump.claims), mark.at, mark.ways) for mark in marks] == [
        (2, 60.0, frozenset({"both", "up"}))
    ]
    assert marks[0].clump.lane == 0


ENDS = st.floats(0, 100)


@given(st.lists(st.tuples(st.integers(0, 900), ENDS, ENDS, st.integers(0, 5)), max_size=60))
def test_every_claim_with_a_figure_is_in_one_mark(rows):
    made = Claims()
    said = [
        made(day, Interval(min(a, b), max(a, b)), source=f"source {number}")
        for day, a, b, number in rows
    ]
    placed = as_they_are(lanes(said, MONTH), "percent")
    for marks in (placed, gathered(placed, "percent", MONTH, 6.25)):
        drawn = [one.id for mark in marks for one in mark.clump.claims]
        assert sorted(drawn) == sorted(one.id for one in said)
