"""Statements as a GeoJSON feature collection (RFC 7946), a feature each, streamed.

A feature's geometry is where its places lie: one as it is, several points as a ``MultiPoint``,
several outlines as one ``MultiPolygon``, points and outlines as a ``GeometryCollection`` of the
two, ``null`` where none is known. ``located`` among its properties names the places that are in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from groundcheck.model import Entry, Record
from groundcheck.publish.json import one_line
from groundcheck.publish.shape import published
from groundcheck.publish.statement_rows import StatementRow, row

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Locate = Callable[[str], "BaseGeometry | None"]
"""From a place's id to its point or outline in degrees on WGS84, longitude first."""

DIGITS = 6
"""Decimals of a degree: 0.1 m."""
_LEFT_OUT = ("places", "figures")
_NAMES = tuple(field.name for field in fields(StatementRow) if field.name not in _LEFT_OUT)


def chunks(records: Iterable[Record], locate: Locate) -> Iterator[bytes]:
    """The collection, a report's features at a time. The same records give the same bytes."""
    yield b'{"type": "FeatureCollection", "features": [\n'
    between = ""
    for record in records:
        for entry in record.entries:
            yield f"{between}{one_line(feature(entry, locate))}".encode()
            between = ",\n"
    yield b"\n]}\n"


def feature(entry: Entry, locate: Locate) -> dict[str, Any]:
    """The statement as a feature; its id is the claim's. Properties are one level deep."""
    claim = entry.statement.claim
    known = {place.id: shape for place in claim.places if (shape := locate(place.id)) is not None}
    made: dict[str, Any] = {"type": "Feature", "id": claim.id, "geometry": None}
    if known:
        whole = together(list(known.values()))
        made |= {"bbox": bounding_box(whole), "geometry": geometry(whole)}
    return made | {"properties": _properties(entry, known)}


def _properties(entry: Entry, known: Mapping[str, Any]) -> dict[str, Any]:
    shown = row(entry)
    plain = {name: published(getattr(shown, name)) for name in _NAMES}
    return plain | {"located": list(known)}


def together(shapes: list[BaseGeometry]) -> BaseGeometry:
    """Points and outlines as one geometry; outlines that overlap become one."""
    import shapely  # noqa: PLC0415

    points = [one for one in shapes if one.geom_type == "Point"]
    areas = [one for one in shapes if one.geom_type != "Point"]
    parts = []
    if points:
        parts.append(points[0] if len(points) == 1 else shapely.MultiPoint(points))
    if areas:
        parts.append(areas[0] if len(areas) == 1 else shapely.union_all(areas))
    return parts[0] if len(parts) == 1 else shapely.GeometryCollection(parts)


def geometry(shape: BaseGeometry) -> dict[str, Any]:
    """The geometry as JSON data: outer rings run counterclockwise, holes clockwise (§3.1.6)."""
    import shapely  # noqa: PLC0415

    found: dict[str, Any] = _rounded(json.loads(shapely.to_geojson(shapely.orient_polygons(shape))))
    return found


def _rounded(data: Any) -> Any:
    if isinstance(data, float):
        # Plus 0, so that no "-0.0" is written.
        return round(data, DIGITS) + 0.0
    if isinstance(data, list):
        return [_rounded(item) for item in data]
    return {k: _rounded(v) for k, v in data.items()} if isinstance(data, dict) else data


def bounding_box(shape: BaseGeometry) -> list[float]:
    """West, south, east, north. West is greater than east where it spans the antimeridian (§5.2).

    It is the narrowest that holds every part, so that a region on both sides of the antimeridian
    does not reach round the world.
    """
    import shapely  # noqa: PLC0415

    boxes = shapely.bounds(_parts(shape))
    arcs: list[list[float]] = []
    for west, east in sorted(zip(boxes[:, 0], boxes[:, 2], strict=True)):
        if arcs and west <= arcs[-1][1]:
            arcs[-1][1] = max(arcs[-1][1], east)
        else:
            arcs.append([west, east])
    # What lies between two neighbours, the last and the first included, is the widest gap.
    gaps = [
        (after[0] - before[1] + 360 * (number == len(arcs) - 1), number)
        for number, (before, after) in enumerate(zip(arcs, arcs[1:] + arcs[:1], strict=True))
    ]
    last = max(gaps)[1]
    west, east = arcs[(last + 1) % len(arcs)][0], arcs[last][1]
    ends = (west, boxes[:, 1].min(), east, boxes[:, 3].max())
    return [round(float(end), DIGITS) + 0.0 for end in ends]


def _parts(shape: BaseGeometry) -> list[BaseGeometry]:
    return [part for one in getattr(shape, "geoms", ()) for part in _parts(one)] or [shape]
