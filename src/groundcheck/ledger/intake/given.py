"""What a source gives: one text with what its item says of it, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groundcheck.ledger.intake.options import About


@dataclass(frozen=True, slots=True)
class Given:
    """A text, as it is to be read, and where it stood.

    ``item`` names it within its source so that it can be found again ("news.zip/a.txt",
    "news.jsonl#17", an address). ``notes`` are plain sentences about what was left aside: a date
    that cannot be, a text that was cut.
    """

    item: str
    text: str
    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that gives no text, and the reason as one line."""

    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class OnlyLink(Refused):
    """An item that has no text, but says at which address one stands, with what it says of it."""

    about: About
