"""Years and days that are spelled out, whichever way they are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from groundcheck.dates import spelled

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def below_hundred(value: int, glue: str) -> str:
    if value < 20:
        return ONES[value - 1]
    ten, one = divmod(value, 10)
    return TENS[ten - 2] + (glue + ONES[one - 1] if one else "")


@given(st.integers(10, 20), st.integers(10, 99), st.sampled_from([" ", "-"]))
def test_a_year_by_century_and_year(century: int, year: int, glue: str) -> None:
    words = f"{below_hundred(century, glue)} {below_hundred(year, glue)}"
    assert re.fullmatch(spelled.YEAR, words)
    assert spelled.number(words) == 100 * century + year


@given(st.integers(1, 2), st.integers(0, 9), st.integers(1, 99), st.sampled_from([" and ", " "]))
def test_a_year_by_thousands(thousands: int, hundreds: int, rest: int, glue: str) -> None:
    middle = f" {ONES[hundreds - 1]} hundred" if hundreds else ""
    words = f"{ONES[thousands - 1]} thousand{middle}{glue}{below_hundred(rest, '-')}"
    assert re.fullmatch(spelled.YEAR, words)
    assert spelled.number(words) == 1000 * thousands + 100 * hundreds + rest


@given(st.integers(10, 31))
def test_a_day_of_the_month(day: int) -> None:
    words = below_hundred(day, " ")
    assert re.fullmatch(spelled.DAY, words)
    assert spelled.number(words) == day
