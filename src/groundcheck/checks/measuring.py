"""What the layers show of places over some days: every maker, boundary set, counting and day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from groundcheck.checks.choices import Option, extent
from groundcheck.checks.evidence import ControlSeries
from groundcheck.checks.spoken import covers
from groundcheck.checks.wording import listed
from groundcheck.model import Interval, Measurement, Place

WITHOUT, WITH = "without it", "with it"


class LeftOut(NamedTuple):
    """A layer that could not be compared with the others, and why."""

    series: ControlSeries
    why: str


class Shown(NamedTuple):
    """What a layer shows for the day ``asked``; the map may be an earlier day's."""

    series: ControlSeries
    asked: date
    measurement: Measurement


@dataclass(frozen=True, slots=True)
class Maps:
    """A layer that remembers what it was asked, since a report repeats itself."""

    series: ControlSeries
    _measured: dict[object, tuple[Measurement, ...]] = field(default_factory=dict)
    _first: dict[object, date | None] = field(default_factory=dict)
    _held: dict[object, tuple[tuple[date, float], ...]] = field(default_factory=dict)

    def measure(self, places: tuple[Place, ...], days: Sequence[date]) -> tuple[Shown, ...]:
        """All that the layer shows of the places together on ``days``."""
        ids = tuple(place.id for place in places)
        for day in days:
            if (ids, day) not in self._measured:
                self._measured[ids, day] = self.series.measure(ids, day)
        return tuple(Shown(self.series, day, m) for day in days for m in self._measured[ids, day])

    def first_day(
        self, ids: tuple[str, ...], share: float, outlines: str, contested: bool
    ) -> date | None:
        """The first day that at least ``share`` percent of the places together is held."""
        key = (ids, share, outlines, contested)
        if key not in self._first:
            self._first[key] = self.series.first_day_reaching(*key)
        return self._first[key]

    def held(self, region: str, outlines: str, contested: bool) -> tuple[tuple[date, float], ...]:
        """The km² held of a region on each map; ``()`` where the set does not draw it alone."""
        key = (region, outlines, contested)
        if key not in self._held:
            shares = self.series.shares((region,), outlines, contested)
            of_day = self.series.measure((region,), shares[0][0]) if shares else ()
            whole = next((m.whole_km2 for m in of_day if m.boundary_set == outlines), 0.0)
            self._held[key] = tuple((day, share * whole / 100) for day, share in shares)
        return self._held[key]


@dataclass(frozen=True, slots=True)
class Measured:
    """What all layers show of ``places`` together, at least one measurement.

    ``complement`` says that the claim speaks of the ground that the layers' holder does not
    hold; all figures are then of that ground. ``left_out`` are the layers that could not be
    compared with the others, with why.
    """

    places: tuple[Place, ...]
    shown: tuple[Shown, ...]
    complement: bool
    maps: tuple[Maps, ...]
    left_out: tuple[LeftOut, ...] = ()

    caveat = "ground that the maps give to neither side is counted in, so it is an upper bound"

    @property
    def where(self) -> str:
        """The places as words: "Northmark and Southmark together"."""
        together = " together" if len(self.places) > 1 else ""
        return listed(tuple(place.name for place in self.places)) + together

    @property
    def largest(self) -> float:
        """The area of the places in km², on the outlines that make it largest."""
        return max(each.measurement.whole_km2 for each in self.shown)

    @property
    def contested(self) -> bool:
        """Whether a layer tells contested ground from the rest."""
        return any(each.measurement.contested for each in self.shown)

    def value(self, measurement: Measurement, unit: str) -> float:
        """The share in percent, or the area in km²."""
        whole, part = (
            (100.0, measurement.share)
            if unit == "percent"
            else (measurement.whole_km2, measurement.km2)
        )
        return whole - part if self.complement else part

    def options(self, unit: str) -> tuple[Option, ...]:
        """Each value with the choices that it was made by."""
        return tuple(
            Option(
                self.value(each.measurement, unit),
                each.measurement.boundary_set,
                # What is not held has contested ground in it where it is not counted as held.
                WITH if each.measurement.contested != self.complement else WITHOUT,
                who(each.series),
                str(each.asked),
            )
            for each in self.shown
        )

    def extent(self, unit: str) -> Interval:
        """Everything that the layers can be taken to say."""
        return extent(self.options(unit))

    def rest(self, unit: str) -> Interval:
        """The same of the ground that is not spoken of."""
        return Measured(self.places, self.shown, not self.complement, self.maps).extent(unit)


def who(series: ControlSeries) -> str:
    """The maker's name without what stands in brackets or after a comma."""
    return series.maker.split(" (")[0].split(",")[0]


def measure(
    places: tuple[Place, ...], days: Sequence[date], maps: Sequence[Maps], complement: bool
) -> Measured | str:
    """What the layers show on ``days``, or why each of them shows nothing."""
    shown: list[Shown] = []
    left_out: list[LeftOut] = []
    for each in maps:
        if not any(each.series.regions_of(place.id) for place in places):
            continue
        found = each.measure(places, days) if covers(each.series, places) else ()
        shown.extend(found)
        if not found:
            left_out.append(LeftOut(each.series, why_nothing(each.series, places, days)))
    if not shown:
        names = listed(tuple(place.name for place in places))
        return reasons(left_out) or f"no layer at hand covers {names}"
    return Measured(places, tuple(shown), complement, tuple(maps), tuple(left_out))


def reasons(left_out: Sequence[LeftOut]) -> str:
    """Why the layers were left out, the first reason of each maker."""
    first = {who(each.series): each.why for each in reversed(left_out)}
    return "; ".join(first[maker] for maker in dict.fromkeys(who(e.series) for e in left_out))


def why_nothing(series: ControlSeries, places: tuple[Place, ...], days: Sequence[date]) -> str:
    """Why a layer does not speak of the places on these days."""
    missing = tuple(place.name for place in places if not series.regions_of(place.id))
    if missing:
        return f"{who(series)}'s maps do not cover {listed(missing)}"
    if days[-1] < series.first_day or days[0] > series.last_day:
        return f"{who(series)}'s maps run from {series.first_day} to {series.last_day}"
    where = listed(tuple(place.name for place in places))
    return f"{who(series)}'s maps do not show {where} then"
