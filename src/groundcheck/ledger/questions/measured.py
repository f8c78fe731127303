"""What each maker's maps show of one place: on a day, and as a series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from groundcheck.geo import gazetteer
from groundcheck.geo.measure import Asked, By, Row, measure
from groundcheck.geo.stretches import Stretch
from groundcheck.ledger import evidence
from groundcheck.ledger.asking import Layers

_TOWN = "geonames:"


@dataclass(frozen=True, slots=True)
class Shown:
    """What one layer shows: of a region how much, of a town how its point stands.

    ``day`` is that of the map. ``low`` to ``high`` in ``unit`` is its extent over outlines and
    contested ground, which ``words`` name; a town has words alone.
    """

    day: date
    maker: str
    layer: str
    holder: str
    words: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None


class Maps:
    """The layers that show one place; asks each of them for a day only once."""

    def __init__(self, layers: Layers, place: str) -> None:
        self._place = place
        self._figures = tuple(one for one in layers.figures() if one.regions_of(place))
        self._points = tuple(_points(layers, place))
        self._known: dict[tuple[date, str], tuple[Shown, ...]] = {}

    def on(self, day: date, unit: str) -> tuple[Shown, ...]:
        """What the maps that speak for the day show."""
        if (day, unit) not in self._known:
            found = measure(self._figures, Asked((self._place,), day, day))
            shown = [*_bands(found, unit), *(_on(point, day) for point in self._points)]
            self._known[day, unit] = tuple(one for one in shown if one)
        return self._known[day, unit]

    def series(self, since: date | None, until: date | None, by: By, unit: str) -> Iterator[Shown]:
        """The last map of each period; of a town each stretch of maps that show the same."""
        for one in self._figures:
            first, last = max(since or one.first_day, one.first_day), until or one.last_day
            if first <= last:
                asked = Asked((self._place,), first, last, by)
                yield from _bands(measure((one,), asked), unit)
        for point in self._points:
            for stretch in point.stretches:
                if stretch.last >= (since or stretch.last) and stretch.first <= (
                    until or stretch.first
                ):
                    yield point.shown(stretch, max(stretch.first, since or stretch.first))


def _bands(rows: Sequence[Row], unit: str) -> Iterator[Shown]:
    rows = sorted(rows, key=lambda row: (row.layer, row.holder, row.map_day, row.boundary_set))
    for (layer, holder, day), group in groupby(
        rows, key=lambda row: (row.layer, row.holder, row.map_day)
    ):
        found = list(group)
        low, high = zip(*(_ends(row, unit) for row in found), strict=True)
        outlines = " and ".join(dict.fromkeys(row.boundary_set for row in found))
        told = any(row.share_with_contested is not None for row in found)
        words = f"held by {holder}, on {outlines}{', up to with contested ground' if told else ''}"
        yield Shown(day, found[0].maker, layer, holder, words, min(low), max(high), unit)


def _ends(row: Row, unit: str) -> tuple[float, float]:
    if unit == "percent":
        held, wide = row.share, row.share_with_contested
    else:
        held, wide = row.km2, row.km2_with_contested
    return held, held if wide is None else wide


@dataclass(frozen=True, slots=True)
class _Point:
    """A town's history on one layer."""

    maker: str
    layer: str
    holder: str
    stretches: tuple[Stretch, ...]

    def shown(self, stretch: Stretch, day: date) -> Shown:
        ground = f"held by {self.holder}" if stretch.holder else f"not held by {self.holder}"
        far = f", the line at least {stretch.line_km:g} km off" if stretch.line_km else ""
        words = f"its middle {'contested' if stretch.contested else ground}{far}"
        return Shown(day, self.maker, self.layer, self.holder, words)


def _points(layers: Layers, place: str) -> Iterator[_Point]:
    if not place.startswith(_TOWN):
        return
    town = gazetteer.town(int(place.removeprefix(_TOWN)))
    for one in evidence.points(layers.store):
        if layers.names and one.layer not in layers.names:
            continue
        if layers.holder.lower() in ("", one.holder.lower()) and (found := one.history(town)):
            yield _Point(one.maker, one.layer, one.holder, found)


def _on(point: _Point, day: date) -> Shown | None:
    """The map of that day or, between two maps, the one before; none outside the layer's days."""
    if day > point.stretches[-1].last:
        return None
    before = [stretch for stretch in point.stretches if stretch.first <= day]
    return point.shown(before[-1], min(day, before[-1].last)) if before else None
