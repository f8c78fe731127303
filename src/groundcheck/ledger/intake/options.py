"""What whoever brings reports in may say beforehand, of a whole source or of some bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from groundcheck.errors import BadValue
from groundcheck.ledger.limits import Limits

TARGETS = ("text", "html", "published", "url", "publisher", "title", "language")
"""What a field of a JSON record can be read as; ``html`` is a text with markup."""


_LIMITS = Limits(total=32 * 2**30)
"""Crawls are larger than maps, and are never held."""


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """How a source is to be read.

    ``fields`` says under which path of a JSON record something stands, before any mapping that is
    known: ``{"text": "body.article"}``. ``today`` is the day after which nothing can have been
    published; without it no day is too late. ``encoding`` is that of texts without a mark.
    Raises ``BadValue`` for a field that is none of ``TARGETS``, and for an encoding that is none.
    """

    today: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    limits: Limits = _LIMITS

    def __post_init__(self) -> None:
        for name in self.fields:
            if name not in TARGETS:
                raise BadValue(f"field {name!r}: wants one of {', '.join(TARGETS)}")
        try:
            "".encode(self.encoding or "utf-8")
        except (LookupError, ValueError):
            raise BadValue(f"{self.encoding!r} is not the name of an encoding") from None


@dataclass(frozen=True, slots=True)
class About:
    """What is known of bytes or of a text from outside: an answer's header, a feed's entry.

    It counts where the item itself says nothing. ``content_type`` is as in HTTP.
    """

    content_type: str | None = None
    url: str | None = None
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
