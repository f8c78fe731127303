"""The day of publication, in every form in which it is written, and the days that cannot be one."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.ledger.intake.days import published, why_not

TODAY = date(2026, 11, 26)
MAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-03",
        " 2024-05-03 ",
        "20240503",
        20240503,
        "2024-05-03T12:00:00Z",
        "2024-05-03 12:00:00",
        "2024-05-03 12:00:00 UTC",
        "2024-05-03T12:00:00.123456789Z",
        "20240503T120000Z",
        "2024-05-03T23:59:59",
        "2024-05-02T23:00:00-05:00",
        "2024-05-04T01:00:00+0300",
        "Fri, 03 May 2024 12:00:00 GMT",
        "Thu, 02 May 2024 23:00:00 -0500",
        "May 3, 2024",
        "3 May 2024, 10:15",
        "03.05.2024",
        "13/05/2024",
        1714737600,
        1714737600.5,
        1714737600000,
        "1714737600",
        "1714737600000",
    ],
)
def test_a_day_is_told_in_many_forms(written):
    day = date(2024, 5, 13) if written == "13/05/2024" else MAY
    assert published(written, TODAY) == (day, None)


@pytest.mark.parametrize("written", [None, ""])
def test_nothing_is_said(written):
    assert published(written, TODAY) == (None, None)


@pytest.mark.parametrize(
    "written",
    ["3/5/2024", "3-5-2024", "yesterday", "May 2024", "2024", "5 May", "soon", True, 1e300, -1e300,
     float("inf"), "9" * 12 + "9", "x" * 5000, "2024-13-45", [2024], {"a": 1}, 2024,
     "1 May 2024 and 2 May 2024",     "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"],
)  # fmt: skip
def test_what_is_no_one_day_is_told_in_one_line(written):
    day, problem = published(written, TODAY)
    assert day is None
    assert problem.startswith("the date ")
    assert "is not used" in problem
    assert "\n" not in problem
    assert len(problem) < 150


def test_days_come_first_where_a_data_set_says_so():
    assert published("3-5-2024", TODAY, day_first=True) == (MAY, None)
    assert published("3/5/2024", TODAY, day_first=True) == (MAY, None)
    assert published("3-3-2024", TODAY) == (date(2024, 3, 3), None)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(1990, 1, 1), None),
        (date(1989, 12, 31), "before 1990"),
        (date(1970, 1, 1), "where computers' clocks begin"),
        (date(1969, 12, 31), "where computers' clocks begin"),
        (date(1980, 1, 1), "before 1990"),
        (date(1, 1, 1), "before 1990"),
        (TODAY, None),
        (TODAY + timedelta(days=2), None),
        (TODAY + timedelta(days=3), "in the future of 2026-11-26"),
        (date(2202, 1, 1), "in the future of 2026-11-26"),
    ],
)
def test_days_that_cannot_be(day, reason):
    problem = why_not(day, TODAY)
    assert problem is None if reason is None else reason in problem
    assert published(day.isoformat(), TODAY) == ((day, None) if reason is None else (None, problem))


def test_without_a_today_no_day_is_too_late():
    assert published("2202-01-01", None) == (date(2202, 1, 1), None)


@given(
    st.datetimes(datetime(1991, 1, 1), datetime(2026, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
def test_a_moment_with_a_zone_is_its_day_in_utc(moment, minutes):
    there = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert published(there.isoformat(), TODAY) == (there.astimezone(UTC).date(), None)


@given(st.one_of(st.text(), st.floats(), st.integers(), st.lists(st.integers()), st.booleans()))
def test_nothing_that_may_be_written_raises(written):
    day, problem = published(written, TODAY)
    assert day is None or problem is None
