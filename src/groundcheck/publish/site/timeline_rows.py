"""A timeline as rows: what each maker's maps show, day by day, and what was claimed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from groundcheck.model import Certainty, Interval, Kind
from groundcheck.publish.chart_data import Band
from groundcheck.publish.site.timeline import Past, days_asked, series_of
from groundcheck.publish.site.timeline_asked import TimelineAsked
from groundcheck.publish.timeline import Claimed


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A map, or a claim, of the days from ``since`` to ``until``.

    ``what`` is "measured" or "said", ``who`` the maker with layer and outlines, or the source.
    ``low`` to ``high`` in ``unit`` is from held to held with contested ground, or what the words
    commit to, in ``bounds`` with brackets that tell which end is left out; empty for a claim that
    gives no such figure, or one of ground that the maps do not show.
    """

    what: Literal["measured", "said"]
    since: date
    until: date
    who: str
    words: str
    outlet: str
    kind: Kind | None
    certainty: Certainty | None
    low: float | None
    high: float | None
    bounds: str | None
    unit: str | None
    claim: str | None


def timeline_rows(of: Past, asked: TimelineAsked) -> tuple[TimelineRow, ...]:
    """The maps and claims of the days asked for, by day."""
    since, until = days_asked(of, asked)
    rows = [
        row
        for band in series_of(of, asked).bands
        for row in _measured(band, asked.unit)
        if since <= row.since <= until
    ]
    rows += [_said(one, asked.unit) for one in shown(of, asked)]
    return tuple(sorted(rows, key=lambda row: (row.since, row.what, row.who, row.claim or "")))


def shown(of: Past, asked: TimelineAsked) -> tuple[Claimed, ...]:
    """The claims that speak of the days asked for and are among those asked for."""
    since, until = days_asked(of, asked)
    return tuple(
        one
        for one in of.claims
        if asked.keeps(one)
        and one.since
        and one.until
        and one.since <= until
        and one.until >= since
    )


def _measured(band: Band, unit: str) -> Iterator[TimelineRow]:
    for day, low, high in zip(band.days, band.low, band.high, strict=True):
        yield TimelineRow(
            "measured", day, day, band.maker, "", "", None, None, low, high,
            str(Interval(low, high)), unit, None,
        )  # fmt: skip


def _said(one: Claimed, unit: str) -> TimelineRow:
    stated = one.stated(unit)
    low, high, bounds = (stated.low, stated.high, str(stated)) if stated else (None, None, None)
    return TimelineRow(
        "said", one.since or date.min, one.until or date.min, one.source, one.words, one.outlet,
        one.kind, one.certainty, low, high, bounds, unit if stated else None, one.id,
    )  # fmt: skip
