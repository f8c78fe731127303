"""``groundcheck forget``: a report out of the ledger, with a tombstone in its place."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.options import Plain, TextOrJson
from groundcheck.cli.output import write_out
from groundcheck.errors import BadValue


def forget(
    report: Annotated[str, typer.Argument(metavar="REPORT", show_default=False)],
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="The reason, kept.", show_default=False)
    ],
    ledger: LedgerAt = None,
    kind: TextOrJson = Plain.text,
) -> None:
    """Take a report out of the ledger, with all that was read in it; it is not taken in again.

    A tombstone keeps its id, the reason and the day, and no word of it.

    Example: groundcheck forget 5f2a91c0 --why "withdrawn by its publisher"
    """
    from groundcheck.ledger.questions.ids import report_asked
    from groundcheck.ledger.store import Tombstone
    from groundcheck.publish.json import written
    from groundcheck.publish.shape import published

    if not why.strip():
        raise BadValue("--why: wants a reason")
    with opened(ledger) as record:
        found = report_asked(record, report)
        with record.writing() as writer:
            stone = Tombstone(found, why.strip(), datetime.now(UTC).date())
            writer.forget(stone.report, stone.why, stone.day)
    if kind is Plain.json:
        write_out(written(published(stone)), "utf-8")
    else:
        write_out(f"{found}: forgotten; a tombstone keeps the reason and the day\n")
