"""The one place that draws: a strip that sets what was stated beside what was found."""

from __future__ import annotations

import math
from html import escape

from groundcheck.model import Interval
from groundcheck.publish import figures

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

    both = f"stated {figures.interval(stated, unit)}, found {figures.interval(found, unit)}"
    said = escape(both)
    parts = [
        f'<svg class="strip" viewBox="0 0 {_WIDTH:g} {_HEIGHT}" role="img" aria-label="{said}">',
        f'<path class="axis" d="M{_LEFT:g} {_AXIS}H{_WIDTH - _RIGHT:g}"/>',
    ]
    ticks, decimals = _ticks(low, high)
    for tick in ticks:
        x = at(tick)
        parts.append(f'<path class="axis" d="M{x:.1f} 4V{_AXIS + 4}"/>')
        label = escape(figures.with_unit(figures.number(tick, decimals), unit))
        parts.append(f'<text class="tick" x="{x:.1f}" y="{_HEIGHT - 3}">{label}</text>')
    for (name, y), interval in zip(_ROWS.items(), (stated, found), strict=True):
        left = at(low if interval.low is None else interval.low)
        right = at(high if interval.high is None else interval.high)
        parts.append(f'<text class="row" x="0" y="{y + 10}">{name}</text>')
        parts.append(_bar(name, y, (left, right), interval))
    return "".join(parts) + "</svg>"


def _bar(name: str, y: int, ends: tuple[float, float], interval: Interval) -> str:
    left, right = ends
    missing = max(0.0, _THINNEST - (right - left)) / 2
    left, right = left - missing, right + missing
    bar = (
        f'<rect class="{name}" x="{left:.1f}" y="{y}" width="{right - left:.1f}" height="{_BAR}"/>'
    )
    middle = y + _BAR / 2
    if interval.high is None:
        bar += f'<path class="{name}" d="M{right:.1f} {y - 3}l10 {middle - y + 3:g}l-10 9z"/>'
    if interval.low is None:
        bar += f'<path class="{name}" d="M{left:.1f} {y - 3}l-10 {middle - y + 3:g}l10 9z"/>'
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


def _ticks(low: float, high: float) -> tuple[list[float], int]:
    """Two to six round figures between the two ends, and the decimals that tell them apart."""
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first = math.ceil(low / step)
    ticks = [n * step for n in range(first, math.floor(high / step) + 1)]
    return ticks, max(0, -math.floor(math.log10(step)))
