"""What a ledger holds, and what in it differs from what was written, as text or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from groundcheck.ledger.store import Difference, Info
from groundcheck.publish.json import written
from groundcheck.publish.safe import one_line
from groundcheck.publish.shape import published

_NAMES = {
    "path": "ledger",
    "version": "version of the file",
    "size": "bytes",
    "first_day": "first day said",
    "last_day": "last day said",
    "content": "content (SHA-256)",
}


def info(found: Info, as_json: bool) -> str:
    """A line for each field."""
    if as_json:
        return written(published(found))
    lines = []
    for field in fields(found):
        value = getattr(found, field.name)
        shown = f"{value:,}" if isinstance(value, int) else one_line(str(value or "–"))
        lines.append(f"{_NAMES.get(field.name, field.name):<20}{shown}\n")
    return "".join(lines)


def differences(found: Sequence[Difference], as_json: bool) -> str:
    """A line for each, or one that says that there are none."""
    if as_json:
        return written(published(found))
    lines = [f"{one_line(one.what)}: {one_line(one.problem)}\n" for one in found]
    return "".join(lines) or "all is as it was written\n"
