"""Floors: each figure beside its own, and no floor for what was not measured."""

import importlib.util
import io
import json
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parent.parent.parent / "tools" / "floors.py"


@pytest.fixture
def compare(monkeypatch, tmp_path):
    spec = importlib.util.spec_from_file_location("floors", TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    floors = tmp_path / "floors.toml"
    floors.write_text("[a]\nwhole = 0.5\n[a.part]\none = 0.25\n", encoding="utf-8")
    monkeypatch.setattr(tool, "FLOORS", floors)

    def call(given, section="a"):
        monkeypatch.setattr(sys, "argv", ["floors.py", section])
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        return tool.main()

    return call


def printed(**figures):
    return json.dumps({"rows": {name: {"f1": f1} for name, f1 in figures.items()}})


@pytest.mark.parametrize(("whole", "code"), [(0.5, 0), (0.49, 1)])
def test_a_figure_below_its_floor_fails(compare, capsys, whole, code):
    assert compare(printed(**{"whole": whole, "part.one": 0.3, "other": 0.0})) == code
    assert ("below" in capsys.readouterr().out) == bool(code)


@pytest.mark.parametrize("given", ["", "[]", "{}", '{"rows": {"whole": {}}}', printed(whole=1.0)])
def test_what_cannot_be_compared_fails(compare, given):
    assert compare(given) == 2


def test_a_section_without_floors_fails(compare):
    assert compare(printed(whole=1.0), "b") == 2
