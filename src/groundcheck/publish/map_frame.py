"""From degrees to pixels: the frame of a map, shapes as path data, and a scale bar.

The projection is equirectangular, degrees of longitude shortened by the cosine of the middle
latitude. At the edges of a region that is some percent out; areas are never taken from it.
Outlines that cross the meridian of 180° come out as wide as the Earth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.publish import figures
from groundcheck.publish.lettering import TICK, Style, written
from groundcheck.publish.svg import INK, MARGIN, ROOM, line, pixels, tag

# A degree of latitude on the mean sphere (6371.0088 km, IUGG).
KM_PER_DEGREE = math.radians(6371.0088)
_HIGHEST, _LEAST_DEGREES = 560.0, 1e-6
_FLATTEST = 0.02
_DETAIL, _SMALLEST = 0.5, 0.15
_BAR = 180.0


@dataclass(frozen=True, slots=True)
class MapFrame:
    """Where the west and north edges are drawn, and how many pixels a degree takes."""

    left: float
    top: float
    west: float
    north: float
    latitude: float
    per_degree: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def across(self) -> float:
        """Pixels of a degree of longitude."""
        return self.per_degree * _shortened(self.latitude)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place is drawn."""
        return (
            self.left + (longitude - self.west) * self.across,
            self.top + (self.north - latitude) * self.per_degree,
        )


def map_frame(shape: BaseGeometry, top: float) -> MapFrame:
    """The frame that shows all of ``shape`` (not empty) as large as the page lets it."""
    west, south, east, north = shape.bounds
    latitude = (south + north) / 2
    wide = max((east - west) * _shortened(latitude), _LEAST_DEGREES)
    high = max(north - south, _LEAST_DEGREES)
    per_degree = min(ROOM / wide, _HIGHEST / high)
    left = MARGIN + (ROOM - wide * per_degree) / 2
    return MapFrame(left, top, west, north, latitude, per_degree, high * per_degree)


def outline(shape: BaseGeometry, frame: MapFrame) -> str:
    """The rings of a shape as path data, to be filled by the even-odd rule.

    Detail below half a pixel and rings too small to be seen are left out.
    """
    rings = shapely.get_rings(shapely.get_parts(shape))
    return "".join(_ring(ring, frame) for ring in rings)


def scale_bar(frame: MapFrame, top: float) -> tuple[str, float]:
    """A bar of a round length in km and the projection in words, and where they end below."""
    says = written(projection(frame), MARGIN + ROOM, top + 9, TICK, "end")
    return bar(frame, top, TICK) + says, top + 18


def bar(frame: MapFrame, top: float, style: Style) -> str:
    """A bar of a round length in km from the left margin, with its length beside it."""
    per_km = frame.per_degree / KM_PER_DEGREE
    length = _round_below(_BAR / per_km)
    y, right = top + 8, MARGIN + length * per_km
    path = f"M{pixels(MARGIN)} {pixels(y - 5)}v5H{pixels(right)}v-5"
    drawn = tag("path", class_="scale", d=path, fill="none", stroke=INK, stroke_width="1.5")
    label = figures.with_unit(figures.number(length), "km")
    return drawn + written(label, right + 8, y + 1, style)


def projection(frame: MapFrame) -> str:
    """How places are projected, in words."""
    half = "N" if frame.latitude >= 0 else "S"
    return f"Equirectangular, true to scale at {abs(frame.latitude):.1f}° {half}"


def _round_below(value: float) -> float:
    power = 10.0 ** math.floor(math.log10(value))
    return max(power * factor for factor in (1, 2, 5) if power * factor <= value)


def _shortened(latitude: float) -> float:
    return max(math.cos(math.radians(latitude)), _FLATTEST)


def _ring(ring: shapely.LinearRing, frame: MapFrame) -> str:
    if ring.is_empty:
        return ""
    # The same as ``frame.at`` of each point, all at once.
    degrees = shapely.get_coordinates(ring) - (frame.west, frame.north)
    placed = degrees * (frame.across, -frame.per_degree) + (frame.left, frame.top)
    drawn = shapely.LineString(placed)
    if shapely.Polygon(drawn).area < _SMALLEST:
        return ""
    points = list(shapely.simplify(drawn, _DETAIL, preserve_topology=False).coords)
    return f"{line(points[:-1])}z" if len(points) > 3 else ""
