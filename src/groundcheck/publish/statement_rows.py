"""Statements as rows: the columns of CSV and Parquet, and the properties of GeoJSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from groundcheck.model import Entry, Quantity, Record
from groundcheck.publish.json import one_line
from groundcheck.publish.shape import flat_slots, published


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement. ``None`` is what is not known or was not said.

    ``claim`` to ``copies_of`` are ids: of the claim, its report, its proposition and its group of
    copies. ``words`` are exactly those of the report. ``said`` is the day it was said, ``since``
    and ``until`` (not included) the days it speaks of, ``time`` the same in EDTF. ``figure`` to
    ``bounds`` are of the first figure: its words, what they commit to from ``low`` to ``high`` in
    ``unit``, the same with brackets that tell which end is left out, and what a reader takes from
    ``likely_low`` to ``likely_high``. ``verdicts`` are "check: verdict". ``outlet`` to ``title``
    are of the earliest appearance. ``confidence`` is how surely it is a claim. The last two are
    all places and all figures as JSON, in the form of ``--format jsonl``.
    """

    claim: str
    report: str
    proposition: str
    copies_of: str
    words: str
    kind: str
    certainty: str
    source: str
    mode: str
    medium: str | None
    origin: str
    actor: str | None
    said: date | None
    since: date | None
    until: date | None
    time: str | None
    place_ids: tuple[str, ...]
    place_names: tuple[str, ...]
    measure: str | None
    figure: str | None
    low: float | None
    high: float | None
    bounds: str | None
    likely_low: float | None
    likely_high: float | None
    unit: str | None
    verdicts: tuple[str, ...]
    outlet: str
    url: str | None
    published: date | None
    title: str | None
    appearances: int
    copies: int
    confidence: float | None
    places: str
    figures: str


def rows(records: Iterable[Record]) -> Iterator[StatementRow]:
    """The statements of the records in their order."""
    for record in records:
        yield from map(row, record.entries)


def row(entry: Entry) -> StatementRow:
    """The statement as a row."""
    one = entry.statement
    claim, slots, shown = one.claim, flat_slots(one.claim), one.appeared
    figure = _figure(claim.quantities)
    bounds, likely = (figure.bounds, figure.likely) if figure else (None, None)
    return StatementRow(
        claim=claim.id,
        report=one.report,
        proposition=one.proposition.key,
        copies_of=one.group,
        words=claim.text,
        kind=claim.kind,
        certainty=claim.certainty,
        source=claim.attribution.source,
        mode=claim.attribution.mode,
        medium=claim.attribution.medium,
        origin=one.origin,
        actor=claim.actor,
        said=one.said,
        since=one.since,
        until=one.until,
        time=slots["time"],
        place_ids=tuple(place.id for place in claim.places),
        place_names=tuple(place.name for place in claim.places),
        measure=one.proposition.measure or None,
        figure=figure.text if figure else None,
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
        bounds=str(bounds) if bounds else None,
        likely_low=likely.low if likely else None,
        likely_high=likely.high if likely else None,
        unit=figure.unit if figure else None,
        verdicts=tuple(f"{check}: {verdict}" for check, verdict in one.verdicts),
        outlet=shown.outlet,
        url=shown.url,
        published=shown.published,
        title=shown.title,
        appearances=len(entry.appearances),
        copies=len(entry.copies),
        confidence=claim.confidence.claim if claim.confidence else None,
        places=one_line(published(claim.places)),
        figures=one_line(published(claim.quantities)),
    )


def _figure(quantities: tuple[Quantity, ...]) -> Quantity | None:
    """The first figure that is neither another's conversion nor its whole, else the first."""
    figures = [one for one in quantities if one.role == "figure"]
    return next(iter(figures or quantities), None)
