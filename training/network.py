"""The attribution tagger as a torch module: a small BERT, tags in a chain, and links.

The encoder is MiniLM with six layers (Wang et al. 2020), written out here so that nothing else
needs to be installed. Beside a piece's number it takes the look of its word (case, quotation,
paragraph). Tags are decoded as a linear chain (Lafferty et al. 2001). A cue points at its
source and a piece of content at its cue by the product of two projections, as in the arc
scorer of Dozat and Manning 2017, without its bias.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

LINK = 64
SIZE, HEADS, LAYERS, INNER = 384, 12, 6, 1536


class Block(nn.Module):
    """One layer of the encoder, with the norms after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(SIZE, SIZE) for _ in range(4))
        self.up, self.down = nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)
        self.norm1, self.norm2 = (nn.LayerNorm(SIZE, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The layer's output for ``x`` (batch, length, SIZE), ``mask`` false at padding."""
        batch, length, _ = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, SIZE // HEADS).transpose(1, 2)

        mixed = F.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), mask
        )
        mixed = mixed.transpose(1, 2).reshape(batch, length, SIZE)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    """From pieces and their looks to scores of tags, and to what links are made of."""

    def __init__(self, vocabulary: int, looks: int, tags: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, SIZE)
        # What words mean is kept as it was learnt from far more than US politics.
        self.pieces.weight.requires_grad = False
        self.places = nn.Embedding(512, SIZE)
        self.kind = nn.Parameter(torch.zeros(SIZE))
        self.looks = nn.Embedding(looks, SIZE)
        nn.init.zeros_(self.looks.weight)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(LAYERS))
        self.tags = nn.Linear(SIZE, tags)
        self.links = nn.Linear(SIZE, 4 * LINK)
        self.moves = nn.Parameter(torch.zeros(tags, tags))

    def forward(self, pieces: Tensor, looks: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (batch, length, tags) and link vectors (batch, length, 4 × LINK).

        Piece 0 is padding. The four vectors of a piece: it as a cue that looks for its source,
        as a source, as a content that looks for its cue, as a cue.
        """
        mask = (pieces != 0)[:, None, None, :]
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.places(places) + self.kind + self.looks(looks)
        x = self.drop(self.norm(x))
        for block in self.blocks:
            x = block(x, mask)
        x = self.drop(x)
        return self.tags(x), self.links(x)

    def load_encoder(self, weights: dict[str, Tensor]) -> None:
        """Take the encoder's weights from those of a BERT in the names of its first release."""
        part = {k.removeprefix("bert."): v.float() for k, v in weights.items()}
        with torch.no_grad():
            self.pieces.weight.copy_(part["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(part["embeddings.position_embeddings.weight"])
            self.kind.copy_(part["embeddings.token_type_embeddings.weight"][0])
            _copy(self.norm, part, "embeddings.LayerNorm")
            for number, block in enumerate(self.blocks):
                at = f"encoder.layer.{number}"
                _copy(block.query, part, f"{at}.attention.self.query")
                _copy(block.key, part, f"{at}.attention.self.key")
                _copy(block.value, part, f"{at}.attention.self.value")
                _copy(block.out, part, f"{at}.attention.output.dense")
                _copy(block.norm1, part, f"{at}.attention.output.LayerNorm")
                _copy(block.up, part, f"{at}.intermediate.dense")
                _copy(block.down, part, f"{at}.output.dense")
                _copy(block.norm2, part, f"{at}.output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])


def chain_loss(scores: Tensor, moves: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
    """Negative log likelihood of the right chains of tags, a word.

    ``scores`` (batch, words, tags), ``tags`` and ``mask`` (batch, words); words are at the
    front of their row.
    """
    batch, length, _ = scores.shape
    rows = torch.arange(batch)
    right = scores.gather(2, tags[:, :, None])[:, :, 0]
    right = (right * mask).sum() + (moves[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum()
    total = scores[:, 0]
    for at in range(1, length):
        stepped = torch.logsumexp(total[:, :, None] + moves, dim=1) + scores[:, at]
        total = torch.where(mask[:, at, None], stepped, total)
    return (torch.logsumexp(total, dim=1)[rows].sum() - right) / mask.sum()


def link_loss(
    seekers: Tensor, sought: Tensor, real: Tensor, links: list[tuple[int, int, int]]
) -> Tensor:
    """Cross entropy of links (row, from, to): ``seekers`` against all that is ``sought``.

    ``real`` (batch, length) is false at padding, which nothing can be linked to.
    """
    if not links:
        return seekers.sum() * 0
    rows, start, goal = (torch.tensor(c) for c in zip(*links, strict=True))
    scores = (seekers[rows, start][:, None, :] * sought[rows]).sum(-1) / LINK**0.5
    return F.cross_entropy(scores.masked_fill(~real[rows], -1e4), goal)
