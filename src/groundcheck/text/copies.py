"""Copies of a text: reprints, shortened or retitled ones, with a lead or a correction of their own.

A wire service's report is printed by many outlets, cut from the end, under other titles. Two texts
are copies where most runs of words of the shorter one stand in the longer one too. A bulletin of
today has the phrases of yesterday's and other figures, so the runs that hold a figure are also
counted by themselves, and the lesser share decides. What is much shorter than the other is a part
of it, such as one entry of a day's digest, and no copy of the whole.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from groundcheck.text.sentences import sentences
from groundcheck.text.shingles import Shingle, is_figure, shingles, words

LEAST = 0.6
"""The share of the shorter text from which one of two texts is a copy of the other."""

SHORTEST = 0.25
"""A copy has at least this part of the other's words."""

FIGURES = 4
"""From so many figures on in the shorter text those are counted by themselves."""

BANDS, ROWS = 3, 4
FIRST, FURTHER = 8, 4
"""How many pairs of sentences have fingerprints: the first, since texts are cut from the end, and
some of the others."""

_SEED = 20261126
_LEAST_WORDS = 8
_FEW = 3  # In so short a text each sentence counts by itself, too.
_SENTENCE_SHINGLE = 3


def share(one: str, other: str) -> float:
    """How much of the shorter text, in runs of words, stands in the longer one: from 0 to 1.

    0.0 where the shorter one has less than ``SHORTEST`` of the other's words.
    """
    shorter, longer = sorted((words(one), words(other)), key=len)
    if not shorter or len(shorter) < SHORTEST * len(longer):
        return 0.0
    runs, held = _runs(shorter), _runs(longer)
    shared = _part(runs, held)
    if sum(map(is_figure, shorter)) < FIGURES:
        return shared
    return min(shared, _part(frozenset(filter(_has_figure, runs)), held))


def fingerprint(text: str) -> tuple[int, ...]:
    """Signed 64-bit numbers, sorted: texts that are copies have one in common, save very few.

    They are MinHash bands of some pairs of neighbouring sentences, each number once: a stock phrase
    ("could not be verified") stands in many texts, but seldom beside the same sentence. Other texts
    may still have one in common, so ``share`` decides.
    """
    found: set[int] = set()
    for said in _chosen(text):
        found.update(_bands(said))
    return tuple(sorted(found))


def _part(runs: frozenset[Shingle], held: frozenset[Shingle]) -> float:
    return len(runs & held) / len(runs)


def _has_figure(run: Shingle) -> bool:
    return any(map(is_figure, run))


@lru_cache(maxsize=16)
def _runs(said: tuple[str, ...]) -> frozenset[Shingle]:
    return shingles(said)


def _chosen(text: str) -> Iterator[tuple[str, ...]]:
    """The first blocks, and those of the rest that any copy of it would choose too."""
    said = [words(text[span.start : span.end]) for span in sentences(text)]
    long = [sentence for sentence in said if len(sentence) >= _LEAST_WORDS]
    blocks = [one + other for one, other in pairwise(long)]
    if len(long) <= _FEW:
        blocks += long or [whole for whole in (words(text),) if whole]
    yield from blocks[:FIRST]
    yield from sorted(blocks[FIRST:], key=_by_chance)[:FURTHER]


def _by_chance(sentence: Sequence[str]) -> bytes:
    return hashlib.blake2b(" ".join(sentence).encode("utf-8", "replace"), digest_size=8).digest()


def _bands(said: tuple[str, ...]) -> Iterator[int]:
    from rensa import RMinHash  # noqa: PLC0415

    sketch = RMinHash(BANDS * ROWS, _SEED)
    sketch.update([" ".join(run) for run in sorted(shingles(said, _SENTENCE_SHINGLE))])
    digest = sketch.digest()
    for band in range(BANDS):
        rows = struct.pack(f"<{ROWS}I", *digest[band * ROWS : (band + 1) * ROWS])
        hashed = hashlib.blake2b(rows, digest_size=8, salt=band.to_bytes(2, "little")).digest()
        yield int.from_bytes(hashed, "little", signed=True)
