"""``groundcheck check``: the claims of a report, and what each check finds about them."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.cli.grouped import grouped
from groundcheck.cli.options import As, Day, Encoding, File, Least, To, Working
from groundcheck.cli.output import Format, Target, write
from groundcheck.cli.source import read_text
from groundcheck.cli.store import At, store_path


@dataclass(frozen=True, slots=True)
class Check:
    """What ``check`` is given."""

    file: File
    date: Day = None
    kind: As = Format.text
    encoding: Encoding = None
    output: To = None
    working: Working = False
    store: At = None
    least: Least = 0.0


@grouped(Check)
def check(given: Check) -> None:
    """Check a report's claims against its own arithmetic, sizes of places and dated maps.

    Example: groundcheck check report.txt --format html --output report.html
    """
    target = Target(given.kind, given.output, given.working)
    target.spares(given.file)
    text = read_text(given.file, target.encoding(given.encoding))

    import groundcheck
    from groundcheck.ledger.asking import Layers

    outcome = groundcheck.check(text, given.date, Layers(store_path(given.store)))
    write(groundcheck.confident(outcome, given.least), True, target)
