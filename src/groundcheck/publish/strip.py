"""A strip that sets what was stated beside what was found, for a page with a stylesheet."""

from __future__ import annotations

from groundcheck.model import Interval
from groundcheck.publish import figures
from groundcheck.publish.svg import pixels, tag, ticks, words

_WIDTH, _LEFT, _RIGHT = 420.0, 54.0, 12.0
_ROWS = {"stated": 8, "found": 28}
_BAR, _AXIS, _HEIGHT = 12, 50, 70
_THINNEST = 3.0


def strip(stated: Interval, found: Interval, unit: str | None) -> str:
    """Both intervals on one axis as an inline SVG, ``""`` where neither has an end.

    An end without limit runs to the edge and ends in an arrow. The axis shows the stretch
    around both intervals and need not begin at zero.
    """
    low, high = _domain(stated, found, unit)
    if low == high:
        return ""
    scale = (_WIDTH - _LEFT - _RIGHT) / (high - low)

    def at(value: float) -> float:
        return _LEFT + (min(max(value, low), high) - low) * scale

    parts = [tag("path", class_="axis", d=f"M{pixels(_LEFT)} {_AXIS}H{pixels(_WIDTH - _RIGHT)}")]
    marks, decimals = ticks(low, high)
    for mark in marks:
        x = at(mark)
        parts.append(tag("path", class_="axis", d=f"M{pixels(x)} 4V{_AXIS + 4}"))
        label = figures.with_unit(figures.number(mark, decimals), unit)
        parts.append(tag("text", words(label), class_="tick", x=x, y=_HEIGHT - 3))
    for (name, y), interval in zip(_ROWS.items(), (stated, found), strict=True):
        left = at(low if interval.low is None else interval.low)
        right = at(high if interval.high is None else interval.high)
        parts.append(tag("text", name, class_="row", x=0, y=y + 10))
        parts.append(_bar(name, y, (left, right), interval))
    both = f"stated {figures.interval(stated, unit)}, found {figures.interval(found, unit)}"
    size = f"0 0 {pixels(_WIDTH)} {_HEIGHT}"
    return tag("svg", "".join(parts), class_="strip", viewBox=size, role="img", aria_label=both)


def _bar(name: str, y: int, ends: tuple[float, float], interval: Interval) -> str:
    left, right = ends
    missing = max(0.0, _THINNEST - (right - left)) / 2
    left, right = left - missing, right + missing
    bar = tag("rect", class_=name, x=left, y=y, width=right - left, height=_BAR)
    if interval.high is None:
        bar += tag("path", class_=name, d=f"M{pixels(right)} {y - 3}l10 9l-10 9z")
    if interval.low is None:
        bar += tag("path", class_=name, d=f"M{pixels(left)} {y - 3}l-10 9l10 9z")
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
