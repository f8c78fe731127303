"""Outlines from GeoJSON, sound before anything is measured by them.

An invalid outline does not fail, it lies: where an island stands as the first ring and the
mainland as its "hole", an intersection silently gives the island's few km². So every shape
is looked at when it is read, repaired where its rings allow it, and says so in a notice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue

AREAS = ("Polygon", "MultiPolygon")


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape with the properties it came with.

    ``geometry`` is a valid polygon or multipolygon in degrees on WGS84, longitude first.
    ``notice`` is one sentence on what had to be repaired, ``""`` where nothing had.
    """

    geometry: BaseGeometry
    properties: dict[str, Any]
    notice: str = ""


def read_outlines(source: str | bytes, name: str = "the outline") -> tuple[Outline, ...]:
    """The outlines of a GeoJSON feature collection, feature or geometry, in its order.

    ``name`` is what messages call the source. Raises ``BadValue`` where it is no GeoJSON,
    holds no shape, or a shape is missing, no area, or not in degrees.
    """
    try:
        data = json.loads(source)
    except (ValueError, RecursionError):
        raise BadValue(f"{name}: is not JSON") from None
    found = tuple(_outline(feature, name) for feature in _features(data, name))
    if not found:
        raise BadValue(f"{name}: holds no shape")
    return found


def repaired(geometry: BaseGeometry) -> tuple[BaseGeometry, str]:
    """The shape made valid, and a sentence on the fault (``""`` where it was valid).

    Every ring becomes an area of its own where it lies outside the others and a hole where it
    lies inside one; lines and points that are left over are dropped.
    """
    if geometry.is_valid:
        return geometry, ""
    fault = shapely.is_valid_reason(geometry)
    made = shapely.make_valid(geometry)
    areas = [part for part in _flat(made) if part.geom_type == "Polygon"]
    whole = areas[0] if len(areas) == 1 else shapely.MultiPolygon(areas)
    return whole, f"invalid ({fault}), repaired into {len(areas)} part(s)"


def _flat(geometry: BaseGeometry) -> Iterator[BaseGeometry]:
    for part in shapely.get_parts(geometry):
        if hasattr(part, "geoms"):
            yield from _flat(part)
        else:
            yield part


def _features(data: Any, name: str) -> Iterator[dict[str, Any]]:
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "FeatureCollection" and isinstance(data.get("features"), list):
        for feature in data["features"]:
            yield from _features(feature, name)
    elif kind == "Feature":
        yield data
    elif kind in AREAS:
        yield {"geometry": data, "properties": {}}
    else:
        raise BadValue(f"{name}: {kind!r} is no GeoJSON feature, collection or area")


def _outline(feature: dict[str, Any], name: str) -> Outline:
    given = feature.get("geometry")
    kind = given.get("type") if isinstance(given, dict) else None
    if kind not in AREAS:
        raise BadValue(f"{name}: a shape is {kind or 'missing'}, wants {' or '.join(AREAS)}")
    try:
        geometry = shape(given)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, shapely.GEOSException):
        raise BadValue(f"{name}: the coordinates of a shape cannot be read") from None
    _refuse_strange(geometry, name)
    sound, notice = repaired(geometry)
    if sound.is_empty:
        raise BadValue(f"{name}: a shape has no area")
    return Outline(sound, feature.get("properties") or {}, f"{name}: {notice}" if notice else "")


def _refuse_strange(geometry: BaseGeometry, name: str) -> None:
    if geometry.is_empty:
        raise BadValue(f"{name}: a shape has no area")
    west, south, east, north = geometry.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise BadValue(f"{name}: coordinates up to {east:g}, {north:g} are not in degrees")
