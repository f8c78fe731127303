"""All that one source said, counted, and how it compared with the maps and other statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from groundcheck.checks.source_names import is_named
from groundcheck.ledger import comparing
from groundcheck.ledger.questions.search import SaidRow, search
from groundcheck.ledger.store import Query, Tally, View
from groundcheck.model import THE_REPORT, Finding, Kind, Verdict

LATEST = 5
"""So many of a source's latest statements stand on its page."""
MOST = 1000
"""Among so many statements at most is looked for corrections and drifts: it takes a while."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """How often one check came to one verdict on claims of one kind that were said in one year.

    ``count`` is of the ``of`` findings of that check on claims of that kind and year, ``share``
    the percentage. A claim has a finding of one check for each of its readings or places.
    ``median_gap`` is the median distance between what was said and what was found, in ``unit``,
    over the ``gaps`` findings that have one. ``year`` is ``None`` where the day is not known.
    """

    kind: str
    year: int | None
    check: str
    verdict: Verdict
    count: int
    of: int
    share: float
    unit: str | None
    gaps: int
    median_gap: float | None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What a ledger has of one source.

    ``is_one`` tells that the name is one source's. "A senior officer" is another one in each
    report, and so is "the report" save where one outlet's are asked for; how many sources compared
    together would say nothing of any of them, so then ``compared`` is empty.

    ``statements`` counts what it said, from ``first`` to ``last``; ``kinds`` by kind, most
    first. ``compared`` is by kind, year, check and verdict. ``corrections`` are findings on what
    it said otherwise later, ``drifts`` on what outlets changed of its words; both are ``None``
    where there are more than ``MOST`` statements to look at. ``latest`` are its latest statements.
    """

    source: str
    is_one: bool
    statements: int
    first: date | None
    last: date | None
    kinds: tuple[tuple[str, int], ...]
    compared: tuple[ComparedRow, ...]
    corrections: tuple[Finding, ...] | None
    drifts: tuple[Finding, ...] | None
    latest: tuple[SaidRow, ...]


def source(view: View, query: Query) -> SourcePage:
    """The page about ``query.source``; the rest of the query narrows what is counted.

    What many reports carry is counted once, as the earliest has it (``query.once``), so that
    neither copies nor what outlets change on the way count as more of the source's statements.
    ``query.limit`` is that of the latest statements, ``LATEST`` where it is not given.
    """
    one = is_named(query.source) or (query.source == THE_REPORT and bool(query.outlet))
    carried, query = query, replace(query, once=True)
    counted = ((str(kind), view.count(replace(query, kind=kind))) for kind in _kinds(query))
    kinds = sorted((one for one in counted if one[1]), key=lambda one: (-one[1], one[0]))
    limit = LATEST if query.limit is None else query.limit
    rows = search(view, replace(query, limit=limit))
    count = view.count(query)
    every = replace(carried, limit=None, skip=0) if count <= MOST else None
    return SourcePage(
        source=query.source,
        is_one=one,
        statements=count,
        first=_first_day(view, replace(query, oldest_first=True)),
        last=_first_day(view, replace(query, oldest_first=False)),
        kinds=tuple(kinds),
        compared=compared(view.tally(query)) if one else (),
        corrections=tuple(comparing.corrections(view, every)) if every else None,
        drifts=tuple(comparing.drifts(view, every)) if every else None,
        latest=rows,
    )


def compared(tallies: Sequence[Tally]) -> tuple[ComparedRow, ...]:
    """The counts as rows, each with its share of all of its kind, year and check."""
    totals: dict[tuple[str, int | None, str], int] = {}
    for one in tallies:
        key = (one.kind, one.year, one.check)
        totals[key] = totals.get(key, 0) + one.count
    rows = (_row(one, totals[one.kind, one.year, one.check]) for one in tallies)
    return tuple(sorted(rows, key=_order))


def _kinds(query: Query) -> tuple[Kind, ...]:
    return (query.kind,) if query.kind else get_args(Kind)


def _first_day(view: View, query: Query) -> date | None:
    return next((one.said for one in view.statements(replace(query, limit=1))), None)


def _row(one: Tally, of: int) -> ComparedRow:
    return ComparedRow(
        one.kind, one.year, one.check, one.verdict, one.count, of, round(100 * one.count / of, 2),
        one.unit, one.gaps, one.median_gap,
    )  # fmt: skip


def _order(row: ComparedRow) -> tuple[object, ...]:
    verdicts: tuple[str, ...] = get_args(Verdict)
    last = row.year is None, row.year or 0
    return (row.kind, *last, row.check, verdicts.index(row.verdict), row.unit or "")
