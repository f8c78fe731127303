"""The trained tagger: who says what, by a small network over the words of a text.

The network was trained by ``training/`` and lies in ``data/tagger`` with its model card. It
tags words as parts of a source, a cue or a content, and links each cue to its source and each
piece of content to its cue. Loaded at first use, then kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from groundcheck.model import AttributionRelation, Span
from groundcheck.readers.tag_chain import Chain, Run
from groundcheck.readers.tagger_input import Layout, Window, windows
from groundcheck.text.wordpieces import WordPieces

_BATCH = 8


class Session(Protocol):
    """A loaded network, as ``onnxruntime`` runs it."""

    def run(self, names: Sequence[str], fed: dict[str, NDArray[np.int64]]) -> Sequence[Any]:
        """The outputs of these names for inputs by name."""
        ...


@dataclass(frozen=True, slots=True)
class Tagger:
    """A loaded network with what its numbers mean."""

    session: Session
    vocabulary: WordPieces
    chain: Chain
    link: int

    def relations(self, text: str, layout: Layout) -> tuple[AttributionRelation, ...]:
        """The attribution relations of a text in its order.

        A source or a content that belongs to no cue stands in a relation of its own.
        ``layout.sentences`` may be a choice of the text's sentences: only they are read.
        """
        found = list(windows(text, layout, self.vocabulary))
        related = [
            relation
            for start in range(0, len(found), _BATCH)
            for relation in self._batch(found[start : start + _BATCH])
        ]
        return tuple(sorted(related, key=lambda r: (*r.cue, *r.content, *r.source)[0]))

    def _batch(self, batch: Sequence[Window]) -> Iterable[AttributionRelation]:
        fed = {
            "pieces": _padded([w.pieces for w in batch]),
            "looks": _padded([w.looks for w in batch]),
        }
        scores, links = self.session.run(["scores", "links"], fed)
        rows = np.arange(len(batch))[:, None]
        firsts = _padded([w.firsts for w in batch])
        at_words = scores[rows, firsts]
        chains = self.chain.best(at_words, [len(w.words) for w in batch])
        for row, window in enumerate(batch):
            size = len(window.words)
            read = _Read(
                window.words,
                _sure(at_words[row, :size], chains[row]),
                np.concatenate([links[row, :1], links[row, firsts[row, :size]]]),
                self.link,
            )
            yield from read.relations(list(self.chain.runs(chains[row])))


@dataclass(frozen=True, slots=True)
class _Read:
    """One window as the network sees it: how sure it is of each word's tag, and the link vectors.

    Row 0 of ``links`` stands for "none", row n for word n - 1.
    """

    words: tuple[Span, ...]
    sure: NDArray[Any]
    links: NDArray[Any]
    size: int

    def relations(self, runs: Sequence[Run]) -> Iterable[AttributionRelation]:
        """Every cue with its source and its pieces of content; what belongs to no cue alone."""
        sources = [r for r in runs if r.role == "source"]
        cues = [r for r in runs if r.role == "cue"]
        contents = [r for r in runs if r.role == "content"]
        speaker = {cue: self._linked(cue, sources, 0, 1) for cue in cues}
        owner = {content: self._linked(content, cues, 2, 3) for content in contents}
        for cue, source in speaker.items():
            mine = [content for content, other in owner.items() if other is cue]
            yield self._relation([source] if source else [], [cue], mine)
        for source in sources:
            if source not in speaker.values():
                yield self._relation([source], [], [])
        for content, other in owner.items():
            if other is None:
                yield self._relation([], [], [content])

    def _linked(self, one: Run, others: Sequence[Run], seeks: int, sought: int) -> Run | None:
        """Which of ``others`` (or none) ``one`` belongs to, by the product of their vectors."""
        if not others:
            return None
        rows = [0, *(other.start + 1 for other in others)]
        vector = self.links[one.start + 1, seeks * self.size : (seeks + 1) * self.size]
        best = int(
            (self.links[rows, sought * self.size : (sought + 1) * self.size] @ vector).argmax()
        )
        return others[best - 1] if best else None

    def _relation(
        self, source: Sequence[Run], cue: Sequence[Run], content: Sequence[Run]
    ) -> AttributionRelation:
        parts = [*source, *cue, *content]
        sure = min(float(self.sure[run.start : run.end].mean()) for run in parts)
        return AttributionRelation(
            source=self._spans(source),
            cue=self._spans(cue),
            content=self._spans(content),
            confidence=round(sure, 3),
        )

    def _spans(self, runs: Sequence[Run]) -> tuple[Span, ...]:
        return tuple(Span(self.words[r.start].start, self.words[r.end - 1].end) for r in runs)


def _sure(scores: NDArray[Any], chain: Sequence[int]) -> NDArray[Any]:
    """The probability of each chosen tag among all tags of its word."""
    likely = np.exp(scores - scores.max(-1, keepdims=True))
    chosen: NDArray[Any] = likely[np.arange(len(chain)), chain] / likely.sum(-1)
    return chosen


def _padded(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    filled = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for at, row in enumerate(rows):
        filled[at, : len(row)] = row
    return filled


@cache
def shipped_tagger() -> Tagger:
    """The tagger that comes with the package."""
    import onnxruntime  # noqa: PLC0415 - slow to import, and many texts need no tagger

    folder = files("groundcheck") / "data" / "tagger"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        (folder / "tagger.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    pieces = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
    numbers = json.loads((folder / "chain.json").read_text("utf-8"))
    return Tagger(
        session, WordPieces(pieces), Chain(numbers["tags"], numbers["moves"]), numbers["link"]
    )
