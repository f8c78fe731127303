"""What outlets make of a wire's text: reprint, cut, retitle, lead in, set in their own style."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from random import Random

from invented import filler
from invented.composing import Draft, Paragraph

_RETITLED = (
    "{title} | Live",
    "Wire: {title}",
    "{title}, agency reports",
    "In brief: {title}",
    "World news — {title}",
)


def verbatim(_rng: Random, draft: Draft) -> Draft:
    """Word for word."""
    return draft


def retitled(rng: Random, draft: Draft) -> Draft:
    """Under another title."""
    return replace(draft, title=rng.choice(_RETITLED).format(title=draft.title))


def shortened(rng: Random, draft: Draft) -> Draft:
    """Without some paragraphs at the end, at least half of the words kept."""
    least = draft.words * rng.uniform(0.5, 0.85)
    kept: list[Paragraph] = []
    for one in draft.paragraphs:
        if sum(len(k.text.split()) for k in kept) >= least:
            break
        kept.append(one)
    return replace(draft, paragraphs=tuple(kept))


def led_in(rng: Random, draft: Draft) -> Draft:
    """With a lead of the outlet's own before it."""
    own = filler.paragraph(rng, max(10, min(40, draft.words // 6)))
    return replace(draft, paragraphs=(Paragraph(own), *draft.paragraphs))


def restyled(rng: Random, draft: Draft) -> Draft:
    """With other marks, signs and spellings."""
    edits: list[Callable[[str], str]] = [
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: re.sub(r"(?<=\d)%", " percent", text),
        lambda text: text.replace("kilometers", "kilometres"),
        lambda text: text.replace(" — ", " -- "),
        lambda text: text.replace("'", "’"),
    ]
    chosen = rng.sample(edits, 3)
    return _each(draft, lambda text: _all(chosen, text))


def rewrapped(rng: Random, draft: Draft) -> Draft:
    """With lines of a fixed width."""
    width = rng.choice((68, 72, 80))
    return _each(draft, lambda text: textwrap.fill(text, width, break_on_hyphens=False))


WAYS: tuple[Callable[[Random, Draft], Draft], ...] = (
    verbatim, retitled, shortened, shortened, led_in, restyled, rewrapped,
)  # fmt: skip


def copied(rng: Random, draft: Draft) -> Draft:
    """The draft as one outlet prints it: changed in one way, sometimes in two."""
    for way in rng.sample(WAYS, 2 if rng.random() < 0.3 else 1):
        draft = way(rng, draft)
    return draft


def _each(draft: Draft, edit: Callable[[str], str]) -> Draft:
    changed = tuple(replace(one, text=edit(one.text)) for one in draft.paragraphs)
    return replace(draft, paragraphs=changed)


def _all(edits: list[Callable[[str], str]], text: str) -> str:
    for edit in edits:
        text = edit(text)
    return text
