"""The marks of a timeline: a dot for a claim of a day, a bar for one of more, a number for many."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from groundcheck.publish.chart_frame import Frame
from groundcheck.publish.chart_marks import badge
from groundcheck.publish.lettering import TICK, Style, written
from groundcheck.publish.safe import shortened
from groundcheck.publish.svg import INK, LINE, PAPER, pixels, tag, words
from groundcheck.publish.timeline.among import Gathered
from groundcheck.publish.timeline.lanes import Clump, Lane
from groundcheck.publish.words import plural

APART = 22.0
"""Pixels between the middles of two marks of one row that stand for several claims."""
_ROW, _NAME, _MARKS = 40.0, 11.0, 27.0
_DOT, _SMALL_DOT, _BAR, _PILL = 5.0, 3.5, 8.0, 17.0
_COUNT, _LONG_COUNT = Style(11, bold=True), Style(9, bold=True)
_TWO_DIGITS = 2
_TARGET = 24.0

Link = Callable[[Clump], str]
"""The address that a mark leads to, ``""`` for none."""


def names(rows: Sequence[Lane], at: tuple[Frame, float]) -> str:
    """Whose rows they are, from ``at[1]`` down below the frame ``at[0]``."""
    box, top = at
    parts = []
    for number, lane in enumerate(rows):
        y = top + number * _ROW
        label = f"{shortened(lane.name, 90)} · {plural(len(lane.claims), 'claim')}"
        path = f"M{pixels(box.left)} {pixels(y + _MARKS)}H{pixels(box.right)}"
        parts.append(badge(number + 1, box.left - 24, y + _MARKS))
        parts.append(written(label, box.left, y + _NAME, TICK))
        parts.append(tag("path", class_="grid", d=path, stroke=LINE))
    return "".join(parts)


def marks(rows: Sequence[Lane], at: tuple[Frame, float], link: Link, chosen: str) -> str:
    """The marks of the rows."""
    box, top = at
    parts = []
    for number, lane in enumerate(rows):
        y = top + number * _ROW + _MARKS
        drawn = (
            linked(_in_row(clump, box, y), clump, chosen, link(clump), "0") for clump in lane.clumps
        )
        parts.append(tag("g", "".join(drawn), class_="lane"))
    return "".join(parts)


def height(rows: Sequence[Lane]) -> float:
    """How high the rows are."""
    return len(rows) * _ROW


def linked(drawn: str, clump: Clump, chosen: str, address: str, tab: str = "-1") -> str:
    """What is drawn of a clump with its words, as a link where it leads somewhere."""
    here = " chosen" if any(one.id == chosen for one in clump.claims) else ""
    inner = tag("title", words(clump.says)) + drawn
    if not address:
        return tag("g", inner, class_=f"said{here}")
    # A robot that followed every mark for several would walk through all days there are.
    more = {"rel": "nofollow"} if len(clump.claims) > 1 else {}
    look = {"class_": f"said{here}", "tabindex": tab, "aria_label": clump.says}
    return tag("a", inner, href=address, **look, **more)


def one_of_many(mark: Gathered, box: Frame) -> str:
    """A mark among the figures where there are many: a dot or a number, with arrows where open."""
    clump, y = mark.clump, box.y(mark.at)
    if len(clump.claims) == 1:
        x, half = _inside(box.x(clump.days[1]), box), _SMALL_DOT
        drawn = _dot(clump, x, y, _SMALL_DOT)
    else:
        x, half = _inside(box.x(clump.middle), box), _PILL / 2
        drawn = _pill(clump, x, y)
    if mark.ways & {"up", "none"}:
        drawn += _arrow(x, y - half - 4, 3)
    if mark.ways & {"down", "none"}:
        drawn += _arrow(x, y + half + 4, -3)
    return drawn


def _in_row(clump: Clump, box: Frame, y: float) -> str:
    left, right = (_inside(box.x(day), box) for day in clump.days)
    if len(clump.claims) > 1:
        x = _inside(box.x(clump.middle), box)
        return _target(x, y) + _pill(clump, x, y)
    if right - left < 2 * _DOT:
        return _target(right, y) + _dot(clump, right, y)
    look = {"fill_opacity": "0.3"} if clump.certain else {"stroke_dasharray": "3 2"}
    bar = tag(
        "rect", x=left, y=y - _BAR / 2, width=right - left, height=_BAR, rx=2, stroke=INK,
        fill=INK if clump.certain else PAPER, **look,
    )  # fmt: skip
    return _target(right, y) + bar


def _dot(clump: Clump, x: float, y: float, radius: float = _DOT) -> str:
    look = {} if clump.certain else {"stroke_dasharray": "3 2"}
    fill = INK if clump.certain else PAPER
    return tag("circle", cx=x, cy=y, r=radius, fill=fill, stroke=INK, **look)


def _pill(clump: Clump, x: float, y: float) -> str:
    count = str(len(clump.claims))
    wide = _PILL + max(0, len(count) - _TWO_DIGITS) * 6
    look = {} if clump.certain else {"stroke_dasharray": "3 2"}
    ground = tag(
        "rect", x=x - wide / 2, y=y - _PILL / 2, width=wide, height=_PILL, rx=_PILL / 2,
        fill=PAPER, stroke=INK, **look,
    )  # fmt: skip
    style = _COUNT if len(count) <= _TWO_DIGITS else _LONG_COUNT
    return ground + written(count, x, y + 0.36 * style.size, style, "middle")


def _arrow(x: float, tip: float, size: float) -> str:
    half = abs(size)
    path = f"M{pixels(x)} {pixels(tip)}l{pixels(-half)} {pixels(size * 1.4)}h{pixels(2 * half)}z"
    return tag("path", d=path, fill=INK)


def _inside(x: float, box: Frame) -> float:
    return min(max(x, box.left), box.right)


def _target(x: float, y: float) -> str:
    """Room for a thumb."""
    half = _TARGET / 2
    return tag("rect", x=x - half, y=y - half, width=_TARGET, height=_TARGET, fill="none",
               pointer_events="all")  # fmt: skip
