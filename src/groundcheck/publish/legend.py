"""A legend: samples with their words, set in rows that never run into each other."""

from __future__ import annotations

from collections.abc import Iterable

from groundcheck.publish.lettering import LABEL, lines, width, written
from groundcheck.publish.svg import MARGIN, ROOM, tag

SAMPLE, HEIGHT = 30.0, 14.0
_GAP, _BETWEEN, _ROW = 8.0, 26.0, 20.0


def legend(items: Iterable[tuple[str, str]], top: float) -> tuple[str, float]:
    """The items from ``top`` down, and where they end below.

    An item is a sample, drawn from 0, 0 within ``SAMPLE`` by ``HEIGHT`` pixels, and its words.
    """
    parts, x, y = [], MARGIN, top
    for sample, label in items:
        rows = lines(label, ROOM - SAMPLE - _GAP, LABEL)
        taken = SAMPLE + _GAP + max((width(row, LABEL) for row in rows), default=0.0)
        if x > MARGIN and x + taken > MARGIN + ROOM:
            x, y = MARGIN, y + _ROW
        parts.append(tag("g", sample, transform=f"translate({x:.1f} {y:.1f})"))
        for row in rows[:-1]:
            parts.append(written(row, x + SAMPLE + _GAP, y + 12, LABEL))
            y += _ROW
        parts.extend(written(row, x + SAMPLE + _GAP, y + 12, LABEL) for row in rows[-1:])
        x += taken + _BETWEEN if len(rows) < 2 else ROOM
    return "".join(parts), y + _ROW if parts else top
