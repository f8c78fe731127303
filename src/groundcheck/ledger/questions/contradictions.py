"""What sources say against each other, and each of their statements as a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from groundcheck.ledger import comparing
from groundcheck.ledger.contradictions import Contradiction
from groundcheck.ledger.questions.search import said_row
from groundcheck.ledger.store import Query, View

_NARROW: dict[str, Any] = {
    **dict.fromkeys(("words", "source", "origin", "outlet", "check", "report", "group"), ""),
    **dict.fromkeys(("certainty", "verdict")),
}
"""What may hold of one side of a contradiction alone."""


@dataclass(frozen=True, slots=True)
class AgainstRow:
    """One statement of a contradiction.

    ``number`` is the same for all of one contradiction, ``gap`` their widest in ``unit`` and
    ``why`` over what they contradict each other. ``against`` are the ids of the claims that this
    one does not go together with; none where another report of its source has the same.
    """

    number: int
    gap: float | None
    unit: str | None
    why: tuple[str, ...]
    said: date | None
    source: str
    outlet: str
    kind: str
    place_ids: tuple[str, ...]
    words: str
    bounds: str | None
    figure_unit: str | None
    claim: str
    against: tuple[str, ...]
    report: str
    url: str | None


def contradictions(
    view: View, query: Query, min_gap: float | None = None
) -> tuple[Contradiction, ...]:
    """Those that a statement asked for takes part in, the latest first, of one day the widest.

    ``limit`` and ``skip`` count them. With ``min_gap`` only those that are so far apart, each in
    its own unit; what has no figures is left out.
    """
    every = replace(query, limit=None, skip=0)
    wide = replace(every, **_NARROW)
    found: Iterable[Contradiction] = comparing.contradictions(view, wide)
    if wide != every:
        asked = {one.claim.id for one in view.statements(every)}
        found = (one for one in found if any(of.claim.id in asked for of in one.statements))
    kept = [one for one in found if min_gap is None or (one.gap or -1.0) >= min_gap]
    ordered = sorted(kept, key=_order)[query.skip :]
    return tuple(ordered if query.limit is None else ordered[: query.limit])


def rows(found: Iterable[Contradiction]) -> Iterator[AgainstRow]:
    """A row for each statement of each contradiction, numbered from 1."""
    for number, one in enumerate(found, 1):
        for statement in one.statements:
            row = said_row(statement)
            pairs = (pair for pair in one.pairs if row.claim in pair)
            against = sorted(claim for pair in pairs for claim in pair if claim != row.claim)
            yield AgainstRow(
                number, one.gap, one.unit, one.why, row.said, row.source, row.outlet, row.kind,
                row.place_ids, row.words, row.bounds, row.unit, row.claim, tuple(against),
                row.report, row.url,
            )  # fmt: skip


def _order(one: Contradiction) -> tuple[object, ...]:
    last = max(one.days).toordinal() if one.days else 0
    return -last, -(one.gap or 0.0), one.pairs
