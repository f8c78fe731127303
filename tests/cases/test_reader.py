"""The reader against our own annotated reports: never below the best figures reached.

Figures are those of ``groundcheck evaluate gold``. The folder ``unseen`` is only scored: nobody
who mends the reader looks at what is wrong there.
"""

import tomllib
from pathlib import Path

import pytest

import groundcheck
from groundcheck.evaluation.corpus import paired
from groundcheck.evaluation.gold import GoldReport, score
from groundcheck.evaluation.gold_file import gold_claims

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE.parent / "floors.toml").read_text(encoding="utf-8"))
FOLDERS = {"cases": HERE, "cases_conflicts": HERE / "conflicts", "cases_unseen": HERE / "unseen"}


@pytest.mark.parametrize("section", FOLDERS)
def test_the_reader_keeps_its_floors(section):
    folder = FOLDERS[section]
    files = {f.name: f.read_bytes() for f in folder.iterdir() if f.suffix in (".txt", ".json")}
    reports = [
        GoldReport(one.name, gold_claims(one), groundcheck.read(one.text).claims)
        for one in paired(str(folder), files, ".json")
    ]
    figures = {name: counts.f1 for name, counts in score(reports).rows.items()}
    floors = FLOORS[section]
    assert set(floors) <= set(figures)
    assert {n: round(f, 3) for n, f in figures.items() if f < floors.get(n, 0)} == {}
