"""Records from a ledger: everything about each statement, copies told from others."""

from dataclasses import replace
from datetime import date

import pytest

from groundcheck.ledger.exporting import records
from groundcheck.ledger.store import Query
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.model import (
    Appearance,
    Attribution,
    Claim,
    Filed,
    Finding,
    Outcome,
    Report,
    Span,
    claim_id,
    report_id,
)

LONG = "\n".join(
    f"The {word} bridge over the river was closed on the {number}th of the month, said the mayor."
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth".split(), 4)
)


def filed(text, says, day, outlet, verdict="agrees"):
    """A report whose claims are the words of ``says``, each with its source and a finding."""
    id_ = report_id(text)
    claims = []
    for words, source in says:
        span = Span(text.index(words), text.index(words) + len(words))
        told = Attribution(source, "indirect")
        claims.append(Claim(claim_id(id_, (span,), words), words, (span,), "control", told))
    findings = tuple(Finding(one.id, "control", verdict, "So.") for one in claims)
    stood = Appearance(id_, f"{outlet}.txt", day, None, outlet)
    outcome = Outcome(Report(id_, text, day, None, outlet), tuple(claims), findings)
    return Filed(outcome, stood, "plain", "1", "maps")


A = "The army holds 75% of Upperland."
B = "The army holds over 75% of Upperland."
OWN = filed(f"{A} Nobody else says so.", [(A, "Brook")], date(2025, 1, 3), "Own")
FIRST = filed(f"{A}\n{LONG}", [(A, "Brook")], date(2025, 1, 1), "First")
SAME = filed(f"{A}\n{LONG}\nEnds.", [(A, "Brook")], date(2025, 1, 2), "Same")
BOLD = filed(f"{B}\n{LONG}", [(B, "Brook")], date(2025, 1, 2), "Bold", "disagrees")
MUTE = filed("Nothing here is a claim.", [], None, "Mute")
ALL = (OWN, FIRST, SAME, BOLD, MUTE)


@pytest.fixture
def ledger():
    made = MemoryLedger()
    with made.writing() as writer:
        for one in ALL:
            writer.add(one)
    assert len(made.copies(FIRST.outcome.report.id)) == 3
    return made


def by_report(found):
    return {one.outcome.report.id: one for one in found}


def test_every_report_is_there_once_with_its_reading(ledger):
    found = list(records(ledger))
    assert {one.outcome.report.id for one in found} == {one.outcome.report.id for one in ALL}
    assert len(found) == len(ALL)
    for one in ALL:
        record = by_report(found)[one.outcome.report.id]
        assert record.outcome == one.outcome
        assert [entry.statement.claim for entry in record.entries] == list(one.outcome.claims)
        assert [entry.findings for entry in record.entries] == [one.outcome.findings][
            : len(record.entries)
        ]
        assert all(entry.appearances == (one.appearance,) for entry in record.entries)


def test_copies_are_those_that_say_the_same_in_the_same_words(ledger):
    found = by_report(records(ledger))

    def entry(of):
        return found[of.outcome.report.id].entries[0]

    assert entry(FIRST).copies == (SAME.appearance,)
    assert entry(SAME).copies == (FIRST.appearance,)
    # The figure was altered on the way, and an unrelated report is no copy.
    assert entry(BOLD).copies == entry(OWN).copies == ()


def test_one_of_the_copies_stands_for_them(ledger):
    found = by_report(records(ledger))
    leads = {
        one.appearance.publisher: found[one.outcome.report.id].entries[0].leads for one in ALL[:4]
    }
    assert leads == {"Own": True, "First": True, "Same": False, "Bold": True}


def test_copies_stand_together(ledger):
    order = [one.outcome.report.id for one in records(ledger)]
    group = sorted(one.outcome.report.id for one in (FIRST, SAME, BOLD))
    begin = order.index(group[0])
    assert order[begin : begin + 3] == group


def test_a_query_chooses_statements_but_not_where_they_appeared(ledger):
    [one] = records(ledger, Query(outlet="Same"))
    assert one.outcome.report.publisher == "Same"
    assert one.entries[0].copies == (FIRST.appearance,)
    assert not one.entries[0].leads
    [one] = records(ledger, Query(verdict="disagrees"))
    assert one.outcome.report.publisher == "Bold"
    assert list(records(ledger, Query(source="Nobody"))) == []


@pytest.mark.parametrize(("skip", "limit"), [(0, 0), (0, 1), (1, 2), (3, 5), (0, None), (2, None)])
def test_limit_and_skip_count_statements(ledger, skip, limit):
    whole = [entry for one in records(ledger) for entry in one.entries]
    query = Query(skip=skip, limit=limit)
    found = [entry for one in records(ledger, query) for entry in one.entries]
    assert found == whole[skip : None if limit is None else skip + limit]


def test_a_report_is_told_as_it_first_appeared(ledger):
    again = replace(
        OWN, appearance=Appearance(OWN.outcome.report.id, "z", date(2024, 1, 1), None, "Early")
    )
    with ledger.writing() as writer:
        writer.add(again)
    record = by_report(records(ledger))[OWN.outcome.report.id]
    assert (record.outcome.report.publisher, record.outcome.report.published) == (
        "Early",
        date(2024, 1, 1),
    )
    assert [one.publisher for one in record.entries[0].appearances] == ["Early", "Own"]


def test_reports_are_not_held(ledger):
    """The next report is asked for only when it is wanted."""
    asked = []

    class Counting:
        def __getattr__(self, name):
            return getattr(ledger, name)

        def outcome(self, report):
            asked.append(report)
            return ledger.outcome(report)

    found = records(Counting(), Query(outlet="Own"))
    assert asked == []
    next(found)
    assert asked == [OWN.outcome.report.id]
