"""The algebra of intervals, against membership of numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.model import Interval

# Halves of small whole numbers, so that ends often meet and a number lies between any two ends.
ENDS = st.none() | st.integers(-4, 4).map(float)
PROBES = [n / 4 for n in range(-40, 41)]


@st.composite
def intervals(draw):
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def members(interval):
    return {probe for probe in PROBES if probe in interval}


@given(intervals(), intervals())
def test_relations_say_what_membership_says(a, b):
    if not members(a) or not members(b):
        return
    assert a.overlaps(b) == bool(members(a) & members(b))
    assert a.inside(b) == (members(a) <= members(b))
    if a.below(b):
        assert max(members(a)) < min(members(b))


@given(intervals(), intervals())
def test_two_that_share_nothing_lie_one_below_the_other(a, b):
    assert a.overlaps(b) == b.overlaps(a)
    assert a.overlaps(b) or a.below(b) or b.below(a)


@given(intervals(), intervals(), intervals())
def test_inside_is_an_order(a, b, c):
    assert a.inside(a)
    if a.inside(b) and b.inside(c):
        assert a.inside(c)


@given(intervals(), st.sampled_from([0.25, 0.5, 2.0, 4.0]))
def test_scaling_moves_members_along(a, factor):
    scaled = a.scaled(factor)
    assert all((probe in a) == (probe * factor in scaled) for probe in PROBES)


@pytest.mark.parametrize("factor", [0, -1, -0.5])
def test_a_factor_that_is_not_positive_is_refused(factor):
    with pytest.raises(BadValue, match="positive factor"):
        Interval(1, 2).scaled(factor)


@pytest.mark.parametrize(
    ("low", "high"), [(2, 1), (math.nan, 1), (1, math.nan), (-math.inf, 1), (1, math.inf)]
)
def test_ends_that_make_no_interval_are_refused(low, high):
    with pytest.raises(BadValue, match="interval"):
        Interval(low, high)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(1, 2), "[1, 2]"),
        (Interval(99, 100, low_open=True), "(99, 100]"),
        (Interval(18, 20, high_open=True), "[18, 20)"),
        (Interval(800, None, low_open=True), "(800, ∞)"),
        (Interval(None, 5), "(−∞, 5]"),
        (Interval.point(3.5), "[3.5, 3.5]"),
    ],
)
def test_in_brackets(interval, words):
    assert str(interval) == words


@pytest.mark.parametrize(
    ("low_open", "high_open", "met"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_touching_intervals_are_apart_when_an_end_is_open(low_open, high_open, met):
    left = Interval(0, 1, high_open=high_open)
    right = Interval(1, 2, low_open=low_open)
    assert left.below(right) is met
