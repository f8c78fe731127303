from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.dates import edtf
from groundcheck.errors import BadValue


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-02-20", date(2025, 2, 20), date(2025, 2, 21)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2025-21", date(2025, 3, 1), date(2025, 6, 1)),
        ("2025-24", date(2025, 12, 1), date(2026, 3, 1)),
        ("202X", date(2020, 1, 1), date(2030, 1, 1)),
        ("20XX", date(2000, 1, 1), date(2100, 1, 1)),
        ("0XXX", date(1, 1, 1), date(1000, 1, 1)),
        ("2024-08/2025-02-20", date(2024, 8, 1), date(2025, 2, 21)),
        ("2024-02/..", date(2024, 2, 1), None),
        ("../2022", None, date(2023, 1, 1)),
        ("2024/", date(2024, 1, 1), None),
        ("../..", None, None),
        ("9999-12-31", date(9999, 12, 31), None),
        ("9999", date(9999, 1, 1), None),
        ("0001-01-01", date(1, 1, 1), date(1, 1, 2)),
        ("2024-05?", date(2024, 5, 1), date(2024, 6, 1)),
        ("2024~/2025%", date(2024, 1, 1), date(2026, 1, 1)),
    ],
)
def test_days_of(text: str, start: date | None, end: date | None) -> None:
    assert edtf.days_of(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["", "2024-13", "2024-00", "2023-02-29", "24-01", "2024-1", "2025/2024", "a", "/", "..", "XXXX",
     "202X-05", "2024-05-0X", "0000", "2024/2025/2026", "٢٠٢٤", "2024-25", " 2024"],
)  # fmt: skip
def test_not_of_the_subset(text: str) -> None:
    with pytest.raises(BadValue, match="EDTF"):
        edtf.days_of(text)


@given(st.dates(), st.dates())
def test_days_round_trip(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert edtf.days_of(edtf.of_days(first, last)) == (first, edtf.day_after(last))


@given(st.dates(max_value=date(9999, 12, 30)))
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    for whole in (edtf.of_month(day.year, day.month), edtf.of_year(day.year)):
        start, end = edtf.days_of(whole)
        assert start is not None
        assert start <= day
        assert end is None or day < end


@given(st.integers(1, 9998), st.sampled_from([*range(1, 13), 21, 22, 23]))
def test_months_follow_each_other(year: int, month: int) -> None:
    end = edtf.days_of(edtf.of_month(year, month))[1]
    assert end is not None
    assert edtf.days_of(edtf.of_month(end.year, end.month))[0] == end


@given(st.dates(), st.dates())
def test_since_and_until_are_the_two_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = edtf.span_of(edtf.of_day(first), edtf.of_day(last))
    assert edtf.days_of(edtf.since(interval)) == (first, None)
    assert edtf.days_of(edtf.until(interval)) == (None, edtf.day_after(last))


@given(st.dates(min_value=date(1, 1, 2)))
def test_an_interval_ends_after_it_starts(day: date) -> None:
    with pytest.raises(BadValue):
        edtf.span_of(edtf.of_day(day), edtf.of_day(day - timedelta(days=1)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-02-20", "2025-02-20"),
        ("2025-01/..", "from 2025-01 on"),
        ("../2022", "up to 2022"),
        ("../2025-24", "up to winter 2025"),
        ("2025-22", "summer 2025"),
        ("2024-08/2025-02", "2024-08 to 2025-02"),
    ],
)
def test_an_edtf_string_is_put_in_words(text, words):
    assert edtf.in_words(text) == words
