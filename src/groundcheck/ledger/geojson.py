"""The shapes of GeoJSON (RFC 7946), built in bulk and with exactly the coordinates they have.

Python's own JSON reader takes most of the time. The coordinates of all shapes of one type go
into a single array and become shapes in a single call; only where that fails is each shape
built alone, so that one broken shape costs that shape and not the file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue
from groundcheck.ledger.features import UNREADABLE, Feature

# How deep the positions stand in the coordinates of each type: RFC 7946, section 3.1.
DEPTHS = {
    "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2,
    "MultiPolygon": 3,
}  # fmt: skip
AREAS = ("Polygon", "MultiPolygon")
NO_FEATURE = "is no GeoJSON feature"
BROKEN = (
    AttributeError, KeyError, OverflowError, RecursionError, TypeError, ValueError, struct.error
)  # fmt: skip


def feature_list(document: dict[str, Any], name: str) -> list[Any]:
    """The features of a GeoJSON object as they stand in it, not yet looked into.

    Raises ``BadValue`` with ``name`` where the object is no GeoJSON.
    """
    kind = document.get("type")
    if kind == "FeatureCollection":
        features = document.get("features")
        if not isinstance(features, list):
            raise BadValue(f"{name}: its GeoJSON collection has no list of features")
        return features
    if kind == "Feature":
        return [document]
    if isinstance(kind, str) and (kind in DEPTHS or kind == "GeometryCollection"):
        return [{"type": "Feature", "geometry": document}]
    keys = ", ".join(repr(key) for key in list(document)[:6])
    raise BadValue(f"{name}: is no GeoJSON; if that stands deeper, under which key? It has {keys}")


def built(features: Sequence[Any]) -> list[Feature]:
    """Features from GeoJSON features, in their order; a broken one carries its fault.

    Their coordinates are those of the file, height left out.
    """
    given = [feature.get("geometry") if isinstance(feature, dict) else None for feature in features]
    shapes = _shapes([None if _blank(geometry) else geometry for geometry in given])
    return [_feature(feature, shape) for feature, shape in zip(features, shapes, strict=True)]


def _feature(feature: Any, shape: BaseGeometry | str | None) -> Feature:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return Feature(None, {}, NO_FEATURE)
    properties = feature.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    if isinstance(shape, str):
        return Feature(None, properties, shape)
    return Feature(shape, properties)


def _blank(geometry: Any) -> bool:
    """A shape without positions: RFC 7946, section 3.1, lets it count as none at all."""
    return isinstance(geometry, dict) and (
        geometry.get("coordinates") == [] or geometry.get("geometries") == []
    )


def _shapes(geometries: Sequence[Any]) -> list[BaseGeometry | str | None]:
    """For each geometry its shape, what is wrong with it, or nothing where it is nothing."""
    made: list[BaseGeometry | str | None] = [None] * len(geometries)
    alike: dict[str, list[int]] = {}
    for place, geometry in enumerate(geometries):
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if isinstance(kind, str) and kind in DEPTHS:
            alike.setdefault(kind, []).append(place)
        elif kind == "GeometryCollection":
            made[place] = _collected(geometry)
        elif geometry is not None:
            made[place] = UNREADABLE
    for kind, places in alike.items():
        nested = [geometries[place].get("coordinates") for place in places]
        for place, shape in zip(places, _each(kind, nested), strict=True):
            made[place] = shape
    return made


def _collected(geometry: dict[str, Any]) -> BaseGeometry | str | None:
    try:
        parts = _shapes([part for part in geometry["geometries"] if not _blank(part)])
        if any(isinstance(part, str) for part in parts):
            return UNREADABLE
        return shapely.GeometryCollection(parts) if parts else None
    except BROKEN:
        return UNREADABLE


def _each(kind: str, nested: list[Any]) -> Iterable[BaseGeometry | str]:
    try:
        return list(_in_bulk(kind, nested))
    except (*BROKEN, shapely.GEOSException):
        if len(nested) == 1:
            return [UNREADABLE]
        return chain.from_iterable(_each(kind, [alone]) for alone in nested)


def _in_bulk(kind: str, nested: list[Any]) -> Iterable[BaseGeometry]:
    """The shapes of one type from their coordinates, without any rounding."""
    offsets: list[Any] = []
    level = nested
    for _ in range(DEPTHS[kind]):
        sizes = [len(inner) for inner in level]
        # Shapely crashes on a polygon without a ring, and closes a ring of three points.
        if min(sizes) < 1:
            raise ValueError("a part of a shape is empty")
        offsets.insert(0, np.cumsum([0, *sizes]))
        level = list(chain.from_iterable(level))
    if kind in AREAS and min(np.diff(offsets[0])) < 4:
        raise ValueError("a ring has fewer than four points")
    return shapely.from_ragged_array(  # type: ignore[no-any-return]
        shapely.GeometryType[kind.upper()], _positions(level), tuple(offsets)
    )


def _positions(positions: list[Any]) -> Any:
    sizes = set(map(len, positions))
    if min(sizes) < 2:
        raise ValueError("a position has fewer than two numbers")
    if sizes != {2}:
        positions = [position[:2] for position in positions]
    # Packing takes numbers only, where numpy would also take texts; so whatever else could be
    # walked through like a list, a text or an object, ends here. It is the fastest way, too.
    packed = bytearray(16 * len(positions))
    struct.pack_into(f"{2 * len(positions)}d", packed, 0, *chain.from_iterable(positions))
    numbers = np.frombuffer(packed)
    if not np.isfinite(numbers).all():
        raise ValueError("a coordinate is not finite")
    return numbers.reshape(-1, 2)
