import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.text.units import FACTORS, convert, dimension, pattern, to_km2, unit_of

PINT = {
    "km2": "kilometer**2", "mi2": "mile**2", "ha": "hectare", "m2": "meter**2",
    "square foot": "foot**2", "km": "kilometer", "mi": "mile", "m": "meter",
    "nautical mile": "nautical_mile", "foot": "foot", "yard": "yard", "inch": "inch",
    "centimeter": "centimeter", "millimeter": "millimeter", "second": "second",
    "minute": "minute", "hour": "hour", "days": "day", "weeks": "week",
}  # fmt: skip


@pytest.fixture(scope="module")
def registry():
    return pint.UnitRegistry()


@pytest.mark.parametrize("unit", sorted(PINT))
@pytest.mark.parametrize("to", sorted(PINT))
def test_factors_are_those_of_pint(registry, unit, to):
    if FACTORS[unit][0] != FACTORS[to][0]:
        with pytest.raises(BadValue):
            convert(1, unit, to)
        return
    oracle = registry.Quantity(1.0, PINT[unit]).to(PINT[to]).magnitude
    assert convert(1.0, unit, to) == pytest.approx(oracle, rel=1e-12)


def test_the_international_acre():
    assert convert(640, "acre", "mi2") == pytest.approx(1, rel=1e-12)


@given(st.floats(-1e9, 1e9), st.sampled_from(sorted(PINT)), st.sampled_from(sorted(PINT)))
def test_there_and_back_again(value, unit, to):
    if FACTORS[unit][0] == FACTORS[to][0]:
        assert convert(convert(value, unit, to), to, unit) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("unit", "measure"),
    [("km2", "area"), ("ha", "area"), ("mi", "length"), ("weeks", "time"), ("years", "time"),
     ("percent", "share"), ("percentage points", "share"), ("people", "count"),
     ("drone", "count"), ("number", "count"), ("euro", "other"), ("kilogram", "other")],
)  # fmt: skip
def test_what_a_unit_measures(unit, measure):
    assert dimension(unit) == measure


def test_areas_in_square_kilometers():
    assert to_km2(250, "ha") == 2.5
    with pytest.raises(BadValue, match="percent"):
        to_km2(5, "percent")


def test_months_have_no_exact_length():
    assert convert(2, "years", "months") == 24
    with pytest.raises(BadValue):
        convert(1, "months", "days")


@pytest.mark.parametrize(
    ("words", "unit"),
    [("square kilometres", "km2"), ("sq. km", "km2"), ("sq.km", "km2"), ("sq km", "km2"),
     ("km²", "km2"), ("km2", "km2"), ("km^2", "km2"), ("square-kilometer", "km2"),
     ("square miles", "mi2"), ("sq mi", "mi2"), ("mi²", "mi2"), ("hectares", "ha"), ("ha", "ha"),
     ("kilometres squared", "km2"), ("km sq", "km2"), ("sq. kilometres", "km2"),
     ("metres squared", "m2"),
     ("km", "km"), ("kilometer", "km"), ("miles", "mi"), ("metre", "m"), ("m", "m"),
     ("per cent", "percent"), ("pct", "percent"), ("%", "percent"), ("percent", "percent"),
     ("percentage points", "percentage points"), ("days", "days"), ("hrs", "hour"),
     ("feet", "foot"), ("tonnes", "tonne"), ("km/h", "kilometer per hour")],
)  # fmt: skip
def test_spellings(words, unit):
    match = pattern().match(words)
    assert match is not None
    assert (match[0], unit_of(match)) == (words, unit)


@pytest.mark.parametrize("words", ["mixed", "hard", "mines", "kmart", "percentile", "dayside"])
def test_other_words_are_no_units(words):
    assert pattern().match(words) is None
