from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.publish.timeline.periods import period

DAYS = st.dates()


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0.2, ("2031-05-14", "2031-05-14")),
        (1, ("2031-05-14", "2031-05-14")),
        (1.5, ("2031-05-12", "2031-05-18")),
        (7, ("2031-05-12", "2031-05-18")),
        (8, ("2031-05-01", "2031-05-31")),
        (31, ("2031-05-01", "2031-05-31")),
        (40, ("2031-04-01", "2031-06-30")),
        (94, ("2031-01-01", "2031-12-31")),
        (400, ("2030-01-01", "2031-12-31")),
        (3000, ("2030-01-01", "2039-12-31")),
        (1e9, ("0001-01-01", "9999-12-31")),
    ],
)
def test_the_shortest_usual_stretch_that_is_long_enough(days, expected):
    assert tuple(map(str, period(days)(date(2031, 5, 14)))) == expected


@given(st.floats(0.1, 4e6), DAYS, DAYS)
def test_a_day_lies_in_its_stretch_and_stretches_do_not_overlap(days, one, other):
    of = period(days)
    first, last = of(one)
    assert first <= one <= last
    assert of(first) == of(last) == (first, last)
    same = first <= other <= last
    assert (of(other) == (first, last)) == same
