"""``groundcheck read``: the claims of a report."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from groundcheck.cli.options import As, Day, Encoding, File, Least, To
from groundcheck.cli.output import Format, Target, write
from groundcheck.cli.source import read_text


def read(
    file: File,
    date: Day = None,
    kind: As = Format.text,
    encoding: Encoding = None,
    output: To = None,
    least: Least = 0.0,
) -> None:
    """Read a report for its claims: who says that who holds how much ground, where and when.

    Example: groundcheck read report.txt --date 2025-02-20
    """
    import groundcheck

    target = Target(kind, output)
    target.spares(file)
    outcome = groundcheck.read(read_text(file, target.encoding(encoding)), date)
    write(groundcheck.confident(outcome, least), False, target)
