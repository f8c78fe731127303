"""What a store has to draw maps of: its layers with their figures, outlines, and maps by day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue
from groundcheck.geo import regions
from groundcheck.geo.asked import name as name_of
from groundcheck.geo.control import ControlFigures
from groundcheck.geo.layers import BoundarySet, Ground, Layer
from groundcheck.ledger.descriptions import read_boundaries, read_layer
from groundcheck.ledger.layer_figures import layer_figures, stored_outlines
from groundcheck.ledger.layer_store import LayerStore

Named = tuple[str, str, BaseGeometry]
"""Id, name and outline of a region."""


@dataclass(frozen=True, slots=True)
class Drawable:
    """What one holder has by a stored layer: how it is described, and its figures by day."""

    layer: Layer
    figures: ControlFigures

    @property
    def inputs(self) -> str:
        """What its maps and figures are known by: a hash that changes when any of them does."""
        return self.figures.inputs[0]

    def shows(self, places: tuple[str, ...]) -> bool:
        """Whether it draws ground in one of the places, even if it gives no total of it."""
        country = self.figures.country
        return any((regions.inside(place) or place) == country for place in places)


def drawables(store: LayerStore) -> tuple[Drawable, ...]:
    """All that can be drawn, by layer; a layer that covers two holders' ground is two."""
    sets = stored_outlines(store)
    layers = [read_layer(stored.description, stored.name) for stored in store.layers()]
    return tuple(
        Drawable(layer, figures)
        for layer in layers
        for figures in layer_figures(store, layer, sets)
    )


def boundary_set(store: LayerStore, name: str) -> BoundarySet:
    """How a stored boundary set is described. Raises ``BadValue`` where there is none so named."""
    for stored in store.boundaries():
        if stored.name == name:
            return read_boundaries(stored.description, stored.name)
    raise BadValue(f"{name!r}: no boundaries of that name have been added")


def outlines(store: LayerStore, set_name: str, places: tuple[str, ...]) -> tuple[Named, ...]:
    """The outlines of the places, of a country or area those of its regions, by id.

    An outline that takes in more than was asked for is left out. Regions of one name are told
    apart by their ids.
    """
    wanted = {part for place in places for part in (regions.parts(place) or (place,))}
    found = [
        (each.region, name_of(each.region), each.shape)
        for each in store.outlines(set_name)
        if wanted.issuperset(each.region.split("+")) and not each.shape.is_empty
    ]
    count = Counter(name for _, name, _ in found)
    return tuple(
        (id_, f"{name} ({id_})" if count[name] > 1 else name, shape) for id_, name, shape in found
    )


def maps(store: LayerStore, drawn: Drawable) -> dict[date, dict[Ground, BaseGeometry]]:
    """Every map of the layer that figures are of, with all grounds that it shows."""
    found = store.maps(drawn.layer.name)
    return {day: dict(found[day]) for day in drawn.figures.days}
