"""Figures in the words of reports, and what their hedges commit to."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from invented.model import Told

INFINITE = float("inf")

# Hedges by what they allow: how far below and above the figure, as a part of it.
_REACH: dict[str, tuple[float, float]] = {
    "": (0.005, 0.005),
    "about": (0.05, 0.05),
    "around": (0.05, 0.05),
    "roughly": (0.05, 0.05),
    "some": (0.05, 0.05),
    "approximately": (0.05, 0.05),
    "nearly": (0.10, 0.0),
    "almost": (0.10, 0.0),
    "just under": (0.10, 0.0),
    "just over": (0.0, 0.10),
    "slightly more than": (0.0, 0.10),
    "more than": (0.0, INFINITE),
    "over": (0.0, INFINITE),
    "at least": (0.0, INFINITE),
    "less than": (1.0, 0.0),
    "up to": (1.0, 0.0),
    "no more than": (1.0, 0.0),
}
PLAIN = ("", "", "", "about", "around", "roughly", "approximately")
NEAR = ("nearly", "almost", "just under", "just over", "slightly more than")
UPWARD = ("more than", "over", "at least")
DOWNWARD = ("less than", "up to", "no more than")
ANY = (*PLAIN, *NEAR, *UPWARD, *DOWNWARD)

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()


def reach(told: Told) -> tuple[float, float]:
    """The lowest and the highest value that the words allow, as this generator means them."""
    below, above = _REACH[told.hedge]
    top = told.value if told.high is None else told.high
    low = told.value - below * told.value
    return low, top + (above * top if above != INFINITE else INFINITE)


def some(rng: Random, hedge: str) -> str:
    """The hedge, or at times another word for the same."""
    alike = [h for h, r in _REACH.items() if r == _REACH[hedge] and (hedge or not h)]
    return rng.choice(alike)


def share(rng: Random, low: int = 12, high: int = 88) -> float:
    """A share in percent: whole, or now and then with one decimal."""
    value = rng.randint(low, high)
    return value + rng.randint(1, 9) / 10 if rng.random() < 0.15 else float(value)


def area(rng: Random) -> float:
    """An area in km², as reports give them: rounder the larger."""
    step, most = rng.choice(((1, 99), (5, 60), (10, 90), (50, 40)))
    return float(step * rng.randint(max(2, 11 // step), most))


def count(rng: Random) -> float:
    """How many settlements."""
    return float(rng.randint(3, 64))


def higher(rng: Random, value: float, unit: str) -> float:
    """A figure well above: no hedge but "more than" lets both be meant."""
    low, high = (1.28, 1.5) if unit == "percent" else (1.35, 1.9)
    found = value * rng.uniform(low, high) + 1
    return float(min(round(found), 96)) if unit == "percent" else float(round(found))


def more(rng: Random, value: float, unit: str) -> float:
    """A figure a little above, as a front moves within days."""
    if unit == "percent":
        return float(min(int(value) + rng.randint(2, 4), 97))
    return float(round(value * rng.uniform(1.15, 1.4)) + 2)


def hedged(told: Told, hedge: str) -> Told:
    """The figure with another hedge; of a range the lower end."""
    return replace(told, hedge=hedge, high=None)


def words(rng: Random, told: Told, unit: str) -> str:
    """The figure as a report writes it: "about 68%", "between 60 and 65 percent", "14 villages"."""
    if unit == "percent":
        sign = rng.choice(("%", "%", " percent", " per cent"))
        return _ranged(told, _number(told.value), _number(told.high), sign)
    if unit == "km2":
        names = (" square kilometers", " square kilometres", " square km", " sq. km", " km²")
        name = rng.choice(names)
        written = _ranged(told, _number(told.value), _number(told.high), name)
        if told.high is None and rng.random() < 0.2:
            written += f" ({_number(float(round(told.value * 0.386102)))} square miles)"
        return written
    spelled = told.value <= 20 and not told.hedge and told.high is None and rng.random() < 0.4
    return _ranged(
        told,
        _SMALL[int(told.value)] if spelled else _number(told.value),
        _number(told.high),
        f" {unit}",
    )


def _ranged(told: Told, low: str, high: str, unit: str) -> str:
    if told.high is not None:
        return f"between {low} and {high}{unit}"
    return f"{told.hedge} {low}{unit}".strip()


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
