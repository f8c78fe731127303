"""All days of a layer and the outlines of regions as one TopoJSON file, as a slider wants them.

For drawing only. No point lies further from where the maker has it than ``TOLERANCE`` and half a
step of ``GRID``: some 250 m, which is less than makers' lines are good for and half a pixel where
a region of three degrees fills a page. Areas are never to be taken from it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from shapely.geometry.base import BaseGeometry

from groundcheck.geo.layers import Ground
from groundcheck.publish.arcs import Arcs, topology

TOLERANCE, GRID = 0.002, 0.0005
"""In degrees."""
VERSION = "1"
"""Another one where the same maps give another file."""
REGIONS = "regions"

Days = Mapping[date, Mapping[Ground, BaseGeometry]]
Regions = Sequence[tuple[str, str, BaseGeometry]]
"""Id, name and outline of each."""


def history(days: Days, regions: Regions = ()) -> dict[str, Any]:
    """The topology (specification 1.0.0); the same maps give the same one.

    Its object ``regions`` has the outlines, with ``id`` and the property ``name``. Each other one
    is a day's map, by its ISO date: a shape for each ground, with the properties ``status``
    ("held", "contested") and ``holder``. A ground that a map does not show is left out.
    """
    grounds = [(day, ground) for day in sorted(days) for ground in sorted(days[day])]
    outlines = [shape for _, _, shape in regions]
    made = topology([*outlines, *(days[day][ground] for day, ground in grounds)], TOLERANCE, GRID)
    objects: dict[str, Any] = {REGIONS: _collection()}
    objects |= {str(day): _collection() for day in sorted(days)}
    for (id_, name, _), arcs in zip(regions, made.shapes, strict=False):
        members = objects[REGIONS]["geometries"]
        members.append(_shape(arcs) | {"id": id_, "properties": {"name": name}})
    for (day, ground), arcs in zip(grounds, made.shapes[len(regions) :], strict=True):
        if arcs:
            told = {"properties": {"status": ground.status, "holder": ground.holder}}
            objects[str(day)]["geometries"].append(_shape(arcs) | told)
    arcs_ = [[line[0].tolist(), *(line[1:] - line[:-1]).tolist()] for line in made.arcs]
    transform = {"scale": [GRID, GRID], "translate": list(made.corner)}
    return {"type": "Topology", "transform": transform, "objects": objects, "arcs": arcs_}


def written(made: dict[str, Any]) -> bytes:
    """The file, as short as JSON lets it be."""
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _collection() -> dict[str, Any]:
    return {"type": "GeometryCollection", "geometries": []}


def _shape(arcs: Arcs) -> dict[str, Any]:
    return {"type": "MultiPolygon", "arcs": arcs}
