import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.text.hedges import (
    HEDGES,
    after_pattern,
    before_pattern,
    commit,
    key_of,
    row,
    step,
    w,
)

FIGURES = st.one_of(st.integers(1, 10**7).map(float), st.integers(1, 1000).map(lambda n: n / 10))
KEYS = st.sampled_from([h.key for h in HEDGES if h.key != "between"])


@pytest.mark.parametrize(
    ("x", "expected"),
    [(64, 1), (75, 5), (800, 100), (4500, 500), (99.7, 0.1), (0.5, 0.5), (1e6, 1e6), (0, 1),
     (19.25, 0.05), (-40, 10), (1.2e6, 1e5)],
)  # fmt: skip
def test_step(x, expected):
    assert step(x) == pytest.approx(expected, rel=1e-12)


@given(FIGURES)
def test_the_step_divides_the_figure(x):
    assert math.isclose(x / step(x), round(x / step(x)), rel_tol=1e-9)


def test_precision_is_at_most_a_part_of_the_figure():
    assert w(800, 0.025) == 20
    assert w(64, 0.025) == 1
    assert w(100 / 3, 0.1, fraction=True) == pytest.approx(10 / 3)


@pytest.mark.parametrize(
    ("value", "unit", "hedge", "bounds", "likely"),
    [
        (75, "percent", "", "[74.5, 75.5]", "[74.5, 75.5]"),
        (800, "km2", "", "[790, 810]", "[790, 810]"),
        (64, "percent", "about", "[63, 65]", "[63.5, 64.5]"),
        (60, "percent", "about", "[57.5, 62.5]", "[58.75, 61.25]"),
        (400, "km2", "about", "[380, 420]", "[390, 410]"),
        (800, "km2", "over", "(800, ∞)", "(800, 880]"),
        (99, "percent", "over", "(99, 100]", "(99, 100]"),
        (70, "vehicle", "at least", "[70, ∞)", "[70, 77]"),
        (200, "km2", "under", "(−∞, 200)", "[180, 200)"),
        (40, "km", "up to", "(−∞, 40]", "[36, 40]"),
        (1, "percent", "under", "[0, 1)", "[0.9, 1)"),
        (90, "percent", "nearly", "[81, 90)", "[81, 90)"),
        (90, "percent", "just over", "(90, 99]", "(90, 99]"),
        ((10, 15), "percent", "between", "[10, 15]", "[10, 15]"),
        (100, "percent", "all", "[100, 100]", "[100, 100]"),
        (240, "percent", "", "[239.5, 240.5]", "[239.5, 240.5]"),
        (100, "percent", "over", "(100, ∞)", "(100, 110]"),
    ],
)
def test_the_table(value, unit, hedge, bounds, likely):
    assert tuple(map(str, commit(value, unit, hedge))) == (bounds, likely)


@pytest.mark.parametrize(
    ("value", "hedge", "bounds"),
    [(20, "", "[19, 21]"), (20, "nearly", "[18, 20)"), (25, "just over", "(25, 27.5]"),
     (50, "about", "[47.5, 52.5]"), (10, "about", "[9, 11]"), (25, "at least", "[25, 100]")],
)  # fmt: skip
def test_a_fraction_is_meant_to_a_point_and_hedged_like_a_number(value, hedge, bounds):
    assert str(commit(value, "percent", hedge, fraction=True)[0]) == bounds


@given(FIGURES, st.sampled_from(["km2", "percent", "people"]), KEYS, st.booleans())
def test_what_is_likely_lies_within_what_was_said(value, unit, key, fraction):
    bounds, likely = commit(value, unit, key, fraction)
    assert likely.inside(bounds)


@given(st.integers(1, 999).map(lambda n: n / 10), KEYS, st.booleans())
def test_shares_stay_shares(value, key, fraction):
    for interval in commit(value, "percent", key, fraction):
        assert interval.low is not None
        assert interval.high is not None
        assert 0 <= interval.low <= value <= interval.high <= 100


def test_no_such_row():
    with pytest.raises(BadValue, match="hardly"):
        row("hardly")


@pytest.mark.parametrize(
    ("words", "key"),
    [("more than", "over"), ("well over", "over"), ("upwards of", "over"),
     ("no more than", "up to"),
     ("not more than", "up to"), ("no fewer than", "at least"), ("no less than", "at least"),
     ("at least", "at least"), ("as many as", "up to"), ("within", "up to"), ("up to", "up to"),
     ("less than", "under"), ("fewer than", "under"), ("below", "under"), ("just under", "nearly"),
     ("a little less than", "nearly"), ("close to", "nearly"), ("almost", "nearly"),
     ("just over", "just over"), ("a little more than", "just over"), ("some", "about"),
     ("about", "about"), ("an estimated", "about"), ("perhaps", "about"), ("~", "about"),
     ("≈", "about"), ("in excess of", "over"), (">", "over"), ("roughly a", "about"),
     ("only about", "about"), ("over the", "over")],
)  # fmt: skip
def test_words_before(words, key):
    match = before_pattern().search(f"They hold {words} ")
    assert match is not None
    assert key_of(match) == key


@pytest.mark.parametrize("words", ["the somesuch ", "over the past ", "about it. ", "takeover "])
def test_words_that_hedge_nothing(words):
    assert before_pattern().search(words) is None


@pytest.mark.parametrize(
    ("words", "key"),
    [(" or more", "at least"), ("+", "at least"), (" or so", "about"), ("-odd", "about"),
     (" or less", "up to"), (", in round figures", "about"), (" at most.", "up to")],
)  # fmt: skip
def test_words_behind(words, key):
    match = after_pattern().match(words)
    assert match is not None
    assert key_of(match) == key


@pytest.mark.parametrize("words", [" or more than 20", " at least 5 dead", " and more than 3"])
def test_words_behind_that_belong_to_the_next_figure(words):
    assert after_pattern().match(words) is None
