"""One layer on one day as shapes: for maps, and to tell slivers from the front."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue
from groundcheck.geo.asked import name as name_of
from groundcheck.geo.layers import CONTESTED, Ground, Layer
from groundcheck.geo.measure import Asked, Row
from groundcheck.geo.slivers import remainder
from groundcheck.ledger.asking import Layers
from groundcheck.ledger.descriptions import read_boundaries, read_layer
from groundcheck.ledger.layer_store import LayerStore


@dataclass(frozen=True, slots=True)
class DayView:
    """What a layer shows on the map of ``day``; ``contested`` is ``None`` where it tells none."""

    layer: Layer
    holder: str
    day: date
    held: BaseGeometry
    contested: BaseGeometry | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """The outlines of the places that were asked for: names and shapes, and whose they are."""

    name: str
    shapes: tuple[tuple[str, BaseGeometry], ...]
    attribution: str


def day_view(store: LayerStore, name: str, holder: str, day: date) -> DayView:
    """The map that stands in the store for exactly this day. Raises ``BadValue`` without one."""
    layer = read_layer(store.layer(name).description, name)
    shown = store.maps(name, day.year).get(day)
    if shown is None:
        raise BadValue(f"{name}: has no map of {day}")
    empty = shapely.MultiPolygon()
    told = any(cover.contested for cover in layer.covers if cover.holder == holder)
    contested = shown.get(CONTESTED, empty) if told else None
    return DayView(layer, holder, day, shown.get(Ground(holder, "held"), empty), contested)


def pictured(layers: Layers, asked: Asked) -> tuple[tuple[DayView, ...], Drawn]:
    """One or two layers' maps of the day, and the outlines of the places to draw them in.

    Raises ``BadValue`` where the store has no map or outline of them.
    """
    if layers.store is None or not layers.store.exists():
        raise BadValue("--map: needs layers and boundaries of your own (groundcheck layers add)")
    with LayerStore(layers.store) as store:
        added = {stored.name for stored in store.layers()}
        rows = [row for row in layers.measure(asked, told_apart=False) if row.layer in added]
        # Of each layer the first boundary set will do: the same one for both.
        sets = dict.fromkeys(row.boundary_set for row in rows)
        chosen = [row for row in rows if row.boundary_set == next(iter(sets))]
        if not 1 <= len(chosen) <= 2:
            names = ", ".join(row.layer for row in chosen) or "none"
            raise BadValue(f"--map: shows one or two layers, there is {names}: choose by --layer")
        views = tuple(day_view(store, row.layer, row.holder, row.map_day) for row in chosen)
        return views, _drawn(store, chosen[0])


def _drawn(store: LayerStore, row: Row) -> Drawn:
    stored = next(each for each in store.boundaries() if each.name == row.boundary_set)
    described = read_boundaries(stored.description, stored.name)
    shapes = tuple((name_of(region), shape) for region, shape in _outlines(store, row).items())
    return Drawn(name_of(row.place), shapes, described.attribution)


def _outlines(store: LayerStore, row: Row) -> dict[str, BaseGeometry]:
    """The outlines of the row's places: of a country those of all its regions."""
    outlines = {outline.region: outline.shape for outline in store.outlines(row.boundary_set)}
    places = set(row.place.split("+"))
    return {
        region: shape
        for region, shape in outlines.items()
        if all(part in places or part.split("-")[0] in places for part in region.split("+"))
    }


def with_slivers(path: Path | None, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with what is not held told apart, where the store has the map and the outlines."""
    if path is None or not path.exists():
        return rows
    with LayerStore(path) as store:
        layers = {stored.name for stored in store.layers()}
        return tuple(_told_apart(store, row) if row.layer in layers else row for row in rows)


def _told_apart(store: LayerStore, row: Row) -> Row:
    shapes = _outlines(store, row)
    if not shapes:
        return row
    view = day_view(store, row.layer, row.holder, row.map_day)
    country = shapely.union_all([outline.shape for outline in store.outlines(row.boundary_set)])
    parts = [remainder(view.held, shape, country) for shape in shapes.values()]
    return replace(
        row,
        front_km2=round(sum(part.front for part in parts), 2),
        sliver_km2=round(sum(part.slivers for part in parts), 2),
    )
