from datetime import date

import pytest

from groundcheck.checks.self_correction import check, revisions
from groundcheck.publish.words import outcome_lines

REGION = "the Nordland region"
TOWN = "the town of Narvik in the Nordland region"


def holds(figure, day=9, when="", who="Ivo Brandt"):
    return f"{when}Sweden holds {figure} of {REGION}, {who} said.", date(2031, 5, day)


def took(figure, day=9):
    words = f"Swedish forces took {figure} in {REGION} in April, Ivo Brandt said."
    return words, date(2031, 5, day)


def captured(when="", day=9):
    return f"Swedish forces captured {TOWN}{when}, Ivo Brandt said.", date(2031, 5, day)


def denied(day):
    return f"Ivo Brandt denied that Swedish forces had captured {TOWN}.", date(2031, 5, day)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (holds("62%", 1), holds("62%", 9), None),
        (holds("62%", 1), holds("68%", 9), None),  # an update
        (holds("68%", 1), holds("62%", 9), ("went back", 5, "points")),
        (holds("99.7%", 1), holds("98.2%", 9), ("went back", 1.4, "points")),
        (holds("68%", 1), holds("62%", 9, who="Ada Rowe"), None),
        (holds("62%", 2, "On May 1 "), holds("55%", 9, "On May 1 "), ("corrected", 6, "points")),
        (holds("55%", 2, "On May 1 "), holds("62%", 9, "On May 1 "), ("corrected", 6, "points")),
        (took("12 settlements", 2), took("9 settlements", 9), ("corrected", 3, "settlements")),
        (captured(" on April 2", 2), captured(" on April 12", 9), ("corrected", 10, "days")),
        (captured(" on April 2", 2), captured(" on April 3", 9), None),
        (captured("", 2), denied(5), ("took it back", None, None)),
        (denied(2), captured("", 5), None),
    ],
)
def test_what_a_source_said_before_and_after(one, first, second, expected):
    said = [one(*second), one(*first)]
    found = [(of.what, of.gap, of.unit) for of in revisions(said)]
    assert found == ([expected] if expected else [])


def test_of_one_day_nothing_is_later(one):
    assert not list(revisions([one(*holds("68%")), one(*holds("62%"))]))


def test_ten_outlets_that_carry_it_are_one_revision(one):
    first, second = holds("68%", 1), holds("62%", 9)
    said = [one(words + " It rained." * n, day) for n in range(5) for words, day in (first, second)]
    assert len(list(revisions(said))) == 1


def test_both_statements_have_the_finding(one):
    said = [one(*holds("68%", 1)), one(*holds("62%", 9)), one(*holds("71%", 20))]
    findings = [check(of, said) for of in said]
    assert [len(found) for found in findings] == [1, 1, 0]
    (finding,) = findings[1]
    assert finding.claim == said[1].claim.id
    assert finding.verdict == "depends"
    assert finding.decided_by
    assert finding.summary == (
        "The same source said “68%” on 2031-05-01 and “62%” on 2031-05-09: "
        "less than it had said before, 5 points apart"
    )
    assert len(finding.evidence) == len(finding.working) == 2


def test_of_another_account_of_one_time_the_last_before_counts(one):
    said = [
        one(*holds("62%", 2, "On May 1 ")),
        one(*holds("75%", 8)),
        one(*holds("55%", 9, "On May 1 ")),
    ]
    (found,) = revisions(said)
    assert (found.what, found.earlier.claim.id) == ("corrected", said[0].claim.id)


def test_shares_are_stated_in_percent_and_apart_by_points(one):
    earlier, later = one(*holds("75%", 9)), one(*holds("70%", 12))
    (found,) = check(later, [earlier])
    told = dict(outcome_lines(found))
    assert told["stated"].endswith("%")
    assert told["apart by at least"].endswith("percentage points")
