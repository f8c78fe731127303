"""Figures and units as plain words, the same in every finding."""

from __future__ import annotations

from groundcheck.model import Interval, Quantity

_UNITS = {
    "percent": "%",
    "points": " points",
    "km2": " km²",
    "mi2": " mi²",
    "ha": " ha",
    "number": "",
}


def figure(value: float, digits: int | None = None) -> str:
    """A number with thousands separators: three digits and more unless ``digits`` is given."""
    if digits is None:
        digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: float, unit: str, digits: int | None = None) -> str:
    """A number with its unit: "1,500 km²", "62.5%", "4 days"."""
    return figure(value, digits) + _UNITS.get(unit, f" {unit}")


def interval(value: Interval, unit: str, digits: int | None = None) -> str:
    """An interval in words: "70.5–70.6%", "at least 700 km²", "18 to under 21%"."""
    low, high = value.low, value.high
    if low is None and high is None:
        return "anything"
    if high is None:
        return f"{'more than' if value.low_open else 'at least'} {amount(low or 0.0, unit, digits)}"
    if low is None:
        return f"{'less than' if value.high_open else 'at most'} {amount(high, unit, digits)}"
    left, right = figure(low, digits), figure(high, digits)
    if left != right and (value.low_open or value.high_open):
        left = f"over {left}" if value.low_open else left
        return f"{left} to {'under ' if value.high_open else ''}{amount(high, unit, digits)}"
    if left == right:
        return amount(high, unit, digits)
    return f"{left}–{amount(high, unit, digits)}"


def unit_beside(gap_unit: str) -> str:
    """The unit of a finding whose gap is in ``gap_unit``: shares that are points apart are in %."""
    return "percent" if gap_unit == "points" else gap_unit


def commits(quantity: Quantity) -> str:
    """What the words of a quantity commit to, for a step of the working."""
    return interval(quantity.bounds, quantity.unit)


def middle(value: float | tuple[float, float]) -> float:
    """The number said, or the middle of the range said."""
    return value if isinstance(value, int | float) else sum(value) / 2


def listed(words: tuple[str, ...]) -> str:
    """The words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
