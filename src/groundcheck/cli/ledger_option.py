"""Where the ledger is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

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
