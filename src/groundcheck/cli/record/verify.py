"""``groundcheck verify``: whether all in a ledger is as it was written."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

import typer

from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.options import Plain, TextOrJson, To
from groundcheck.cli.output import write_bytes

DIFFERENT = 1


def verify(form: TextOrJson = Plain.text, output: To = None, ledger: LedgerAt = None) -> None:
    """Compare every hash, link and index of the ledger with what it stands for.

    Each difference is a line; with any the exit code is 1.

    Example: groundcheck verify --ledger news.sqlite
    """
    from groundcheck.publish.answers import keeping

    with opened(ledger) as view:
        found = tuple(view.verify())
    write_bytes(keeping.differences(found, form is Plain.json).encode(), output)
    if found:
        raise typer.Exit(DIFFERENT)
