"""Right, wanted and given: what precision, recall and F1 are made of."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, how many an annotator wanted, how many a reader gave.

    Precision, recall and F1 lie between 0 and 1 and are 0 where they would divide by nothing.
    """

    right: int = 0
    wanted: int = 0
    given: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.wanted + other.wanted, self.given + other.given
        )

    @property
    def precision(self) -> float:
        """The part of what was given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The part of what was wanted that was given."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.wanted + self.given
        return 2 * self.right / both if both else 0.0


def compared(wanted: Set[object], given: Set[object]) -> Counts:
    """What two sets have in common."""
    return Counts(len(wanted & given), len(wanted), len(given))


def total(counts: Iterable[Counts]) -> Counts:
    """All of them together, each thing counting the same (the micro average)."""
    return sum(counts, Counts())
