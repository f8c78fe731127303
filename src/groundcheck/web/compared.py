"""What is on record beside a text that was read and is not kept."""

from __future__ import annotations

from dataclasses import replace

from groundcheck.ledger.comparing import beside
from groundcheck.model import Filed, Finding
from groundcheck.web.state import State

MOST = 100
"""So many claims of a text are set beside what is on record; it takes long for very many."""


async def compared(state: State, filed: Filed) -> tuple[Filed, tuple[Finding, ...]]:
    """The text, with a note where not all of it was compared, and what was found beside it.

    Nothing is found where there is no ledger.
    """
    if not state.settings.ledger.exists():
        return filed, ()
    outcome = filed.outcome
    some = replace(outcome, claims=outcome.claims[:MOST])
    found = await state.asking.ask(lambda view: beside(view, some, filed.appearance))
    if len(outcome.claims) > MOST:
        notes = (*outcome.notes, f"only the first {MOST} claims stand beside the record")
        filed = replace(filed, outcome=replace(outcome, notes=notes))
    return filed, found
