"""Quick figures of a model in training: exact runs and words, over single-sentence pieces."""

from __future__ import annotations

import numpy as np
import torch
from corpus import TAGS, Document, examples
from network import Tagger

from groundcheck.readers.tagger_input import PIECES
from groundcheck.text.wordpieces import WordPieces


def best_chain(scores: np.ndarray, moves: np.ndarray) -> list[int]:
    """The best chain of tags (Viterbi) in which no I- stands without its B-."""
    allowed = moves.copy()
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            if after.startswith("I-") and before[2:] != after[2:]:
                allowed[i, j] = -1e4
    total = scores[0] + np.array([-1e4 if t.startswith("I-") else 0.0 for t in TAGS])
    backs = []
    for row in scores[1:]:
        step = total[:, None] + allowed
        backs.append(step.argmax(0))
        total = step.max(0) + row
    chain = [int(total.argmax())]
    for back in reversed(backs):
        chain.append(int(back[chain[-1]]))
    return chain[::-1]


def runs(tags: list[int], breaks: set[int]) -> set[tuple[str, int, int]]:
    """Runs of one role, cut where a sentence begins."""
    found, start = set(), None
    for at in range(len(tags) + 1):
        role = TAGS[tags[at]] if at < len(tags) else "O"
        goes_on = start is not None and role.startswith("I-")
        if start is not None and (not goes_on or at in breaks):
            found.add((TAGS[tags[start]][2:], start, at))
            start = at if goes_on else None
        if role.startswith("B-"):
            start = at
    return found


def measure(model: Tagger, dev: list[Document], vocabulary: WordPieces) -> str:
    """F1 of exact runs and of words for each role and all together."""
    model.eval()
    moves = model.moves.detach().numpy()
    exact: dict[str, list[int]] = {r: [0, 0, 0] for r in ("source", "cue", "content")}
    token: dict[str, list[int]] = {r: [0, 0, 0] for r in exact}
    for doc in dev:
        begins = {s.start for s in doc.layout.sentences}
        for e in examples([doc], vocabulary, PIECES):
            with torch.no_grad():
                scores, _ = model(
                    torch.tensor([e.window.pieces]), torch.tensor([e.window.looks])
                )
            chain = best_chain(scores[0].numpy()[list(e.window.firsts)], moves)
            breaks = {i for i, w in enumerate(e.window.words) if w.start in begins}
            mine, theirs = runs(chain, breaks), runs(list(e.tags), breaks)
            for role in exact:
                a = {r for r in mine if r[0] == role}
                b = {r for r in theirs if r[0] == role}
                for k, n in enumerate((len(a & b), len(b), len(a))):
                    exact[role][k] += n
                a2 = {w for _, s, t in a for w in range(s, t)}
                b2 = {w for _, s, t in b for w in range(s, t)}
                for k, n in enumerate((len(a2 & b2), len(b2), len(a2))):
                    token[role][k] += n
    both = []
    for table in (exact, token):
        table = {**table, "all": [sum(v[k] for v in table.values()) for k in range(3)]}
        both.append(
            " ".join(f"{r} {2 * c[0] / max(1, c[1] + c[2]):.3f}" for r, c in table.items())
        )
    return f"exact {both[0]} | token {both[1]}"
