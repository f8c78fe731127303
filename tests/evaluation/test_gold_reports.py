"""Our scorer's figures are those of the scorer that came with the annotated reports."""

import importlib.util
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import groundcheck
from groundcheck.evaluation.corpus import paired
from groundcheck.evaluation.gold import GoldReport, score
from groundcheck.evaluation.gold_file import gold_claims
from groundcheck.publish import json as as_json

FOLDER = Path(__file__).parents[3] / "shared" / "gold"

pytestmark = pytest.mark.skipif(
    not (FOLDER / "score.py").exists(), reason="no annotated reports beside the repository"
)


def theirs(outcomes, monkeypatch, capsys):
    """What ``score.py`` prints, the reader being called here instead of in a process."""
    spec = importlib.util.spec_from_file_location("score", FOLDER / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)

    def run(arguments, **_):
        printed = as_json.render(outcomes[arguments[0]], checked=False)
        return SimpleNamespace(returncode=0, stdout=printed, stderr="")

    monkeypatch.setattr(scorer.subprocess, "run", run)
    monkeypatch.setattr(sys, "argv", ["score.py", str(FOLDER), "--json", "--reader", "{file}"])
    assert scorer.main() == 0
    return json.loads(capsys.readouterr().out)


def test_the_figures_are_the_same(monkeypatch, capsys):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    files = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.is_file()}
    reports = paired("gold", files, ".json")
    outcomes = {str(FOLDER / one.text_name): groundcheck.read(one.text) for one in reports}
    ours = score(
        [
            GoldReport(one.name, gold_claims(one), outcomes[str(FOLDER / one.text_name)].claims)
            for one in reports
        ]
    ).rows
    wanted = theirs(outcomes, monkeypatch, capsys)
    assert wanted.pop("failed") == 0
    assert list(ours) == list(wanted)
    for name, counts in ours.items():
        figures = (counts.precision, counts.recall, counts.f1)
        assert figures == pytest.approx(tuple(wanted[name].values())), name
