"""The page of a report: its text with the claims marked, a card for each, where it appeared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from groundcheck.ledger.comparing import compared
from groundcheck.ledger.exporting import records
from groundcheck.ledger.known import Known
from groundcheck.ledger.store import Query, View
from groundcheck.model import Appearance, Claim, Finding, Outcome, Record
from groundcheck.publish import words
from groundcheck.publish.marks import card_here, marked
from groundcheck.publish.site.card import Card, card
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.parts import Link, Pager
from groundcheck.publish.site.report_parts import page_of, pages_of, part

_COPIES = 100
"""So many copies are listed; the rest are counted."""

Beside = Mapping[str, Sequence[Finding]]
"""What everything else on record says, by the id of the claim that it stands beside."""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of a report with the cards of its claims.

    ``html`` is its text with the claims marked, already escaped. ``copies`` are other texts that
    carry the same words. ``kept`` tells that the report is on record.
    """

    template: ClassVar[str] = "report"

    title: str
    subtitle: str
    outcome: Outcome
    html: str
    cards: tuple[Card, ...]
    pager: Pager
    appearances: tuple[Appearance, ...]
    copies: tuple[Link, ...] = ()
    more_copies: int = 0
    kept: bool = True


def record_of(view: View, report: str) -> Record:
    """All that is published of the report with that id. Raises ``BadValue`` where there is none."""
    outcome = view.outcome(report)
    # Copies of a report stand beside it, since they are told together.
    found = records(view, Query(report=report))
    return next((one for one in found if one.outcome.report.id == report), Record(outcome))


def report_pages(view: View, outcome: Outcome, names: Known, at: Links) -> Iterator[ReportPage]:
    """The pages of a report that the ledger has, at least one.

    ``names`` are those of ``Known(view)``, which are the same for all reports.
    """
    for page in range(1, pages_of(len(outcome.claims)) + 1):
        yield report_page(view, outcome, names, at, page)


def report_page(view: View, outcome: Outcome, names: Known, at: Links, page: int = 1) -> ReportPage:
    """A page of a report that the ledger has."""
    claims = part(outcome, page).claims
    beside = {claim.id: compared(view, claim.id, names) for claim in claims}
    return _on_record(view, (outcome, beside), at, page)


def one_card(
    view: View, outcome: Outcome, beside: tuple[str, Sequence[Finding]], at: Links
) -> ReportPage:
    """The page with the card of one claim; what stands ``beside`` it is given with its id."""
    id_, found = beside
    number = next(n for n, claim in enumerate(outcome.claims, 1) if claim.id == id_)
    return _on_record(view, (outcome, {id_: found}), at, page_of(number))


def _on_record(view: View, read: tuple[Outcome, Beside], at: Links, page: int) -> ReportPage:
    report = read[0].report.id
    copies = [other for other in view.copies(report) if other != report]
    links = (Link(words.title(view.report(id_)), at.report(id_)) for id_ in copies[:_COPIES])
    more = max(0, len(copies) - _COPIES)
    return made_page(read, view.appearances(report), at, page, copies=(tuple(links), more))


def made_page(
    read: tuple[Outcome, Beside],
    appearances: Iterable[Appearance],
    at: Links,
    page: int = 1,
    *,
    copies: tuple[tuple[Link, ...], int] = ((), 0),
    kept: bool = True,
) -> ReportPage:
    """A page of a report as it was read, with what stands beside its claims."""
    outcome, beside = read
    shown, id_ = part(outcome, page), outcome.report.id
    links, more = copies

    def where(number: int) -> str:
        own = shown.page == page_of(number)
        return card_here(number) if own else f"{at.report(id_, page_of(number))}#claim-{number}"

    return ReportPage(
        title=words.title(outcome.report),
        subtitle=words.subtitle(outcome, checked=True),
        outcome=outcome,
        html=marked(outcome.report.text, outcome.claims, shown.words, where),
        cards=tuple(_cards(shown.first, shown.claims, (outcome, beside), at)),
        pager=Pager(
            shown.page, shown.pages, len(outcome.claims), lambda number: at.report(id_, number)
        ),
        appearances=tuple(appearances),
        copies=links,
        more_copies=more,
        kept=kept,
    )


def _cards(
    first: int, claims: Sequence[Claim], read: tuple[Outcome, Beside], at: Links
) -> Iterator[Card]:
    """A card for each claim, numbered as the marks in the text are."""
    outcome, beside = read
    found = words.by_claim(outcome)
    for number, claim in enumerate(claims, first):
        others = tuple(beside.get(claim.id, ()))
        own = found.get(claim.id, ())
        yield card((number, claim), outcome.report, (own, others), at)
