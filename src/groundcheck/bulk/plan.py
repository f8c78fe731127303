"""The plan of a bulk run: what is done with every text, where, and in which order. Nothing is run.

Texts are split into partitions by their ids, so that the same text, however often it is met, lies
in one of them. A partition is what a worker does at a time, and what a run that is taken up again
has done or has not. What comes of it is the same whoever does it, and in whatever order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from groundcheck.ledger.store import content

LEAST, MOST = 16, 4096
"""How many partitions there are, where nobody says."""
_BYTES = 8 * 2**20
"""So much of the sources, packed or not, is meant for a partition."""

_MODULO = 2**256


@dataclass(frozen=True, slots=True)
class Plan:
    """What makes two runs the same: the sources, how they are read, and by what."""

    sources: tuple[str, ...]
    checks: bool
    reader: str
    version: str
    checked_by: str
    partitions: int
    intake: str = ""

    def partition(self, report: str) -> int:
        """The partition of a report by its id; ids of a later partition come after it."""
        return int(report[:12], 16) * self.partitions >> 48

    def differs(self, other: Plan) -> str:
        """The first thing, in words, that another plan has otherwise; "" where they are the same.

        How many partitions there are changes nothing in what comes out.
        """
        for name, words in _WORDS.items():
            if getattr(self, name) != getattr(other, name):
                return words
        return ""


_WORDS = {
    "sources": "other sources",
    "checks": "the other command (read or check)",
    "reader": "another reader",
    "version": "another version of the reader",
    "checked_by": "other checks or layers",
    "intake": "other fields or another encoding",
}


def partitions_for(size: int) -> int:
    """How many partitions sources of so many bytes are split into."""
    return max(LEAST, min(MOST, size // _BYTES))


def month(day: date | None) -> str:
    """The folder of a table for reports of that day."""
    return f"month={day.isoformat()[:7]}" if day else "month=unknown"


def part(partition: int) -> str:
    """The name of a partition's file in each folder."""
    return f"part-{partition:05}.parquet"


def in_order(lengths: Mapping[str, int]) -> list[str]:
    """The reports of a partition in the order in which they are read: the shortest first.

    Texts of one length after another keep what a network needs of memory at one size for long.
    """
    return sorted(lengths, key=lambda report: (lengths[report], report))


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a partition, or of all; tallies can be added, in any order.

    ``rows`` is the sum of the SHA-256 of all rows, modulo 2 to the power of 256: equal where the
    same rows came out, in whatever files and order.
    """

    reports: int = 0
    appearances: int = 0
    claims: int = 0
    findings: int = 0
    failures: int = 0
    rows: str = "0" * 64

    def __add__(self, other: Tally) -> Tally:
        rows = (int(self.rows, 16) + int(other.rows, 16)) % _MODULO
        return Tally(
            self.reports + other.reports,
            self.appearances + other.appearances,
            self.claims + other.claims,
            self.findings + other.findings,
            self.failures + other.failures,
            f"{rows:064x}",
        )


@dataclass(frozen=True, slots=True)
class Ended:
    """What a run was and what came of it in all."""

    plan: Plan
    tally: Tally


def hash_of(tables: Iterable[Sequence[Any]]) -> str:
    """The sum that ``Tally.rows`` is, over the rows of some tables."""
    total = 0
    for rows in tables:
        for row in rows:
            said = f"{type(row).__name__} {content.line(row)}"
            total += int.from_bytes(hashlib.sha256(said.encode("ascii")).digest(), "big")
    return f"{total % _MODULO:064x}"
