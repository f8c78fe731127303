import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.checks.verdicts import gap, measured, reckoned, relate, span_of
from groundcheck.model import Interval

ends = st.floats(-1e6, 1e6, allow_nan=False)


@st.composite
def intervals(draw, closed=False):
    low, high = sorted((draw(ends), draw(ends)))
    if closed:
        return Interval(low, high)
    missing = draw(st.sampled_from(("", "low", "high", "both")))
    return Interval(
        None if missing in ("low", "both") else low,
        None if missing in ("high", "both") else high,
        draw(st.booleans()) and low < high,
        draw(st.booleans()) and low < high,
    )


@pytest.mark.parametrize(
    ("stated", "found", "verdict", "distance"),
    [
        (Interval(61.5, 62.5), Interval(57.4, 57.6), "more than measured", 3.9),
        (Interval(61.5, 62.5), Interval(62, 62.5), "agrees", None),
        (Interval(61.5, 62.5), Interval(62, 63), "depends", None),
        (Interval(61.5, 62.5), Interval(67, 68), "less than measured", 4.5),
        (Interval(97, None, low_open=True), Interval(96.2, 97.1), "depends", None),
        (Interval(97, None, low_open=True), Interval(96.2, 97), "more than measured", 0),
        (Interval(27, 30, high_open=True), Interval(27.5, 27.6), "agrees", None),
        (Interval(27, 30, high_open=True), Interval(30, 30), "less than measured", 0),
        (Interval(None, 10), Interval(9, 10), "agrees", None),
        (Interval(None, 10, high_open=True), Interval(9, 10), "depends", None),
    ],
)
def test_the_table_of_verdicts(stated, found, verdict, distance):
    said, apart = measured(stated, found)
    assert said == verdict
    assert apart == (None if distance is None else pytest.approx(distance))


@given(intervals(), intervals(closed=True))
def test_a_gap_is_never_negative_and_comes_only_with_a_verdict_of_more_or_less(stated, found):
    verdict, apart = measured(stated, found)
    if verdict in ("agrees", "depends"):
        assert apart is None
    else:
        assert apart is not None
        assert apart >= 0


@given(intervals(), intervals(closed=True))
def test_relations_are_what_the_intervals_say(stated, found):
    relation = relate(stated, found)
    assert (relation == "inside") == found.inside(stated)
    assert (relation in ("below", "above")) == (not found.overlaps(stated))


@given(intervals(closed=True), intervals(closed=True))
def test_reckoned_figures_disagree_alike_from_either_side(a, b):
    assert reckoned(a, b) == reckoned(b, a)
    assert gap(a, b) == gap(b, a)


@given(intervals(closed=True))
def test_every_interval_agrees_with_itself(interval):
    assert measured(interval, interval) == ("agrees", None)


@given(st.lists(ends, min_size=1))
def test_span_of_holds_all(values):
    found = span_of(values)
    assert all(value in found for value in values)
