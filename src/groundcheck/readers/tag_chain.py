"""The best chain of tags for the words of each window, and the runs of words that it marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``start`` to ``end`` (exclusive) of a window, all of one ``role``."""

    role: str
    start: int
    end: int


class Chain:
    """Decodes tags of the form ``B-role``, ``I-role`` and ``O`` with learnt ``moves`` between them.

    ``moves`` (tags, tags) scores a tag by the one before it. What cannot be, an ``I-`` without
    its ``B-``, is never chosen. Viterbi 1967.
    """

    def __init__(self, tags: Sequence[str], moves: Sequence[Sequence[float]]) -> None:
        self.tags = tuple(tags)
        allowed = np.array(moves, dtype=np.float32)
        for before, one in enumerate(tags):
            for after, other in enumerate(tags):
                if other.startswith("I-") and one[2:] != other[2:]:
                    allowed[before, after] = _NEVER
        self._moves = allowed
        self._first = np.array([_NEVER if t.startswith("I-") else 0 for t in tags], np.float32)

    def best(self, scores: Scores, lengths: Sequence[int]) -> list[list[int]]:
        """For each window (windows, words, tags) the tags of its first ``lengths`` words."""
        total = scores[:, 0] + self._first
        backs: list[NDArray[Any]] = []
        totals = [total]
        for at in range(1, scores.shape[1]):
            steps = total[:, :, None] + self._moves
            backs.append(steps.argmax(1))
            total = steps.max(1) + scores[:, at]
            totals.append(total)
        return [
            self._back(row, length, totals, backs) if length else []
            for row, length in enumerate(lengths)
        ]

    def _back(
        self, row: int, length: int, totals: Sequence[Scores], backs: Sequence[NDArray[Any]]
    ) -> list[int]:
        tag = int(totals[length - 1][row].argmax())
        chain = [tag]
        for at in range(length - 2, -1, -1):
            tag = int(backs[at][row, tag])
            chain.append(tag)
        return chain[::-1]

    def runs(self, chain: Sequence[int]) -> Iterator[Run]:
        """The runs of one role in a chain, in order."""
        start = -1
        for at, number in enumerate(chain):
            tag = self.tags[number]
            if start >= 0 and not tag.startswith("I-"):
                yield Run(self.tags[chain[start]][2:], start, at)
                start = -1
            if tag.startswith("B-"):
                start = at
        if start >= 0:
            yield Run(self.tags[chain[start]][2:], start, len(chain))
