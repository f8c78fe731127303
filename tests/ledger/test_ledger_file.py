"""The ledger as it is used from Python."""

import pytest

import groundcheck
from groundcheck.errors import DataError

CLAIM = "date 2024-05-06\nTroops hold about 40% of Donetsk region, General Ivan Petrov said."


def test_a_ledger_is_a_file_that_is_added_to_and_asked(tmp_path):
    path = tmp_path / "ledger.sqlite"
    (tmp_path / "a.txt").write_text(CLAIM)
    told = []
    with groundcheck.Ledger(path) as ledger:
        assert not path.exists()
        summary = ledger.add(tmp_path / "a.txt", str(tmp_path / "none"), progress=told.append)
        assert (summary.counts["new"], summary.counts["refused"], summary.claims) == (1, 1, 1)
        assert [done.what for done in told] == ["new", "refused"]
        (statement,) = ledger.view.statements()
        assert statement.claim.attribution.source == "Ivan Petrov"
    with groundcheck.Ledger(str(path)) as ledger:
        assert ledger.add(tmp_path / "a.txt").counts["known"] == 1
        assert list(ledger.view.verify()) == []


def test_what_is_no_ledger_is_told_when_it_is_opened(tmp_path):
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"no ledger" * 999)
    with groundcheck.Ledger(path) as ledger, pytest.raises(DataError, match=r"ledger\.sqlite"):
        ledger.add(path)
