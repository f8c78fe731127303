"""The program as it is called: what it prints, where, and how it ends."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import groundcheck
from groundcheck.cli.app import main
from groundcheck.errors import BadValue
from groundcheck.model import (
    Attribution,
    Claim,
    Finding,
    Outcome,
    Report,
    Span,
    claim_id,
    report_id,
)


def outcome(text, published=None):
    if isinstance(published, str):
        try:
            published = date.fromisoformat(published)
        except ValueError:
            raise BadValue(f"published: {published!r} is not a day like 2025-02-20") from None
    spans = (Span(0, len(text)),)
    claim = Claim(
        claim_id(report_id(text), spans, ""), text, spans, "event", Attribution("a", "direct")
    )
    return Outcome(Report(report_id(text), text, published), (claim,), notes=("A note.",))


def checked(report, published=None, layers=None):
    found = outcome(report, published)
    finding = Finding(found.claims[0].id, "chronology", "agrees", "The days agree.")
    return Outcome(found.report, found.claims, (finding,), found.notes)


@pytest.fixture(autouse=True)
def _stubs(monkeypatch):
    monkeypatch.setattr(groundcheck, "read", outcome)
    monkeypatch.setattr(groundcheck, "check", checked)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("The river rose – twice.", encoding="utf-8")
    return path


def test_reading_prints_claims_and_no_findings(run, report):
    code, out, err = run("read", report, "--format", "json")
    assert (code, err) == (0, "")
    assert set(json.loads(out)) == {"report", "claims", "notes"}
    assert json.loads(out)["claims"][0]["text"] == "The river rose – twice."


def test_checking_prints_findings(run, report):
    code, out, _ = run("check", report, "--format=json", "--date", "2024-05-06")
    assert code == 0
    printed = json.loads(out)
    assert printed["report"]["published"] == "2024-05-06"
    assert printed["findings"][0]["claim"] == printed["claims"][0]["id"]


def test_text_is_the_default_and_plain_when_it_is_piped(run, report, monkeypatch):
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    code, out, _ = run("check", report)
    assert code == 0
    assert "Note: A note." in out
    assert "● agrees" in out
    assert "\x1b" not in out


def test_colour_can_be_asked_for_and_forbidden(run, report, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("check", report)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", report)[1]


@pytest.mark.parametrize("kind", ["text", "json", "html"])
def test_output_goes_to_a_file(run, report, tmp_path, kind):
    to = tmp_path / "out"
    assert run("check", report, "--format", kind, "--output", to) == (0, "", "")
    assert to.read_text(encoding="utf-8").endswith("\n")


def test_the_report_is_never_written_over(run, report):
    before = report.read_bytes()
    code, _, err = run("check", report, "--output", report)
    assert code == 2
    assert "is the report itself" in err
    assert report.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["read"], "missing argument 'FILE'"),
        (["raed", "x"], "no such command 'raed'"),
        (["read", "{report}", "--colour"], "no such option: --colour"),
        (["read", "{report}", "--format", "xml"], "'xml' is not one of 'text', 'json', 'html'"),
        (["read", "{report}", "--date", "2025-13-45"], "'2025-13-45' is not a day like 2025-02-20"),
        (["check", "{report}", "--date", "yesterday"], "'yesterday' is not a day"),
        (["check", "{folder}"], "a directory, not a file"),
        (["check", "{folder}/none.txt"], "no such file"),
        (["check", "{folder}/no\x1b[31m\nne.txt"], "no�[31m ne.txt: no such file"),
        (["check", "{report}", "--output", "{folder}"], "is a directory"),
        (["check", "{report}", "--encoding", "klingon"], "'klingon' is not the name"),
        (["schema", "write"], "'write' is not one of read, check"),
    ],
)
def test_bad_input_is_one_line_and_2(run, report, arguments, reason):
    filled = [a.format(report=report, folder=report.parent) for a in arguments]
    code, out, err = run(*filled)
    assert (code, out) == (2, "")
    assert err.startswith("groundcheck: ")
    assert err.count("\n") == 1
    assert reason in err


@pytest.mark.parametrize("command", ["read", "check"])
def test_schemas_are_printed(run, command):
    code, out, _ = run("schema", command)
    assert code == 0
    assert json.loads(out)["$id"].endswith(f"{command}:1")


def test_version(run):
    assert run("--version") == (0, f"groundcheck {groundcheck.__version__}\n", "")


@pytest.mark.parametrize("command", ["read", "check", "schema"])
def test_each_help_has_an_example(run, command):
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"groundcheck {command}" in out.partition("Example:")[2]


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_names_the_commands(run, arguments):
    code, out, _ = run(*arguments)
    assert code == 0
    assert all(word in out for word in ("read", "check", "schema"))


def test_a_fault_of_the_program_is_told_in_one_line(run, report, monkeypatch):
    def broken(*_):
        raise RuntimeError("wheels\x1b came off")

    monkeypatch.setattr(groundcheck, "read", broken)
    monkeypatch.delenv("GROUNDCHECK_TRACE", raising=False)
    code, out, err = run("read", report)
    assert (code, out) == (70, "")
    assert err.startswith("groundcheck: a fault of the program: RuntimeError: wheels� came off")
    assert err.count("\n") == 1
    monkeypatch.setenv("GROUNDCHECK_TRACE", "1")
    with pytest.raises(RuntimeError):
        main(["read", str(report)])


CALL = "import sys; from groundcheck.cli.app import main; main(sys.argv[1:])"


def test_a_closed_pipe_ends_quietly():
    with subprocess.Popen(
        [sys.executable, "-c", CALL, "schema", "check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", CALL, "schema", "check"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"groundcheck: stdout: no space left")
    assert done.stderr.count(b"\n") == 1


def test_a_bad_file_loads_neither_the_reader_nor_geometry():
    heavy = ["shapely", "pyproj", "pyarrow", "pycountry", "groundcheck.readers", "rich"]
    script = (
        "import sys\nfrom groundcheck.cli.app import main\n"
        "try: main(['check', '/none/such'])\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
