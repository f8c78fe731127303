"""Times of day, so that a reader of quantities can leave their numbers out."""

from __future__ import annotations

import re

from groundcheck.model.span import Span

_ZONE = r"(?:\s?(?:UTC|GMT|CET|CEST|EET|EEST|MSK|EST|EDT|ET|PST|IST|BST)\b(?:\s?[+-]\d{1,2})?)"
_CLOCK = re.compile(
    rf"(?<![\w:.,])(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!:?\d)(?:\s?[ap]\.?m\b\.?)?{_ZONE}?"
    rf"|(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?\s?(?:a\.m\.|p\.m\.|[ap]m\b){_ZONE}?"
    rf"|(?:1[0-2]|[1-9])\s+o['’]clock\b"
    rf"|(?:[01]\d|2[0-4])[0-5]\d(?:\s+(?:hours|hrs)\b(?:\s+local\s+time)?{_ZONE}?|{_ZONE})"
    rf"|(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?{_ZONE}"
    # The hour of an entry, alone on its line or set off from it.
    r"|(?m:(?<=^)(?:[01]?\d|2[0-3])\.[0-5]\d(?=[ \t]*(?:$|[-–—|:])))"
    r"|(?:GMT|UTC)\s?[+-]\d{1,2}\b)",
    re.IGNORECASE,
)


def find_clock_times(text: str) -> tuple[Span, ...]:
    """Where times of day stand ("08:15", "9 p.m.", "03:00 UTC"), in order."""
    return tuple(Span(*match.span()) for match in _CLOCK.finditer(text))
