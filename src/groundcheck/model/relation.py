"""An attribution relation: the words that name a source, those that say it, what is said."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class AttributionRelation:
    """One source–cue–content triple, each part as its pieces in the order of the text.

    A part that the text does not have is empty: "It was reported that …" has no ``source``.
    ``confidence`` is the reader's own, from 0 to 1; rules and annotators give 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0
