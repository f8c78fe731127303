"""``groundcheck contradictions``: what sources on record say against each other."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from groundcheck.cli.ground_options import As, Table, To, write_rows
from groundcheck.cli.grouped import grouped
from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.output import screen_for
from groundcheck.cli.query_options import Filters


@dataclass(frozen=True, slots=True)
class Contradictions(Filters):
    """What ``contradictions`` is given."""

    min_gap: Annotated[
        float | None,
        typer.Option(
            "--min-gap",
            metavar="X",
            help="Only those X apart or more: percentage points, km² …",
            show_default=False,
        ),
    ] = None
    form: As = Table.text
    output: To = None
    ledger: LedgerAt = None


@grouped(Contradictions)
def contradictions(given: Contradictions) -> None:
    """List statements of different sources that do not go together, the latest first.

    The options ask for those that such a statement takes part in. A source whose words an outlet
    changed contradicts nobody by that. Among rows a contradiction has one for each statement.

    Example: groundcheck contradictions --place Kherson --min-gap 5
    """
    from groundcheck.ledger.questions.contradictions import AgainstRow, rows
    from groundcheck.ledger.questions.contradictions import contradictions as asked
    from groundcheck.publish.answers import contradictions as answer

    with opened(given.ledger) as view:
        found = asked(view, given.query(view), given.min_gap)
    screen, target = screen_for(given.output), (given.form, given.output)
    write_rows(tuple(rows(found)), AgainstRow, lambda _: answer.page(found, screen), target)
