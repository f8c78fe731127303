"""Units: their spellings, what they measure, and exact factors between them.

Length and area in customary units follow from the international yard of 1959 (1 yd = 0.9144 m
exactly, so 1 ft = 0.3048 m, 1 mi = 1609.344 m, 1 nautical mile = 1852 m by the 1929 conference);
mass from the pound of the same agreement (0.45359237 kg). Other SI factors are those of the
SI Brochure (BIPM, 9th edition). A month and a year have no exact length and convert to
nothing but each other and decades.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from groundcheck.errors import BadValue

Dimension = Literal["area", "length", "time", "share", "count", "other"]

PER = " per "
"""Between the units of a rate, as in "dollar per hour"."""

_FOOT, _MILE = 0.3048, 1609.344

FACTORS: dict[str, tuple[str, float]] = {
    "km2": ("area", 1e6),
    "mi2": ("area", _MILE**2),
    "ha": ("area", 1e4),
    "m2": ("area", 1.0),
    "acre": ("area", 4046.8564224),
    "square foot": ("area", _FOOT**2),
    "km": ("length", 1e3),
    "mi": ("length", _MILE),
    "m": ("length", 1.0),
    "nautical mile": ("length", 1852.0),
    "foot": ("length", _FOOT),
    "yard": ("length", 0.9144),
    "inch": ("length", 0.0254),
    "centimeter": ("length", 0.01),
    "millimeter": ("length", 0.001),
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "days": ("time", 86400.0),
    "weeks": ("time", 604800.0),
    "months": ("calendar", 1.0),
    "years": ("calendar", 12.0),
    "percent": ("share", 1.0),
    "percentage points": ("points", 1.0),
}
"""Canonical unit: what it measures, and its size in that measure's base unit (m², m, s, 1)."""

_SQUARE = r"(?:square[\s-]|sq\.?[\s-]?)"

SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"percentage[\s-]points?|percent(?:age)? points?|p\.?p\.", "percentage points"),
    (r"%|％|(?i:per[\s-]?cents?|percents?|percentages?|pct\.?)", "percent"),
    (
        rf"(?i:{_SQUARE}(?:kilomet(?:er|re)s?|kms?|klicks?)\.?|sqkm)|(?:km|Km|KM)(?:\s?²|\^?2|\s?squared|\s?sq\.?)|(?i:kilomet(?:er|re)s[\s-]squared)",
        "km2",
    ),
    (rf"(?i:{_SQUARE}(?:miles?|mi)\.?|sqmi)|mi\.?(?:\s?²|\^?2)|miles?\s?(?:²|squared)", "mi2"),
    (r"(?i:hectares?)|ha|Ha", "ha"),
    (
        rf"(?i:{_SQUARE}(?:met(?:er|re)s?)|{_SQUARE}m)|m(?:\s?²|\^?2)|(?i:met(?:er|re)s[\s-]squared)",
        "m2",
    ),
    (rf"(?i:{_SQUARE}(?:feet|foot|ft)\.?)|ft(?:\s?²|\^?2)", "square foot"),
    (r"(?i:acres?)", "acre"),
    (r"(?i:kilomet(?:er|re)s?|klicks?)|kms?|KM|Km", "km"),
    (r"(?i:nautical[\s-]miles?)|nmi|NM", "nautical mile"),
    (r"(?i:miles?)|mi", "mi"),
    (r"(?i:met(?:er|re)s?)|m", "m"),
    (r"(?i:centimet(?:er|re)s?)|cm", "centimeter"),
    (r"(?i:millimet(?:er|re)s?)|mm", "millimeter"),
    (r"(?i:feet|foot)|ft", "foot"),
    (r"(?i:yards?)|yds?", "yard"),
    (r"(?i:inch(?:es)?)|in(?=\s(?:thick|wide|long|high|deep)|\.?\s*$)", "inch"),
    (r"(?i:seconds|secs?|(?<=-)second)", "second"),
    (r"(?i:minutes?|mins?)", "minute"),
    (r"(?i:hours?|hrs?)|h", "hour"),
    (r"(?i:days?)", "days"),
    (r"(?i:weeks?)", "weeks"),
    (r"(?i:fortnights?)", "fortnight"),
    (r"(?i:months?)", "months"),
    (r"(?i:years?|yrs?)", "years"),
    (r"(?i:decades?)", "decade"),
    (r"(?i:centur(?:y|ies))", "century"),
)
"""Patterns (bare spellings case-sensitive, words not) and the canonical unit of each."""

MULTIPLES: dict[str, tuple[str, int]] = {
    "fortnight": ("weeks", 2),
    "decade": ("years", 10),
    "century": ("years", 100),
}
"""Spans of time that are read as so many of a canonical unit: three decades are 30 years."""


def dimension(unit: str) -> Dimension:
    """What ``unit`` measures; ``count`` for ``people``, ``number`` and every counted noun."""
    from groundcheck.text.other_units import OTHER  # noqa: PLC0415

    if PER in unit:
        return "other"
    measure = FACTORS[unit][0] if unit in FACTORS else ""
    if measure == "calendar":
        return "time"
    if measure == "points":
        return "share"
    if measure == "":
        return "other" if unit in OTHER else "count"
    return measure  # type: ignore[return-value]


def convert(value: float, unit: str, to: str) -> float:
    """``value`` of ``unit`` in the unit ``to``, by the exact factors of ``FACTORS``.

    Raises ``BadValue`` where the two do not measure the same thing.
    """
    if unit == to:
        return value
    source, target = FACTORS.get(unit), FACTORS.get(to)
    if source is None or target is None or source[0] != target[0]:
        raise BadValue(f"{unit!r} cannot be converted to {to!r}")
    return value * source[1] / target[1]


def to_km2(value: float, unit: str) -> float:
    """``value`` of a unit of area in km²; raises ``BadValue`` for any other unit."""
    return convert(value, unit, "km2")


@cache
def pattern() -> re.Pattern[str]:
    """A unit directly after a number; ``lastgroup`` leads to its name through ``unit_of``."""
    from groundcheck.text.other_units import OTHER_SPELLINGS  # noqa: PLC0415

    spellings = (*OTHER_SPELLINGS, *SPELLINGS)
    return re.compile(
        "|".join(
            rf"(?P<u{i}>(?:{spelling})(?![\w²³]|\^\d))" for i, (spelling, _) in enumerate(spellings)
        )
    )


def unit_of(match: re.Match[str]) -> str:
    """The canonical unit of a match of ``pattern``."""
    from groundcheck.text.other_units import OTHER_SPELLINGS  # noqa: PLC0415

    return (*OTHER_SPELLINGS, *SPELLINGS)[int((match.lastgroup or "u0")[1:])][1]
