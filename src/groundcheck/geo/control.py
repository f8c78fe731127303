"""Who held how much of a place on a day, from figures derived beforehand from a layer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groundcheck.errors import BadValue
from groundcheck.geo import regions
from groundcheck.model import Measurement


@dataclass(frozen=True, slots=True)
class Series:
    """What was held inside one outline, day by day.

    ``regions`` are the ids that the outline takes in: mostly one, but a set that draws a city
    with the region around it has both; none for what lies outside all outlines of the set.
    ``whole_km2`` is the outline's own area, ``km2`` what was held of it on each of the figures'
    ``days`` and ``contested_km2`` what was contested (``None`` where the maker does not tell);
    ``source`` is the SHA-256 of its file.
    """

    boundary_set: str
    regions: frozenset[str]
    whole_km2: float
    km2: Sequence[float]
    contested_km2: Sequence[float] | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class ControlFigures:
    """A layer's figures by day: what ``holder`` held of the regions of ``country``.

    ``maker`` is whose statement the figures are, ``origin`` whose survey they rest on in the
    end (figures of one origin count once), ``definition`` what counts as held. ``days`` ascend;
    a map speaks until the next one, for ``valid_days`` days at most, the last one too (0:
    without limit, but the last one for its own day only). In the ``partial`` regions the maker
    leaves out ground that has long been held, so that changes can be told there but no totals.
    ``inputs`` are the SHA-256 hashes of the layer and the boundary files, ``outside`` what lies
    outside each boundary set.
    """

    layer: str
    maker: str
    definition: str
    holder: str
    country: str
    days: tuple[date, ...]
    series: tuple[Series, ...]
    inputs: tuple[str, ...] = ()
    origin: str = ""
    valid_days: int = 3
    partial: frozenset[str] = frozenset()
    outside: tuple[Series, ...] = ()

    @property
    def covers(self) -> frozenset[str]:
        """The ids of the regions, outlined by at least one boundary set, that are shown whole."""
        return self._outlined - self.partial

    @property
    def _outlined(self) -> frozenset[str]:
        return frozenset().union(*(series.regions for series in self.series))

    @property
    def contested(self) -> bool:
        """Whether the maker tells contested ground from the rest."""
        return any(series.contested_km2 is not None for series in self.series)

    @property
    def first_day(self) -> date:
        """The day of the first map."""
        return self.days[0]

    @property
    def last_day(self) -> date:
        """The day of the last map."""
        return self.days[-1]

    def map_day(self, day: date) -> date | None:
        """The day of the map that speaks for ``day``, ``None`` where none does."""
        slot = self._slot(day)
        return None if slot is None else self.days[slot]

    @property
    def boundary_sets(self) -> tuple[str, ...]:
        """The names of the boundary sets, each once, in the order of the series."""
        return tuple(dict.fromkeys(series.boundary_set for series in self.series))

    def regions_of(self, place_id: str) -> tuple[str, ...]:
        """The regions that a place consists of, sorted; ``()`` when it is not covered.

        A country or an area is covered only where every one of its regions is.
        """
        return self._parts_of(place_id, self.covers)

    def measure(self, places: Sequence[str], day: date) -> tuple[Measurement, ...]:
        """What was held of the places taken together, for each boundary set.

        Where the maker tells contested ground there is a second measurement with it. A set
        whose outlines do not add up to just these places (it has a city only together with
        the region around it) is left out. ``()`` when a place or the day is not covered.
        ``Measurement.day`` is the day of the map that speaks for ``day``.
        """
        return self._shown(places, day, self.covers)

    def _shown(
        self, places: Sequence[str], day: date, covers: frozenset[str]
    ) -> tuple[Measurement, ...]:
        slot = self._slot(day)
        if slot is None:
            return ()
        found = (self._within(places, name, covers) for name in self.boundary_sets)
        return tuple(
            self._measured(places, parts, slot, contested)
            for parts in found
            if parts
            for contested in _countings(parts)
        )

    def change(self, places: Sequence[str], since: date, until: date) -> tuple[Change, ...]:
        """How many km² more were held on ``until`` than on ``since``, for each boundary set.

        Twice where the maker tells contested ground. ``()`` when a place or a day is not
        covered. In partial regions the totals of the two measurements mean nothing, but what
        changed does.
        """
        both = (self._shown(places, day, self._outlined) for day in (since, until))
        return tuple(
            Change(old, new, round(new.km2 - old.km2, 2)) for old, new in zip(*both, strict=False)
        )

    def peak(
        self, places: Sequence[str], since: date | None = None, until: date | None = None
    ) -> tuple[Measurement, ...]:
        """For each boundary set and counting the first map with the most held, between two days."""
        days = [
            slot
            for slot, day in enumerate(self.days)
            if (since is None or day >= since) and (until is None or day <= until)
        ]
        found = []
        for name in self.boundary_sets:
            parts = self._within(places, name, self.covers)
            for contested in _countings(parts) if parts and days else ():
                most = max(days, key=lambda slot: _held(parts, slot, contested))
                found.append(self._measured(places, parts, most, contested))
        return tuple(found)

    def first_day_reaching(
        self, places: Sequence[str], share: float, boundary_set: str, contested: bool = False
    ) -> date | None:
        """The first map with at least ``share`` percent of the places together held.

        It is ``first_day`` where that was so from the start, and the share may have fallen
        below again later. ``None`` when it was never so or the places are not covered.
        """
        shares = self.shares(places, boundary_set, contested)
        return next((day for day, reached in shares if reached >= share), None)

    def shares(
        self, places: Sequence[str], boundary_set: str, contested: bool = False
    ) -> list[tuple[date, float]]:
        """The share of the places together in percent on each map; ``[]`` where not covered."""
        whole = sum(p.whole_km2 for p in self._within(places, boundary_set, self.covers))
        areas = self.areas(places, boundary_set, contested)
        return [(day, _percent(km2, whole)) for day, km2 in areas]

    def areas(
        self, places: Sequence[str], boundary_set: str, contested: bool = False
    ) -> list[tuple[date, float]]:
        """The same in km²."""
        parts = self._within(places, boundary_set, self.covers)
        return [
            (day, _held(parts, slot, contested))
            for slot, day in enumerate(self.days if parts else ())
        ]

    def range(
        self, places: Sequence[str], boundary_set: str
    ) -> tuple[tuple[date, float], tuple[date, float]]:
        """The smallest and the largest share in percent, each with the first day it was so.

        Raises ``BadValue`` when the places are not covered by ``boundary_set``.
        """
        shares = self.shares(places, boundary_set)
        if not shares:
            raise BadValue(f"{'+'.join(places)} is not covered by {self.layer} on {boundary_set}")
        return min(shares, key=lambda pair: pair[1]), max(shares, key=lambda pair: pair[1])

    def _slot(self, day: date) -> int | None:
        slot = bisect_right(self.days, day) - 1
        if slot < 0:
            return None
        late = (day - self.days[slot]).days
        if not self.valid_days:
            return slot if day <= self.last_day else None
        return slot if late <= self.valid_days else None

    def _parts_of(self, place_id: str, covers: frozenset[str]) -> tuple[str, ...]:
        if place_id in covers:
            return (place_id,)
        # Of a country without regions of its own in ISO 3166-2 the outlines are all there is.
        parts = regions.parts(place_id) or (covers if place_id == self.country else ())
        return tuple(sorted(parts)) if parts and covers.issuperset(parts) else ()

    def _within(
        self, places: Sequence[str], boundary_set: str, covers: frozenset[str]
    ) -> tuple[Series, ...]:
        of_each = [self._parts_of(place, covers) for place in places]
        asked = frozenset().union(*of_each)
        if not all(of_each):
            return ()
        parts = tuple(
            series
            for series in self.series
            if series.boundary_set == boundary_set and series.regions <= asked
        )
        return parts if frozenset().union(*(part.regions for part in parts)) == asked else ()

    def _measured(
        self, places: Sequence[str], parts: tuple[Series, ...], slot: int, contested: bool
    ) -> Measurement:
        km2 = _held(parts, slot, contested)
        whole = sum(part.whole_km2 for part in parts)
        return Measurement(
            layer=self.layer,
            day=self.days[slot],
            place="+".join(dict.fromkeys(places)),
            holder=self.holder,
            km2=round(km2, 2),
            whole_km2=round(whole, 2),
            share=_percent(km2, whole),
            boundary_set=parts[0].boundary_set,
            contested=contested,
            inputs=(*self.inputs[:1], *filter(None, (parts[0].source,))),
        )


@dataclass(frozen=True, slots=True)
class Change:
    """Two measurements of one place by one layer, and how many km² more the later one has."""

    old: Measurement
    new: Measurement
    km2: float


def _countings(parts: tuple[Series, ...]) -> tuple[bool, ...]:
    """Without contested ground, and with it where each outline has it."""
    return (False, True) if all(part.contested_km2 is not None for part in parts) else (False,)


def _held(parts: tuple[Series, ...], slot: int, contested: bool) -> float:
    held = sum(part.km2[slot] for part in parts)
    if contested:
        held += sum(part.contested_km2[slot] for part in parts if part.contested_km2 is not None)
    return held


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 4)
