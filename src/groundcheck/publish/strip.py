"""A strip that sets what was stated beside what was found, for a page or a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from groundcheck.model import Interval, MakersFigure
from groundcheck.publish import figures
from groundcheck.publish.safe import shortened
from groundcheck.publish.svg import pixels, tag, ticks, words

Look = Mapping[str, Mapping[str, str | float]]
"""The attributes of each part: "stated", "found", "axis", "row" and "tick"."""

BY_CLASS: Look = {part: {"class_": part} for part in ("stated", "found", "axis", "row", "tick")}
"""Parts that a page's stylesheet knows."""

WIDTH = 360.0
_EDGE = 14.0
_TOP, _ROW, _BAR, _UNDER = 12, 28, 10, 18
_THINNEST = 3.0


class _Row(NamedTuple):
    """``part`` is "stated" or "found"."""

    part: str
    name: str
    interval: Interval


def strip(
    stated: Interval, found: Interval, unit: str | None, by_maker: Sequence[MakersFigure] = ()
) -> str:
    """The intervals on one axis as an inline SVG, ``""`` where neither has an end.

    Under what was stated stands what each maker shows, or ``found`` where no maker is told. An
    end without limit runs to the edge and ends in an arrow. The axis shows the stretch around
    all of them and need not begin at zero.
    """
    rows = _rows(stated, found, by_maker)
    parts, height = drawn(stated, found, unit, by_maker)
    if not parts:
        return ""
    said = ", ".join(f"{row.name} {figures.interval(row.interval, unit)}" for row in rows)
    size = f"0 0 {pixels(WIDTH)} {pixels(height)}"
    return tag("svg", parts, class_="strip", viewBox=size, role="img", aria_label=said)


def drawn(
    stated: Interval,
    found: Interval,
    unit: str | None,
    by_maker: Sequence[MakersFigure] = (),
    look: Look = BY_CLASS,
) -> tuple[str, float]:
    """The same as parts of a picture, ``WIDTH`` wide, and their height; ``("", 0)`` without."""
    low, high = _domain(stated, found, unit)
    if low == high:
        return "", 0
    scale = (WIDTH - 2 * _EDGE) / (high - low)

    def at(value: float) -> float:
        return _EDGE + (min(max(value, low), high) - low) * scale

    rows = _rows(stated, found, by_maker)
    axis = _TOP + _ROW * len(rows)
    parts = [*_axis((low, high), axis, unit, at, look)]
    for number, row in enumerate(rows):
        y = _TOP + _ROW * number
        says = f"{shortened(row.name, 40)}: {figures.interval(row.interval, unit)}"
        parts.append(tag("text", words(says), **look["row"], x=_EDGE, y=y))
        left = at(low if row.interval.low is None else row.interval.low)
        right = at(high if row.interval.high is None else row.interval.high)
        parts.append(_bar(row, y + 5, (left, right), look))
    return "".join(parts), axis + _UNDER


def _rows(stated: Interval, found: Interval, by_maker: Sequence[MakersFigure]) -> list[_Row]:
    rows = [_Row("stated", "stated", stated)]
    rows += [_Row("found", each.maker, each.found) for each in by_maker]
    return rows if by_maker else [*rows, _Row("found", "found", found)]


def _axis(
    ends: tuple[float, float], y: int, unit: str | None, at: Callable[[float], float], look: Look
) -> Iterator[str]:
    yield tag("path", **look["axis"], d=f"M{pixels(_EDGE)} {y}H{pixels(WIDTH - _EDGE)}")
    marks, decimals = ticks(*ends)
    for mark in marks:
        x = at(mark)
        yield tag("path", **look["axis"], d=f"M{pixels(x)} {_TOP}V{y + 4}")
        label = figures.with_unit(figures.number(mark, decimals), unit)
        yield tag("text", words(label), **look["tick"], x=x, y=y + _UNDER - 2)


def _bar(row: _Row, y: int, ends: tuple[float, float], look: Look) -> str:
    left, right = ends
    missing = max(0.0, _THINNEST - (right - left)) / 2
    left, right = left - missing, right + missing
    colour = look[row.part]
    bar = tag("rect", **colour, x=left, y=y, width=right - left, height=_BAR)
    if row.interval.high is None:
        bar += tag("path", **colour, d=f"M{pixels(right)} {y - 2}l9 7l-9 7z")
    if row.interval.low is None:
        bar += tag("path", **colour, d=f"M{pixels(left)} {y - 2}l-9 7l9 7z")
    return bar


def _domain(stated: Interval, found: Interval, unit: str | None) -> tuple[float, float]:
    """The stretch to show: both intervals and a margin, shares never beyond 0 and 100."""
    ends = [end for i in (stated, found) for end in (i.low, i.high) if end is not None]
    if not ends:
        return 0.0, 0.0
    least, most = min(ends), max(ends)
    margin = 0.25 * (most - least) or 0.05 * abs(most) or 1.0
    low, high = least - margin, most + margin
    if least >= 0:
        low = max(low, 0.0)
    if unit == "percent" and most <= 100:
        high = min(high, 100.0)
    return low, high
