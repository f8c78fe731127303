"""One source–cue–content triple: who says what by which words, wherever it was found."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model import Span


@dataclass(frozen=True, slots=True)
class Frame:
    """One source–cue–content triple of a sentence.

    ``source`` is ``None`` where the cue takes over the source before it ("…, and added that").
    ``header`` runs over source, cue and what goes with them (the outlet, the day).
    """

    source: Span | None
    cue: Span
    header: Span
    content: Span
    denies: bool = False
    demands: bool = False
