"""An appearance: one place where a report's text stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Appearance:
    """A page of an outlet, an entry of a feed, a file: the same text may stand in many.

    ``report`` is the id of the text. ``item`` names where it was brought from, so that it can be
    found again ("news.jsonl#17", "https://…"). The rest is as the item says it; ``published`` is
    the day of publication there.
    """

    report: str
    item: str
    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None

    @property
    def outlet(self) -> str:
        """Who carried it, as shortly as it is known: the publisher, else the address, the item."""
        return self.publisher or self.url or self.item
