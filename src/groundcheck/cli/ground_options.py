"""The options of the commands that measure ground, and writing what they find."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from groundcheck.cli.output import write_bytes


class Table(StrEnum):
    """The formats of rows."""

    text = "text"
    csv = "csv"
    json = "json"
    parquet = "parquet"


class Period(StrEnum):
    """How finely a span of time is told."""

    day = "day"
    week = "week"
    month = "month"


Regions = Annotated[list[str], typer.Argument(metavar="REGION…", show_default=False)]
Holder = Annotated[
    str,
    typer.Option("--holder", metavar="NAME", help="Only ground held by NAME.", show_default=False),
]
LayerName = Annotated[
    str, typer.Option("--layer", metavar="NAME", help="Only this layer.", show_default=False)
]
On = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DAY", help="The day; else that of the last map.", show_default=False
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="From this day on.", show_default=False),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="Up to this day.", show_default=False)
]
By = Annotated[
    Period, typer.Option("--by", metavar="day|week|month", help="A row for each with a map.")
]
As = Annotated[
    Table,
    typer.Option("--format", metavar="text|csv|json|parquet", help="For a person or for programs."),
]
To = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="PATH", help="Write here instead of to stdout.", show_default=False
    ),
]


def write_rows(
    rows: tuple[Any, ...],
    row: type,
    text: Callable[[tuple[Any, ...]], str],
    target: tuple[Table, Path | None],
) -> None:
    """The rows in the format asked for; ``text`` renders them for a person."""
    from groundcheck.publish import tables

    kind, output = target
    renderings: dict[Table, Callable[[], bytes]] = {
        Table.text: lambda: text(rows).encode(),
        Table.csv: lambda: tables.as_csv(rows, row).encode(),
        Table.json: lambda: tables.as_json(rows, row).encode(),
        Table.parquet: lambda: tables.as_parquet(rows, row),
    }
    write_bytes(renderings[kind](), output)
