from datetime import date

import pytest

from groundcheck.model import Attribution, When


def test_a_weekday_is_resolved_once(made):
    text = "He said on Thursday that Borland fell back. It had lost 40 men."
    report = made(text)
    said = report.day("Thursday", date(2031, 5, 8))
    by = Attribution("He", "indirect", said=said)
    report.claim("Borland fell back", "change", attribution=by)
    report.claim("It had lost 40 men", "count", attribution=by)
    (finding,) = report.of("chronology")
    assert finding.verdict == "agrees"
    assert finding.claim == "c0"
    assert "2031-05-08" in finding.summary
    assert "Thursday" in finding.summary


def test_a_weekday_that_does_not_fit_its_date(made):
    text = "Northmark fell on Monday, 6 May 2031."
    report = made(text)
    when = report.day("Monday, 6 May 2031", date(2031, 5, 6))
    (finding,) = report.claim(text, "capture", when=when).of("chronology")
    assert finding.verdict == "disagrees"
    assert (finding.gap, finding.unit) == (1, "days")
    assert "2031-05-06 was a Tuesday, the text says Monday" in finding.summary


def test_a_conflict_outside_of_every_claim_goes_to_the_nearest(made):
    text = "Monday, 6 May 2031\n\nNorthmark fell. Long after that, Southmark fell."
    report = made(text).claim("Northmark fell", "capture").claim("Southmark fell", "capture")
    (finding,) = report.of("chronology")
    assert (finding.claim, finding.verdict) == ("c0", "disagrees")


def test_a_year_is_counted_from_the_publication(made):
    text = "since last year's incursion"
    report = made(text)
    when = report.day("last year", date(2030, 1, 1), 365)
    (finding,) = report.claim(text, "event", when=when).of("chronology")
    assert finding.verdict == "agrees"
    assert "published 2031-05-08" in str(finding.working)


def test_without_a_day_of_publication(made):
    text = "Northmark fell on Thursday."
    report = made(text, None)
    span = report.day("Thursday", date(2031, 5, 8)).span
    when = When(span, "Thursday", None, note="no day of publication")
    (finding,) = report.claim(text, "capture", when=when).of("chronology")
    assert finding.verdict == "not covered"
    assert "no day of publication" in finding.summary


@pytest.mark.parametrize(("day", "late"), [(8, False), (7, False), (9, True)])
def test_nothing_is_said_after_the_report(made, day, late):
    text = f"He said on {day} May that Borland fell back."
    report = made(text)
    said = report.day(f"{day} May", date(2031, 5, day))
    report.claim(text, "change", attribution=Attribution("He", "indirect", said=said))
    verdicts = [finding.verdict for finding in report.of("chronology")]
    assert verdicts == (["agrees", "disagrees"] if late else ["agrees"])
