"""A reliability diagram: what was said to be likely beside how often it was so, as one SVG file."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundcheck.publish.figures import number
from groundcheck.publish.lettering import LABEL, NOTE, TICK, TITLE, paragraph, written
from groundcheck.publish.svg import INK, LINE, MARGIN, ROOM, line, picture, tag, ticks

_SIDE, _LEFT, _APART, _UNDER = 300.0, 44.0, 92.0, 42.0
_RADIUS = 4.5
_BLUE = "#1f5fa8"
_NORMAL = 1.96
"""How many standard deviations hold 95 of 100 of what chance does."""


@dataclass(frozen=True, slots=True)
class Point:
    """Cases of like probability: how many, the mean of it, and the part that was right."""

    count: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class Panel:
    """One square of the diagram with its title."""

    title: str
    points: Sequence[Point]


def reliability_svg(title: str, panels: Sequence[Panel], note: str) -> str:
    """Up to two panels side by side, the same file for the same values.

    A point on the diagonal holds what it says; above it more was right. The bar through a point
    is where the part that is right may lie with so few cases (95%, Wilson).
    """
    head, y = paragraph(title, (MARGIN, 14), ROOM, TITLE)
    parts, top = [head], y + 32
    for number_, panel in enumerate(panels):
        parts += _panel(panel, MARGIN + _LEFT + number_ * (_SIDE + _APART), top)
    foot, y = paragraph(note, (MARGIN, top + _SIDE + _UNDER), ROOM, NOTE)
    return picture(title, _says(panels), y + 12, (*parts, foot))


def wilson(point: Point) -> tuple[float, float]:
    """Between which shares the true one lies, 95 times of 100."""
    n, share, z2 = point.count, point.right, _NORMAL**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _NORMAL * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def _panel(panel: Panel, left: float, top: float) -> Iterator[str]:
    def at(said: float, right: float) -> tuple[float, float]:
        return left + said * _SIDE, top + (1 - right) * _SIDE

    yield written(panel.title, left, top - 10, LABEL)
    for value in ticks(0, 1, 5)[0]:
        across, up = at(value, 0), at(0, value)
        yield tag("path", d=line((up, at(1, value))), stroke=LINE)
        yield written(f"{value:.0%}", across[0], across[1] + 18, TICK, "middle")
        yield written(f"{value:.0%}", up[0] - 8, up[1] + 4, TICK, "end")
    yield written("confidence", left + _SIDE / 2, top + _SIDE + 34, TICK, "middle")
    yield tag("path", d=line((at(0, 0), at(1, 1))), stroke=INK, stroke_dasharray="4 4")
    for point in panel.points:
        low, high = wilson(point)
        bar = line((at(point.said, low), at(point.said, high)))
        yield tag("path", class_="bar", d=bar, stroke=_BLUE, stroke_width="1.5")
        x, y = at(point.said, point.right)
        over = at(point.said, high)[1] - 6
        yield tag("circle", class_="point", cx=x, cy=y, r=_RADIUS, fill=_BLUE)
        yield written(number(point.count), x, over, NOTE, "middle")


def _says(panels: Sequence[Panel]) -> str:
    said = []
    for panel in panels:
        points = (f"{p.said:.0%} said, {p.right:.0%} right of {p.count}" for p in panel.points)
        said.append(f"{panel.title}: {'; '.join(points) or 'nothing'}.")
    return " ".join(said)
