from datetime import date

import pytest

from groundcheck.checks.corroboration import check, said_by
from groundcheck.publish.words import outcome_lines

REGION = "the Nordland region"


def holds(figure, who=" Ivo Brandt said", day=9):
    said = f",{who} on Thursday" if who else ""
    return f"Sweden holds {figure} of {REGION}{said}.", date(2031, 5, day)


FIRST = holds("68%")


def finding(one, *others, first=FIRST):
    said = one(*first, outlet="Ann")
    given = [one(*words, outlet=f"Outlet {at}") for at, words in enumerate(others)]
    found = check(said, [said, *given])
    return found[0] if found else None


def test_nothing_else_on_record(one):
    assert finding(one) is None
    assert finding(one, ("Sweden holds 62% of the Finnmark region, Ada Rowe said.",)) is None


@pytest.mark.parametrize(
    ("others", "verdict", "gap", "summary"),
    [
        (
            [holds("68%", " Ada Rowe said"), holds("about 68%", " Norway's general staff said")],
            "agrees",
            None,
            "Agreed by 2 other origins",
        ),
        (
            [holds("62%", " Ada Rowe said")],
            "disagrees",
            5,
            "Contradicted by 1 other origin (by at least 5 points)",
        ),
        (
            [
                holds("68%", " Ada Rowe said"),
                holds("62%", " Bo Lind said"),
                holds("60%", " Bo Lind said"),
                holds("68%", " Colonel Ivo Brandt said"),
            ],
            "depends",
            7,
            "Agreed by 1 other origin and contradicted by 1 other origin (by at least 7 points); "
            "1 further appearance is a copy or the same source",
        ),
        (
            [holds("68%", " Ivo Brandt said", 10), holds("over 68%", " Ivo Brandt said", 11)],
            "not covered",
            None,
            "No other named origin on record speaks of it; "
            "2 further appearances are copies or the same source",
        ),
        (
            [holds("68%", " a senior officer said")],
            "not covered",
            None,
            "No other named origin on record speaks of it; "
            "1 source without a name speaks of it too",
        ),
        (
            [holds("over 40%", " Ada Rowe said")],
            "depends",
            None,
            "Open beside 1 other origin",
        ),
    ],
)
def test_counted_by_origin(one, others, verdict, gap, summary):
    found = finding(one, *others)
    assert (found.verdict, found.gap, found.summary) == (verdict, gap, summary)
    assert (found.decided_by is not None) == (verdict == "depends")


def test_copies_are_no_other_origin_whoever_they_name(one):
    said = one(*FIRST, outlet="Ann", group="g")
    copies = [one(*holds("68%", who), group="g") for who in ("", " Ada Rowe said")]
    (found,) = check(said, copies)
    assert found.verdict == "not covered"
    assert found.summary.endswith("2 further appearances are copies or the same source")


def test_another_source_in_the_same_report_is_one(told):
    words = f"{FIRST[0]} Sweden holds 62% of {REGION}, Ada Rowe said on Thursday."
    mine, theirs = told(words)
    (found,) = check(mine, [mine, theirs])
    assert found.verdict == "disagrees"


def test_the_earliest_on_record_is_named(one):
    found = finding(one, holds("68%", day=11), (FIRST[0] + " It rained.", date(2031, 5, 8)))
    (step,) = [step for step in found.working if step.operation.startswith("look for the earliest")]
    assert step.result == "Outlet 1, 2031-05-08"


def test_the_evidence_says_whose_it_is_and_in_what_words(one):
    found = finding(one, holds("62%", " Ada Rowe said"), holds("61%", ""))
    assert {of.source for of in found.evidence} == {
        "Ada Rowe, in Outlet 0",
        "Outlet 1 in its own voice",
    }
    assert all(of.says.startswith("“Sweden holds 6") for of in found.evidence)
    assert len(found.working) == 2


def test_who_said_it(one):
    assert said_by(one(*holds("62%", ""), outlet="Bee")) == "Bee in its own voice"


def test_shares_are_stated_in_percent_and_apart_by_points(one):
    found = finding(one, holds("62%", " Ada Rowe said"))
    assert dict(outcome_lines(found)) == {
        "stated": "67.5 to 68.5%",
        "apart by at least": "5 percentage points",
    }
