"""The frame of a chart: from days and figures to places on the page, and its two axes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from groundcheck.publish import figures
from groundcheck.publish.chart_data import Chart
from groundcheck.publish.lettering import TICK, width, written
from groundcheck.publish.svg import INK, LINE, MARGIN, WIDTH, multiples, pixels, step, tag
from groundcheck.publish.time_axis import time_ticks

_HEIGHT, _UNDER = 330.0, 38.0
# No ground on Earth is larger (5.1e8 km²); what lies beyond runs out of the frame.
_LARGEST = 1e9
_HALF_MONTH = 15
_HALF_DAY, _SPAN_MARGIN = 0.5, 0.012
_STEPS = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in pixels and the days and figures at its edges."""

    left: float
    top: float
    days: tuple[float, float]
    values: tuple[float, float]
    step: float
    right: float = WIDTH - MARGIN - 8
    height: float = _HEIGHT

    @property
    def bottom(self) -> float:
        """The lower edge, where the lowest figure is."""
        return self.top + self.height

    @property
    def end(self) -> float:
        """Where the labels under the frame end."""
        return self.bottom + _UNDER

    def x(self, day: date) -> float:
        """Where a day is."""
        return self.across(day.toordinal())

    def across(self, day: float) -> float:
        """Where a day is, counted as ``date.toordinal`` does."""
        first, last = self.days
        return self.left + (day - first) / (last - first) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Where a figure is; one beyond the frame is at its edge."""
        low, high = self.values
        return self.bottom - (min(max(value, low), high) - low) / (high - low) * self.height


def frame(chart: Chart, top: float) -> Frame:
    """A frame that holds every map and mark of the chart, its upper edge at ``top``."""
    values, size = _values(chart)
    widest = max(width(label, TICK) for _, label in _value_labels(values, size, chart.unit))
    return Frame(MARGIN + widest + 10, top, _days(chart), values, size)


def axes(box: Frame, unit: str) -> str:
    """Lines and labels of both axes."""
    return value_axis(box, unit) + time_axis(box)


def value_axis(box: Frame, unit: str) -> str:
    """Lines and labels of the figures; the lowest label says where they begin."""
    parts = []
    for value, label in _value_labels(box.values, box.step, unit):
        y = box.y(value)
        colour = INK if value == 0 else LINE
        path = f"M{pixels(box.left)} {pixels(y)}H{pixels(box.right)}"
        parts.append(tag("path", class_="grid", d=path, stroke=colour))
        parts.append(written(label, box.left - 8, y + 4, TICK, "end"))
    return "".join(parts)


def time_axis(box: Frame) -> str:
    """Ticks and labels of the days."""
    parts = []
    for tick in time_ticks(*box.days):
        x = box.across(tick.day)
        path = f"M{pixels(x)} {pixels(box.bottom)}v5"
        parts.append(tag("path", class_="tick", d=path, stroke=INK))
        parts.append(written(tick.label, x, box.bottom + 18, TICK, "middle"))
        parts.append(written(tick.year, x, box.bottom + 33, TICK, "middle"))
    return "".join(parts)


def _days(chart: Chart) -> tuple[float, float]:
    if chart.span:
        first, last = (day.toordinal() for day in chart.span)
        margin = max(_HALF_DAY, _SPAN_MARGIN * (last - first))
        return first - margin, last + margin
    days = [day.toordinal() for band in chart.bands for day in band.days]
    days += [day.toordinal() for mark in chart.marks for day in (mark.since, mark.until)]
    first, last = min(days), max(days)
    margin = 0.025 * (last - first) or _HALF_MONTH
    return first - margin, last + margin


def _values(chart: Chart) -> tuple[tuple[float, float], float]:
    """Round figures below and above all that is shown, and the distance of two labels.

    Shares do not go beyond 0 and 100 where no figure does.
    """
    ends = [value for band in chart.bands for value in (*band.low, *band.high)]
    for mark in chart.marks:
        ends += [end for end in (mark.stated.low, mark.stated.high) if end is not None]
    ends = [min(max(end, -_LARGEST), _LARGEST) for end in ends] or [0.0, 100.0]
    least, most = min(ends), max(ends)
    margin = 0.04 * (most - least) or 0.02 * abs(most) or 1.0
    # Finer than this no label could tell two figures apart.
    margin = max(margin, 1e-6 * max(1.0, abs(least), abs(most)))
    low, high = least - margin, most + margin
    if least >= 0:
        # Where zero is not far below, leaving it out would only make changes look larger.
        low = 0.0 if 3 * least <= most else max(low, 0.0)
    if chart.unit == "percent" and most <= 100:
        high = min(high, 100.0)
    size = step(low, high, _STEPS)
    edges = math.floor(round(low / size, 6)) * size, math.ceil(round(high / size, 6)) * size
    return edges, size


def _value_labels(values: tuple[float, float], size: float, unit: str) -> list[tuple[float, str]]:
    """The round figures with their labels; only the topmost names a unit that is not a sign."""
    found, decimals = multiples(*values, size)
    labels = [figures.number(value, decimals) for value in found]
    if unit == "percent":
        labels = [figures.with_unit(label, unit) for label in labels]
    else:
        labels[-1] = figures.with_unit(labels[-1], unit)
    return list(zip(found, labels, strict=True))
