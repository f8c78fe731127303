"""The page of a report: its text with the claims marked, a card for each, where it appeared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from groundcheck.ledger.comparing import compared
from groundcheck.ledger.exporting import records
from groundcheck.ledger.known import Known
from groundcheck.ledger.store import Query, View
from groundcheck.model import Appearance, Attribution, Claim, Finding, Outcome, Record
from groundcheck.publish import words
from groundcheck.publish.safe import quoted
from groundcheck.publish.site.addresses import Addresses
from groundcheck.publish.site.parts import Link, many, place_links, source_link

_COPIES = 100
"""So many copies are listed; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Card:
    """A claim with its findings. ``slots`` are what it says, ``chain`` who is named.

    ``beside`` is what everything else on record says.
    """

    number: int
    claim: Claim
    quote: str
    path: str
    chain: tuple[Link, ...]
    places: tuple[Link, ...]
    slots: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    beside: tuple[Finding, ...]


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


def record_of(view: View, report: str) -> Record:
    """All that is published of the report with that id. Raises ``BadValue`` where there is none."""
    outcome = view.outcome(report)
    # Copies of a report stand beside it, since they are told together.
    found = records(view, Query(report=report))
    return next((one for one in found if one.outcome.report.id == report), Record(outcome))


def report_page(view: View, outcome: Outcome, known: Known, at: Addresses) -> ReportPage:
    """The page of a report that the ledger has.

    ``known`` is ``Known(view)``, which serves all reports.
    """
    report = outcome.report.id
    copies = [other for other in view.copies(report) if other != report]
    return ReportPage(
        title=words.title(outcome.report),
        subtitle=words.subtitle(outcome, checked=True),
        outcome=outcome,
        cards=tuple(_cards(view, outcome, known, at)),
        appearances=view.appearances(report),
        copies=tuple(
            Link(words.title(view.report(other)), at.report(other)) for other in copies[:_COPIES]
        ),
        more_copies=max(0, len(copies) - _COPIES),
    )


def _cards(view: View, outcome: Outcome, known: Known, at: Addresses) -> Iterator[Card]:
    """A card for each claim, numbered as the marks in the text are."""
    found = words.by_claim(outcome)
    for number, claim in enumerate(outcome.claims, 1):
        beside = compared(view, claim.id, known)
        again = {one.check for one in beside}
        yield Card(
            number=number,
            claim=claim,
            quote=quoted(outcome.report.text, claim.spans),
            path=at.claim(claim.id),
            chain=tuple(source_link(name, at) for name in named(claim.attribution)),
            places=place_links(((place.id, place.name) for place in claim.places), at),
            slots=tuple(words.slots(claim)),
            findings=tuple(one for one in found.get(claim.id, ()) if one.check not in again),
            beside=beside,
        )


def named(attribution: Attribution) -> tuple[str, ...]:
    """Who is named in a chain, from whose statement it is to who passed it on last."""
    found: list[str] = []
    link: Attribution | None = attribution
    while link is not None:
        if not many(link.source) and link.source not in found:
            found.append(link.source)
        link = link.via
    return tuple(found)
