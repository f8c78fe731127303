"""The report: a text, when it was published, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """A text as it was given.

    ``id`` is the SHA-256 of the text (see ``ids.report_id``). ``published`` is the day of
    publication, ``None`` when neither the text nor the user said. A leading
    ``date YYYY-MM-DD`` stays part of ``text``.
    """

    id: str
    text: str
    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
