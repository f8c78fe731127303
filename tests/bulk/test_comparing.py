"""What is found in a run's tables is what a ledger of the same reports answers."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "tools"))

from groundcheck.bulk import copying, local
from groundcheck.bulk.comparing import COMPARED, WORKING, Compared, CopyRow, PropositionRow, compare
from groundcheck.bulk.running import Options, bulk
from groundcheck.bulk.steps import Step, rows_of
from groundcheck.errors import GroundcheckError, InputError
from groundcheck.ledger.comparing import corrections, drifts
from groundcheck.ledger.filed_rows import FindingRow
from groundcheck.ledger.parquet_rows import read
from groundcheck.model import Finding, from_json, to_json
from invented import Length, generate
from newswire import line


@pytest.fixture(scope="module")
def both(tmp_path_factory, so):
    """A few hundred invented reports: their tables with what was found, and a ledger of them."""
    folder = tmp_path_factory.mktemp("news")
    items = generate(300, 1, Length(60, 110))
    (folder / "news.jsonl").write_text("".join(f"{line(item)}\n" for item in items))
    out = folder / "out"
    bulk([str(folder / "news.jsonl")], out, Options(workers=2, checks=False, partitions=5))
    compared = compare(out, so.here, 1)
    return out / COMPARED, compared, so.into_memory(out)


def test_copies_are_those_of_the_ledger(both):
    out, compared, ledger = both
    found = defaultdict(list)
    for row in read(out / "copies.parquet", CopyRow):
        found[row.copies_of].append(row.report)
    known = {ledger.copies(report.id) for report in ledger.reports()}
    assert sorted(map(tuple, found.values())) == sorted(of for of in known if len(of) > 1)
    assert compared.copies == sum(map(len, found.values())) > 50


def test_propositions_are_those_of_the_ledger(both):
    out, compared, ledger = both
    found = defaultdict(list)
    for row in read(out / "propositions.parquet", PropositionRow):
        found[row.proposition].append((row.claim, row.report, row.copies_of))
    known = {
        said[0].proposition.key: [(one.claim.id, one.report, one.group) for one in said]
        for said in ledger.propositions()
    }
    assert found == known
    assert compared.propositions == len(known) > 20


@pytest.mark.parametrize(("name", "asked"), [("drifts", drifts), ("corrections", corrections)])
def test_what_was_altered_is_what_the_ledger_finds(both, name, asked):
    out, compared, ledger = both
    rows = read(out / f"{name}.parquet", FindingRow)
    found = sorted(json.dumps(to_json(from_json(Finding, json.loads(r.data)))) for r in rows)
    known = sorted(json.dumps(to_json(one)) for one in asked(ledger))
    assert found == known
    assert getattr(compared, name) == len(known) > 0
    assert {row.report for row in rows} <= {report.id for report in ledger.reports()}


def test_processes_make_the_same_in_its_place(both):
    out, compared, _ = both
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert compare(out.parent, local.run, 1) == compared
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert not (out.parent / WORKING).exists()


def test_what_holds_no_run_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no bulk run that has ended"):
        compare(tmp_path, local.run, 1)


def test_tables_without_claims_say_nothing(tmp_path, inline, so):
    (tmp_path / "a.txt").write_text("Nothing was known.")
    out = tmp_path / "out"
    bulk([str(tmp_path / "a.txt")], out, Options(workers=1, checks=False, partitions=1))
    assert compare(out, so.here, 1) == Compared(0, 0, 0, 0)


def test_of_many_with_one_fingerprint_each_meets_the_first(monkeypatch):
    monkeypatch.setattr(copying, "MANY", 2)
    assert sorted(copying._paired(list("dbca"))) == [
        ("a", "b"),
        ("a", "c"),
        ("a", "d"),
        ("b", "c"),
        ("b", "d"),
    ]


class Rows:
    """Makes a row of each unit, for a bucket."""

    def begin(self):
        return lambda unit: [(unit % 2, CopyRow(str(unit), ""))]


def test_a_step_is_asked_only_for_what_is_missing(tmp_path, so):
    asked = []

    def dying(step, units, workers):
        asked.append(list(units))
        yield from so.here(step, units[:2], workers)
        raise RuntimeError("dead")

    Step(tmp_path, "step", Rows()).run(dying, 5, 1)
    assert asked == [[0, 1, 2, 3, 4], [2, 3, 4], [4]]
    found = [[row.report for row in rows_of(tmp_path, "step", n, CopyRow)] for n in (0, 1, 2)]
    assert found == [["0", "2", "4"], ["1", "3"], []]
    with pytest.raises(GroundcheckError, match="the step step cannot be done: dead"):
        Step(tmp_path, "step", Rows()).run(dying, 99, 1)


def test_a_unit_done_twice_is_there_once(tmp_path, so):
    step = Step(tmp_path, "step", Rows())
    assert list(so.here(step, [0, 0], 1)) == [0, 0]
    assert [row.report for row in rows_of(tmp_path, "step", 0, CopyRow)] == ["0"]
