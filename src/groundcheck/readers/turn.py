"""One speaker's own words where a text sets them apart: a turn of a transcript, a post."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model import Span, When


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words in a transcript or digest. ``speaker`` is "" for the one who asks.

    ``about`` is where the introduction says who the one who answers is.
    """

    span: Span
    label: Span
    speaker: str
    about: Span
    medium: str | None
    said: When | None
