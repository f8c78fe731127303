"""``groundcheck check``: the claims of a report, and what each check finds about them."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from groundcheck.cli.options import As, Day, Encoding, File, To, Working
from groundcheck.cli.output import Format, Target, write
from groundcheck.cli.source import read_text


def check(
    file: File,
    date: Day = None,
    kind: As = Format.text,
    encoding: Encoding = None,
    output: To = None,
    working: Working = False,
) -> None:
    """Check a report's claims against its own arithmetic, sizes of places and dated maps.

    Example: groundcheck check report.txt --format html --output report.html
    """
    import groundcheck

    target = Target(kind, output, working)
    target.spares(file)
    write(groundcheck.check(read_text(file, encoding), date), True, target)
