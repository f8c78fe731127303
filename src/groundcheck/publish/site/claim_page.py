"""The page of a claim: its card, where it appeared, and who else speaks of the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from groundcheck.ledger.store import Query, View
from groundcheck.model import Appearance, Entry, Record, Statement
from groundcheck.publish.claimreview import Reviewer, review, reviewed
from groundcheck.publish.safe import shortened
from groundcheck.publish.site.card import Card
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.parts import Link, Row, row
from groundcheck.publish.site.report_page import ReportPage
from groundcheck.publish.words import whose

_OTHERS = 50
"""So many statements about the same are listed, the latest; the rest are counted."""

Others = tuple[tuple[Row, ...], int]
"""Statements about the same, and how many more there are."""


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
    kept: bool = True


def claim_pages(
    view: View, record: Record, page: ReportPage, reviewer: Reviewer, at: Links
) -> Iterator[ClaimPage]:
    """The page of each statement of a record whose card stands on the report's page."""
    cards = {card.claim.id for card in page.cards}
    for entry in record.entries:
        if entry.statement.claim.id in cards:
            others = others_of(view, entry.statement, at)
            yield claim_page((entry, record), page, others, reviewer)


def claim_page(
    of: tuple[Entry, Record], page: ReportPage, others: Others, reviewer: Reviewer
) -> ClaimPage:
    """The page of one statement of a record whose card stands on the report's page."""
    entry, record = of
    statement = entry.statement
    card = next(card for card in page.cards if card.claim.id == statement.claim.id)
    rows, more = others
    return ClaimPage(
        title=f"{whose(card.claim)}: “{shortened(card.quote, 120)}”",
        statement=statement,
        card=card,
        report=Link(page.title, f"{page.pager.path(page.pager.page)}#words-{card.number}"),
        appearances=page.appearances,
        copies=page.copies,
        others=rows,
        more_others=more,
        review=review(entry, record, reviewer) if reviewed(entry) else None,
        kept=page.kept,
    )


def others_of(view: View, statement: Statement, at: Links) -> Others:
    """The latest statements of the same proposition, and how many more there are."""
    key = statement.proposition.key
    found = [
        row(each, at)
        for each in view.statements(Query(key=key, limit=_OTHERS + 1))
        if each.claim.id != statement.claim.id
    ][:_OTHERS]
    return tuple(found), max(0, view.count(Query(key=key)) - 1 - len(found))
