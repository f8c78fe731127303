"""Lengths that reach from a day, whatever the day and the lengths."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from groundcheck.dates.expressions import find_dates

ANCHORS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(ANCHORS, st.integers(1, 99))
def test_within_begins_today(anchor: date, n: int) -> None:
    (when,) = find_dates(f"It falls within the next {n} days.", anchor)
    assert when.start == anchor
    assert when.end == anchor + timedelta(days=n + 1)


@given(ANCHORS, st.integers(1, 40), st.integers(1, 20))
def test_lengths_together_are_one_after_the_other(anchor: date, weeks: int, days: int) -> None:
    (when,) = find_dates(f"It fell {weeks} weeks and {days} days ago.", anchor)
    assert when.start == anchor - timedelta(days=7 * weeks + days)


@given(ANCHORS, st.integers(2, 9), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_counted_weekdays_are_weeks_apart(anchor: date, n: int, weekday: str) -> None:
    (when,) = find_dates(f"It fell {n} {weekday}s ago.", anchor)
    assert when.start is not None
    assert when.start.strftime("%A") == weekday
    assert 7 * (n - 1) < (anchor - when.start).days <= 7 * n


@given(ANCHORS, st.integers(1, 60))
def test_a_length_from_a_day_lasts_as_long_as_it_says(anchor: date, n: int) -> None:
    (when,) = find_dates(f"It was shut for {n} days from today.", anchor)
    assert when.start == anchor
    assert when.end == anchor + timedelta(days=n)
