"""Who held how much of a place on a day, from figures derived beforehand from a layer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groundcheck.errors import BadValue
from groundcheck.model import Measurement

LONGEST_GAP_DAYS = 3
"""A day without a map is answered by the latest one before it, if that is not older."""


@dataclass(frozen=True, slots=True)
class Series:
    """What was held inside one outline, day by day.

    ``regions`` are the ids that the outline takes in: mostly one, but a set that draws a city
    with the region around it has both. ``whole_km2`` is the outline's own area, ``km2`` what
    was held of it on each of the figures' ``days``; ``source`` is the SHA-256 of its file.
    """

    boundary_set: str
    regions: frozenset[str]
    whole_km2: float
    km2: Sequence[float]
    source: str = ""


@dataclass(frozen=True, slots=True)
class ControlFigures:
    """A layer's daily figures: ``holder``'s share of the regions of ``country``.

    ``maker`` is whose statement the figures are, ``definition`` what it counts as held.
    ``days`` ascend; ``inputs`` are the SHA-256 hashes of the layer and the boundary files.
    """

    layer: str
    maker: str
    definition: str
    holder: str
    country: str
    days: tuple[date, ...]
    series: tuple[Series, ...]
    inputs: tuple[str, ...] = ()

    @property
    def covers(self) -> frozenset[str]:
        """The ids of the regions that at least one boundary set outlines."""
        return frozenset().union(*(series.regions for series in self.series))

    @property
    def first_day(self) -> date:
        """The day of the first map."""
        return self.days[0]

    @property
    def last_day(self) -> date:
        """The day of the last map."""
        return self.days[-1]

    @property
    def boundary_sets(self) -> tuple[str, ...]:
        """The names of the boundary sets, each once, in the order of the series."""
        return tuple(dict.fromkeys(series.boundary_set for series in self.series))

    def regions_of(self, place_id: str) -> tuple[str, ...]:
        """The regions that a place consists of, sorted; ``()`` when it is not covered."""
        if place_id == self.country:
            return tuple(sorted(self.covers))
        return (place_id,) if place_id in self.covers else ()

    def measure(self, places: Sequence[str], day: date) -> tuple[Measurement, ...]:
        """What was held of the places taken together, once for each boundary set.

        A set whose outlines do not add up to just these places (it has a city only together
        with the region around it) is left out. ``()`` when a place or the day is not covered.
        Between two maps the day's figure is the one before it, not more than
        ``LONGEST_GAP_DAYS`` old; ``Measurement.day`` says which it is.
        """
        slot = self._slot(day)
        if slot is None:
            return ()
        found = (self._within(places, name) for name in self.boundary_sets)
        return tuple(self._measured(places, parts, slot) for parts in found if parts)

    def change(
        self, places: Sequence[str], since: date, until: date
    ) -> tuple[tuple[str, float], ...]:
        """How many km² more were held on ``until`` than on ``since``, by boundary set.

        ``()`` when a place or one of the days is not covered.
        """
        pairs = zip(self.measure(places, since), self.measure(places, until), strict=False)
        return tuple((old.boundary_set, round(new.km2 - old.km2, 2)) for old, new in pairs)

    def first_day_reaching(
        self, places: Sequence[str], share: float, boundary_set: str
    ) -> date | None:
        """The first map with at least ``share`` percent of the places together held.

        It is ``first_day`` where that was so from the start, and the share may have fallen
        below again later. ``None`` when it was never so or the places are not covered.
        """
        shares = self._shares(places, boundary_set)
        return next((day for day, reached in shares if reached >= share), None)

    def range(
        self, places: Sequence[str], boundary_set: str
    ) -> tuple[tuple[date, float], tuple[date, float]]:
        """The smallest and the largest share in percent, each with the first day it was so.

        Raises ``BadValue`` when the places are not covered by ``boundary_set``.
        """
        shares = self._shares(places, boundary_set)
        if not shares:
            raise BadValue(f"{'+'.join(places)} is not covered by {self.layer} on {boundary_set}")
        return min(shares, key=lambda pair: pair[1]), max(shares, key=lambda pair: pair[1])

    def _slot(self, day: date) -> int | None:
        slot = bisect_right(self.days, day) - 1
        if slot < 0 or day > self.last_day:
            return None
        return slot if (day - self.days[slot]).days <= LONGEST_GAP_DAYS else None

    def _within(self, places: Sequence[str], boundary_set: str) -> tuple[Series, ...]:
        regions = [self.regions_of(place) for place in places]
        asked = frozenset().union(*regions)
        if not all(regions):
            return ()
        parts = tuple(
            series
            for series in self.series
            if series.boundary_set == boundary_set and series.regions <= asked
        )
        return parts if frozenset().union(*(part.regions for part in parts)) == asked else ()

    def _measured(self, places: Sequence[str], parts: tuple[Series, ...], slot: int) -> Measurement:
        km2, whole = _sums(parts, slot)
        return Measurement(
            layer=self.layer,
            day=self.days[slot],
            place="+".join(dict.fromkeys(places)),
            holder=self.holder,
            km2=round(km2, 2),
            whole_km2=round(whole, 2),
            share=_percent(km2, whole),
            boundary_set=parts[0].boundary_set,
            inputs=(*self.inputs[:1], *filter(None, (parts[0].source,))),
        )

    def _shares(self, places: Sequence[str], boundary_set: str) -> list[tuple[date, float]]:
        parts = self._within(places, boundary_set)
        if not parts:
            return []
        return [(day, _percent(*_sums(parts, slot))) for slot, day in enumerate(self.days)]


def _sums(parts: tuple[Series, ...], slot: int) -> tuple[float, float]:
    return sum(part.km2[slot] for part in parts), sum(part.whole_km2 for part in parts)


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 4)
