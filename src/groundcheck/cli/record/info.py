"""``groundcheck info``: what a ledger holds."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.options import Plain, TextOrJson, To
from groundcheck.cli.output import write_bytes


def info(form: TextOrJson = Plain.text, output: To = None, ledger: LedgerAt = None) -> None:
    """Tell what the ledger holds: reports, claims, findings, days, and a hash of its content.

    Example: groundcheck info
    """
    from groundcheck.publish.answers import keeping

    with opened(ledger) as view:
        found = view.info()
    write_bytes(keeping.info(found, form is Plain.json).encode(), output)
