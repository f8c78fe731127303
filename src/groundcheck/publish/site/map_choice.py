"""From what is asked for to what is drawn: layers, outlines and a day that the store has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from groundcheck.errors import BadValue
from groundcheck.geo import gazetteer
from groundcheck.geo.asked import name as name_of
from groundcheck.geo.layers import BoundarySet
from groundcheck.ledger.day_view import day_view
from groundcheck.ledger.drawable import Drawable, Named, boundary_set, drawables, outlines
from groundcheck.ledger.layer_store import LayerStore
from groundcheck.publish.map_data import Held
from groundcheck.publish.site.map_asked import MapAsked, region_of

Point = tuple[str, float, float]
"""A town's name, longitude and latitude."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is drawn: one or two layers in the outlines of the places, and all there is to choose.

    ``asked`` says it all; ``places`` are regions and countries.
    """

    asked: MapAsked
    layers: tuple[Drawable, ...]
    places: tuple[str, ...]
    points: tuple[Point, ...]
    outlines: tuple[Named, ...]
    boundaries: BoundarySet
    every: tuple[Drawable, ...]

    @property
    def name(self) -> str:
        """The places in words."""
        return name_of("+".join(self.places))

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.asked.day or self.layers[0].figures.last_day

    def silent(self, layers: Sequence[Drawable]) -> frozenset[str]:
        """The regions of which not all of the layers show everything."""
        covered = [each.figures.covers for each in layers]
        return frozenset(
            id_
            for id_, _, _ in self.outlines
            if not all(known.issuperset(id_.split("+")) for known in covered)
        )


def choose(store: LayerStore, asked: MapAsked) -> Chosen | None:
    """What is drawn, ``None`` where the store has nothing to draw of the places.

    Raises ``BadValue`` for a layer that is not there, or one asked for by its name or holder that
    shows no ground of the places.
    """
    every = drawables(store)
    places = tuple(dict.fromkeys(filter(None, map(region_of, asked.places))))
    named = asked.layer or asked.other or asked.holder
    if not every or (places and not named and not any(each.shows(places) for each in every)):
        return None
    first = _layer(every, asked.layer, asked.holder, places)
    places = places or (first.figures.country,)
    layers: tuple[Drawable, ...] = (first,)
    if asked.other:
        layers += (_layer(every, asked.other, first.figures.holder, places),)
    for name in first.figures.boundary_sets:
        if drawn := outlines(store, name, places):
            break
    else:
        if not named:
            return None
        raise BadValue(f"{name_of('+'.join(places))}: no boundary set outlines it")
    last = min(each.figures.last_day for each in layers)
    full = replace(
        asked,
        layer=first.layer.name,
        other=layers[-1].layer.name if asked.other else "",
        day=asked.day or last,
        places=asked.places or places,
        holder=first.figures.holder,
    )
    return Chosen(
        full, layers, places, _points(asked.places), drawn, boundary_set(store, name), every
    )


def held_by(store: LayerStore, drawn: Drawable, day: date) -> Held | None:
    """The layer's map that speaks for the day, ``None`` where none does."""
    map_day = drawn.figures.map_day(day)
    if map_day is None:
        return None
    view = day_view(store, drawn.layer.name, drawn.figures.holder, map_day)
    return Held(f"{drawn.layer.maker} ({drawn.layer.name})", map_day, view.held, view.contested)


def _layer(
    every: tuple[Drawable, ...], name: str, holder: str, places: tuple[str, ...]
) -> Drawable:
    named = [each for each in every if name.lower() in ("", each.layer.name.lower())]
    if not named:
        known = ", ".join(dict.fromkeys(each.layer.name for each in every))
        raise BadValue(f"layer {name}: there is {known}")
    held = [each for each in named if holder.lower() in ("", each.figures.holder.lower())]
    found = [each for each in held if not places or each.shows(places)]
    if not found:
        who = f" held by {holder}" if holder else ""
        where = f" in {name_of('+'.join(places))}" if places else ""
        raise BadValue(f"{name or 'the layers'}: shows no ground{who}{where}")
    return found[0]


def _points(places: tuple[str, ...]) -> tuple[Point, ...]:
    towns = [gazetteer.known(p.removeprefix("geonames:")) for p in places if p.startswith("geo")]
    return tuple((town.name, town.lon, town.lat) for town in towns if town)
