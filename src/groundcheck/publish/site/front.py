"""The first page: what is on record, the latest reports, and where to go on from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from groundcheck.ledger.store import Info, Query, View
from groundcheck.model import Verdict
from groundcheck.publish import words
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.listing import Entry, place_entries, report_entry, source_entries
from groundcheck.publish.site.parts import Row, row

_REPORTS, _CLAIMS, _OTHERS = 12, 12, 15
_LOOKED_THROUGH = 2000


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What a ledger holds. ``verdicts`` counts the latest findings."""

    template: ClassVar[str] = "front"

    title: str
    info: Info
    verdicts: tuple[tuple[Verdict, int], ...]
    reports: tuple[Entry, ...]
    claims: tuple[Row, ...]
    places: tuple[Entry, ...]
    sources: tuple[Entry, ...]


def front_page(view: View, at: Links) -> FrontPage:
    """The first page of a ledger, which may be empty."""
    counts: dict[Verdict, int] = {}
    for tally in view.tally():
        counts[tally.verdict] = counts.get(tally.verdict, 0) + tally.count
    return FrontPage(
        title="What is on record",
        info=view.info(),
        verdicts=tuple(
            (verdict, counts[verdict]) for verdict in words.VERDICTS if verdict in counts
        ),
        reports=_latest(view, at),
        claims=tuple(row(each, at) for each in view.statements(Query(limit=_CLAIMS))),
        places=tuple(place_entries(view, at)[:_OTHERS]),
        sources=tuple(source_entries(view, at, several=False)[:_OTHERS]),
    )


def _latest(view: View, at: Links) -> tuple[Entry, ...]:
    """The reports that the latest statements stand in."""
    found: dict[str, None] = {}
    for statement in view.statements(Query(limit=_LOOKED_THROUGH)):
        found[statement.report] = None
        if len(found) == _REPORTS:
            break
    return tuple(report_entry(view.report(each), at) for each in found)
