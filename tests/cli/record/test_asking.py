"""The commands that ask a ledger, as they are called."""

import csv
import io
import json

import jsonschema
import pytest

from groundcheck.ledger.questions.search import SaidRow
from groundcheck.ledger.store import Query
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.publish.command_schema import schema
from groundcheck.publish.tables import columns


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_statement_is_shown_with_who_says_so(run, ledger):
    code, out, err = run("search", "--source", "olha stepko", "--place", "Kherson")
    assert (code, err) == (0, "")
    assert "2025-06-13  Olha Stepko · indirect, in Dnipro Wire\n" in out
    assert "“Russian forces controlled about 71% of the Kherson region.”" in out
    assert "70 to 72%" in out
    assert "It calls none of them true or false." in " ".join(out.split())


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], 8),
        (["kherson"], 5),
        (["kherson", "about"], 1),
        (['"more than 80"'], 1),
        (["--once"], 6),
        (["--place", "UA"], 7),
        (["--kind", "capture"], 2),
        (["--certainty", "denied"], 1),
        (["--outlet", "The Harbour Post"], 2),
        (["--verdict", "more-than-measured"], 3),
        (["--since", "2025-06-14"], 4),
        (["--until", "2025-06-12", "--limit", "2"], 2),
        (["--limit", "0"], 0),
        (["--skip", "7"], 1),
        (["nothing so"], 0),
    ],
)
def test_what_is_searched_for(run, ledger, arguments, found):
    code, out, _ = run("search", *arguments, "--format", "csv")
    assert code == 0
    assert len(rows(out)) == found
    assert len(json.loads(run("search", *arguments, "--format", "json")[1])) == found


def test_rows_have_the_same_columns_in_every_format(run, ledger, tmp_path):
    from pyarrow import parquet

    found = rows(run("search", "--format", "csv")[1])
    assert tuple(found[0]) == columns(SaidRow)
    objects = json.loads(run("search", "--format", "json")[1])
    assert tuple(objects[0]) == columns(SaidRow)
    path = tmp_path / "rows.parquet"
    assert run("search", "--format", "parquet", "--output", path) == (0, "", "")
    table = parquet.read_table(path).to_pylist()
    assert [row["claim"] for row in table] == [row["claim"] for row in found]
    assert table[0]["said"].isoformat() == objects[0]["said"]


def test_a_person_is_shown_twenty_and_told_how_many_there_are(run, ledger, monkeypatch):
    monkeypatch.setattr("groundcheck.cli.record.search.SHOWN", 3)
    out = " ".join(run("search")[1].split())
    assert "3 of 8 statements (--limit and --skip show others)" in out


def test_nothing_found_is_said(run, ledger):
    assert run("search", "xyzzy") == (0, "No statement on record is so.\n", "")
    code, out, _ = run("contradictions", "--place", "UA-09")
    assert (code, out) == (0, "Nothing on record that is asked for is contradicted.\n")


def test_contradictions_are_listed_with_their_gap(run, ledger):
    code, out, _ = run("contradictions", "--min-gap", "5")
    assert code == 0
    text = " ".join(out.split())
    assert "1. Kherson (UA-65) · the figures do not meet · up to" in text
    assert "Olha Stepko · indirect, in Dnipro Wire" in text
    against = rows(run("contradictions", "--min-gap", "5", "--format", "csv")[1])
    assert {row["number"] for row in against} == {"1"}
    assert {row["source"] for row in against} == {"Gennady Frolov", "Olha Stepko"}


def test_a_source_has_its_page(run, ledger):
    code, out, _ = run("source", "Gennady Frolov")
    assert code == 0
    assert out.startswith("Gennady Frolov: 4 statements on record, 2025-06-12 to 2025-07-21\n")
    assert "▲ more than measured 1 50.0% apart by 6.76 percentage points" in " ".join(out.split())
    assert "Said otherwise later:" in out
    assert "Changed on the way by outlets:" in out
    page = json.loads(run("source", "Gennady Frolov", "--format", "json")[1])
    assert page["statements"] == 4
    assert [row["check"] for row in page["corrections"]] == ["self-correction"]
    counts = rows(run("source", "Gennady Frolov", "--format", "csv")[1])
    assert [row["share"] for row in counts if row["check"] == "control"] == ["50.0", "50.0"]


def test_many_speakers_are_not_counted_together_as_one_source(run, tmp_path, monkeypatch):
    path = tmp_path / "own.sqlite"
    for outlet, share in (("Alpha", 68), ("Beta", 74)):
        file = tmp_path / f"{outlet}.jsonl"
        text = f"Russian forces control {share} percent of the Kherson region."
        said = {"text": text, "published": "2025-06-12", "publisher": outlet}
        file.write_text(json.dumps(said), encoding="utf-8")
        assert run("add", str(file), "--ledger", str(path), "--workers", "1")[0] == 0
    monkeypatch.setenv("GROUNDCHECK_LEDGER", str(path))
    out = " ".join(run("source", "the report")[1].split())
    assert out.startswith("Reports in their own voice: 2 statements on record")
    assert "This is no one source" in out
    assert "%" not in out.split("Latest:")[0]
    page = json.loads(run("source", "the report", "--format", "json")[1])
    assert (page["is_one"], page["compared"]) == (False, [])
    one = json.loads(run("source", "the report", "--outlet", "Beta", "--format", "json")[1])
    assert (one["is_one"], one["statements"]) == (True, 1)
    assert [row["verdict"] for row in one["compared"]] == ["more than measured"]


def test_a_history_stands_beside_the_maps(run, ledger, tmp_path):
    days = ("--since", "2025-06-01", "--until", "2025-06-30", "--layer", "deepstate-daily")
    code, out, _ = run("history", "Kherson", *days)
    assert code == 0
    assert out.startswith("UA-65 (Kherson): 3 claims on record beside what maps show\n")
    assert "map of 2025-06-13  DeepState (deepstatemap.live) · deepstate-daily:" in out
    every = rows(run("history", "Kherson", *days, "--every-report", "--format", "csv")[1])
    assert sum(row["what"] == "said" for row in every) == 5
    for kind, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
        path = tmp_path / f"picture.{kind}"
        assert run("history", "Kherson", *days, "--format", kind, "--output", path)[0] == 0
        assert path.read_bytes().startswith(start)


def test_a_town_s_history_is_told_by_its_middle(run, ledger):
    code, out, _ = run("history", "Toretsk", "--since", "2025-07-01")
    assert code == 0
    assert out.startswith("geonames:709354 (Toretsk, Donetsk, Ukraine): 2 claims on record")
    assert "capture (denied): “Toretsk had not been captured.”" in out


def test_a_claim_is_shown_by_the_beginning_of_its_id(run, ledger):
    with_id = open_ledger(ledger)
    said = next(with_id.statements(Query(source="Olha Stepko", place="UA-65")))
    with_id.close()
    code, out, _ = run("show", said.claim.id[:8])
    assert code == 0
    assert "◆ disagrees  corroboration" in out
    assert "appeared  2025-06-13, Dnipro Wire" in out
    shown = json.loads(run("show", said.claim.id[:8], "--format", "json")[1])
    assert [claim["id"] for claim in shown["claims"]] == [said.claim.id]
    assert shown["alike"] == 5
    report = json.loads(run("show", said.report[:8], "--format", "json")[1])
    assert report["report"]["id"] == said.report
    assert report["proposition"] is None


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["search", "--place", "Nowhereville"], "--place 'Nowhereville': no place of that name"),
        (["search", "--place", "Georgia"], "give the"),
        (["search", "--source", "Frolov"], "near it: Gennady Frolov (6)"),
        (["search", "--skip", "-1"], "--skip -1: wants 0 or more"),
        (["search", "--since", "June"], "--since June: is not a day"),
        (["source"], "source: wants a name"),
        (["source", "Stepko"], "near it: Olha Stepko (2)"),
        (["history", "Xyzzyx"], "no place of that name"),
        (["history", "Kherson", "--since", "2025-07-01", "--until", "2025-06-01"], "is after"),
        (["history", "Kherson", "--layer", "none"], "--layer none: there is"),
        (["history", "DE-BY", "--format", "svg"], "no layer covers it"),
        (["show", "zzzz"], "wants an id"),
        (["show", "00000000000"], "no report or claim on record"),
        (["sql", "SELEC 1"], "sql: near"),
        (["sql", "SELECT 1", "--limit", "-1"], "--limit -1: wants 0 or more"),
    ],
)
def test_bad_input_is_one_line_and_2(run, ledger, arguments, reason):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("groundcheck: ")
    assert err.count("\n") == 1
    assert reason in err


COMMANDS = [
    ["search"],
    ["contradictions"],
    ["source", "A"],
    ["history", "Kherson"],
    ["show", "0123"],
    ["sql", "SELECT 1"],
    ["info"],
    ["verify"],
    ["forget", "0123", "--why", "asked"],
    ["backup", "copy"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_without_a_ledger_there_is_one_line_and_none_is_made(run, tmp_path, command):
    path = tmp_path / "none.sqlite"
    code, out, err = run(*command, "--ledger", path)
    assert (code, out) == (2, "")
    assert err == f"groundcheck: no ledger at {path}; groundcheck add makes one\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_what_is_no_ledger_is_left_as_it_is(run, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "notes.txt"
    path.write_text("no ledger at all, " * 99)
    code, out, err = run(*command, "--ledger", path)
    assert (code, out) == (2, "")
    assert err.startswith(f"groundcheck: {path}: ")
    assert err.count("\n") == 1
    assert path.read_text() == "no ledger at all, " * 99


@pytest.mark.parametrize(
    "arguments",
    [
        ("search",),
        ("history", "Kherson", "--since", "2025-06-01", "--until", "2025-06-30"),
        ("contradictions",),
        ("source", "Gennady Frolov"),
        ("show", "CLAIM"),
        ("info",),
    ],
    ids=lambda given: given[0],
)
def test_what_is_printed_as_json_fits_its_schema_to_the_last_field(run, ledger, arguments):
    found = schema(arguments[0])
    jsonschema.Draft202012Validator.check_schema(found)
    for shape in (found, *found["$defs"].values()):
        if "properties" in shape:
            shape["additionalProperties"] = False
    id_ = rows(run("search", "--format", "csv")[1])[0]["claim"]
    asked = [id_ if one == "CLAIM" else one for one in arguments]
    printed = json.loads(run(*asked, "--format", "json")[1])
    assert printed
    jsonschema.validate(printed, found, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_each_help_has_an_example(run, command):
    code, out, _ = run(command[0], "--help")
    assert code == 0
    assert f"groundcheck {command[0]}" in out.partition("Example:")[2]
