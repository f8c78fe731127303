"""A claim as it stands in its sentence: the words of both, and what the sentence has in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from groundcheck.model import Claim, Span, hull
from groundcheck.readers.document import Document
from groundcheck.text.wordlists import WEEKDAYS

_CUES = frozenset("said says told according reported wrote".split())
_HEDGES = frozenset(
    "may might could would will shall should must if likely probably possibly perhaps reportedly "
    "allegedly apparently appear appears appeared seem seems seemed thought believed expected "
    "unconfirmed".split()
)
STEM = 4
"""Letters by which an actor's name is known again: "Russia" in "Russian forces"."""
_MARKS = ".,;:!?()[]\"'“”«»-…"


@dataclass(slots=True)
class Sentence:
    """What is seen of a sentence; ``claims`` is how many begin in it."""

    words: list[str]
    claims: int
    asks: bool
    quotes: bool
    speaks: bool
    hedges: bool
    dated: bool


@dataclass(slots=True)
class Sight:
    """A claim, the span from its first to its last word, its words, and its sentence."""

    claim: Claim
    at: Span
    words: list[str]
    sentence: Sentence


def sights(doc: Document, claims: Sequence[Claim]) -> Iterator[Sight]:
    """Each claim of a report in its sentence."""
    starts = [sentence.start for sentence in doc.sentences]
    wholes = [claim.spans[0] if len(claim.spans) == 1 else _whole(claim) for claim in claims]
    homes = [bisect_right(starts, whole.start) - 1 for whole in wholes]
    crowd = Counter(homes)
    known: dict[int, Sentence] = {}
    for claim, at, home in zip(claims, wholes, homes, strict=True):
        if home not in known:
            span = doc.sentences[home] if home >= 0 else at
            known[home] = _sentence(doc.plain[span.start : span.end], crowd[home])
        yield Sight(claim, at, words_of(doc.plain[at.start : at.end]), known[home])


def words_of(text: str) -> list[str]:
    """The words in lower case, without the marks around them."""
    return [word.strip(_MARKS) for word in text.lower().split()]


@lru_cache(maxsize=1024)
def stems_of(name: str) -> frozenset[str]:
    """How the longer words of a name begin."""
    return frozenset(word[:STEM] for word in words_of(name) if len(word) > 2)


def _whole(claim: Claim) -> Span:
    return hull(claim.spans or (Span(0, 0),))


def _sentence(text: str, claims: int) -> Sentence:
    words = words_of(text)
    known = frozenset(words)
    return Sentence(
        words,
        claims,
        asks=text.rstrip("\"'” )").endswith("?"),
        quotes='"' in text or "“" in text,
        speaks=not known.isdisjoint(_CUES),
        hedges=not known.isdisjoint(_HEDGES),
        dated=not known.isdisjoint(WEEKDAYS),
    )
