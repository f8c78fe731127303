"""Regions' names on a map, none on top of another."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.publish.lettering import Style, width, written
from groundcheck.publish.map_frame import MapFrame
from groundcheck.publish.safe import shortened
from groundcheck.publish.svg import PAPER, tag

NAME = Style(11)


def names(shapes: Sequence[tuple[str, BaseGeometry]], frame: MapFrame, style: Style) -> str:
    """The regions' names, the larger regions first.

    One that is wider than its region or would cover another is left out.
    """
    parts: list[str] = []
    taken: list[BaseGeometry] = []
    for name, shape in sorted(shapes, key=lambda named: -named[1].area):
        if shape.is_empty:
            continue
        point = shape.representative_point()
        x, y = frame.at(point.x, point.y)
        label = shortened(name, 40)
        wide = width(label, style)
        around = shapely.box(x - wide / 2, y - style.size - 1, x + wide / 2, y + 4)
        region_wide = (shape.bounds[2] - shape.bounds[0]) * frame.across
        if wide <= region_wide and not any(map(around.intersects, taken)):
            taken.append(around)
            halo = {"stroke": PAPER, "stroke_width": "3", "paint_order": "stroke"}
            parts.append(tag("g", written(label, x, y, style, "middle"), **halo))
    return "".join(parts)
