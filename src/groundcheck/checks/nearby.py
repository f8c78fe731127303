"""Which words stand in one sentence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from groundcheck.model import Claim, Place, Span
from groundcheck.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where the sentences of a text begin."""

    starts: tuple[int, ...]

    def index(self, offset: int) -> int:
        """The number of the sentence that holds ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def names(self, claim: Claim, place: Place) -> bool:
        """Whether the sentence that the claim begins in names the place."""
        if place.span is None:
            return False
        sentence = self.index(place.span.start)
        return any(
            self.index(span.start) <= sentence <= self.index(max(span.start, span.end - 1))
            for span in claim.spans
        )

    def name_any(self, claim: Claim) -> bool:
        """Whether the claim's sentence names at least one of its places."""
        return any(self.names(claim, place) for place in claim.places)


def sentences_of(text: str) -> Sentences:
    """The sentences of a text."""
    spans: tuple[Span, ...] = sentences(text)
    return Sentences(tuple(span.start for span in spans) or (0,))
