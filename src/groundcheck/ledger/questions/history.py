"""The history of a place: what was claimed about it beside what each maker's maps show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from groundcheck.errors import BadValue
from groundcheck.geo.measure import By
from groundcheck.ledger.asking import Layers
from groundcheck.ledger.questions.about import speaks_of
from groundcheck.ledger.questions.measured import Maps, Shown
from groundcheck.ledger.questions.search import SaidRow, said_row
from groundcheck.ledger.store import Query, View
from groundcheck.model import Interval, Kind, Statement

KINDS: tuple[Kind, ...] = ("control", "share", "capture")
"""Claims of how things stand; what was won or lost over a time is no point of a series."""

_AREAS = ("km2", "mi2", "ha")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The days from ``since`` to ``until``, where given, and how finely the maps are told.

    ``unit`` is "percent" or "km2", that of maps that stand beside no claim. With ``once`` what
    several reports carry is told once, as the earliest has it (``Query.once``). ``limit`` is that
    of the claims, of which the latest are told.
    """

    since: date | None = None
    until: date | None = None
    by: By = "month"
    unit: str = "percent"
    once: bool = True
    limit: int | None = None

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 0:
            raise BadValue(f"--limit {self.limit}: wants 0 or more")
        if self.since and self.until and self.since > self.until:
            raise BadValue(f"--since {self.since}: is after --until {self.until}")


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One statement about the place: a source's claim, or what a maker's map shows.

    ``day`` is the day it speaks of, for a map that of the map. ``what`` is "said" or "measured";
    ``who`` is the source or the maker, ``through`` the outlet or the layer, ``actor`` whose
    ground it is. ``words`` are the claim's, or say how the map was measured. ``low`` to ``high``
    is what the words commit to, or the map's extent over outlines and contested ground, in
    ``unit``; ``bounds`` is the same with brackets that tell which end is left out. A measured
    row with a ``claim`` stands beside that claim, on the map of its day; one without belongs to
    the series.
    """

    day: date | None
    what: Literal["said", "measured"]
    who: str
    through: str
    actor: str | None
    kind: str | None
    certainty: str | None
    words: str
    low: float | None
    high: float | None
    bounds: str | None
    unit: str | None
    verdicts: tuple[str, ...]
    claim: str | None
    report: str | None
    url: str | None


def history(
    view: View, layers: Layers, place: str, wanted: Wanted = Wanted()
) -> tuple[HistoryRow, ...]:
    """The rows by day, maps that stand beside a claim right after it; claims without a day last."""
    maps = Maps(layers, place)
    blocks = [list(_beside(statement, maps)) for statement in claims(view, place, wanted)]
    series = maps.series(wanted.since, wanted.until, wanted.by, wanted.unit)
    blocks += [[_shown(one)] for one in series]
    return tuple(row for block in sorted(blocks, key=_order) for row in block)


def claims(view: View, place: str, wanted: Wanted) -> tuple[Statement, ...]:
    """The claims of how things stand in just this place, the latest first."""
    asked = Query(
        place=place, inside=False, since=wanted.since, until=wanted.until, once=wanted.once
    )
    found: list[Statement] = []
    for kind in KINDS:
        of_kind = view.statements(replace(asked, kind=kind))
        found += islice((o for o in of_kind if speaks_of(o.claim, (place,))), wanted.limit)
    found.sort(key=lambda one: (one.said is not None, one.said or date.min), reverse=True)
    return tuple(found[: wanted.limit])


def day_of(statement: Statement) -> date | None:
    """The last day that the claim speaks of, at the latest the day it was said."""
    last = statement.until - _DAY if statement.until else None
    if last and statement.said:
        return min(last, statement.said)
    return last or statement.said or statement.since


def _beside(statement: Statement, maps: Maps) -> Iterator[HistoryRow]:
    row, day = said_row(statement), day_of(statement)
    yield _said(row, day)
    if day is not None and row.kind != "share":
        unit = "km2" if row.unit in _AREAS else "percent"
        yield from (_shown(one, row) for one in maps.on(day, unit))


def _said(row: SaidRow, day: date | None) -> HistoryRow:
    return HistoryRow(
        day, "said", row.source, row.outlet, row.actor, row.kind, row.certainty, row.words, row.low,
        row.high, row.bounds, row.unit, row.verdicts, row.claim, row.report, row.url,
    )  # fmt: skip


def _shown(one: Shown, beside: SaidRow | None = None) -> HistoryRow:
    bounds = None if one.low is None else str(Interval(one.low, one.high))
    return HistoryRow(
        one.day, "measured", one.maker, one.layer, one.holder, None, None, one.words, one.low,
        one.high, bounds, one.unit, (), beside.claim if beside else None,
        beside.report if beside else None, None,
    )  # fmt: skip


def _order(block: list[HistoryRow]) -> tuple[object, ...]:
    first = block[0]
    day = first.day is None, first.day or date.min
    return (*day, first.what == "measured", first.who, first.through, first.claim or "")
