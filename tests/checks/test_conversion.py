import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from groundcheck.checks.conversion import compare
from groundcheck.checks.verdicts import rounding
from groundcheck.text.units import convert


@pytest.mark.parametrize(
    ("first", "second", "verdict", "slip"),
    [
        (("400 square kilometers", 400, "km2"), ("154 square miles", 154, "mi2"), "agrees", None),
        (("50 km", 50, "km"), ("31 miles", 31, "mi"), "agrees", None),
        (("100 km", 100, "km"), ("60 miles", 60, "mi"), "agrees", None),
        (("2 km", 2, "km"), ("1 mile", 1, "mi"), "agrees", None),
        (("7 km", 7, "km"), ("4.3 miles", 4.3, "mi"), "agrees", None),
        (("12 ha", 12, "ha"), ("30 acres", 30, "acre"), "agrees", None),
        (("200 km", 200, "km"), ("118 miles", 118, "mi"), "depends", None),
        (("250 sq km", 250, "km2"), ("155 sq mi", 155, "mi2"), "disagrees", "lengths"),
        (("250 sq km", 250, "km2"), ("650 sq mi", 648, "mi2"), "disagrees", "wrong way"),
        (("80 km", 80, "km"), ("129 miles", 129, "mi"), "disagrees", "wrong way"),
        (("9 km2", 9, "km2"), ("90 hectares", 90, "ha"), "disagrees", "100 hectares"),
        (("412 sq km", 412, "km2"), ("195 sq mi", 195, "mi2"), "disagrees", None),
    ],
)
def test_figures_in_two_units(made, first, second, verdict, slip):
    text = f"Borland took {first[0]} ({second[0]}) in a week."
    report = made(text).claim(text, "change", figures=[(*first, ""), (*second, "", "conversion")])
    (finding,) = report.of("conversion")
    assert finding.verdict == verdict
    assert (finding.gap is not None) == (verdict == "disagrees")
    assert (finding.decided_by is not None) == (verdict == "depends")
    if slip:
        assert slip in finding.summary
    assert all(step.result for step in finding.working)


def test_the_hedge_plays_no_part(made):
    text = "Borland took over 400 square kilometers (154 square miles)."
    figures = [
        ("over 400 square kilometers", 400, "km2", "over"),
        ("154 square miles", 154, "mi2", "over", "conversion"),
    ]
    (finding,) = made(text).claim(text, "change", figures=figures).of("conversion")
    assert finding.verdict == "agrees"


def test_ranges_are_compared_end_by_end(made):
    text = "between 10 and 20 km (6 and 25 miles) away"
    figures = [
        ("10 and 20 km", (10, 20), "km"),
        ("6 and 25 miles", (6, 25), "mi", "", "conversion"),
    ]
    (finding,) = made(text).claim(text, "count", figures=figures).of("conversion")
    assert finding.verdict == "disagrees"


def test_figures_of_different_measures_are_left_alone(made):
    text = "12 tanks and 40 km"
    figures = [("12 tanks", 12, "tank"), ("40 km", 40, "km", "", "conversion")]
    assert made(text).claim(text, "count", figures=figures).of("conversion") == []


@pytest.mark.parametrize(
    ("value", "low", "high"), [(700, 665, 735), (65, 64.5, 65.5), (9, 8.5, 9.5), (4.3, 4.25, 4.35)]
)
def test_rounding(value, low, high):
    found = rounding(value, 0.05)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@given(st.integers(3, 10**6), st.integers(0, 3))
def test_a_figure_converted_and_rounded_always_agrees(value, digits):
    factor = convert(1.0, "km2", "mi2")
    second = round(value * factor, digits)
    assume(second > 0)
    assert compare(value, second, factor)[0] == "agrees"


@given(st.integers(10, 10**6))
def test_a_figure_twice_too_large_never_agrees(value):
    factor = convert(1.0, "km", "mi")
    assert compare(value, round(2 * value * factor, 1), factor)[0] != "agrees"
