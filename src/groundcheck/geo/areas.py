"""How large a shape on the ellipsoid is, in km².

Areas are geodesic on WGS84 (C. F. F. Karney, "Algorithms for geodesics", 2013, through PROJ):
no projection distorts them. Web Mercator would make them 2.2 times too large at 48° north.
An edge of GeoJSON is straight in degrees (RFC 7946, 3.1.1) and so is every cut that is made
of it, but not on the ellipsoid. Long edges are therefore followed in steps; without that a
shape and its pieces would differ by up to 1e-4, and a coarse outline of Crimea by 1 km².
"""

from __future__ import annotations

from functools import cache

import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue

POLYGON = 3
SQUARE_METRES_PER_KM2 = 1e6
STEP_DEGREES = 0.01


def area_km2(geometry: BaseGeometry) -> float:
    """The area of a shape in km², never negative, however its rings run.

    ``geometry`` is in degrees, longitude before latitude; points and lines in it count
    nothing, nor does an empty one. Raises ``BadValue`` for an invalid shape, whose area
    means nothing: repair it first (``outlines.repaired``).
    """
    if not geometry.is_valid:
        raise BadValue(f"area of an invalid shape: {shapely.is_valid_reason(geometry)}")
    return _square_metres(shapely.segmentize(geometry, STEP_DEGREES)) / SQUARE_METRES_PER_KM2


def _square_metres(geometry: BaseGeometry) -> float:
    parts = shapely.get_parts(geometry)
    if len(parts) == 1 and parts[0].geom_type == geometry.geom_type:
        return _polygon(parts[0]) if shapely.get_type_id(parts[0]) == POLYGON else 0.0
    return sum(_square_metres(part) for part in parts)


def _polygon(polygon: shapely.Polygon) -> float:
    # PROJ signs an area by the way its ring runs, and outlines in the wild run either way.
    holes = sum(_ring(ring) for ring in polygon.interiors)
    return _ring(polygon.exterior) - holes


def _ring(ring: shapely.LinearRing) -> float:
    longitudes, latitudes = ring.coords.xy
    return abs(_wgs84().polygon_area_perimeter(longitudes, latitudes)[0])


@cache
def _wgs84() -> Geod:
    return Geod(ellps="WGS84")
