"""``groundcheck export`` as it is called: files, folders, stdout, and what it refuses."""

import csv
import io
import json
from datetime import date

import pyarrow as pa
import pyarrow.parquet
import pytest

from groundcheck.ledger.store.opening import open_ledger
from groundcheck.model import (
    Appearance,
    Attribution,
    Claim,
    Filed,
    Finding,
    Outcome,
    Place,
    Report,
    Span,
    claim_id,
    report_id,
)
from groundcheck.publish.exports import FORMATS
from groundcheck.publish.jsonl import entry

PLACE = Place(None, "Toretsk", "geonames:709354", "Toretsk", "town")


def filed(number, source):
    text = f"Report {number}: {source} holds Toretsk."
    id_, span = report_id(text), Span(0, len(text))
    told = Attribution(source, "indirect")
    claim = Claim(claim_id(id_, (span,), ""), text, (span,), "control", told, places=(PLACE,))
    finding = Finding(claim.id, "control", "agrees", "The maps show it.")
    day = date(2025, 1, number)
    outcome = Outcome(Report(id_, text, day), (claim,), (finding,))
    return Filed(outcome, Appearance(id_, f"{number}.txt", day), "plain", "1", "maps")


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "ledger.sqlite"
    made = open_ledger(path)
    with made.writing() as writer:
        for number, source in enumerate(("Ada Brook", "Ada Brook", "Cleo Dale"), 1):
            writer.add(filed(number, source))
    made.close()
    return path


@pytest.fixture
def export(run, ledger, tmp_path):
    def call(*arguments):
        given = ("--ledger", ledger, "--store", tmp_path / "layers.sqlite")
        return run("export", *given, *arguments)

    return call


def test_csv_goes_to_stdout_as_it_is(export):
    code, out, err = export("--format", "csv")
    assert (code, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert sorted(one["source"] for one in rows) == ["Ada Brook", "Ada Brook", "Cleo Dale"]


CHOSEN = [
    (("--source", "Cleo Dale"), 1),
    (("--place", "Donetsk"), 3),
    (("--place", "Kherson"), 0),
    (("--kind", "control", "--since", "2025-01-02"), 2),
    (("--until", "2025-01-01"), 1),
    (("--verdict", "disagrees"), 0),
    (("--words", "report"), 3),
    (("--limit", "2"), 2),
]


@pytest.mark.parametrize(("chosen", "count"), CHOSEN)
def test_filters_choose(export, chosen, count):
    code, out, _ = export("--format", "jsonl", *chosen)
    lines = out.splitlines()
    assert (code, len(lines)) == (0, count)
    assert all(entry(line).statement.claim.places == (PLACE,) for line in lines)


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.file])
def test_a_file_is_the_same_as_stdout(export, tmp_path, form):
    target = tmp_path / "out.json"
    day = ("--published", "2025-02-01")
    assert export("--format", form, *day, "--output", target)[0] == 0
    with pytest.MonkeyPatch.context() as patch:
        written = io.BytesIO()
        patch.setattr("sys.stdout", io.TextIOWrapper(written))
        assert export("--format", form, *day)[0] == 0
        assert written.getvalue() == target.read_bytes() != b""


def test_parquet_and_geojson_hold_all(export, tmp_path):
    assert export("--format", "parquet", "--output", tmp_path / "a.parquet")[0] == 0
    assert pa.parquet.read_table(tmp_path / "a.parquet").num_rows == 3
    _, out, _ = export("--format", "geojson")
    features = json.loads(out)["features"]
    assert [one["geometry"]["type"] for one in features] == ["Point"] * 3


def test_claimreview_is_a_folder_a_file_or_stdout(export, tmp_path):
    named = ("--organisation", "Desk", "--base-url", "https://desk.example")
    code, out, err = export("--format", "claimreview", *named, "--published", "2025-02-01")
    reviews = [json.loads(line) for line in out.splitlines()]
    assert (code, err, len(reviews)) == (0, "", 3)
    assert {one["author"]["name"] for one in reviews} == {"Desk"}
    assert all(one["url"].startswith("https://desk.example/claims/") for one in reviews)
    code, _, err = export("--format", "claimreview", "--output", tmp_path / "reviews")
    assert (code, "3 files" in err) == (0, True)
    assert len(list((tmp_path / "reviews").glob("*.json"))) == 3
    today = json.loads(next((tmp_path / "reviews").glob("*.json")).read_text())["datePublished"]
    assert date.fromisoformat(today) >= date(2025, 1, 1)


@pytest.mark.parametrize(("form", "ending"), [("brat", "ann"), ("webannotation", "jsonld")])
def test_reports_become_a_folder_again_and_again(export, tmp_path, form, ending):
    target = tmp_path / "folder"
    for chosen, count in (((), 3), (("--source", "Cleo Dale"), 1)):
        assert export("--format", form, "--output", target, *chosen)[0] == 0
        assert len(list(target.glob(f"*.{ending}"))) == count


def test_html_is_a_folder_without_what_was_forgotten(export, ledger, tmp_path):
    target = tmp_path / "site"
    assert export("--format", "html", "--output", target)[0] == 0
    assert len(list(target.glob("reports/*.html"))) == 1 + 3
    assert (target / "static" / "site.css").is_file()
    made = open_ledger(ledger)
    with made.writing() as writer:
        writer.forget(filed(1, "Ada Brook").outcome.report.id, "asked for", date(2025, 3, 1))
    made.close()
    assert export("--format", "html", "--output", target)[0] == 0
    assert len(list(target.glob("reports/*.html"))) == 1 + 2
    code, _, err = export("--format", "html", "--output", target, "--kind", "control")
    assert (code, "shows the whole ledger" in err) == (2, True)


REFUSED = [
    (("--format", "csv", "--kind", "war"), "--kind war: wants one of"),
    (("--format", "rdf"), "--format rdf: wants one of claimreview"),
    ((), "--format: wants one of claimreview"),
    (("--format", "brat"), "--format brat: makes a folder; name it by --output"),
    (("--format", "csv", "--output", "{tmp}"), "is a folder; csv is one file"),
    (("--format", "brat", "--output", "{tmp}"), "with other files in it"),
    (("--format", "csv", "--output", "{tmp}/no/a.csv"), "no such file or directory"),
    (("--format", "claimreview", "--base-url", "ftp://x"), "--base-url ftp://x: is no http(s)"),
    (("--format", "claimreview", "--published", "soon"), "--published soon: is not a day"),
    (("--format", "geojson", "--boundaries", "mine"), "--boundaries mine: no boundaries"),
    (("--format", "csv", "--ledger", "{tmp}/none.sqlite"), "no ledger at"),
]


@pytest.mark.parametrize(("arguments", "reason"), REFUSED)
def test_what_cannot_be_is_one_line(export, tmp_path, arguments, reason):
    before = sorted(tmp_path.rglob("*"))
    code, out, err = export(*(one.format(tmp=tmp_path) for one in arguments))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert reason in err
    assert sorted(tmp_path.rglob("*")) == before


def test_every_format_is_named_in_the_help(run):
    _, out, _ = run("export", "--help")
    assert all(name in out for name in FORMATS)
