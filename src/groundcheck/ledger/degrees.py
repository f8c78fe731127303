"""Shapes brought to degrees on WGS84, and those found that no map in degrees can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue
from groundcheck.ledger.features import UNREADABLE, Feature

CROSSING = "crosses the antimeridian without being cut there"
LOST = "its coordinates cannot be turned into degrees"
DEGREES = {
    "", "EPSG:4326", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326",
}  # fmt: skip
LIMITS = np.array([180.0, 90.0])
# About a decimetre: makers' own tools write 180.00000000000003.
SLACK = 1e-6
# Half the equator on the sphere of EPSG:3857, in metres: the edge of its square world.
MERCATOR_EDGE = 20_037_509


def in_degrees(features: Sequence[Feature], crs: str, name: str) -> tuple[Feature, ...]:
    """The features with their shapes on WGS84 in degrees, longitude first.

    ``crs`` is the coordinate system they are in, in any form that PROJ knows; ``""`` is degrees
    on WGS84 already. A shape with numbers that are not finite, or with an edge of more than 180
    degrees of longitude (RFC 7946, section 3.1.9, wants it cut), becomes a fault. Raises
    ``BadValue`` with ``name`` for an unknown system, and for degrees that are none.
    """
    shapes = np.array([feature.geometry for feature in features], dtype=object)
    transformer = None if crs in DEGREES else _transformer(crs, name)
    if transformer is None and _plainly_sound(shapes):
        return tuple(features)
    faults = _not_finite(shapes, UNREADABLE)
    if transformer is None:
        _refuse_other_units(shapes, name)
    else:
        shapes = shapely.transform(
            shapes, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))
        )
        faults |= _not_finite(shapes, LOST)
    faults |= {place: CROSSING for place in _jumping(shapes) if _crosses(shapes[place])}
    return tuple(
        replace(
            feature,
            geometry=None if place in faults else shapes[place],
            fault=faults.get(place, feature.fault),
        )
        for place, feature in enumerate(features)
    )


def _plainly_sound(shapes: Any) -> bool:
    """Whether all lies within half a turn and within degrees: so does nearly every file."""
    x, y = shapely.get_coordinates(shapes).T
    if not len(x):
        return True
    west, east, south, north = x.min(), x.max(), y.min(), y.max()
    # Comparing with NaN gives False, and the closer look follows.
    return bool(-180 <= west <= east <= min(180, west + 180) and -90 <= south <= north <= 90)


def _not_finite(shapes: Any, fault: str) -> dict[int, str]:
    """The places of the shapes with numbers that are not finite, which are taken out."""
    xy, owners = shapely.get_coordinates(shapes, return_index=True)
    places = np.unique(owners[~np.isfinite(xy).all(axis=1)])
    shapes[places] = None
    return dict.fromkeys(places.tolist(), fault)


def _refuse_other_units(shapes: Any, name: str) -> None:
    xy = shapely.get_coordinates(shapes)
    if not len(xy) or (np.abs(xy) <= LIMITS + SLACK).all():
        return
    farthest = xy[np.abs(xy).argmax(axis=0), [0, 1]].tolist()
    x, y = (f"{value:,.0f}" if 1e3 <= abs(value) < 1e9 else f"{value:g}" for value in farthest)
    if 360 < max(map(abs, farthest)) <= MERCATOR_EDGE:
        advice = "they look like EPSG:3857: say so with crs in the description"
    else:
        advice = "name their system with crs in the description"
    raise BadValue(f"{name}: coordinates up to {x}, {y} are not degrees; {advice}")


def _transformer(crs: str, name: str) -> Any:
    import pyproj  # noqa: PLC0415

    try:
        return _to_wgs84(crs)
    except pyproj.exceptions.ProjError:
        raise BadValue(f"{name}: the coordinate system {crs!r:.60} is not known") from None


@lru_cache(maxsize=16)
def _to_wgs84(crs: str) -> Any:
    """How PROJ takes a coordinate system to WGS84, ``None`` where it is that one."""
    import pyproj  # noqa: PLC0415

    system = pyproj.CRS.from_user_input(crs)
    wgs84 = pyproj.CRS.from_user_input("OGC:CRS84")
    if system.equals(wgs84, ignore_axis_order=True):
        return None
    return pyproj.Transformer.from_crs(system, wgs84, always_xy=True)


def _jumping(shapes: Any) -> list[int]:
    """The places of shapes with two neighbouring positions, be it of two rings, too far apart."""
    xy, owners = shapely.get_coordinates(shapes, return_index=True)
    far = (np.abs(np.diff(xy[:, 0])) > 180) & (np.diff(owners) == 0)
    places: list[int] = np.unique(owners[1:][far]).tolist()
    return places


def _crosses(shape: BaseGeometry) -> bool:
    return any(np.abs(np.diff(line[:, 0])).max(initial=0) > 180 for line in _lines(shape))


def _lines(shape: BaseGeometry) -> Iterator[Any]:
    """The positions of every ring and line of a shape."""
    for part in shapely.get_parts(shape):
        if hasattr(part, "geoms"):
            yield from _lines(part)
        elif part.geom_type == "Polygon":
            yield from map(shapely.get_coordinates, shapely.get_rings(part))
        else:
            yield shapely.get_coordinates(part)
