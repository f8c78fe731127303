"""Where the ledger is, and opening one that is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundcheck.errors import InputError

if TYPE_CHECKING:
    from groundcheck.ledger.store import Ledger

LedgerAt = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="PATH",
        help="The ledger's file; else GROUNDCHECK_LEDGER, else the user's own.",
        show_default=False,
    ),
]


def ledger_path(given: Path | None) -> Path:
    """The ledger's file: as given, as the environment has it, or in the user's data folder."""
    if given is not None:
        return given
    if os.environ.get("GROUNDCHECK_LEDGER"):
        return Path(os.environ["GROUNDCHECK_LEDGER"])
    return Path(typer.get_app_dir("groundcheck")) / "ledger.sqlite"


def existing(given: Path | None) -> Path:
    """The same file; raises ``InputError`` where there is none."""
    path = ledger_path(given)
    if not path.is_file():
        raise InputError(f"no ledger at {path}; groundcheck add makes one")
    return path


@contextmanager
def opened(given: Path | None) -> Iterator[Ledger]:
    """The ledger, to be asked; closed at the end. Raises ``InputError`` where there is none."""
    # Slow to import, and only these commands ask it.
    from groundcheck.ledger.store.opening import open_ledger  # noqa: PLC0415

    path = existing(given)
    # One of an earlier version is brought up to this one where it can be written.
    ledger = open_ledger(path, read_only=not os.access(path, os.W_OK))
    try:
        yield ledger
    finally:
        ledger.close()
