"""``groundcheck sql``: a question in SQL to the ledger's file, which it cannot change."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from groundcheck.cli.ground_options import To
from groundcheck.cli.grouped import grouped
from groundcheck.cli.ledger_option import LedgerAt, existing
from groundcheck.cli.output import write_bytes
from groundcheck.errors import BadValue


class Lines(StrEnum):
    """The formats of an answer in rows."""

    text = "text"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"


@dataclass(frozen=True, slots=True)
class Sql:
    """What ``sql`` is given."""

    question: Annotated[str, typer.Argument(metavar="SELECT…", show_default=False)]
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", help="No more than N rows.", show_default=False),
    ] = None
    form: Annotated[
        Lines, typer.Option("--format", metavar="text|csv|json|jsonl", help="For a person or not.")
    ] = Lines.text
    output: To = None
    ledger: LedgerAt = None


@grouped(Sql)
def sql(given: Sql) -> None:
    """Answer one SELECT of SQLite over the ledger's tables; nothing can be changed by it.

    Example: groundcheck sql "SELECT name FROM sqlite_schema WHERE type = 'table'"
    """
    from groundcheck.ledger.questions.sql import sql as asked
    from groundcheck.publish.answers import table

    if given.limit is not None and given.limit < 0:
        raise BadValue(f"--limit {given.limit}: wants 0 or more")
    answer = asked(existing(given.ledger), given.question, given.limit)
    render = {
        Lines.text: table.as_text,
        Lines.csv: table.as_csv,
        Lines.json: table.as_json,
        Lines.jsonl: table.as_jsonl,
    }[given.form]
    write_bytes(render(answer.columns, answer.rows).encode("utf-8", "replace"), given.output)
    if answer.more:
        typer.echo(f"there are more than {given.limit:,} rows", err=True)
