"""A maker's series as a line with a band above it, broken where no map was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

from groundcheck.publish.chart_data import Band
from groundcheck.publish.chart_frame import Frame
from groundcheck.publish.svg import line, pixels, tag

LONGEST_GAP_DAYS = 45
"""Longer without a map, and nothing is drawn between two of them."""

Point = tuple[float, float]

# Okabe and Ito, "Color Universal Design" (2008), the darker first. Claims are drawn in black,
# and yellow vanishes on white: a dark grey and a deeper yellow stand for these two.
_COLOURS = (
    *("#0072b2", "#d55e00", "#009e73", "#cc79a7"),
    *("#e69f00", "#56b4e9", "#6b6b6b", "#a89a00"),
)
_DASHES = ("", "8 3", "2 3", "10 3 2 3", "5 2", "12 4", "6 2 2 2 2 2", "3 2")
_DOTTED_UP_TO = 60
_NARROWEST_GAP = 1.5
_NEAR = 8.0
# What all lines together may consist of; a point takes up to twelve bytes.
_POINTS = 14_000


def series(band: Band, number: int, box: Frame, of: int = 1) -> str:
    """The ``number``-th of ``of`` series: what was held as a line, what was contested above it."""
    columns = min(box.right - box.left, _POINTS / (8 * of))
    column = (box.right - box.left) / max(columns, 1)
    lows, highs, dots, areas = [], [], [], []
    for start, stop in stretches(band, box):
        xs = [box.x(day) for day in band.days[start:stop]]
        low = thinned(list(zip(xs, map(box.y, band.low[start:stop]), strict=True)), column)
        lows.append(line(low))
        if band.contested:
            high = thinned(list(zip(xs, map(box.y, band.high[start:stop]), strict=True)), column)
            highs.append(line(high))
            areas.append(line((*low, *reversed(high))) + "z")
        if stop - start == 1:
            areas.append(_lone(low[0][0], low[0][1], box.y(band.high[start])))
        if stop - start == 1 or len(band.days) <= _DOTTED_UP_TO:
            dots += low
    return tag("g", _drawn((lows, highs, areas, dots), number), class_="band")


def sample(number: int, contested: bool) -> str:
    """How the ``number``-th series looks, for the legend."""
    low, high = [line(((1, 10), (29, 10)))], [line(((1, 3), (29, 3)))] * contested
    area = [line(((1, 10), (29, 10), (29, 3), (1, 3))) + "z"] * contested
    return _drawn((low, high, area, []), number)


def passed(band: Band, box: Frame) -> Iterator[Point]:
    """Points all along the line of what was held, not far from each other."""
    for start, stop in stretches(band, box):
        xs = (box.x(day) for day in band.days[start:stop])
        points = thinned(list(zip(xs, map(box.y, band.low[start:stop]), strict=True)), _NEAR)
        yield points[-1]
        for (x, y), (next_x, next_y) in pairwise(points):
            parts = int(max(abs(next_x - x), abs(next_y - y)) / _NEAR) + 1
            for part in range(parts):
                yield x + (next_x - x) * part / parts, y + (next_y - y) * part / parts


def stretches(band: Band, box: Frame) -> Iterator[tuple[int, int]]:
    """The maps that a line may join, as ranges of their numbers.

    A map shows one day, and between two nobody wrote down on which day ground changed hands: a
    straight line says the least. Over a longer gap it would show a history that no map shows.
    """
    seen = _NARROWEST_GAP * (box.days[1] - box.days[0]) / (box.right - box.left)
    longest = max(LONGEST_GAP_DAYS, seen)
    start = 0
    for number in range(1, len(band.days)):
        if (band.days[number] - band.days[number - 1]).days > longest:
            yield start, number
            start = number
    if band.days:
        yield start, len(band.days)


def thinned(points: Sequence[Point], column: float) -> list[Point]:
    """The points that can be seen: of each ``column`` of pixels the highest and the lowest.

    The first and the last stay as they are, and of a level stretch its two ends.
    """
    kept: list[Point] = list(points[:1])
    for _, group in groupby(points[1:-1], lambda point: int(point[0] / column)):
        inside = list(group)
        ends = {min(inside, key=lambda p: p[1]), max(inside, key=lambda p: p[1])}
        kept += sorted(ends)
    kept += points[1:][-1:]
    return [
        point
        for before, point, after in zip(
            chain([None], kept), kept, chain(kept[1:], [None]), strict=False
        )
        if before is None or after is None or not before[1] == point[1] == after[1]
    ]


def _lone(x: float, low: float, high: float) -> str:
    """What was contested on a single map, wide enough to be seen."""
    return line(((x - 3, low), (x + 3, low), (x + 3, high), (x - 3, high))) + "z"


def _drawn(parts: tuple[list[str], list[str], list[str], list[Point]], number: int) -> str:
    lows, highs, areas, dots = parts
    colour = _COLOURS[number % len(_COLOURS)]
    # Beyond eight a colour comes again, with another dash.
    dash = _DASHES[(number + number // len(_COLOURS)) % len(_DASHES)]
    dashed = {"stroke_dasharray": dash} if dash else {}
    line_of = {"fill": "none", "stroke": colour, "stroke_linejoin": "round"}
    drawn = ""
    if areas:
        drawn += tag("path", class_="contested", d="".join(areas), fill=colour, fill_opacity="0.2")
        drawn += tag("path", d="".join(highs), **line_of, stroke_width="0.7")
    drawn += tag("path", class_="held", d="".join(lows), **line_of, stroke_width="2", **dashed)
    # Lines without length, whose round ends make the dots.
    spots = "".join(f"M{pixels(x)} {pixels(y)}h0.01" for x, y in dots)
    if spots:
        drawn += tag("path", d=spots, stroke=colour, stroke_width="5.5", stroke_linecap="round")
    return drawn
