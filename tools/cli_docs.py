"""Write docs/cli.md from the commands themselves, or with --check say whether it is current."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from groundcheck.cli.app import app

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"
INTRODUCTION = """# The command line

This page is written by `tools/cli_docs.py` from the commands themselves.

`groundcheck` exits with 0 when done, 1 where `verify` finds a difference, 2 for bad input or a
wrong option, with one line on stderr that says why, 70 for a fault of the program itself
(`GROUNDCHECK_TRACE=1` shows its traceback), and 130 when interrupted.
"""
INPUT = """## What is read

A text of at most 2 MiB, in UTF-8, or in UTF-16 or UTF-32 with a byte-order mark, which is no
part of the text; `--encoding` names any other. Line ends and control characters stay as they
are, since spans count the code points of the text as it was given. On the terminal and in HTML
control characters are shown as `�` and marks of direction as `¤`.

A text that begins with `date 2025-02-20` was published on that day, unless `--date` gives
another; the notes say so where the two differ. Without either, relative dates stay unresolved.

## What is written

`--format text` is for a person: plain when piped, in colour at a terminal (`NO_COLOR` and
`FORCE_COLOR` are heeded). `--format html` is one self-contained page that loads nothing.
`--format json` is described by [schema/read.json](schema/read.json),
[schema/check.json](schema/check.json) and those [beside them](schema): a span is
`[start, end]`, end-exclusive; an interval is
`[low, high]` with `null` for an end without limit, and beside it `…_words` tells in brackets
which ends are left out: `(99, 100]` is more than 99 and at most 100.

`--format brat` is the `.ann` file that [brat](evaluation.md#for-brat) shows beside the text, and
`--format webannotation` a [W3C Web Annotation](evaluation.md#web-annotations) collection.

`measure` and `when` write rows: `csv` (RFC 4180, a blank cell for what is not known), `json` (a
list of objects, `null`) and `parquet` have the same columns. `plot` writes SVG, or PNG where the
file's name ends in `.png`.

`search`, `history`, `source` and `contradictions` write rows too; several words in one cell of CSV
are a JSON array. `source --format json` is the whole page and `show --format json` what `check`
prints with where the report stands on record. `sql` writes `text`, `csv`, `json` or `jsonl`.

## What is kept

Layers and boundaries that are added go into one SQLite file, the store: the one that `--store`
names, or else `GROUNDCHECK_STORE`, or else `layers.sqlite` in the folder that the system has for
the data of programs (`~/.config/groundcheck` on Linux). It is made when something is first added or
listed. See [adding a layer](layers.md).

Reports go into another one, the ledger: that of `--ledger`, `GROUNDCHECK_LEDGER` or
`ledger.sqlite` in the same folder. `add` and `watch` make it; nothing else is kept. See
[adding reports](adding.md) and [from a feed to a contradiction](tutorial-ledger.md).
"""


def page() -> str:
    """The whole page."""
    group: Any = typer.main.get_command(app)
    sections = ("\n".join(_section(command)) for command in group.commands.values())
    return "\n".join([INTRODUCTION, *(f"{each.rstrip()}\n" for each in sections), INPUT])


def _section(command: Any) -> Iterator[str]:
    """A command, or a group of commands with each of them under its heading."""
    if not hasattr(command, "commands"):
        yield from _command(command, f"## groundcheck {command.name}")
        return
    yield f"## groundcheck {command.name}\n"
    yield f"{inspect.cleandoc(command.help)}\n"
    for each in command.commands.values():
        yield from _command(each, f"### groundcheck {command.name} {each.name}")


def _command(command: Any, heading: str) -> Iterator[str]:
    text, _, example = inspect.cleandoc(command.help).partition("\n\nExample: ")
    given = [p.metavar for p in command.params if p.param_type_name == "argument"]
    yield f"{' '.join([heading, *given])}\n"
    yield f"{text}\n"
    yield f"```\n{example}\n```\n"
    for parameter in command.params:
        if parameter.param_type_name == "option":
            yield f"- `{_spelling(parameter)}`: {parameter.help}{_default(parameter)}"
    yield ""


def _spelling(parameter: Any) -> str:
    return " ".join(filter(None, (parameter.opts[0], parameter.metavar)))


def _default(parameter: Any) -> str:
    shown = not parameter.is_flag and parameter.default not in (None, "")
    return f" Default: {parameter.default}." if shown else ""


def main() -> int:
    """Write the page; with ``--check`` write nothing and return 1 where it is stale."""
    current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
    if not current and "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    print(f"docs/cli.md: {'current' if current else 'stale'}")
    return 1 if not current and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
