"""``groundcheck recheck``: what is on record against the layers of today."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.options import Plain, TextOrJson
from groundcheck.cli.output import write_out
from groundcheck.cli.stopping import stoppable
from groundcheck.cli.store import At, store_path

if TYPE_CHECKING:
    from groundcheck.ledger.rechecking import Rechecked


def recheck(ledger: LedgerAt = None, store: At = None, kind: TextOrJson = Plain.text) -> None:
    """Check all reports on record again, after layers were added or the program is a newer one.

    Earlier findings are kept beside the newer ones, which count from then on.

    Example: groundcheck recheck --store layers.sqlite
    """
    from groundcheck.ledger.rechecking import recheck as again
    from groundcheck.publish.json import written

    with opened(ledger) as record, stoppable():
        done = again(record, store_path(store), progress=_tell if sys.stderr.isatty() else None)
    if kind is Plain.json:
        write_out(
            written({"checked_by": done.checked_by, "reports": done.reports, "checked": done.anew}),
            "utf-8",
        )
        return
    before = done.reports - done.anew
    write_out(f"{done.anew:,} reports checked anew by {done.checked_by}; {before:,} were already\n")


def _tell(done: Rechecked) -> None:
    sys.stderr.write(f"\r{done.reports:,} reports")
    sys.stderr.flush()
