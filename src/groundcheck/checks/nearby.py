"""Which words stand in one sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from groundcheck.model import Claim, Place
from groundcheck.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where the sentences of a text begin."""

    starts: tuple[int, ...]
    regions: frozenset[tuple[int, str]] = frozenset()

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

    def parts_of(self, claim: Claim) -> bool:
        """Whether the claim's sentence also names a region of the country it speaks of."""
        sentence = self.index(claim.spans[0].start)
        return any((sentence, place.id) in self.regions for place in claim.places)


def sentences_of(text: str, claims: Sequence[Claim] = ()) -> Sentences:
    """The sentences of a text, with the countries whose regions each of them names."""
    bare = Sentences(tuple(span.start for span in sentences(text)) or (0,))
    regions = {
        (bare.index(place.span.start), place.id.split("-")[0])
        for claim in claims
        for place in claim.places
        if place.span is not None and "-" in place.id
    }
    return Sentences(bare.starts, frozenset(regions))
