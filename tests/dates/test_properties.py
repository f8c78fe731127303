"""What holds of every text and every anchor."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from groundcheck.dates import edtf
from groundcheck.dates.expressions import find_clock_times, find_dates, find_day_conflicts

WORDS = [
    *(
        [
            "since",
            "by",
            "until",
            "before",
            "between",
            "and",
            "from",
            "to",
            "the",
            "of",
            "in",
            "on",
            "last",
            "next",
            "this",
            "that",
            "same",
        ]
    ),
    *(
        [
            "past",
            "late",
            "end",
            "week",
            "month",
            "year",
            "day",
            "days",
            "weeks",
            "months",
            "ago",
            "earlier",
            "later",
            "first",
            "half",
        ]
    ),
    *(
        [
            "Monday",
            "Friday",
            "Sun",
            "March",
            "May",
            "June",
            "December",
            "Dec.",
            "15th",
            "February",
            "quarter",
            "summer",
        ]
    ),
    *(
        [
            "2014",
            "2024",
            "9999",
            "0001",
            "3",
            "15",
            "31",
            "29",
            "30.08",
            "3/4",
            "1990s",
            "Q3",
            "H1",
            ",",
            ".",
            "-",
            "–",
            "(",
            ")",
        ]
    ),
    *(
        [
            "weekend",
            "today",
            "yesterday",
            "tomorrow",
            "then",
            "now",
            "so",
            "far",
            "will",
            "was",
            "men",
            "twelve",
            "a",
            "few",
        ]
    ),
    *(["decades", "century", "New", "Year", "Christmas", "rest", "second", "three"]),
    *(["within", "more", "less", "than", "nineteen", "twenty-one", "thousand", "hundred", "for"]),
    *(["7/29", "12/7/99", "Oct5", "2014-15", "Fridays", "thirties", "starting", "thirty"]),
    "\n",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
ANCHORS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))


@given(TEXTS, ANCHORS)
def test_dates_are_words_of_the_text_in_order(text: str, anchor: date | None) -> None:
    position = 0
    for when in find_dates(text, anchor):
        assert when.span is not None
        assert position <= when.span.start < when.span.end <= len(text)
        assert when.span.of(text) == when.text
        position = when.span.end


@given(TEXTS, ANCHORS)
def test_days_are_those_of_the_edtf(text: str, anchor: date | None) -> None:
    for when in find_dates(text, anchor):
        if when.edtf is None:
            assert when.note
            assert when.start is None
            assert when.end is None
        else:
            assert (when.start, when.end) == edtf.days_of(when.edtf)


@given(TEXTS, ANCHORS)
def test_conflicts_are_real(text: str, anchor: date | None) -> None:
    for conflict in find_day_conflicts(text, anchor):
        assert conflict.weekday_said != conflict.weekday_is
        assert conflict.date.strftime("%A") == conflict.weekday_is


@given(TEXTS)
def test_clock_times_lie_in_the_text(text: str) -> None:
    position = 0
    for span in find_clock_times(text):
        assert position <= span.start < span.end <= len(text)
        position = span.end


@given(st.dates(), st.integers(0, 6))
def test_a_bare_weekday_is_within_the_week_up_to_the_anchor(anchor: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    (when,) = find_dates(f"It fell on {name}.", anchor)
    if anchor.toordinal() > 7:
        assert when.start is not None
        assert 0 <= (anchor - when.start).days < 7
        assert when.start.weekday() == weekday


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)), st.dates())
def test_an_explicit_date_does_not_lean_on_the_anchor(anchor: date, day: date) -> None:
    (when,) = find_dates(f"It fell on {day.isoformat()}.", anchor)
    assert when.edtf == day.isoformat()
