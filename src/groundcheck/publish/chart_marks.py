"""Claims in a chart: what each commits to, with a number that stands in the key below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from groundcheck.publish.chart_data import Mark
from groundcheck.publish.chart_frame import Frame
from groundcheck.publish.lettering import Style, written
from groundcheck.publish.svg import INK, PAPER, pixels, tag

RADIUS = 9.0
_NUMBER, _LONG_NUMBER = Style(11, bold=True), Style(7.5, bold=True)
_CAP, _ARROW = 4.0, 6.0
_ROUND_BELOW = 7.0
_NARROWEST = 3.0

Box = tuple[float, float, float, float]
Point = tuple[float, float]


def marks(shown: Sequence[Mark], box: Frame, lines: Sequence[Point] = ()) -> str:
    """Every mark, and its number near it."""
    bodies = [body(mark, box) for mark in shown]
    parts = [shape(mark, at) for mark, at in zip(shown, bodies, strict=True)]
    places = numbered(bodies, box, lines)
    parts += [badge(number, x, y) for number, (x, y) in enumerate(places, 1)]
    return "".join(parts)


def numbered(bodies: Sequence[Box], box: Frame, lines: Sequence[Point] = ()) -> list[Point]:
    """Where the number of each mark stands: not on a mark nor, where it can be, on ``lines``.

    ``lines`` are points along what else is drawn.
    """
    taken = [(left - _CAP, top, right + _CAP, bottom) for left, top, right, bottom in bodies]
    faint = [(x - 2, y - 2, x + 2, y + 2) for x, y in lines]
    places = []
    for at in bodies:
        x, y = _free(at, (taken, faint), box)
        taken.append((x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS))
        places.append((x, y))
    return places


def body(mark: Mark, box: Frame) -> Box:
    """Left, top, right and bottom of what a mark commits to; no limit runs to the frame's edge."""
    low, high = mark.stated.low, mark.stated.high
    return (
        box.x(mark.since),
        box.top if high is None else box.y(high),
        box.x(mark.until),
        box.bottom if low is None else box.y(low),
    )


def badge(number: int, x: float, y: float) -> str:
    """A mark's number in a circle around ``x``, ``y``."""
    round_ = tag("circle", cx=x, cy=y, r=RADIUS, fill=PAPER, stroke=INK, stroke_width="1.2")
    style = _NUMBER if number < 100 else _LONG_NUMBER
    return round_ + written(str(number), x, y + 0.36 * style.size, style, "middle")


def shape(mark: Mark, at: Box) -> str:
    """The mark itself: a dot or a line for a day, a bar for several, with arrows where open."""
    left, top, right, bottom = at
    middle = (left + right) / 2
    arrows = ""
    if mark.stated.high is None:
        arrows += _arrow(middle, top, _ARROW)
    if mark.stated.low is None:
        arrows += _arrow(middle, bottom, -_ARROW)
    if mark.since < mark.until:
        return tag("g", _bar(at, mark) + arrows, class_="mark")
    if not arrows and bottom - top < _ROUND_BELOW:
        look = {"fill": INK, "stroke": PAPER} if mark.certain else {"fill": PAPER, "stroke": INK}
        dot = tag("circle", cx=middle, cy=(top + bottom) / 2, r=5, **look, **_dashed(mark))
        return tag("g", dot, class_="mark")
    caps = [y for y, end in ((top, mark.stated.high), (bottom, mark.stated.low)) if end is not None]
    path = f"M{pixels(middle)} {pixels(top)}V{pixels(bottom)}" + "".join(
        f"M{pixels(middle - _CAP)} {pixels(y)}h{pixels(2 * _CAP)}" for y in caps
    )
    line = tag("path", d=path, fill="none", stroke=INK, stroke_width="2.2", **_dashed(mark))
    return tag("g", line + arrows, class_="mark")


def _bar(at: Box, mark: Mark) -> str:
    """A stretch of days, its edge open where the claim sets no limit."""
    left, top, right, bottom = at
    wide, high = max(right - left, _NARROWEST), max(bottom - top, _NARROWEST)
    x, y = (left + right - wide) / 2, (top + bottom - high) / 2
    sides = f"M{pixels(x)} {pixels(y)}v{pixels(high)}m{pixels(wide)} 0v{pixels(-high)}"
    if mark.stated.high is not None:
        sides += f"h{pixels(-wide)}"
    if mark.stated.low is not None:
        sides += f"M{pixels(x)} {pixels(y + high)}h{pixels(wide)}"
    ground = tag("rect", x=x, y=y, width=wide, height=high, fill=INK, fill_opacity="0.14")
    return ground + tag("path", d=sides, fill="none", stroke=INK, **_dashed(mark))


def _dashed(mark: Mark) -> dict[str, str]:
    return {} if mark.certain else {"stroke_dasharray": "3 2"}


def _arrow(x: float, tip: float, size: float) -> str:
    half = abs(size)
    path = f"M{pixels(x)} {pixels(tip)}l{pixels(-half)} {pixels(size * 1.6)}h{pixels(2 * half)}z"
    return tag("path", d=path, fill=INK)


def _free(at: Box, layers: tuple[Sequence[Box], Sequence[Box]], box: Frame) -> Point:
    """The first place round a mark where its number covers nothing, or no mark, else the first."""
    taken, faint = layers
    places = list(_places(at, box))
    inside = [place for place in places if _within(_around(place), box)]
    free = [place for place in inside if not _covers(_around(place), taken)]
    clear = (place for place in free if not _covers(_around(place), faint))
    return next(clear, (free or places)[0])


def _around(place: Point) -> Box:
    x, y = place
    edge = RADIUS + 1
    return x - edge, y - edge, x + edge, y + edge


def _within(one: Box, box: Frame) -> bool:
    left, top, right, bottom = one
    return box.left <= left and right <= box.right and box.top <= top and bottom <= box.bottom


def _covers(one: Box, others: Sequence[Box]) -> bool:
    return any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for other in others
    )


def _places(at: Box, box: Frame) -> Iterator[Point]:
    left, top, right, bottom = at
    middle, centre = (left + right) / 2, (top + bottom) / 2
    for far in (16.0, 30.0, 50.0, 75.0, 105.0):
        yield middle, max(top - far, box.top + RADIUS)
        yield right + far, centre
        yield left - far, centre
        yield middle, min(bottom + far, box.bottom - RADIUS)
        for x in (right + far, left - far):
            yield from ((x, top - far), (x, bottom + far))
