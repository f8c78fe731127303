"""A ledger that is there, opened for a question or to be kept in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from groundcheck.cli.ledger_option import ledger_path
from groundcheck.errors import UnreadableInput

if TYPE_CHECKING:
    from groundcheck.ledger.store import Ledger


def existing(given: Path | None) -> Path:
    """The ledger's file; raises ``UnreadableInput`` where there is none."""
    path = ledger_path(given)
    if not path.is_file():
        raise UnreadableInput(f"no ledger at {path}; groundcheck add makes one")
    return path


@contextmanager
def opened(given: Path | None) -> Iterator[Ledger]:
    """The ledger; raises ``UnreadableInput`` where there is none, ``DataError`` if damaged."""
    # Slow to import, and only these commands ask it.
    from groundcheck.ledger.store import open_ledger  # noqa: PLC0415

    ledger = open_ledger(existing(given))
    try:
        yield ledger
    finally:
        ledger.close()
