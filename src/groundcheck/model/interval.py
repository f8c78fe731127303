"""Imprecision: an interval of numbers whose ends may be open or missing."""

from __future__ import annotations

import math
from dataclasses import dataclass

from groundcheck.errors import BadValue


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``; ``None`` is an end without limit.

    ``low_open`` and ``high_open`` say that the end itself is left out, as in "more than 99".
    Raises ``BadValue`` for an end that is not a finite number or for ``low > high``.
    """

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        ends = [end for end in (self.low, self.high) if end is not None]
        if not all(math.isfinite(end) for end in ends):
            raise BadValue(f"interval {self.low}..{self.high}: an end is not a finite number")
        if len(ends) == 2 and ends[0] > ends[1]:
            raise BadValue(f"interval {self.low}..{self.high}: the low end is above the high end")

    @classmethod
    def point(cls, value: float) -> Interval:
        """The interval that holds ``value`` alone."""
        return cls(value, value)

    def __contains__(self, value: float) -> bool:
        above = self.low is None or (value > self.low if self.low_open else value >= self.low)
        below = self.high is None or (value < self.high if self.high_open else value <= self.high)
        return above and below

    def below(self, other: Interval) -> bool:
        """Whether every number here is smaller than every number of ``other``."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return not self.below(other) and not other.below(self)

    def inside(self, other: Interval) -> bool:
        """Whether every number here is also in ``other``."""
        return _low_within(self, other) and _high_within(self, other)

    def scaled(self, factor: float) -> Interval:
        """Every number times ``factor``, which must be positive."""
        if factor <= 0:
            raise BadValue(f"interval scaled by {factor}: wants a positive factor")
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def __str__(self) -> str:
        left = "(" if self.low is None or self.low_open else "["
        right = ")" if self.high is None or self.high_open else "]"
        low = "−∞" if self.low is None else f"{self.low:g}"
        high = "∞" if self.high is None else f"{self.high:g}"
        return f"{left}{low}, {high}{right}"


def _low_within(inner: Interval, outer: Interval) -> bool:
    if outer.low is None:
        return True
    if inner.low is None or inner.low < outer.low:
        return False
    return inner.low > outer.low or inner.low_open or not outer.low_open


def _high_within(inner: Interval, outer: Interval) -> bool:
    if outer.high is None:
        return True
    if inner.high is None or inner.high > outer.high:
        return False
    return inner.high < outer.high or inner.high_open or not outer.high_open
