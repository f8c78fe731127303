"""What a chart shows: each maker's measured series, and claims beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from groundcheck.errors import BadValue
from groundcheck.model import Interval


@dataclass(frozen=True, slots=True)
class Band:
    """What one maker's maps show, from held to held with contested ground.

    ``maker`` is whose maps, as the legend calls them: "DeepState, on the outlines of Minregion".
    ``days`` ascend; ``low`` is what was held on each, ``high`` what was held or contested (equal
    to ``low`` where the maker shows none contested), both in the chart's unit. Raises
    ``BadValue`` where they do not go together.
    """

    maker: str
    days: tuple[date, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]

    def __post_init__(self) -> None:
        if not len(self.days) == len(self.low) == len(self.high):
            raise BadValue(f"chart, {self.maker}: every day wants a low and a high figure")
        if any(day >= after for day, after in pairwise(self.days)):
            raise BadValue(f"chart, {self.maker}: the days do not ascend")
        if not all(map(math.isfinite, (*self.low, *self.high))):
            raise BadValue(f"chart, {self.maker}: a figure is not a finite number")
        if any(low > high for low, high in zip(self.low, self.high, strict=True)):
            raise BadValue(f"chart, {self.maker}: less is held or contested than is held")

    @property
    def contested(self) -> bool:
        """Whether the maker shows contested ground on any day."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim beside the measurements: a point in time where it speaks of one day, else a bar.

    ``label`` says who said it and in which words: "Sergei Rudskoi: “75%”". ``stated`` is in the
    chart's unit. What is not ``certain`` (hedged, forecast, denied) is drawn as an outline. Raises
    ``BadValue`` for ``until`` before ``since``.
    """

    label: str
    since: date
    until: date
    stated: Interval
    certain: bool = True

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise BadValue(f"chart, {self.label}: {self.until} is before {self.since}")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to draw; ``unit`` is "percent" or "km2", ``note`` names sources and licence.

    ``span`` are the first and the last day to show, by default all days that anything has.
    """

    title: str
    unit: str
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...] = ()
    note: str = ""
    span: tuple[date, date] | None = None
