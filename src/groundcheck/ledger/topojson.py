"""TopoJSON (specification 1.0.0) as GeoJSON features: its arcs put together again.

Read here and not by GDAL, which makes an empty shape of a reference to a missing arc and
drops the properties of single objects.
"""

from __future__ import annotations

from typing import Any

from groundcheck.errors import BadValue

BROKEN = (
    AttributeError, IndexError, KeyError, OverflowError, RecursionError, TypeError, ValueError
)  # fmt: skip
# GeoJSON without a type, which its reader takes for a shape it cannot read.
BROKEN_SHAPE: dict[str, Any] = {"type": ""}


def feature_list(topology: dict[str, Any], name: str) -> list[Any]:
    """The members of a topology's objects as GeoJSON features.

    The property ``layer`` is the name of the object, unless the member has such a property.
    Raises ``BadValue`` with ``name`` where the topology has no objects.
    """
    objects = topology.get("objects")
    if not isinstance(objects, dict):
        raise BadValue(f"{name}: its TopoJSON has no objects")
    reader = _Reader(topology)
    return [
        reader.feature(member, layer)
        for layer, held in objects.items()
        for member in _members(held, layer, name)
    ]


def _members(held: Any, layer: str, name: str) -> list[Any]:
    if not isinstance(held, dict) or held.get("type") != "GeometryCollection":
        return [held]
    members = held.get("geometries")
    if not isinstance(members, list):
        raise BadValue(f"{name}: the TopoJSON object {layer!r:.60} has no list of geometries")
    return members


class _Reader:
    """The arcs of one topology, and how its positions become degrees."""

    def __init__(self, topology: dict[str, Any]) -> None:
        self.transform = topology.get("transform")
        arcs = topology.get("arcs")
        self.arcs = [self._arc(arc) for arc in arcs] if isinstance(arcs, list) else []

    def feature(self, member: Any, layer: str) -> Any:
        if not isinstance(member, dict):
            return member
        given = member.get("properties")
        properties = {"layer": layer} | (given if isinstance(given, dict) else {})
        return {"type": "Feature", "properties": properties, "geometry": self._geometry(member)}

    def _geometry(self, member: Any) -> dict[str, Any] | None:
        try:
            kind = member["type"]
            if kind is None:
                return None
            if kind == "GeometryCollection":
                parts = [self._geometry(part) for part in member["geometries"]]
                return {"type": kind, "geometries": parts}
            if "arcs" in member:
                return {"type": kind, "coordinates": self._followed(member["arcs"])}
            return {"type": kind, "coordinates": self._placed(member["coordinates"])}
        except BROKEN:
            return BROKEN_SHAPE

    def _followed(self, arcs: list[Any]) -> list[Any]:
        if not arcs or not isinstance(arcs[0], int):
            return [self._followed(inner) for inner in arcs]
        line: list[Any] = []
        for arc in arcs:
            # A negative number is the arc run backwards: ~0 is -1.
            points = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            line.extend(points[1:] if line else points)
        return line

    def _placed(self, coordinates: list[Any]) -> list[Any]:
        if coordinates and isinstance(coordinates[0], list):
            return [self._placed(inner) for inner in coordinates]
        return self._degrees(*coordinates[:2]) if coordinates else []

    def _arc(self, points: Any) -> Any:
        """The positions of one arc, ``None`` where it is broken; if quantised, from its steps."""
        try:
            if self.transform is None:
                return [point[:2] for point in points]
            line, x, y = [], 0, 0
            for step in points:
                x, y = x + step[0], y + step[1]
                line.append(self._degrees(x, y))
            return line
        except BROKEN:
            return None

    def _degrees(self, x: Any, y: Any) -> list[Any]:
        if self.transform is None:
            return [x, y]
        (scale_x, scale_y), (move_x, move_y) = self.transform["scale"], self.transform["translate"]
        return [x * scale_x + move_x, y * scale_y + move_y]
