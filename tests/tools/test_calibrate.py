"""Calibration by one command: what it writes, and when it finds it stale."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from groundcheck.readers.confidence import LEVEL

TOOL = Path(__file__).parents[2] / "tools" / "calibrate.py"
TEXT = "date 2025-06-12\n\nRussia holds {}% of the Kherson region. Rebels seized Goma on Monday."
QUOTES = ("Russia holds {}% of the Kherson region", "Rebels seized Goma on Monday")


def report(folder, name, share, actor="Russia"):
    claims = [
        {"quote": QUOTES[0].format(share), "kind": "control", "actor": actor, "places": ["UA-65"],
         "quantities": [{"value": share, "unit": "percent", "bound": "exact"}],
         "time": "2025-06-12", "source": ["the report"], "mode": "narrator",
         "certainty": "stated"},
        {"quote": QUOTES[1], "kind": "capture", "actor": None, "source": ["the report"],
         "mode": "narrator", "certainty": "stated"},
    ]  # fmt: skip
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(TEXT.format(share), encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")


@pytest.fixture
def calibrate(monkeypatch, tmp_path):
    spec = importlib.util.spec_from_file_location("calibrate", TOOL)
    tool = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "calibrate", tool)
    spec.loader.exec_module(tool)
    settings = tmp_path / "calibrate.toml"
    settings.write_text('folders = ["old", "nowhere"]\nfresh = []\n', encoding="utf-8")
    for place, path in {
        "ROOT": tmp_path,
        "SETTINGS": settings,
        "TABLE": tmp_path / "confidence.tsv",
        "DIAGRAM": tmp_path / "reliability.svg",
        "PAGE": tmp_path / "quality.md",
    }.items():
        monkeypatch.setattr(tool, place, path)
    page = f"Before.\n{tool.BEGIN}old figures\n{tool.END}After.\n"
    (tmp_path / "quality.md").write_text(page, encoding="utf-8")
    for number in range(6):
        report(tmp_path / "old", f"old-{number}", 40 + number)
        report(tmp_path / "new", f"new-{number}", 60 + number, actor="Borland")

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["calibrate.py", *map(str, arguments)])
        return tool.main()

    return call


def weights(folder):
    lines = (folder / "confidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(slot, sign): float(weight) for slot, sign, weight in rows}


def test_what_is_written_is_current(calibrate, tmp_path, capsys):
    assert calibrate() == 0
    assert "Fitted on 6 reports; figures of all" in capsys.readouterr().out
    assert (tmp_path / "reliability.svg").read_text(encoding="utf-8").startswith("<svg")
    page = (tmp_path / "quality.md").read_text(encoding="utf-8")
    assert page.startswith("Before.\n<!--")
    assert page.endswith("-->\nAfter.\n")
    assert "| actor | 12 |" in page
    assert "old figures" not in page
    assert calibrate("--check") == 0
    # Reports that came later are told and do no harm.
    assert calibrate("--check", tmp_path / "new") == 0
    assert "6 more at hand" in capsys.readouterr().out


def test_what_was_written_before_the_reports_changed_is_stale(calibrate, tmp_path):
    calibrate()
    for number in range(6):
        report(tmp_path / "old", f"old-{number}", 40 + number, actor="Borland")
    assert calibrate("--check") == 1
    calibrate()
    assert calibrate("--check") == 0


def test_without_all_its_reports_a_table_is_not_checked(calibrate, tmp_path, capsys):
    calibrate("--fresh", tmp_path / "new")
    assert calibrate("--check") == 0
    assert "not checked, 6 of its reports" in capsys.readouterr().out
    assert calibrate("--check", tmp_path / "new") == 0
    assert "not checked" not in capsys.readouterr().out


def test_fresh_reports_say_how_sure_to_be(calibrate, tmp_path, capsys):
    calibrate(tmp_path / "new")
    together = weights(tmp_path)
    calibrate("--fresh", tmp_path / "new")
    fresh = weights(tmp_path)
    assert fresh["actor", LEVEL] < together["actor", LEVEL]
    assert fresh.keys() == together.keys()
    assert "Fitted on 12 reports; figures of the 6 that" in capsys.readouterr().out


def test_a_report_in_two_folders_counts_once(calibrate, tmp_path, capsys):
    calibrate(tmp_path / "old", "--fresh", tmp_path / "old")
    assert "Fitted on 6 reports; figures of the 6 that" in capsys.readouterr().out


def test_others_are_measured_and_not_fitted_on(calibrate, tmp_path, capsys):
    calibrate()
    alone = weights(tmp_path)
    calibrate("--on", tmp_path / "new")
    assert weights(tmp_path) == alone
    assert "new, not fitted on:" in capsys.readouterr().out


def test_a_fresh_report_that_is_not_at_hand_is_told(calibrate, tmp_path, capsys):
    settings = tmp_path / "calibrate.toml"
    settings.write_text('folders = ["old"]\nfresh = ["old-1", "gone"]\n', encoding="utf-8")
    assert calibrate() == 0
    out, err = capsys.readouterr()
    assert err == "gone: said to be fresh, but not at hand\n"
    assert "figures of the 1 that" in out
