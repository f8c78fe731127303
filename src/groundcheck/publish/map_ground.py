"""Ground cut into what a map shows of it: held, contested, the rest, or where two maps differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.geo.areas import area_km2
from groundcheck.geo.outlines import repaired
from groundcheck.publish.map_data import ControlMap, Held
from groundcheck.publish.safe import shortened
from groundcheck.publish.time_axis import day_in_words


@dataclass(frozen=True, slots=True)
class Ground:
    """One kind of ground on a map: ``look`` is how it is drawn, ``label`` what the legend says."""

    look: str
    label: str
    shape: BaseGeometry
    km2: float


def region(picture: ControlMap) -> BaseGeometry:
    """All outlines together; where none has an area, all ground that a layer shows."""
    whole = sound(shapely.union_all([sound(outline) for _, outline in picture.outlines]))
    if not whole.is_empty:
        return whole
    shown = [shape for layer in picture.layers for shape in (layer.held, layer.contested)]
    return sound(shapely.union_all([sound(shape) for shape in shown]))


def sound(shape: BaseGeometry | None) -> BaseGeometry:
    """The areas of a shape, made valid; lines and points in it are left out."""
    parts = [] if shape is None else list(_polygons(shape))
    whole = shapely.MultiPolygon(parts)
    return whole if whole.is_valid else shapely.union_all(parts)


def cut(picture: ControlMap, whole: BaseGeometry) -> tuple[Ground, ...]:
    """The kinds of ground within ``whole``, in the order in which they are drawn.

    Of one layer what is held, contested and neither; of two what both show as held and what
    only one does, and each one's contested ground. Cut at full detail: areas are of the shapes
    as given, not as drawn.
    """
    parts = [_within(layer, whole) for layer in picture.layers]
    if len(parts) == 1:
        (layer,), ((held, contested),) = picture.layers, parts
        rest = whole.difference(held).difference(contested)
        return (
            _ground("rest", "the rest of the region", rest),
            _ground("held", f"held, says {_whose(layer)}", held),
            *_shown(layer, "open", contested),
        )
    (first, second), ((one, open_one), (other, open_other)) = picture.layers, parts
    rest = whole.difference(one).difference(other)
    return (
        _ground("rest", "held on neither map", rest),
        _ground("both", "held on both maps", one.intersection(other)),
        _ground("first", f"held only on the map of {_whose(first)}", one.difference(other)),
        _ground("second", f"held only on the map of {_whose(second)}", other.difference(one)),
        *_shown(first, "open first", open_one),
        *_shown(second, "open second", open_other),
    )


def _within(layer: Held, whole: BaseGeometry) -> tuple[BaseGeometry, BaseGeometry]:
    held = sound(sound(layer.held).intersection(whole))
    return held, sound(sound(layer.contested).intersection(whole)).difference(held)


def _shown(layer: Held, look: str, contested: BaseGeometry) -> tuple[Ground, ...]:
    if layer.contested is None:
        return ()
    return (_ground(look, f"contested, says {_whose(layer)}", contested),)


def _ground(look: str, label: str, shape: BaseGeometry) -> Ground:
    areas = sound(shape)
    return Ground(look, label, areas, area_km2(areas))


def _whose(layer: Held) -> str:
    return f"{shortened(layer.maker, 120)}, {day_in_words(layer.day)}"


def _polygons(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    for part in shapely.get_parts(repaired(shape)[0]):
        if part.geom_type == "Polygon":
            yield part
        elif hasattr(part, "geoms"):
            yield from _polygons(part)
