"""The tokens of a text and its sentences, so that spans of two annotators can be compared."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from groundcheck.model import Span
from groundcheck.text.sentences import sentences

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Tokens:
    """The words and punctuation marks of a text, known by their number from 0."""

    __slots__ = ("_ends", "_sentence", "_starts")

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _TOKEN.finditer(text)]
        begins = [sentence.start for sentence in sentences(text)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]
        self._sentence = [bisect_right(begins, start) for start in self._starts]

    def within(self, spans: Iterable[Span]) -> frozenset[int]:
        """The tokens of which at least one character lies in one of the spans.

        So a span that cuts the first letter of a word off still has the word.
        """
        return frozenset(
            token
            for span in spans
            if span.start < span.end
            for token in range(
                bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
            )
        )

    def segments(self, tokens: Iterable[int]) -> frozenset[tuple[int, int]]:
        """The runs of neighbouring tokens, cut where a sentence ends: first and last of each."""
        runs: list[tuple[int, int]] = []
        for token in sorted(tokens):
            if (
                runs
                and runs[-1][1] == token - 1
                and (self._sentence[token] == self._sentence[token - 1])
            ):
                runs[-1] = (runs[-1][0], token)
            else:
                runs.append((token, token))
        return frozenset(runs)
