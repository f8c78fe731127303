"""How much was said: the words, the figure, and what the words commit to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from groundcheck.model.interval import Interval
from groundcheck.model.span import Span

Bound = Literal["exact", "about", "over", "under", "nearly", "between"]
Role = Literal["figure", "conversion", "whole"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure as a source gave it.

    ``value`` is the number said, or ``(low, high)`` for a range. ``unit`` is ``percent``,
    ``km2``, ``mi2``, ``ha``, ``km``, ``mi``, ``m``, ``people``, ``settlements``, ``days`` …,
    the singular of a counted noun, or ``number`` where none was said. ``bound`` is the coarse
    class of the hedge and ``hedge`` the words of it that decided (``""`` when bare).
    ``bounds`` is what the words commit to, ``likely`` what a reader takes from them, both in
    ``unit``. ``role`` tells the figure from the same figure in another unit ("309 square
    miles" in brackets) and from the whole that it is a part of ("14 of *17* townships").
    ``unit_said`` is false where the unit was taken over from an earlier figure.
    """

    span: Span
    text: str
    value: float | tuple[float, float]
    unit: str
    bound: Bound
    hedge: str
    bounds: Interval
    likely: Interval
    role: Role = "figure"
    unit_said: bool = True
