"""The tutorial on the ledger: every command is run, and prints what stands there."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from groundcheck.cli.app import main

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "tutorial-ledger.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def steps():
    """Each command or program in order, with what it is to print."""
    program = ""
    for kind, text in BLOCK.findall(PAGE):
        if kind == "python":
            program = text
            continue
        if not text.startswith("$ "):
            yield program, text
            continue
        for step in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, printed = step.partition("\n")
            yield command, printed


def pattern(printed):
    """What is printed, where "…" at the end of a line stands for the rest of it, or for lines."""
    parts = re.split(r"(^…\n|…$)", printed, flags=re.MULTILINE)
    wild = {"…\n": r"(?:.*\n)+", "…": r".*"}
    return "".join(wild.get(part) or re.escape(part) for part in parts)


@pytest.mark.parametrize(
    ("printed", "real", "fits"),
    [
        ("a\n…\nb\n", "a\nx\ny\nb\n", True),
        ("a\n…\nb\n", "a\nb\n", False),
        ("a: …\n", "a: 7 bytes\n", True),
        ("a\n", "a\nb\n", False),
    ],
)
def test_an_ellipsis_stands_for_what_is_left_out_and_nothing_else(printed, real, fits):
    assert bool(re.fullmatch(pattern(printed), real)) == fits


def test_every_command_prints_what_the_page_says(tmp_path, monkeypatch, capfd):
    (tmp_path / "examples").mkdir()
    shutil.copy(ROOT / "examples" / "feed.xml", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    done = 0
    for command, printed in steps():
        name, _, value = command.removeprefix("export ").partition("=")
        if command.startswith("export "):
            monkeypatch.setenv(name, value)
            continue
        if "\n" in command:
            subprocess.run([sys.executable, "-c", command], check=True)
        else:
            program, *arguments = shlex.split(command)
            assert program == ".venv/bin/groundcheck"
            with pytest.raises(SystemExit):
                main(arguments)
        real = "".join(capfd.readouterr())
        assert re.fullmatch(pattern(printed), real), f"{command}\n{real}"
        done += 1
    assert done > 12
    picture = (tmp_path / "kherson.svg").read_bytes()
    assert picture == (ROOT / "docs" / "images" / "kherson.svg").read_bytes()
