"""What was said: statements on record as rows, each with who says so and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groundcheck.ledger.store import Query, View
from groundcheck.model import Claim, Quantity, Statement


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One statement on record, in the words of its source.

    ``said`` is the day it was said, else that of its publication. ``source`` is who says so,
    ``via`` those who passed it on, nearest to the source first, ``outlet`` who carried it.
    ``figure`` is the first figure as said, and ``low`` to ``high`` what its words commit to in
    ``unit``, in ``bounds`` with brackets that tell which end is left out. ``verdicts`` are those
    of the latest findings, as "check: verdict". ``copies_of`` is the id that the report shares
    with its copies.
    """

    said: date | None
    source: str
    via: tuple[str, ...]
    outlet: str
    mode: str
    kind: str
    certainty: str
    actor: str | None
    place_names: tuple[str, ...]
    place_ids: tuple[str, ...]
    words: str
    figure: str | None
    low: float | None
    high: float | None
    bounds: str | None
    unit: str | None
    verdicts: tuple[str, ...]
    claim: str
    report: str
    copies_of: str
    url: str | None


def search(view: View, query: Query) -> tuple[SaidRow, ...]:
    """The statements asked for, in the order that the query asks for."""
    return tuple(said_row(statement) for statement in view.statements(query))


def said_row(statement: Statement) -> SaidRow:
    """A statement as a row."""
    claim, figure = statement.claim, main_figure(statement.claim)
    bounds = figure.bounds if figure else None
    return SaidRow(
        said=statement.said,
        source=claim.attribution.source,
        via=tuple(_passed_on(claim)),
        outlet=statement.appeared.outlet,
        mode=claim.attribution.mode,
        kind=claim.kind,
        certainty=claim.certainty,
        actor=claim.actor,
        place_names=tuple(place.name for place in claim.places),
        place_ids=tuple(place.id for place in claim.places),
        words=claim.text,
        figure=figure.text if figure else None,
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
        bounds=str(bounds) if bounds else None,
        unit=figure.unit if figure else None,
        verdicts=tuple(f"{check}: {verdict}" for check, verdict in statement.verdicts),
        claim=claim.id,
        report=statement.report,
        copies_of=statement.group,
        url=statement.appeared.url,
    )


def main_figure(claim: Claim) -> Quantity | None:
    """The first figure, not counting what only repeats it in another unit or is its whole."""
    return next((one for one in claim.quantities if one.role == "figure"), None)


def _passed_on(claim: Claim) -> Iterator[str]:
    link = claim.attribution.via
    while link is not None:
        yield link.source
        link = link.via
