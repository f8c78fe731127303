"""A run on this machine: what comes out, what is taken up again, what fails, who is killed."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import replace

import duckdb
import pytest
from dying import Dying, Failing

from groundcheck.bulk import running
from groundcheck.bulk.running import Options, bulk
from groundcheck.errors import InputError
from groundcheck.ledger.filed_folder import DONE, WORKING, taken
from groundcheck.ledger.filed_rows import FailureRow
from groundcheck.ledger.intake import Refused
from groundcheck.ledger.parquet_rows import read
from groundcheck.model import Filed

NO_TEXT = "no field in it that is known to hold a text; it has 'text'"
OPTIONS = Options(workers=1, checks=False, partitions=3)


def test_the_tables_hold_what_there_was(first, so):
    out, ended = first
    tally = ended.tally
    assert (tally.reports, tally.appearances, tally.failures) == (13, 15, 1)
    assert tally.claims >= 13
    assert {p.name for p in out.iterdir()} == {"reports", "claims", "failures", DONE}
    months = {"2024-05", "2024-06", "2024-07", "unknown"}
    assert {p.name for p in (out / "reports").iterdir()} == {f"month={m}" for m in months}
    failed = [row for path in (out / "failures").iterdir() for row in read(path, FailureRow)]
    assert failed == [FailureRow("news.jsonl#15", None, NO_TEXT, fault=False)]


def test_duckdb_reads_the_tables_as_they_are(first):
    out, ended = first
    with duckdb.connect() as db:
        (reports, months) = db.execute(
            f"SELECT count(*), count(DISTINCT month) FROM '{out}/reports/*/*.parquet'"
        ).fetchone()
        (both,) = db.execute(
            f"SELECT count(*) FROM '{out}/claims/*/*.parquet' c JOIN '{out}/reports/*/*.parquet' r"
            " ON c.report = r.report AND c.month = r.month"
            " WHERE c.reader = r.reader AND c.version = r.version AND c.unit = 'percent'"
        ).fetchone()
    assert (reports, months) == (13, 4)
    assert both == ended.tally.claims


@pytest.mark.parametrize("checks", [False, True])
def test_added_it_is_what_add_makes_of_the_same(inline, news, tmp_path, so, checks):
    out = tmp_path / "out"
    ended = bulk([str(news)], out, replace(OPTIONS, checks=checks))
    direct, from_tables = so.into_memory(news, checks=checks), so.into_memory(out)
    assert from_tables.info() == direct.info()
    assert direct.info().findings == ended.tally.findings
    assert bool(ended.tally.findings) == checks
    assert so.into_memory(news, out, checks=checks).info() == direct.info()


def test_the_number_of_partitions_and_workers_changes_no_row(inline, news, tmp_path, first):
    other = replace(OPTIONS, workers=2, partitions=17)
    assert bulk([str(news)], tmp_path / "other", other).tally == first[1].tally


def test_what_has_ended_is_not_done_again(first, monkeypatch):
    monkeypatch.setattr(running, "run", None)
    assert bulk(first[1].plan.sources, first[0], OPTIONS) == first[1]


class Stop(BaseException):
    """The run is ended from outside."""


@pytest.mark.parametrize("after", [1, 3])
def test_a_run_is_taken_up_where_it_stopped(inline, news, tmp_path, first, so, after):
    out = tmp_path / "out"

    def tell(done, of):
        if done == after:
            raise Stop

    with pytest.raises(Stop):
        bulk([str(news)], out, OPTIONS, tell)
    assert (out / WORKING / "plan.json").is_file()
    assert so.into_memory(out).info().reports == 0

    # What is there is neither read from its source nor done again.
    news.write_text("")
    left = running._left(out, 3)
    assert len(left) <= 3 - after
    assert bulk([str(news)], out, OPTIONS).tally == first[1].tally
    assert so.written(out) == so.written(first[0])


def test_texts_that_were_split_in_part_are_split_anew(
    inline, news, tmp_path, first, so, monkeypatch
):
    out = tmp_path / "out"
    opened = running.opening.opened

    def broken(source, options):
        for number, one in enumerate(opened(source, options)):
            if number == 9:
                raise Stop
            yield one

    monkeypatch.setattr(running.texts_of, "_HELD", 0)
    monkeypatch.setattr(running.opening, "opened", broken)
    with pytest.raises(Stop):
        bulk([str(news)], out, OPTIONS)
    monkeypatch.setattr(running.opening, "opened", opened)
    assert bulk([str(news)], out, OPTIONS).tally == first[1].tally
    assert so.written(out) == so.written(first[0])


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(
    news, tmp_path, first, so, monkeypatch
):
    killed = tmp_path / "killed"
    monkeypatch.setattr(running, "Reading", lambda *_: Dying("about 45%", killed))
    ended = bulk([str(news)], tmp_path / "out", replace(OPTIONS, workers=2))
    assert killed.exists()
    assert ended.tally == first[1].tally
    assert so.written(tmp_path / "out") == so.written(first[0])


@pytest.mark.parametrize(
    ("reading", "reason", "fault"),
    [
        (Dying("about 43%"), "the process that worked on it ended (killed, as systems do", False),
        (Failing("about 43%"), "a fault of the program: KeyError: 'about 43%'", True),
    ],
)
def test_a_text_that_cannot_be_read_costs_only_itself(
    news, tmp_path, monkeypatch, reading, reason, fault
):
    out = tmp_path / "out"
    monkeypatch.setattr(running, "Reading", lambda *_: reading)
    tally = bulk([str(news)], out, OPTIONS).tally
    # It stood in two places.
    assert (tally.reports, tally.failures) == (12, 3)
    (path,) = (out / "failures").glob("part-*")
    failed = read(path, FailureRow)
    assert [row.item for row in failed] == ["news.jsonl#13", "news.jsonl#4"]
    assert all(row.reason.startswith(reason) and row.fault == fault for row in failed)
    assert len({row.report for row in failed}) == 1


def test_a_folder_with_something_else_is_left_alone(news, tmp_path, first):
    with pytest.raises(InputError, match="holds a run of the other command"):
        bulk(first[1].plan.sources, first[0], replace(OPTIONS, checks=True))
    with pytest.raises(InputError, match="no such file or folder"):
        bulk([str(tmp_path / "nothing")], tmp_path / "out", OPTIONS)
    with pytest.raises(InputError, match="is a folder with other files in it"):
        bulk([str(news)], tmp_path, OPTIONS)
    with pytest.raises(InputError, match="groundcheck add asks those"):
        bulk(["https://news.example/feed"], tmp_path / "out", OPTIONS)


def test_several_sources_of_one_text_are_appearances_of_one_report(inline, news, tmp_path, so):
    more = tmp_path / "more"
    more.mkdir()
    (more / "a.txt").write_text(so.records()[5]["text"])
    (more / "b.json").write_text(json.dumps(so.records()))
    sources = [str(more), str(news)]
    out = tmp_path / "out"
    tally = bulk(sources, out, OPTIONS).tally
    ledger = so.into_memory(*sources)
    assert so.into_memory(out).info() == ledger.info()
    assert tally.appearances == ledger.info().appearances
    assert Counter(p.suffix for p in out.rglob("*")) == Counter(
        p.suffix for p in out.rglob("*") if p.suffix in ("", ".parquet", ".json")
    )


def test_a_table_that_is_damaged_is_refused_and_the_rest_goes_in(first, tmp_path, so):
    out = tmp_path / "out"
    shutil.copytree(first[0], out)
    damaged, *_ = sorted((out / "reports").rglob("*.parquet"))
    damaged.write_bytes(damaged.read_bytes()[:-9])
    told = list(taken(str(out)))
    held = {one.outcome.report.id for one in told if isinstance(one, Filed)}
    assert 0 < len(held) < 13
    assert [one.item for one in told if isinstance(one, Refused)] == [
        "news.jsonl#15",
        f"{out}/{damaged.relative_to(out)}",
    ]
    assert so.into_memory(out).info().reports == len(held)
