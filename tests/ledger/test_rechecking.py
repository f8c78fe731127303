"""Reports on record are checked again; what was found before stays beside it."""

from dataclasses import replace

import pytest

from groundcheck import check
from groundcheck.ledger import rechecking
from groundcheck.ledger.rechecking import Rechecked, recheck
from groundcheck.ledger.store import Query
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.model import Appearance, Filed

TEXTS = (
    "date 2025-02-20\n\nRussia controls 75% of the Donetsk region, Col. Tomas Arin said.",
    "date 2025-02-21\n\nRussia controls 60% of the Kherson region, Gov. Lena Costa said.",
)


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request, tmp_path):
    """Two reports: one checked by what is at hand, one not checked at all."""
    made = MemoryLedger() if request.param == "memory" else open_ledger(tmp_path / "l.sqlite")
    first, second = (check(text) for text in TEXTS)
    by = rechecking.checked_by(None)
    with made.writing() as writer:
        for outcome, checked in ((first, by), (replace(second, findings=()), "")):
            stood = Appearance(outcome.report.id, "a wire", outcome.report.published)
            writer.add(Filed(outcome, stood, "rules", "1", checked))
    yield made
    made.close()


def test_only_what_was_not_checked_so_is_checked(ledger):
    by = rechecking.checked_by(None)
    told = []
    assert recheck(ledger, None, progress=told.append) == Rechecked(by, 2, 1)
    assert told == [Rechecked(by, 2, 1)]
    assert recheck(ledger, None) == Rechecked(by, 2, 0)
    for statement in ledger.statements():
        assert "control" in [one.check for one in ledger.findings(statement.claim.id)]
    assert list(ledger.verify()) == []


def test_other_evidence_is_a_new_check_whose_findings_count(ledger, monkeypatch):
    before = {of.claim.id: ledger.findings(of.claim.id) for of in ledger.statements()}
    monkeypatch.setattr(rechecking, "checked_by", lambda store: "a later program")
    monkeypatch.setattr("groundcheck.checks.check_all", lambda report, claims, evidence: ())
    assert recheck(ledger, None).anew == 2
    assert any(before.values())
    assert all(ledger.findings(claim) == () for claim in before)


def test_only_what_is_asked_for_is_looked_at(ledger):
    assert recheck(ledger, None, Query(source="Tomas Arin")).reports == 1
