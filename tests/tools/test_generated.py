"""What is generated from the code is committed as the code now has it."""

import importlib.util
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parent.parent.parent / "tools"


def load(name):
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["schemas", "cli_docs"])
def test_generated_files_are_current(name, monkeypatch):
    monkeypatch.setattr(sys, "argv", [name, "--check"])
    assert load(name).main() == 0


@pytest.mark.parametrize(("name", "place"), [("schemas", "FOLDER"), ("cli_docs", "PAGE")])
def test_a_stale_file_is_told_and_written(name, place, monkeypatch, tmp_path):
    tool = load(name)
    monkeypatch.setattr(tool, place, tmp_path / "new")
    monkeypatch.setattr(sys, "argv", [name, "--check"])
    assert tool.main() == 1
    monkeypatch.setattr(sys, "argv", [name])
    assert tool.main() == 0
    monkeypatch.setattr(sys, "argv", [name, "--check"])
    assert tool.main() == 0
