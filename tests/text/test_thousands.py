"""A point between thousands, where what is counted has no fractions."""

import pytest

from groundcheck.text.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.500 people fled.", 12500),
        ("They hold 1.125 villages.", 1125),
        ("Some 1.5 people live in each room.", 1.5),
        ("They took 7.125 hectares.", 7.125),
    ],
)
def test_a_point_between_thousands_of_what_has_no_fractions(text, value):
    assert find_quantities(text)[0].value == value
