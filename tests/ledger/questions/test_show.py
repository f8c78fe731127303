import pytest

from groundcheck.errors import BadValue
from groundcheck.ledger.questions.show import show
from groundcheck.ledger.store import Query


def test_a_claim_is_shown_with_its_findings_and_its_report(record):
    said = next(record.statements(Query(source="Olha Stepko", place="UA-65")))
    found = show(record, said.claim.id[:9])
    assert found.outcome.claims == (said.claim,)
    own = record.findings(said.claim.id)
    assert found.outcome.findings[: len(own)] == own
    beside = found.outcome.findings[len(own) :]
    assert [(one.check, one.verdict, one.gap) for one in beside] == [
        ("corroboration", "disagrees", 8.0)
    ]
    assert found.outcome.report.title == "A figure from Kyiv"
    assert (found.key, found.alike) == (said.proposition.key, 5)
    assert [one.outlet for one in found.appearances] == ["Dnipro Wire"]


def test_a_report_is_shown_with_all_its_claims(record):
    report = next(record.statements(Query(kind="capture"))).report
    found = show(record, report)
    assert len(found.outcome.claims) == 2
    beside = [f for f in found.outcome.findings if f not in record.outcome(report).findings]
    assert [(one.check, one.verdict) for one in beside] == [("corroboration", "disagrees")] * 2
    assert [(one.reader, one.claims) for one in found.readings] == [("english", 2)]
    assert (found.key, found.alike) == (None, None)


def test_copies_are_named_without_the_report_itself(record):
    reports = {said.report for said in record.statements(Query(words="80"))}
    copied = [show(record, one).copies for one in sorted(reports)]
    assert sorted(map(len, copied)) == [0, 1, 1]


def test_what_is_not_there_is_refused(record):
    with pytest.raises(BadValue, match="no report or claim on record"):
        show(record, "0123456789")
