"""Where the layers that a user brings are kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

At = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="PATH",
        help="The file that layers are kept in; else GROUNDCHECK_STORE, else the user's own.",
        show_default=False,
    ),
]


def store_path(given: Path | None) -> Path:
    """The store's file: as given, as the environment has it, or in the user's data folder."""
    if given is not None:
        return given
    if os.environ.get("GROUNDCHECK_STORE"):
        return Path(os.environ["GROUNDCHECK_STORE"])
    return Path(typer.get_app_dir("groundcheck")) / "layers.sqlite"
