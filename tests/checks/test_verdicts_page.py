"""The table of hedges in docs/verdicts.md says what the program does."""

from pathlib import Path

import pytest

from groundcheck.text.hedges import commit

PAGE = Path(__file__).parents[2] / "docs" / "verdicts.md"


def rows():
    lines = PAGE.read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("| row |"))
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            return
        yield tuple(cell.strip() for cell in line.strip("|").split("|"))


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: row[3])
def test_each_example(row):
    key, _, _, _, value, unit, bounds, likely = row
    found = commit(float(value), unit, "" if key == "(bare)" else key)
    assert tuple(str(interval) for interval in found) == (bounds, likely)


def test_the_page_has_examples():
    assert len(list(rows())) == 10
