import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.compound_units import with_rate
from groundcheck.text.units import dimension


@pytest.mark.parametrize(
    ("unit", "words", "whole"),
    [
        ("dollar", "/hour", "dollar per hour"),
        ("dollar", " a barrel", "dollar per barrel"),
        ("tonne", " each week", "tonne per week"),
        ("liter", "/km", "liter per km"),
        ("km", "/s2", "km per square second"),
        ("kilogram", "/cm³", "kilogram per cubic centimeter"),
        ("joule", "/m^2 per day", "joule per m2 per day"),
        ("watt", " per m²", "watt per m2"),
    ],
)
def test_a_rate_is_one_unit(unit, words, whole):
    text = f"12 {unit}{words}."
    assert with_rate(text, unit, len(f"12 {unit}")) == (whole, len(text) - 1)
    assert dimension(whole) == "other"


@pytest.mark.parametrize(
    ("unit", "words"),
    [("km2", " a day"), ("dollar", " a year ago"), ("dollar", " a man"), ("km2", " / 206 mi²"),
     ("dollar", " a t"), ("m", "/x"), ("percent", " per year")],
)  # fmt: skip
def test_what_is_no_rate_or_left_to_the_text(unit, words):
    assert with_rate(f"{unit}{words}", unit, len(unit)) == (unit, len(unit))


@given(st.lists(st.sampled_from(["/", " per ", " a ", "km", "h", "s2", "day", " "]), max_size=9))
def test_at_most_two_units_stand_below(words):
    text = "".join(words)
    unit, end = with_rate(text, "dollar", 0)
    assert 0 <= end <= len(text)
    assert unit.count(" per ") <= 2
