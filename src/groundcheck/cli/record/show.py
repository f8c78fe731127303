"""``groundcheck show``: a report or claim on record, with all that was found about it."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from groundcheck.cli.grouped import grouped
from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.options import Plain, TextOrJson, To, Working
from groundcheck.cli.output import screen_for, write_bytes


@dataclass(frozen=True, slots=True)
class Show:
    """What ``show`` is given."""

    id: Annotated[str, typer.Argument(metavar="ID", show_default=False)]
    working: Working = False
    form: TextOrJson = Plain.text
    output: To = None
    ledger: LedgerAt = None


@grouped(Show)
def show(given: Show) -> None:
    """Show a report on record, or one claim, with its findings, copies and appearances.

    ID is that of a report or of a claim, or enough of its beginning.

    Example: groundcheck show 764d7ce9 --working
    """
    from groundcheck.ledger.questions.show import show as asked
    from groundcheck.publish.answers import show as answer

    with opened(given.ledger) as view:
        found = asked(view, given.id)
    if given.form is Plain.json:
        text = answer.as_json(found)
    else:
        text = answer.page(found, screen_for(given.output, given.working))
    write_bytes(text.encode("utf-8", "replace"), given.output)
