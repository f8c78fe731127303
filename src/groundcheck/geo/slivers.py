"""Telling what is not held from what two outlines draw differently.

Along a border that the front does not reach, a map's outline and a region's outline never
coincide. What lies between them looks like ground not held, and is none: it lies at the outer
border of the outlined country, beside held ground, is nowhere wider than ``WIDEST_KM``, and
touches the contact line nowhere: the ends of held ground that lie further than that inside the
country. Such pieces are the outlines', not the front's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from groundcheck.geo.areas import areas_km2

KM_PER_DEGREE = 111.2
_DETAIL_KM, _TOUCHING_KM = 0.2, 0.01
WIDEST_KM = 6.0
"""No sliver is wider: two makers' borders lie up to this far apart where a river is one."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """What of a region is not held, in km²: ``front`` by the contact line, ``slivers`` not."""

    front: float
    slivers: float


def remainder(held: BaseGeometry, region: BaseGeometry, country: BaseGeometry) -> Remainder:
    """What of ``region`` lies outside ``held``, told apart.

    ``country`` is the outline of all regions that the boundary set draws; all are valid and in
    degrees.
    """
    pieces = shapely.get_parts(shapely.difference(region, held))
    pieces = pieces[shapely.get_dimensions(pieces) == 2]
    if not len(pieces):
        return Remainder(0.0, 0.0)
    flat = _Flat((region.bounds[1] + region.bounds[3]) / 2)
    window = flat.of(shapely.box(*region.bounds).buffer(0.2))
    near = shapely.intersection(flat.of(held), window)
    # A coast in every detail would take minutes to buffer.
    border = shapely.intersection(flat.of(country.boundary), window).simplify(_DETAIL_KM)
    # What the box cuts is no end of held ground.
    edge = shapely.difference(near.boundary, window.boundary.buffer(_DETAIL_KM))
    line = shapely.difference(edge, border.buffer(WIDEST_KM, quad_segs=4))
    flattened = np.array([flat.of(piece) for piece in pieces], dtype=object)
    beside = shapely.dwithin(flattened, near, _TOUCHING_KM)
    touching = shapely.dwithin(flattened, line, _TOUCHING_KM)
    narrow = shapely.is_empty(shapely.buffer(flattened, -WIDEST_KM / 2))
    sliver = beside & ~touching & narrow
    areas = areas_km2(pieces)
    return Remainder(float(areas[~sliver].sum()), float(areas[sliver].sum()))


@dataclass(frozen=True, slots=True)
class _Flat:
    """Degrees as km on a plane about one latitude: near enough for distances of some km."""

    latitude: float

    def of(self, shape: BaseGeometry) -> BaseGeometry:
        across = KM_PER_DEGREE * float(np.cos(np.radians(self.latitude)))
        return scale(shape, across, KM_PER_DEGREE, origin=(0, 0))
