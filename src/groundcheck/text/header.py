"""The leading ``date YYYY-MM-DD`` of a report, its day of publication."""

from __future__ import annotations

import re

from groundcheck.model import Span

_HEADER = re.compile(r"[\s\ufeff]*(date:?[ \t]+(\d{4}-\d{2}-\d{2}))(?!\d)", re.IGNORECASE)


def find_header(text: str) -> tuple[Span, str] | None:
    """Where the leading date stands and the day as written, which may be none of the calendar.

    White space and byte-order marks may come before it. ``None`` where the text starts with
    anything else.
    """
    found = _HEADER.match(text)
    return None if found is None else (Span(found.start(1), found.end(1)), found[2])
