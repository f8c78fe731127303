"""A clause whose actor is asked for, with what is known of it before its words are weighed."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model import Kind, Span
from groundcheck.readers.actor_cues import CUT_OFF, PASSIVE
from groundcheck.readers.chunks import Chunk
from groundcheck.readers.classify import AREAS, PARTS
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.voices import Zone


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause in its voice, with its predicate and kind.

    ``goes_on`` says that without a subject it speaks of whom the one before it spoke of. ``last``
    is the actor of that one, ``recent`` the last actor of any claim so far, ``prior`` that of the
    claim right before, if it has one.
    """

    zone: Zone
    chunk: Chunk
    match: Predicate | None
    kind: Kind
    goes_on: bool = False
    last: str | None = None
    recent: str | None = None
    prior: str | None = None

    @property
    def before(self) -> Span:
        """What stands before the predicate, or the figure, and may name the subject."""
        span, figures = self.chunk.span, self.chunk.figures
        if self.match:
            end = self.match.span.start if span.contains(self.match.span) else span.end
        else:
            end = figures[0].span.start if figures else span.end
        return Span(span.start, end if end > span.start or self.match else span.end)

    @property
    def counts(self) -> bool:
        """Whether it counts what is no ground: there only the words say who did it."""
        figures = self.chunk.figures
        ground = bool(figures) and figures[0].unit in (*AREAS, *PARTS, "settlements")
        return self.kind in ("count", "share") and not ground


def is_passive(text: str, match: Predicate) -> bool:
    """Whether a predicate is undergone: "was captured", "has been cut off"."""
    if match.role == "neutral" and not CUT_OFF.match(match.text):
        return False
    return PASSIVE.search(text, max(0, match.span.start - 20), match.span.end) is not None
