"""The page of contradictions: statements on record that others on record contradict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from groundcheck.ledger.store import Query, View
from groundcheck.model import Statement
from groundcheck.publish.site.addresses import Addresses
from groundcheck.publish.site.listing import pager
from groundcheck.publish.site.parts import PER_PAGE, Pager, Row, row

ASKED = Query(check="corroboration", verdict="disagrees")
"""Which statements stand here."""


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A statement, and what the check found in one sentence."""

    row: Row
    summaries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """A page of the list, the latest first."""

    template: ClassVar[str] = "contradictions"

    title: str
    items: tuple[Contradicted, ...]
    pager: Pager


def contradictions_page(view: View, at: Addresses, page: int = 1) -> ContradictionsPage:
    """A page of all contradictions."""
    asked = replace(ASKED, limit=PER_PAGE, skip=(page - 1) * PER_PAGE)
    return ContradictionsPage(
        title="Contradictions",
        items=tuple(_contradicted(view, each, at) for each in view.statements(asked)),
        pager=pager("contradictions", view.count(ASKED), page, at),
    )


def _contradicted(view: View, statement: Statement, at: Addresses) -> Contradicted:
    found = view.findings(statement.claim.id)
    said = (each.summary for each in found if each.check == ASKED.check)
    return Contradicted(row(statement, at), tuple(said))
