"""Figures, units and intervals as words."""

from __future__ import annotations

from groundcheck.model import Interval
from groundcheck.publish.safe import one_line

UNITS = {"percent": "%", "km2": "km²", "mi2": "mi²", "number": ""}
# By whether the low and the high end are left out.
_CLOSED = {
    (False, False): "{} to {}",
    (True, False): "more than {}, up to {}",
    (False, True): "from {} to less than {}",
    (True, True): "more than {} and less than {}",
}


def number(value: float, decimals: int | None = None) -> str:
    """A figure with thousands set off, by default with about four digits that count."""
    if decimals is None:
        size = abs(value)
        if 0 < size < 0.01:
            return f"{value:.2g}"
        decimals = 2 if size < 100 else 1 if size < 1000 else 0
    shown = f"{value:,.{decimals}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def unit(name: str | None) -> str:
    """A unit as it stands after a figure."""
    return UNITS.get(name or "number", one_line(name or ""))


def with_unit(figure: str, name: str | None) -> str:
    """A figure and its unit: "75%", "800 km²"."""
    sign = unit(name)
    return f"{figure}{sign}" if sign == "%" else f"{figure} {sign}".strip()


def interval(found: Interval, unit_name: str | None) -> str:
    """An interval in words: "70.5 to 71.2%", "from 18 to less than 20%"."""
    low, high = found.low, found.high
    if low is None or high is None:
        return _half_open(found, unit_name)
    if low == high:
        return with_unit(number(low), unit_name)
    words = _CLOSED[found.low_open, found.high_open]
    return with_unit(words.format(number(low), number(high)), unit_name)


def _half_open(found: Interval, unit_name: str | None) -> str:
    if found.low is not None:
        words = "more than" if found.low_open else "at least"
        return f"{words} {with_unit(number(found.low), unit_name)}"
    if found.high is not None:
        words = "less than" if found.high_open else "at most"
        return f"{words} {with_unit(number(found.high), unit_name)}"
    return "any figure"


def gap(distance: float, unit_name: str | None) -> str:
    """How far apart two figures are; shares are points apart, not percent."""
    if unit_name == "percent":
        return f"{number(distance)} percentage points"
    return with_unit(number(distance), unit_name)
