"""What a layer's maps show at points, day by day: who holds them, and how far off the line is.

The distance is measured on Lambert's azimuthal equal-area plane around the points, whose
scale is right to 0.2% within 500 km and to 1% within 1,100.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from groundcheck.geo.layers import Ground
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.stretches import FAR_KM, Standing, Stretch, stretches

_MARGIN = 1.0
"""Degrees around the points: the last step, up to 60° north or south."""

_EDGE = 0.1
"""Degrees: edges are straight in degrees (RFC 7946), and longer ones would bend on the plane."""

Maps = Mapping[date, Mapping[Ground, object]]


def standings(
    maps: Maps, points: Sequence[tuple[float, float]], holder: str
) -> Iterator[tuple[Standing, ...]]:
    """For each map in the order of its days what it shows at each point (longitude, latitude)."""
    import shapely  # noqa: PLC0415
    from pyproj import Transformer  # noqa: PLC0415

    degrees = np.array(points, dtype=float).reshape(-1, 2)
    middle = degrees.mean(axis=0)
    plane = f"+proj=laea +lon_0={middle[0]} +lat_0={middle[1]} +datum=WGS84"
    flat = Transformer.from_crs("EPSG:4326", plane, always_xy=True).transform
    where = shapely.points(np.column_stack(flat(*degrees.T)))
    # What lies farther off than the last of the steps need not be looked at.
    box = (*degrees.min(axis=0) - _MARGIN, *degrees.max(axis=0) + _MARGIN)
    for day, grounds in sorted(maps.items()):
        shapes = {
            ground: shapely.transform(
                shapely.segmentize(shapely.clip_by_rect(shape, *box), _EDGE),
                lambda xy: np.column_stack(flat(*xy.T)),
            )
            for ground, shape in grounds.items()
            if ground.status == "contested" or ground == Ground(holder, "held")
        }
        held = _inside(shapes.get(Ground(holder, "held")), where)
        contested = _any_inside([s for g, s in shapes.items() if g.status == "contested"], where)
        far = _to_the_edge(list(shapes.values()), where)
        yield tuple(
            Standing(day, holder if h else "", bool(c and not h), float(km))
            for h, c, km in zip(held, contested, far, strict=True)
        )


def _any_inside(shapes: list[object], where: NDArray[np.object_]) -> NDArray[np.bool_]:
    found = np.zeros(len(where), bool)
    for shape in shapes:
        found |= _inside(shape, where)
    return found


def _inside(shape: object, where: NDArray[np.object_]) -> NDArray[np.bool_]:
    import shapely  # noqa: PLC0415

    if shape is None:
        return np.zeros(len(where), bool)
    shapely.prepare(shape)
    return np.asarray(shapely.intersects(shape, where), bool)


def _to_the_edge(shapes: list[object], where: NDArray[np.object_]) -> NDArray[np.float64]:
    """The distance in km from each point to the nearest edge of any of the shapes."""
    import shapely  # noqa: PLC0415

    far = np.full(len(where), np.inf)
    rings = shapely.get_rings(shapely.get_parts(np.array(shapes, dtype=object)))
    if len(rings):
        starts, ring = shapely.get_coordinates(rings, return_index=True)
        same = ring[:-1] == ring[1:]
        edges = shapely.linestrings(np.stack([starts[:-1], starts[1:]], axis=1)[same])
        (nearest, _), metres = shapely.STRtree(edges).query_nearest(
            where, return_distance=True, all_matches=False
        )
        far[nearest] = metres / 1000
    return far


def histories(
    maps: Maps, settlements: Sequence[Settlement], holder: str
) -> dict[int, tuple[Stretch, ...]]:
    """The stretches of each place that was held, contested or within ``FAR_KM`` of the line."""
    found: dict[int, tuple[Stretch, ...]] = {}
    if not settlements:
        return found
    points = [(place.lon, place.lat) for place in settlements]
    for place, row in zip(
        settlements, zip(*standings(maps, points, holder), strict=True), strict=False
    ):
        if any(s.holder or s.contested or s.line_km < FAR_KM for s in row):
            found[place.id] = stretches(row)
    return found
