"""The page of the map: who holds what on a day, by one maker or two, with the figures below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from urllib.parse import quote

from groundcheck.geo import regions
from groundcheck.geo.asked import name as name_of
from groundcheck.geo.control import ControlFigures
from groundcheck.geo.measure import Asked, Row, measure
from groundcheck.ledger.drawable import Drawable
from groundcheck.ledger.layer_store import LayerStore
from groundcheck.publish.history_topojson import VERSION
from groundcheck.publish.map_data import Held
from groundcheck.publish.page_map import PageMap, looks, page_map, samples, scale_words
from groundcheck.publish.site.map_asked import MapAsked
from groundcheck.publish.site.map_choice import Chosen, held_by
from groundcheck.publish.site.map_table import TableRow, table

TWINS = ("svg", "png", "geojson", "csv", "json")
_BRING = {"RU": ("russia-west", "deepstate")}
"""The boundary set and layer to bring for a country, where those for Ukraine do not show it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the layers on the page; ``map_day`` is ``None`` where no map speaks for the day."""

    name: str
    maker: str
    holder: str
    definition: str
    licence: str
    attribution: str
    map_day: date | None
    history: str
    figures: str
    partial: str
    contested: bool

    @property
    def short(self) -> str:
        """The maker without what stands in brackets."""
        return self.maker.split(" (")[0]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its legend (samples as SVG, with words) and the layers in it, by number.

    ``mute`` where one of them has no map that speaks for the day, so that nothing is shown.
    """

    svg: str
    legend: tuple[tuple[str, str], ...]
    layers: tuple[int, ...]
    query: str
    mute: bool


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map. ``choices`` are layers, by name and maker; ``spots`` places, by id and name.

    ``first`` and ``last`` are the days that the slider goes over, ``before`` and ``after`` the
    queries of the neighbouring maps.
    """

    template: ClassVar[str] = "map"

    title: str
    asked: MapAsked
    day: date
    layers: tuple[Shown, ...]
    pictures: tuple[Picture, ...]
    rows: tuple[TableRow, ...]
    choices: tuple[tuple[str, str], ...]
    spots: tuple[tuple[str, str], ...]
    first: date
    last: date
    before: str
    after: str
    outlines: str
    scale: str

    def at_place(self, place: str) -> str:
        """The query of the same map of one region alone."""
        return replace(self.asked, places=tuple(place.split("+"))).query


@dataclass(frozen=True, slots=True)
class NoMapPage:
    """What to bring for a map, and what can be said without: the package's figures."""

    template: ClassVar[str] = "no_map"

    title: str
    day: date
    places: str
    rows: tuple[Row, ...]

    @property
    def bring(self) -> tuple[str, str]:
        """The descriptions of outlines and of a layer that show the places."""
        return _BRING.get(self.places[:2], ("minregion", "deepstate-daily"))

    @property
    def query(self) -> str:
        """What its figures are asked for by."""
        return MapAsked(places=tuple(self.places.split(",")), day=self.day).query


def no_map_page(figures: tuple[ControlFigures, ...], asked: MapAsked) -> NoMapPage:
    """The page where nothing can be drawn."""
    day = asked.day or max(one.last_day for one in figures)
    places = asked.places or tuple(dict.fromkeys(one.country for one in figures))
    wanted = [part for place in places for part in (place, *regions.parts(place))]
    rows = (row for place in wanted for row in measure(figures, Asked((place,), day, day)))
    return NoMapPage("The map", day, ",".join(places), tuple(rows))


def map_page(store: LayerStore, chosen: Chosen) -> MapPage:
    """The page of what was chosen."""
    helds = [held_by(store, each, chosen.day) for each in chosen.layers]
    first = min(each.figures.first_day for each in chosen.layers)
    last = max(each.figures.last_day for each in chosen.layers)
    pictures = tuple(_pictures(chosen, helds))
    return MapPage(
        title=f"{chosen.name}: ground held by {chosen.asked.holder}, as maps show it",
        asked=chosen.asked,
        day=chosen.day,
        layers=tuple(_shown(chosen, each) for each in chosen.layers),
        pictures=tuple(picture for picture, _ in pictures),
        rows=table(chosen),
        choices=tuple({each.layer.name: each.layer.maker for each in chosen.every}.items()),
        spots=_spots(chosen),
        first=min(first, chosen.day),
        last=max(last, chosen.day),
        before=_neighbour(chosen, -1),
        after=_neighbour(chosen, 1),
        outlines=f"{chosen.boundaries.attribution}. Licence: {chosen.boundaries.licence}",
        scale=scale_words(pictures[0][1]),
    )


def _pictures(chosen: Chosen, helds: list[Held | None]) -> Iterator[tuple[Picture, PageMap]]:
    numbers = list(range(len(helds)))
    apart = chosen.asked.mode == "side"
    groups = [[number] for number in numbers] if apart else [numbers]
    for group in groups:
        names = [chosen.layers[number].layer.maker for number in group]
        silent = chosen.silent([chosen.layers[number] for number in group])
        # Beside a map that is not there everything would be held on the other one alone.
        mute = any(helds[number] is None for number in group)
        shown = PageMap(
            title=f"{chosen.name}: ground held by {chosen.asked.holder}",
            says=f"As {' and '.join(names)} show it. The figures stand in the table below.",
            outlines=chosen.outlines,
            layers=tuple(None if mute else helds[number] for number in group),
            key=f"map-{group[0]}",
            number=group[0],
            small=len(groups) > 1,
            points=chosen.points,
            silent=silent,
        )
        alone = replace(chosen.asked.single, layer=chosen.layers[group[0]].layer.name)
        query = chosen.asked.query if len(group) > 1 else alone.query
        legend = _legend(chosen, group, shown)
        yield Picture(page_map(shown), legend, tuple(group), query, mute), shown


def _legend(chosen: Chosen, group: list[int], shown: PageMap) -> tuple[tuple[str, str], ...]:
    drawn = [chosen.layers[number] for number in group]
    made = samples(len(drawn), shown.key)
    holder, names = chosen.asked.holder, [each.layer.maker.split(" (")[0] for each in drawn]
    if len(drawn) == 1:
        said = {
            "held": f"held by {holder}, says {names[0]}",
            "open": "contested",
            "rest": "the rest",
        }
        said["silent"] = "ground held for long is left out here, so that blank says nothing"
    else:
        said = {
            "both": f"held by {holder} on both maps",
            "first": f"only on the map of {names[0]}",
            "second": f"only on the map of {names[1]}",
            "open first": f"contested, says {names[0]}",
            "open second": f"contested, says {names[1]}",
            "rest": "held on neither map",
            "silent": "not compared, since not both maps show all that is held there",
        }
    contested = {"open": drawn[0], "open first": drawn[0], "open second": drawn[-1]}
    there = {look: each.figures.contested for look, each in contested.items()}
    there |= {"silent": bool(shown.silent)}
    used = [look for look in looks(len(drawn)) if there.get(look, True)]
    return tuple((made[look], said[look]) for look in used)


def _shown(chosen: Chosen, drawn: Drawable) -> Shown:
    layer, figures = drawn.layer, drawn.figures
    path = f"map/{quote(layer.name)}"
    ids = ",".join(row.id for row in table(chosen))
    asked = f"holder={quote(figures.holder)}&boundaries={quote(chosen.boundaries.name)}&rows={ids}"
    return Shown(
        name=layer.name,
        maker=layer.maker,
        holder=figures.holder,
        definition=layer.definition,
        licence=layer.licence,
        attribution=layer.attribution,
        map_day=figures.map_day(chosen.day),
        history=f"{path}/history.{history_key(drawn)}.topojson",
        figures=f"{path}/figures.json?{asked.replace('+', '%2B')}",
        partial=", ".join(name_of(place) for place in sorted(figures.partial)),
        contested=figures.contested,
    )


def history_key(drawn: Drawable) -> str:
    """What the file of a layer's outlines is known by."""
    return f"{drawn.inputs[:20]}{VERSION}"


def _spots(chosen: Chosen) -> tuple[tuple[str, str], ...]:
    countries = dict.fromkeys(each.figures.country for each in chosen.every)
    covered = [each.figures for each in chosen.every]
    found: dict[str, str] = {}
    for country in countries:
        found[country] = name_of(country)
        parts = {part for f in covered for part in (f.covers | f.partial) if part[:2] == country}
        found |= {
            part: name_of(part) for part in sorted(parts, key=lambda part: (name_of(part), part))
        }
    asked = ",".join(chosen.asked.places)
    if asked not in found:
        towns = [name for name, _, _ in chosen.points]
        found = {asked: ", ".join([*towns, chosen.name]) if towns else chosen.name} | found
    alike = Counter(found.values())
    return tuple(
        (id_, f"{name} ({id_})" if alike[name] > 1 else name) for id_, name in found.items()
    )


def _neighbour(chosen: Chosen, way: int) -> str:
    """The query of the nearest map before or after what is shown, ``""`` without one."""
    days = {day for each in chosen.layers for day in each.figures.days}
    near = [day for day in days if (day - chosen.day).days * way > 0]
    if not near:
        return ""
    day = min(near) if way > 0 else max(near)
    return replace(chosen.asked, day=day).query
