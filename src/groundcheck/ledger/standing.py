"""What stored layers show at single points: for ``measure`` and for the check of captures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import shapely

from groundcheck.errors import BadValue
from groundcheck.geo.layers import Cover, Layer
from groundcheck.geo.points import standings
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.stretches import Stretch, stretches
from groundcheck.ledger.asking import Days, Layers
from groundcheck.ledger.descriptions import read_layer
from groundcheck.ledger.layer_figures import Maps, sound_maps
from groundcheck.ledger.layer_store import LayerStore


@dataclass(frozen=True, slots=True)
class StandingRow:
    """What a layer's maps from ``first`` to ``last`` show at a point of ``holder``'s ground.

    ``ground`` is "held", "contested" or "not held"; the edge of held or contested ground was
    at least ``line_km`` away all that time.
    """

    point: str
    holder: str
    layer: str
    maker: str
    first: date
    last: date
    ground: str
    line_km: float


def standing(layers: Layers, points: Sequence[str], days: Days) -> tuple[StandingRow, ...]:
    """The points' standing on every stored layer, in stretches of maps that show the same.

    A layer is asked about the points in regions that it covers; where no stored outline has
    the point, every layer is. Raises ``BadValue`` for what is no point, or where no layer has
    been added.
    """
    where = [_point(point) for point in points]
    regions = [_regions(layers, point) for point in where]
    since, until = layers.days(days, whole=days[0] is None)
    rows: list[StandingRow] = []
    for layer, cover, maps in _stored(layers):
        within: Maps = {day: shown for day, shown in maps.items() if since <= day <= until}
        if since == until:
            within = _speaking(maps, layer, until)
        found = list(zip(*standings(within, where, cover.holder), strict=True))
        for point, region, shown in zip(points, regions, found, strict=False):
            if region and not region & cover.regions:
                continue
            rows += [_row(point, layer, cover, stretch) for stretch in stretches(shown)]
    if not rows:
        raise BadValue("a point wants layers of your own: groundcheck layers add")
    return tuple(rows)


def _speaking(maps: Maps, layer: Layer, day: date) -> Maps:
    """The one map that speaks for the day, if any does."""
    before = [each for each in maps if each <= day]
    speaks = before and (not layer.valid_days or (day - before[-1]).days <= layer.valid_days)
    return {before[-1]: maps[before[-1]]} if speaks else {}


def _row(point: str, layer: Layer, cover: Cover, stretch: Stretch) -> StandingRow:
    ground = "contested" if stretch.contested else "held" if stretch.holder else "not held"
    return StandingRow(
        point, cover.holder, layer.name, layer.maker, stretch.first, stretch.last, ground,
        stretch.line_km,
    )  # fmt: skip


def _point(written: str) -> tuple[float, float]:
    """Longitude and latitude of "48.29,37.18", where the latitude stands first."""
    try:
        latitude, longitude = (float(part) for part in written.split(","))
    except ValueError:
        latitude = longitude = 999.0
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise BadValue(f"{written!r}: is no point like 48.29,37.18 (latitude first, in degrees)")
    return longitude, latitude


def _regions(layers: Layers, point: tuple[float, float]) -> frozenset[str]:
    """The regions whose outlines in the store have the point in them."""
    if layers.store is None or not layers.store.exists():
        return frozenset()
    with LayerStore(layers.store) as store:
        return frozenset(
            region
            for boundaries in store.boundaries()
            for outline in store.outlines(boundaries.name)
            if shapely.contains_xy(outline.shape, *point)
            for region in outline.region.split("+")
        )


def _stored(layers: Layers) -> Iterator[tuple[Layer, Cover, Maps]]:
    if layers.store is None or not layers.store.exists():
        return
    with LayerStore(layers.store) as store:
        for stored in store.layers():
            layer = read_layer(stored.description, stored.name)
            if layers.names and layer.name not in layers.names:
                continue
            maps = sound_maps(store.maps(layer.name), layer)
            for cover in layer.covers:
                if layers.holder.lower() in ("", cover.holder.lower()) and maps:
                    yield layer, cover, maps


@dataclass(frozen=True, slots=True)
class StoredPoints:
    """A stored layer and holder as the check of captures asks them; reads when it is asked."""

    path: Path
    layer: str
    maker: str
    origin: str
    definition: str
    holder: str
    regions: frozenset[str]
    precision_km: float
    first_day: date
    last_day: date
    inputs: tuple[str, ...] = ()

    def history(self, settlement: Settlement) -> tuple[Stretch, ...]:
        """The stretches of all maps in their order; ``()`` where the layer does not cover it."""
        if settlement.region not in self.regions:
            return ()
        with LayerStore(self.path) as store:
            layer = read_layer(store.layer(self.layer).description, self.layer)
            maps = sound_maps(store.maps(self.layer), layer)
        shown = standings(maps, [(settlement.lon, settlement.lat)], self.holder)
        return stretches([standing for (standing,) in shown])


def stored_points(path: Path) -> tuple[StoredPoints, ...]:
    """Every layer and holder of the store. Partly shown regions are not asked: see ``Cover``."""
    if not path.exists():
        return ()
    found = []
    with LayerStore(path) as store:
        for stored in store.layers():
            layer = read_layer(stored.description, stored.name)
            days = [file.day for file in store.files(stored.name) if file.day is not None]
            found += [
                StoredPoints(
                    path, layer.name, layer.maker, layer.origin, layer.definition, cover.holder,
                    cover.regions - cover.partial, layer.precision_km, min(days), max(days),
                )
                for cover in layer.covers
                if days
            ]  # fmt: skip
    return tuple(found)
