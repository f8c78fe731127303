"""The options of commands that bring reports in."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundcheck.cli.store import store_path
from groundcheck.errors import BadValue

if TYPE_CHECKING:
    from groundcheck.ledger.adding import Options
    from groundcheck.ledger.bringing import Sources

NoCheck = Annotated[bool, typer.Option("--no-check", help="Read reports, but check nothing.")]
WorkersCount = Annotated[
    int,
    typer.Option("--workers", metavar="N", min=0, help="Processes that read; 0: one a core."),
]
Most = Annotated[
    int,
    typer.Option(
        "--limit", metavar="N", min=0, help="Pages asked for of one feed that has only links."
    ),
]
Private = Annotated[
    bool,
    typer.Option("--allow-private", help="Also addresses of this machine and its network."),
]

Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="NAME=PATH",
        help="Where a JSON record has its text, html, published, url, publisher, title, "
        "language; like text=body.article. May be given several times.",
        show_default=False,
    ),
]


def options(no_check: bool, workers: int, store: Path | None) -> Options:
    """How reports are read."""
    from groundcheck.ledger.adding import Options

    return Options(not no_check, store_path(store), workers)


def sources(
    most: int, private: bool = False, encoding: str | None = None, named: Sequence[str] = ()
) -> Sources:
    """How sources are looked into; ``named`` are fields of JSON like "text=body.article"."""
    from groundcheck.ledger.bringing import Sources
    from groundcheck.ledger.intake import IntakeOptions
    from groundcheck.ledger.intake.manners import Manners

    intake = IntakeOptions(datetime.now(UTC).date(), _fields(named), encoding)
    return Sources(intake, most, Manners(private))


def _fields(named: Sequence[str]) -> Mapping[str, str]:
    found = {}
    for one in named:
        target, equals, path = one.partition("=")
        if not equals or not path:
            raise BadValue(f"--field {one}: wants a name and a path, like text=body.article")
        found[target.strip()] = path.strip()
    return found
