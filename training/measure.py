"""Figures of a network in training, by the code that ``groundcheck evaluate polnear`` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from corpus import TAGS, Document
from network import LINK, Tagger

from groundcheck.evaluation.polnear import score
from groundcheck.readers import tagger
from groundcheck.readers.tag_chain import Chain
from groundcheck.text.wordpieces import WordPieces


class Session:
    """A torch network that is asked as the runtime asks the exported one."""

    def __init__(self, model: Tagger) -> None:
        self._model = model

    def run(self, _: Sequence[str], fed: dict[str, Any]) -> list[Any]:
        """Scores and link vectors for pieces and looks."""
        with torch.no_grad():
            found = self._model(*(torch.from_numpy(fed[name]) for name in ("pieces", "looks")))
        return [part.numpy() for part in found]


def measure(model: Tagger, documents: Sequence[Document], vocabulary: WordPieces) -> str:
    """F1 of segments and tokens of each role and all together, and of relations."""
    model.eval()
    chain = Chain(TAGS, model.moves.detach().tolist())
    reader = tagger.Tagger(Session(model), vocabulary, chain, LINK)
    found = [reader.relations(doc.annotated.text, doc.layout) for doc in documents]
    rows = score([doc.annotated for doc in documents], found).rows()
    return "  ".join(f"{name} {counts.f1:.3f}" for name, counts in rows.items())
