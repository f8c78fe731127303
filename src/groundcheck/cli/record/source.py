"""``groundcheck source``: all that a source said, and how it compared with the maps."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from groundcheck.cli.ground_options import As, Table, To, write_rows
from groundcheck.cli.grouped import grouped
from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.output import screen_for, write_bytes
from groundcheck.cli.query_options import Filters
from groundcheck.errors import BadValue


@dataclass(frozen=True, slots=True)
class Source(Filters):
    """What ``source`` is given."""

    source: Annotated[str, typer.Argument(metavar="NAME", show_default=False)] = ""
    form: As = Table.text
    output: To = None
    ledger: LedgerAt = None


@grouped(Source)
def source(given: Source) -> None:
    """Count what a source said and how it compared, by kind, year and check, with its latest words.

    It is no score, and sources are not ranked. Names are compared without case and accents;
    names that are only like each other are listed and never taken together. CSV and Parquet
    have the counts alone. --limit is of the latest words.

    Example: groundcheck source "Sergei Rudskoi" --kind control
    """
    from groundcheck.ledger.questions.source import ComparedRow
    from groundcheck.ledger.questions.source import source as asked
    from groundcheck.publish.answers import source as answer
    from groundcheck.publish.json import written
    from groundcheck.publish.shape import published

    if not given.source.strip():
        raise BadValue("source: wants a name")
    with opened(given.ledger) as view:
        query = given.query(view)
        found = asked(view, query)
    if given.form is Table.json:
        write_bytes(written(published(found)).encode(), given.output)
        return
    screen = screen_for(given.output)
    rows, target = found.compared, (given.form, given.output)
    write_rows(rows, ComparedRow, lambda _: answer.page(found, screen), target)
