"""The page of a report: its text with the claims marked, a card for each, where it appeared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from groundcheck.ledger.store import View
from groundcheck.model import Appearance, Attribution, Claim, Finding, Outcome
from groundcheck.publish import words
from groundcheck.publish.safe import quoted
from groundcheck.publish.site.addresses import Addresses
from groundcheck.publish.site.parts import Link, place_links, source_link

_COPIES = 100
"""So many copies are listed; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Card:
    """A claim with its findings. ``slots`` are what it says, ``chain`` who passed it on to whom."""

    number: int
    claim: Claim
    quote: str
    path: str
    chain: tuple[Link, ...]
    places: tuple[Link, ...]
    slots: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report as the ledger has it. ``copies`` are other texts that carry the same words."""

    template: ClassVar[str] = "report"

    title: str
    subtitle: str
    outcome: Outcome
    cards: tuple[Card, ...]
    appearances: tuple[Appearance, ...]
    copies: tuple[Link, ...]
    more_copies: int


def report_page(view: View, report: str, at: Addresses) -> ReportPage:
    """The page of the report with that id. Raises ``BadValue`` where the ledger has none."""
    outcome = view.outcome(report)
    copies = [other for other in view.copies(report) if other != report]
    return ReportPage(
        title=words.title(outcome.report),
        subtitle=words.subtitle(outcome, checked=True),
        outcome=outcome,
        cards=cards(outcome, at),
        appearances=view.appearances(report),
        copies=tuple(
            Link(words.title(view.report(other)), at.report(other)) for other in copies[:_COPIES]
        ),
        more_copies=max(0, len(copies) - _COPIES),
    )


def cards(outcome: Outcome, at: Addresses) -> tuple[Card, ...]:
    """A card for each claim, numbered as the marks in the text are."""
    found = words.by_claim(outcome)
    return tuple(
        Card(
            number=number,
            claim=claim,
            quote=quoted(outcome.report.text, claim.spans),
            path=at.claim(claim.id),
            chain=tuple(source_link(link.source, at) for link in links(claim.attribution)),
            places=place_links(((place.id, place.name) for place in claim.places), at),
            slots=tuple(words.slots(claim)),
            findings=tuple(found.get(claim.id, ())),
        )
        for number, claim in enumerate(outcome.claims, 1)
    )


def links(attribution: Attribution) -> tuple[Attribution, ...]:
    """The links of a chain, from whose statement it is to who passed it on last."""
    found: list[Attribution] = []
    link: Attribution | None = attribution
    while link is not None:
        found.append(link)
        link = link.via
    return tuple(found)
