"""The two functions that the package offers, from a text to its findings."""

from datetime import date

import pytest

import groundcheck
from groundcheck.errors import BadValue
from groundcheck.model import Report, report_id

WORDS = "Rebels hold about 40% of the northern province, a spokesman said."


@pytest.mark.parametrize(
    ("text", "published", "day", "note"),
    [
        (WORDS, None, None, "No day of publication"),
        (WORDS, "2024-05-06", date(2024, 5, 6), None),
        (WORDS, date(2024, 5, 6), date(2024, 5, 6), None),
        (f"date 2024-05-06 {WORDS}", None, date(2024, 5, 6), None),
        (f"date 2024-05-06 {WORDS}", "2024-05-06", date(2024, 5, 6), None),
        (f"date 2024-05-06 {WORDS}", "2024-05-07", date(2024, 5, 7), "is used"),
        (f"date 2024-13-06 {WORDS}", None, None, "is no day of the calendar"),
        (f"date 2024-13-06 {WORDS}", "2024-05-07", date(2024, 5, 7), "is no day of the calendar"),
    ],
)
def test_the_day_of_publication(text, published, day, note):
    outcome = groundcheck.read(text, published)
    assert outcome.report == Report(report_id(text), text, day)
    assert bool(outcome.notes) is bool(note)
    assert note is None or note in outcome.notes[0]


@pytest.mark.parametrize("day", ["2025-13-45", "yesterday", "", "20.2.2025"])
def test_what_is_no_day_is_refused(day):
    with pytest.raises(BadValue, match="is not a day like 2025-02-20"):
        groundcheck.check(WORDS, day)


def test_a_text_a_report_and_an_outcome_are_checked_alike():
    outcome = groundcheck.read(WORDS, "2024-05-06")
    checked = groundcheck.check(WORDS, "2024-05-06")
    assert checked.claims == outcome.claims
    assert checked.findings
    assert groundcheck.check(outcome) == groundcheck.check(outcome.report) == checked


def test_what_is_claimed_stands_where_its_spans_say():
    [claim] = groundcheck.read(f"date 2024-05-06 {WORDS}").claims
    assert " … ".join(s.of(f"date 2024-05-06 {WORDS}") for s in claim.spans) == claim.text


def test_nothing_else_hangs_on_the_package():
    assert groundcheck.__version__.count(".") == 2
    with pytest.raises(AttributeError):
        groundcheck.measure_everything  # noqa: B018
