"""Opening a ledger's file."""

from __future__ import annotations

from pathlib import Path

from groundcheck.errors import UnreadableInput
from groundcheck.ledger.store.connecting import make_ready
from groundcheck.ledger.store.sqlite import SqliteLedger


def open_ledger(path: Path | str, read_only: bool = False) -> SqliteLedger:
    """The ledger in the file ``path``, made where there is none, save where ``read_only``.

    One of an earlier version is brought up to this one. Raises ``UnreadableInput`` where there is
    no file to read, and ``DataError`` for one that is no ledger, is damaged or of a later version.
    """
    name = str(path)
    if Path(path).is_dir():
        raise UnreadableInput(f"{name}: is a folder, no ledger")
    if read_only:
        if not Path(path).exists():
            raise UnreadableInput(f"{name}: no ledger there")
    else:
        make_ready(name)
    return SqliteLedger(name, read_only=read_only)
