"""Checking what is on record again, once there are other layers or checks than before.

The newer findings stand beside the older ones and count from then on; claims stay as they were
read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from groundcheck.ledger.reading import checked_by, evidence_for_many
from groundcheck.ledger.store import Ledger, Query
from groundcheck.ledger.store.query import ALL
from groundcheck.model import Finding

_TOGETHER = 50
"""So many reports are written in one transaction."""


@dataclass(frozen=True, slots=True)
class Rechecked:
    """How many reports were looked at, and how many of them had not been checked so before."""

    checked_by: str
    reports: int = 0
    anew: int = 0


def recheck(
    ledger: Ledger,
    store: Path | None,
    query: Query = ALL,
    progress: Callable[[Rechecked], None] | None = None,
) -> Rechecked:
    """Check the reports that hold a statement that is asked for, against the layers of today.

    ``progress`` is told after each transaction; interrupted, what is written stays. Raises
    ``DataError`` where the store is damaged or the ledger cannot be written.
    """
    by = checked_by(store)
    done = Rechecked(by)
    found = _findings(ledger, query, by, store)
    while part := list(islice(found, _TOGETHER)):
        with ledger.writing() as writer:
            anew = sum(
                writer.check_again(report, findings, by)
                for report, findings in part
                if findings is not None
            )
        done = replace(done, reports=done.reports + len(part), anew=done.anew + anew)
        if progress is not None:
            progress(done)
    return done


def _findings(
    ledger: Ledger, query: Query, by: str, store: Path | None
) -> Iterator[tuple[str, tuple[Finding, ...] | None]]:
    """Each report with its findings of today; ``None`` where it was checked so already."""
    from groundcheck.checks import check_all  # noqa: PLC0415

    base = evidence_for_many(store)
    for report in [each.id for each in ledger.reports(query)]:
        if ledger.readings(report)[-1].checked_by == by:
            yield report, None
            continue
        outcome = ledger.outcome(report)
        yield report, check_all(outcome.report, outcome.claims, base)
