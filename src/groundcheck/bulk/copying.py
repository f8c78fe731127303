"""Which reports of a bulk run's tables are copies: steps in which only those meet that may be.

First the fingerprints of each text, then, for each fingerprint, the pairs that have it, then to
each pair the one text, and the other, which are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from groundcheck.bulk.plan import Plan, part
from groundcheck.bulk.steps import Row, rows_of
from groundcheck.ledger.filed_folder import REPORTS
from groundcheck.ledger.filed_rows import ReportRow
from groundcheck.ledger.parquet_rows import read
from groundcheck.ledger.store.copying import are_copies
from groundcheck.text import copies

BANDS, PAIRS, HALVES, COPIES = "bands", "pairs", "halves", "copies"

MANY = 100
"""Of more reports with one fingerprint each is paired with the first of them alone: they have a
stock phrase in common, or are copies of these."""


@dataclass(frozen=True, slots=True)
class Band:
    """A report has this fingerprint."""

    band: int
    report: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, the smaller id first; with a text, it is that of the first."""

    one: str
    other: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the tables lie, where the steps are written, and how the ids are split."""

    out: Path
    folder: Path
    plan: Plan

    def reports(self, partition: int) -> Iterator[ReportRow]:
        """The reports of a partition."""
        for path in sorted((self.out / REPORTS).glob(f"*/{part(partition)}")):
            yield from read(path, ReportRow)

    def texts(self, partition: int) -> dict[str, str]:
        """Their texts by their ids."""
        return {row.report: row.text for row in self.reports(partition)}


@dataclass(frozen=True, slots=True)
class Bands:
    """Of each partition the fingerprints of its reports."""

    at: Places

    def begin(self) -> Callable[[int], Iterator[Row]]:
        """See ``Made``."""
        return self._rows

    def _rows(self, partition: int) -> Iterator[Row]:
        for report, text in self.at.texts(partition).items():
            for band in copies.fingerprint(text):
                yield band % self.at.plan.partitions, Band(band, report)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Of each bucket of fingerprints the pairs that have one in common."""

    at: Places

    def begin(self) -> Callable[[int], Iterator[Row]]:
        """See ``Made``."""
        return self._rows

    def _rows(self, bucket: int) -> Iterator[Row]:
        holding: dict[int, list[str]] = defaultdict(list)
        for row in rows_of(self.at.folder, BANDS, bucket, Band):
            holding[row.band].append(row.report)
        for one, other in sorted({pair for held in holding.values() for pair in _paired(held)}):
            yield self.at.plan.partition(one), Pair(one, other)


def _paired(held: list[str]) -> Iterator[tuple[str, str]]:
    first, rest = sorted(held)[:MANY], sorted(held)[MANY:]
    yield from combinations(first, 2)
    for other in rest:
        yield from ((one, other) for one in first)


@dataclass(frozen=True, slots=True)
class Halves:
    """Of each partition the pairs whose first report lies in it, each once, with its text."""

    at: Places

    def begin(self) -> Callable[[int], Iterator[Row]]:
        """See ``Made``."""
        return self._rows

    def _rows(self, partition: int) -> Iterator[Row]:
        found = {(p.one, p.other) for p in rows_of(self.at.folder, PAIRS, partition, Pair)}
        held = self.at.texts(partition) if found else {}
        for one, other in sorted(found):
            yield self.at.plan.partition(other), Pair(one, other, held[one])


@dataclass(frozen=True, slots=True)
class Alike:
    """Of each partition the pairs whose second report lies in it and that are copies."""

    at: Places

    def begin(self) -> Callable[[int], Iterator[Row]]:
        """See ``Made``."""
        return self._rows

    def _rows(self, partition: int) -> Iterator[Row]:
        held = self.at.texts(partition)
        for pair in rows_of(self.at.folder, HALVES, partition, Pair):
            if are_copies(pair.text, held[pair.other]):
                yield 0, Pair(pair.one, pair.other)


STEPS = ((BANDS, Bands), (PAIRS, Pairs), (HALVES, Halves), (COPIES, Alike))
