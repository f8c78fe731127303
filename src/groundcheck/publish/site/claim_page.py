"""The page of a claim: its card, where it appeared, and who else speaks of the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from groundcheck.ledger.known import Known
from groundcheck.ledger.store import Query, View
from groundcheck.model import Appearance, Record, Statement
from groundcheck.publish.claimreview import Reviewer, review, reviewed
from groundcheck.publish.safe import shortened
from groundcheck.publish.site.addresses import Addresses
from groundcheck.publish.site.parts import Link, Row, row
from groundcheck.publish.site.report_page import Card, ReportPage, record_of, report_page
from groundcheck.publish.words import whose

_OTHERS = 50
"""So many statements about the same are listed, the latest; the rest are counted."""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim. ``others`` are statements of the same proposition; ``report`` leads to its words.

    ``review`` is its ClaimReview, ``None`` where there is none (see ``claimreview.reviewed``).
    """

    template: ClassVar[str] = "claim"

    title: str
    statement: Statement
    card: Card
    report: Link
    appearances: tuple[Appearance, ...]
    copies: tuple[Link, ...]
    others: tuple[Row, ...]
    more_others: int
    review: dict[str, Any] | None


def claim_page(
    view: View, claim: str, known: Known, reviewer: Reviewer, at: Addresses
) -> ClaimPage:
    """The page of the claim with that id alone. Raises ``BadValue`` where the ledger has none."""
    record = record_of(view, view.statement(claim).report)
    only = tuple(entry for entry in record.entries if entry.statement.claim.id == claim)
    page = report_page(view, record.outcome, known, at)
    return next(claim_pages(view, replace(record, entries=only), page, reviewer, at))


def claim_pages(
    view: View, record: Record, page: ReportPage, reviewer: Reviewer, at: Addresses
) -> Iterator[ClaimPage]:
    """The page of each statement of a record, whose report's page is at hand."""
    cards = {card.claim.id: card for card in page.cards}
    for entry in record.entries:
        statement = entry.statement
        card = cards[statement.claim.id]
        others, more = _others(view, statement, at)
        yield ClaimPage(
            title=f"{whose(card.claim)}: “{shortened(card.quote, 120)}”",
            statement=statement,
            card=card,
            report=Link(page.title, at.report(statement.report)),
            appearances=page.appearances,
            copies=page.copies,
            others=others,
            more_others=more,
            review=review(entry, record, reviewer) if reviewed(entry) else None,
        )


def _others(view: View, statement: Statement, at: Addresses) -> tuple[tuple[Row, ...], int]:
    """The latest statements of the same proposition, and how many more there are."""
    key = statement.proposition.key
    found = [
        row(each, at)
        for each in view.statements(Query(key=key, limit=_OTHERS + 1))
        if each.claim.id != statement.claim.id
    ][:_OTHERS]
    return tuple(found), max(0, view.count(Query(key=key)) - 1 - len(found))
