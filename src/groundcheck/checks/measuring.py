"""What one layer shows of places over some days: every boundary set, every day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from groundcheck.checks.evidence import ControlSeries
from groundcheck.checks.verdicts import relate, span_of
from groundcheck.checks.wording import amount, figure, interval, listed
from groundcheck.model import Evidence, Interval, Measurement, Place, Step


@dataclass(frozen=True, slots=True)
class Measured:
    """The measurements of ``places`` together by ``layer``, at least one.

    ``complement`` says that the claim speaks of the ground that the layer's holder does not
    hold; all figures are then of that ground.
    """

    maps: Maps
    places: tuple[Place, ...]
    measurements: tuple[Measurement, ...]
    complement: bool

    caveat = "ground that the map gives to neither side is counted in, so it is an upper bound"

    @property
    def layer(self) -> ControlSeries:
        """The layer that was measured."""
        return self.maps.layer

    @property
    def largest(self) -> float:
        """The area of the places in km², on the outlines that make it largest."""
        return max(m.whole_km2 for m in self.measurements)

    def value(self, measurement: Measurement, unit: str) -> float:
        """The share in percent, or the area in km²."""
        whole, part = (
            (100.0, measurement.share)
            if unit == "percent"
            else (measurement.whole_km2, measurement.km2)
        )
        return whole - part if self.complement else part

    def extent(self, unit: str) -> Interval:
        """Everything that the layer can be taken to say."""
        return span_of(self.value(m, unit) for m in self.measurements)

    def rest(self, unit: str) -> Interval:
        """The same of the ground that is not spoken of."""
        whole = [100.0 if unit == "percent" else m.whole_km2 for m in self.measurements]
        values = [self.value(m, unit) for m in self.measurements]
        return span_of(all_ - part for all_, part in zip(whole, values, strict=True))

    def by_set(self, unit: str) -> dict[str, Interval]:
        """The same for each boundary set alone."""
        sets = dict.fromkeys(m.boundary_set for m in self.measurements)
        return {
            name: span_of(self.value(m, unit) for m in self.measurements if m.boundary_set == name)
            for name in sets
        }

    def decided_by(self, stated: Interval, unit: str) -> str:
        """The choice that makes the words agree or not."""
        sets = self.by_set(unit)
        if len(sets) > 1 and len({relate(stated, found) for found in sets.values()}) > 1:
            parts = (f"{interval(found, unit)} on {name}" for name, found in sets.items())
            return f"the boundary set: {', '.join(parts)}"
        days: dict[date, list[float]] = {}
        for m in self.measurements:
            days.setdefault(m.day, []).append(self.value(m, unit))
        if len({relate(stated, span_of(values)) for values in days.values()}) > 1:
            first, last = min(days), max(days)
            return (
                f"the day of the map: {interval(span_of(days[first]), unit)} on {first}, "
                f"{interval(span_of(days[last]), unit)} on {last}"
            )
        return "the boundary set and the day of the map"

    @property
    def maker(self) -> str:
        """The maker's name without what stands in brackets after it."""
        return self.layer.maker.split(" (")[0]

    def shows(self, unit: str) -> str:
        """What the maps show, in the words of a summary."""
        days = sorted({m.day for m in self.measurements})
        when = f" of {days[0]}" if len(days) == 1 else f"s of {days[0]} to {days[-1]}"
        sets = self.by_set(unit)
        each = ", ".join(
            f"{figure(found.low or 0.0)}–{figure(found.high or 0.0)} on {name}"
            if figure(found.low or 0.0) != figure(found.high or 0.0)
            else f"{figure(found.low or 0.0)} on {name}"
            for name, found in sets.items()
        )
        most = "at most " if self.complement else ""
        where = listed(tuple(place.name for place in self.places))
        together = " together" if len(self.places) > 1 else ""
        side = f"not held by {self.layer.holder}" if self.complement else (
            f"held by {self.layer.holder}"
        )  # fmt: skip
        return (
            f"{self.maker}'s map{when} show{'s' if len(days) == 1 else ''} "
            f"{most}{interval(self.extent(unit), unit)} of {where}{together} {side} ({each})"
        )

    def became_so(self, threshold: float | None) -> str | None:
        """When each boundary set first shows ``threshold`` percent, or that it never does."""
        if threshold is None or self.complement:
            return None
        ids = tuple(place.id for place in self.places)
        where = listed(tuple(place.name for place in self.places))
        where += " together" if len(self.places) > 1 else ""
        said = []
        for name in self.by_set("percent"):
            day = self.maps.first_day(ids, threshold, name)
            if day is None:
                said.append(f"never up to its last map of {self.layer.last_day} ({name})")
            elif day <= self.layer.first_day:
                said.append(f"since before its first map of {day} ({name})")
            else:
                said.append(f"from {day} ({name})")
        share = amount(threshold, "percent")
        return f"{self.maker}'s map shows {share} of {where}: {', '.join(said)}"

    def steps(self, unit: str) -> tuple[Step, ...]:
        """A step for each measurement: what was held, of what, on which outlines."""
        return tuple(
            Step(
                "measure" if not self.complement else "measure what is not held",
                (
                    str(m.day),
                    f"{amount(m.km2, 'km2', 0)} held of {amount(m.whole_km2, 'km2', 0)}",
                ),
                amount(self.value(m, unit), unit),
                f"{self.layer.maker}, on the outlines of {m.boundary_set}",
            )
            for m in self.measurements
        )

    def evidence(self) -> tuple[Evidence, ...]:
        """What the maker's maps say, one statement for each map and boundary set."""
        where = listed(tuple(place.name for place in self.places))
        return tuple(
            Evidence(
                source=self.layer.maker,
                says=(
                    f"{m.holder} holds {amount(m.share, 'percent')} of {where}: "
                    f"{amount(m.km2, 'km2', 0)} of {amount(m.whole_km2, 'km2', 0)} "
                    f"on the outlines of {m.boundary_set}; {self.layer.definition}"
                ),
                day=str(m.day),
                inputs=m.inputs,
            )
            for m in self.measurements
        )


@dataclass(frozen=True, slots=True)
class Maps:
    """A layer that remembers what it was asked, since a report repeats itself."""

    layer: ControlSeries
    _measured: dict[object, tuple[Measurement, ...]] = field(default_factory=dict)
    _first: dict[object, date | None] = field(default_factory=dict)

    def measure(
        self, places: tuple[Place, ...], days: Sequence[date], complement: bool
    ) -> Measured | None:
        """All that the layer shows on ``days``, each map once; ``None`` where it shows nothing."""
        ids = tuple(place.id for place in places)
        key = (ids, tuple(days))
        if key not in self._measured:
            found: dict[tuple[date, str, bool], Measurement] = {}
            for day in days:
                for m in self.layer.measure(ids, day):
                    found.setdefault((m.day, m.boundary_set, m.contested), m)
            self._measured[key] = tuple(found[each] for each in sorted(found))
        shown = self._measured[key]
        return Measured(self, places, shown, complement) if shown else None

    def first_day(self, ids: tuple[str, ...], share: float, boundary_set: str) -> date | None:
        """The first day that at least ``share`` percent of the places together is held."""
        key = (ids, share, boundary_set)
        if key not in self._first:
            self._first[key] = self.layer.first_day_reaching(ids, share, boundary_set)
        return self._first[key]
