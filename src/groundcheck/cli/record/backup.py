"""``groundcheck backup``: a copy of a ledger that is whole, also while others write to it."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from groundcheck.cli.ledger_option import LedgerAt, existing
from groundcheck.cli.options import Plain, TextOrJson
from groundcheck.cli.output import write_out


def backup(
    to: Annotated[Path, typer.Argument(metavar="PATH", show_default=False)],
    ledger: LedgerAt = None,
    kind: TextOrJson = Plain.text,
) -> None:
    """Copy the ledger as it is at one moment to PATH, which must not be there yet.

    Example: groundcheck backup ledger-2025-02-20.sqlite
    """
    from groundcheck.ledger.backup import backup as copied
    from groundcheck.publish.json import written

    size = copied(existing(ledger), to)
    if kind is Plain.json:
        write_out(written({"path": str(to), "size": size}), "utf-8")
    else:
        write_out(f"{to}: {size:,} bytes\n")
