"""The page of a source: all that it said, and how that compared, per kind and year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from groundcheck.ledger.store import Query, Tally, View
from groundcheck.model import Kind, Verdict
from groundcheck.publish import figures
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.parts import (
    PER_PAGE,
    Pager,
    Row,
    many,
    pages_of,
    row,
    source_title,
)

COLUMNS: tuple[Verdict, ...] = (
    "agrees",
    "depends",
    "disagrees",
    "more than measured",
    "less than measured",
)
"""The verdicts that say how a statement compared; the others say that nothing could."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many findings of one verdict, their share of those compared, and how far apart."""

    count: int
    percent: str
    gap: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How the claims of one kind and year compared in one check; ``aside`` could not be."""

    kind: Kind
    year: int | None
    check: str
    cells: tuple[Cell, ...]
    total: int
    aside: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source. It gets no score: counts and gaps stand as they are.

    ``many`` tells a name that stands for many, whose statements nothing could be counted of.
    """

    template: ClassVar[str] = "source"

    title: str
    many: bool
    columns: tuple[Verdict, ...]
    compared: tuple[Compared, ...]
    rows: tuple[Row, ...]
    pager: Pager


def source_page(view: View, name: str, at: Links, page: int = 1) -> SourcePage:
    """A page of the source of that name; without statements where the ledger has none."""
    asked = Query(source=name, limit=PER_PAGE, skip=(page - 1) * PER_PAGE)
    total = view.count(Query(source=name))
    return SourcePage(
        title=source_title(name),
        many=many(name),
        columns=COLUMNS,
        compared=_compared(view, name) if page == 1 else (),
        rows=tuple(row(each, at) for each in view.statements(asked)),
        pager=Pager(page, pages_of(total), total, lambda number: at.source(name, number)),
    )


def _compared(view: View, name: str) -> tuple[Compared, ...]:
    return () if many(name) else compared(view.tally(Query(source=name)))


def compared(tallies: Iterable[Tally]) -> tuple[Compared, ...]:
    """The counts as a row for each kind, year and check; the latest year first."""
    groups: dict[tuple[Kind, int | None, str], list[Tally]] = {}
    for tally in tallies:
        groups.setdefault((tally.kind, tally.year, tally.check), []).append(tally)
    ordered = sorted(groups, key=lambda key: (-(key[1] or 0), key[0], key[2]))
    return tuple(_row(key, groups[key]) for key in ordered)


def _row(key: tuple[Kind, int | None, str], tallies: list[Tally]) -> Compared:
    total = sum(each.count for each in tallies if each.verdict in COLUMNS)
    cells = tuple(
        _cell([each for each in tallies if each.verdict == verdict], total) for verdict in COLUMNS
    )
    aside = sum(each.count for each in tallies) - total
    return Compared(*key, cells, total, aside)


def _cell(tallies: list[Tally], total: int) -> Cell:
    count = sum(each.count for each in tallies)
    gaps = (
        f"median gap {figures.gap(each.median_gap, each.unit)}"
        + (f" of {each.gaps}" if each.gaps > 1 else "")
        for each in tallies
        if each.gaps and each.median_gap is not None
    )
    percent = f"{round(100 * count / total)}%" if total and count else ""
    return Cell(count, percent, "; ".join(gaps))
