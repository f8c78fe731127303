"""How large a shape on the ellipsoid is, in km², as a sum over its edges.

An edge of GeoJSON is straight in degrees (RFC 7946, 3.1.1), and so is every cut that is made of
it. The ground between such an edge and the equator is the integral, over its longitudes, of the
area of the zone from the equator to the edge's latitude, which the ellipsoid has in closed form
(J. P. Snyder, "Map Projections: A Working Manual", 1987, equation 3-12). Five points of Gauss
and Legendre give that integral to more digits than a map has. So no projection distorts an area
(Web Mercator would make it 2.2 times too large at 48° north), every part of a shape adds up to
the whole, and two shapes that share edges share their terms.
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue

Numbers = NDArray[np.float64]

POLYGON, MULTIPOLYGON = 3, 6
SEMI_MAJOR_KM, FLATTENING = 6378.137, 1 / 298.257223563
"""WGS84 (NIMA TR8350.2, 2000, table 3.1)."""

_ECCENTRICITY = (FLATTENING * (2 - FLATTENING)) ** 0.5
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(5)
_NODES, _WEIGHTS = (_NODES + 1) / 2, _WEIGHTS / 2
_MOST_DEGREES = 5.0


def area_km2(geometry: BaseGeometry) -> float:
    """The area of a shape in km², never negative, however its rings run.

    ``geometry`` is in degrees, longitude before latitude; points and lines in it count
    nothing, nor does an empty one. Raises ``BadValue`` for an invalid shape, whose area
    means nothing: repair it first (``outlines.repaired``).
    """
    if not geometry.is_valid:
        raise BadValue(f"area of an invalid shape: {shapely.is_valid_reason(geometry)}")
    return float(areas_km2(np.array([geometry], dtype=object))[0])


def areas_km2(geometries: NDArray[np.object_]) -> Numbers:
    """The areas in km² of valid shapes, one after the other, as ``area_km2`` gives them."""
    parts, owner = shapely.get_parts(geometries, return_index=True)
    while (shapely.get_type_id(parts) > POLYGON).any():
        parts, inner = shapely.get_parts(parts, return_index=True)
        owner = owner[inner]
    flat = shapely.get_type_id(parts) == POLYGON
    parts, owner = parts[flat], owner[flat]
    rings, polygon = shapely.get_rings(parts, return_index=True)
    sizes = np.abs(ring_areas(rings))
    # The first ring of each polygon is its shell, the others are holes in it.
    shell = np.diff(polygon, prepend=-1) != 0
    return np.bincount(
        owner[polygon], np.where(shell, sizes, -sizes), minlength=len(geometries)
    ).astype(np.float64)


def ring_areas(rings: NDArray[np.object_]) -> Numbers:
    """The signed areas of closed rings in km²: positive where a ring runs anticlockwise."""
    points, ring = shapely.get_coordinates(rings, return_index=True)
    joined = ring[1:] == ring[:-1]
    edges = edge_areas(points[:-1][joined], points[1:][joined])
    return np.bincount(ring[1:][joined], edges, minlength=len(rings)).astype(np.float64)


def edge_areas(start: Numbers, end: Numbers) -> Numbers:
    """What each edge adds to the signed area of its ring, in km².

    ``start`` and ``end`` are points of shape (n, 2) in degrees. Summed over a closed ring
    that runs anticlockwise the terms are the area within it.
    """
    if not len(start):
        return np.zeros(0)
    width = end[:, 0] - start[:, 0]
    rise = end[:, 1] - start[:, 1]
    # A long edge is cut into pieces, so that five points suffice for each.
    pieces = max(1, int(np.ceil(np.abs(rise).max() / _MOST_DEGREES)))
    total = np.zeros(len(start))
    for piece in range(pieces):
        for node, weight in zip(_NODES, _WEIGHTS, strict=True):
            total += weight * zone_km2(start[:, 1] + rise * (piece + node) / pieces)
    return -np.radians(width) * total / pieces


def zone_km2(latitude: Numbers) -> Numbers:
    """The area in km² between the equator and a latitude in degrees, for a radian of longitude."""
    e = _ECCENTRICITY
    sine = np.sin(np.radians(latitude))
    bracket = sine / (1 - (e * sine) ** 2) + np.arctanh(e * sine) / e
    zone: Numbers = SEMI_MAJOR_KM**2 * (1 - e**2) / 2 * bracket
    return zone
