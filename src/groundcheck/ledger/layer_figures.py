"""A stored layer's figures by day on every stored boundary set, derived once and then kept."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from groundcheck.geo.areas import areas_km2
from groundcheck.geo.control import ControlFigures, Series
from groundcheck.geo.held import areas_by_day
from groundcheck.geo.layers import CONTESTED, Cover, Ground, Layer
from groundcheck.geo.relapses import old_maps
from groundcheck.ledger.descriptions import read_boundaries, read_layer
from groundcheck.ledger.layer_store import LayerStore, StoredOutline, day_files

Maps = Mapping[date, Mapping[Ground, BaseGeometry]]

VERSION = "2"
"""Another one where the way of deriving changes, so that older figures are not used."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """A boundary set: its name and the outline of each region that it draws, by region."""

    name: str
    attribution: str
    regions: tuple[StoredOutline, ...]


def stored_outlines(store: LayerStore) -> tuple[Outlines, ...]:
    """Every boundary set of the store, by name."""
    found = []
    for stored in store.boundaries():
        described = read_boundaries(stored.description, stored.name)
        found.append(Outlines(stored.name, described.attribution, store.outlines(stored.name)))
    return tuple(found)


def all_figures(store: LayerStore) -> tuple[ControlFigures, ...]:
    """The figures of every layer of the store, by layer and holder."""
    outlines = stored_outlines(store)
    return tuple(
        figures
        for stored in store.layers()
        for figures in layer_figures(store, read_layer(stored.description, stored.name), outlines)
    )


def layer_figures(
    store: LayerStore, layer: Layer, sets: Sequence[Outlines]
) -> tuple[ControlFigures, ...]:
    """A layer's figures, one entry for each holder that it covers; kept in the store.

    ``()`` where the layer has no map, or no boundary set outlines a region that it covers.
    """
    wanted = [(cover, _chosen(cover, sets)) for cover in layer.covers]
    with store.reading():
        inputs = _inputs(store, layer, sets)
        kept = store.figures(layer.name, inputs)
        maps = store.maps(layer.name) if kept is None else {}
    if kept is None:
        arrays = _derived(sound_maps(maps, layer), wanted)
        content = io.BytesIO()
        np.savez_compressed(content, allow_pickle=False, **arrays)
        store.put_figures(layer.name, inputs, content.getvalue())
    else:
        with np.load(io.BytesIO(kept)) as file:
            arrays = {name: file[name] for name in file.files}
    return tuple(
        _figures(layer, cover, (inputs, number, outlines, arrays))
        for number, (cover, outlines) in enumerate(wanted)
        if len(arrays["days"]) and outlines
    )


def sound_maps(maps: Maps, layer: Layer) -> Maps:
    """The maps but those that repeat a map of long ago under a new day (see ``relapses``)."""
    old = old_days(maps, layer)
    return {day: shown for day, shown in maps.items() if day not in old}


def old_days(maps: Maps, layer: Layer) -> dict[date, date]:
    """The days whose map repeats an older one, each with the day of that."""
    found: dict[date, date] = {}
    for cover in layer.covers:
        ground = Ground(cover.holder, "held")
        found |= old_maps({day: shown[ground] for day, shown in maps.items() if ground in shown})
    return dict(sorted(found.items()))


_Chosen = list[tuple[str, StoredOutline]]


def _chosen(cover: Cover, sets: Sequence[Outlines]) -> _Chosen:
    """The outlines, by set, that hold only regions which the cover has."""
    return [
        (each.name, outline)
        for each in sets
        for outline in each.regions
        if cover.regions.issuperset(outline.region.split("+"))
    ]


def _derived(maps: Maps, wanted: Sequence[tuple[Cover, _Chosen]]) -> dict[str, NDArray[np.float64]]:
    """For each cover the km² (days, outlines) of its ground, and the whole areas."""
    empty = shapely.MultiPolygon()
    found = {"days": np.array([day.toordinal() for day in maps], np.float64)}
    for number, (cover, outlines) in enumerate(wanted):
        shapes = np.array([outline.shape for _, outline in outlines], dtype=object)
        found[f"{number} whole"] = areas_km2(shapes)
        for name, ground in (("held", Ground(cover.holder, "held")), ("contested", CONTESTED)):
            if name == "contested" and not cover.contested:
                continue
            days = np.array([each.get(ground, empty) for each in maps.values()], dtype=object)
            found[f"{number} {name}"] = areas_by_day(days, shapes)
            found[f"{number} {name} own"] = areas_km2(days)
    return found


def _figures(
    layer: Layer,
    cover: Cover,
    derived: tuple[str, int, _Chosen, Mapping[str, NDArray[np.float64]]],
) -> ControlFigures:
    inputs, number, outlines, arrays = derived
    days = tuple(date.fromordinal(int(day)) for day in arrays["days"])
    whole, held = arrays[f"{number} whole"], arrays[f"{number} held"]
    contested = arrays.get(f"{number} contested")
    series = tuple(
        Series(
            boundary_set=name,
            regions=frozenset(outline.region.split("+")),
            whole_km2=float(whole[at]),
            km2=held[:, at].tolist(),
            contested_km2=None if contested is None else contested[:, at].tolist(),
            source=outline.sha256,
        )
        for at, (name, outline) in enumerate(outlines)
    )
    return ControlFigures(
        layer=layer.name,
        maker=layer.maker,
        definition=layer.definition,
        holder=cover.holder,
        country=cover.country,
        days=days,
        series=series,
        inputs=(inputs,),
        origin=layer.origin,
        valid_days=layer.valid_days,
        partial=cover.partial,
        outside=tuple(_outside(series, arrays, number)),
    )


def _outside(
    series: Sequence[Series], arrays: Mapping[str, NDArray[np.float64]], number: int
) -> list[Series]:
    """For each boundary set what lies outside all of its outlines; ``whole_km2`` says nothing."""
    found = []
    contested = arrays.get(f"{number} contested own")
    for name in dict.fromkeys(each.boundary_set for each in series):
        at = [index for index, each in enumerate(series) if each.boundary_set == name]
        rest = arrays[f"{number} held own"] - arrays[f"{number} held"][:, at].sum(axis=1)
        other = None
        if contested is not None:
            other = (contested - arrays[f"{number} contested"][:, at].sum(axis=1)).tolist()
        found.append(Series(name, frozenset(), 0.0, rest.tolist(), other))
    return found


def _inputs(store: LayerStore, layer: Layer, sets: Sequence[Outlines]) -> str:
    """One hash for everything that the figures follow from."""
    description = store.layer(layer.name).description
    # Not the layer as Python shows it: sets stand in another order in every process.
    covers = [(cover.holder, sorted(cover.regions), cover.contested) for cover in layer.covers]
    digest = hashlib.sha256(f"{VERSION}|{description}|{covers}".encode())
    for day, file in day_files(store.files(layer.name)).items():
        digest.update(f"{day}|{file.sha256}\n".encode())
    for each in sets:
        for outline in each.regions:
            digest.update(f"{each.name}|{outline.region}|{outline.sha256}\n".encode())
            digest.update(shapely.to_wkb(outline.shape))
    return digest.hexdigest()
