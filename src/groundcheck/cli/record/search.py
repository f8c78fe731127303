"""``groundcheck search``: what was said, found by words, source, place, kind, day or verdict."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

import typer

from groundcheck.cli.ground_options import As, Table, To, write_rows
from groundcheck.cli.grouped import grouped
from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.output import screen_for
from groundcheck.cli.query_options import Filters
from groundcheck.errors import BadValue

SHOWN = 20
"""So many statements are shown to a person who has not said how many."""


@dataclass(frozen=True, slots=True)
class Search(Filters):
    """What ``search`` is given."""

    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", show_default=False)] = None  # type: ignore[assignment]
    skip: Annotated[int, typer.Option("--skip", metavar="N", help="Leave out the first N.")] = 0
    once: Annotated[
        bool,
        typer.Option("--once", help="What many reports carry once, as the earliest has it."),
    ] = False
    oldest: Annotated[bool, typer.Option("--oldest-first", help="The earliest first.")] = False
    form: As = Table.text
    output: To = None
    ledger: LedgerAt = None


@grouped(Search)
def search(given: Search) -> None:
    """Show what was said on record, each statement with who says so, the latest first.

    All the words must stand in the claim, its title or its source; "a phrase" as a whole, begin*
    by its beginning. As text 20 statements are shown where no --limit is given.

    Example: groundcheck search offensive --place Kherson --since 2025-01-01
    """
    from groundcheck.ledger.questions.search import SaidRow
    from groundcheck.ledger.questions.search import search as asked
    from groundcheck.publish.answers import said

    if given.skip < 0:
        raise BadValue(f"--skip {given.skip}: wants 0 or more")
    with opened(given.ledger) as view:
        query = replace(
            given.query(view), skip=given.skip, once=given.once, oldest_first=given.oldest
        )
        if query.limit is None and given.form is Table.text:
            query = replace(query, limit=SHOWN)
        rows = asked(view, query)
        count = view.count(query) if given.form is Table.text else len(rows)
    screen = screen_for(given.output)
    write_rows(
        rows, SaidRow, lambda rows: said.page(rows, count, screen), (given.form, given.output)
    )
