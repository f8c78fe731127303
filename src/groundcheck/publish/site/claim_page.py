"""The page of a claim: its card, where it appeared, and who else speaks of the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from groundcheck.ledger.store import Query, View
from groundcheck.model import Appearance, Statement
from groundcheck.publish import words
from groundcheck.publish.safe import shortened
from groundcheck.publish.site.addresses import Addresses
from groundcheck.publish.site.parts import Link, Row, row
from groundcheck.publish.site.report_page import Card, ReportPage, report_page

_OTHERS = 50
"""So many statements about the same are listed, the latest; the rest are counted."""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim. ``others`` are statements of the same proposition; ``report`` leads to its words."""

    template: ClassVar[str] = "claim"

    title: str
    statement: Statement
    card: Card
    report: Link
    appearances: tuple[Appearance, ...]
    copies: tuple[Link, ...]
    others: tuple[Row, ...]
    more_others: int


def claim_page(view: View, claim: str, at: Addresses) -> ClaimPage:
    """The page of the claim with that id. Raises ``BadValue`` where the ledger has none."""
    statement = view.statement(claim)
    page = report_page(view, statement.report, at)
    card = next(card for card in page.cards if card.claim.id == claim)
    return claim_on(view, statement, (page, card), at)


def claim_on(
    view: View, statement: Statement, seen: tuple[ReportPage, Card], at: Addresses
) -> ClaimPage:
    """The page of a claim whose report's page and card are at hand."""
    page, card = seen
    same = Query(key=statement.proposition.key)
    others = [
        each
        for each in view.statements(Query(key=same.key, limit=_OTHERS + 1))
        if each.claim.id != statement.claim.id
    ][:_OTHERS]
    said = words.one_line(card.claim.attribution.source)
    return ClaimPage(
        title=f"{said}: “{shortened(card.quote, 120)}”",
        statement=statement,
        card=card,
        report=Link(page.title, at.report(statement.report)),
        appearances=page.appearances,
        copies=page.copies,
        others=tuple(row(each, at) for each in others),
        more_others=max(0, view.count(same) - 1 - len(others)),
    )
