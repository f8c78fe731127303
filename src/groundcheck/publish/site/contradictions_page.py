"""The page of contradictions: statements on record that cannot all be so, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from groundcheck.ledger.comparing import contradictions
from groundcheck.ledger.contradictions import Contradiction
from groundcheck.ledger.store import View
from groundcheck.publish import figures, words
from groundcheck.publish.safe import one_line
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.parts import Link, Pager, Row, place_links, row

PER_PAGE = 40
_SHOWN = 20
"""So many statements of one contradiction are shown; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Contradicted:
    """Statements that contradict each other, the earliest first."""

    kind: str
    places: tuple[Link, ...]
    summary: str
    rows: tuple[Row, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """A page of the list, those of one proposition first."""

    template: ClassVar[str] = "contradictions"

    title: str
    items: tuple[Contradicted, ...]
    pager: Pager


def contradictions_pages(view: View, at: Links) -> Iterator[ContradictionsPage]:
    """All contradictions in pages, at least one."""
    found = tuple(contradictions(view))
    pages = max(1, -(-len(found) // PER_PAGE))
    for page in range(1, pages + 1):
        shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
        place = Pager(page, pages, len(found), lambda number: at.all("contradictions", number))
        yield contradictions_page(shown, place, at)


def contradictions_page(
    found: Sequence[Contradiction], pager: Pager, at: Links
) -> ContradictionsPage:
    """A page of these contradictions."""
    return ContradictionsPage("Contradictions", tuple(_shown(one, at) for one in found), pager)


def _shown(one: Contradiction, at: Links) -> Contradicted:
    places = {
        place.id: place.name for statement in one.statements for place in statement.claim.places
    }
    return Contradicted(
        kind=one.statements[0].claim.kind,
        places=place_links(places.items(), at),
        summary=_summary(one),
        rows=tuple(row(each, at) for each in one.statements[:_SHOWN]),
        more=max(0, len(one.statements) - _SHOWN),
    )


def _summary(one: Contradiction) -> str:
    counted = (
        f"{words.plural(len(one.statements), 'statement')} of "
        f"{words.plural(len(one.origins), 'origin')} in {words.plural(one.reports, 'report')}"
    )
    apart = f"up to {figures.gap(one.gap, one.unit)} apart" if one.gap else ""
    return " · ".join(filter(None, (counted, apart, one_line("; ".join(one.why)))))
