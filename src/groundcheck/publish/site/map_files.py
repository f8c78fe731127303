"""A map's twins: its picture, the ground that is held as GeoJSON, and its figures as rows."""

from __future__ import annotations

from typing import Any

from groundcheck.errors import BadValue
from groundcheck.geo.layers import Ground
from groundcheck.geo.measure import Asked, Row, measure
from groundcheck.ledger.day_view import day_view
from groundcheck.ledger.drawable import Drawable, maps
from groundcheck.ledger.drawable import outlines as outlines_of
from groundcheck.ledger.layer_store import LayerStore
from groundcheck.publish.control_map import ControlMap, map_svg
from groundcheck.publish.geojson import bounding_box, geometry
from groundcheck.publish.history_topojson import history, written
from groundcheck.publish.map_ground import sound
from groundcheck.publish.site.map_choice import Chosen, held_by


def picture(store: LayerStore, chosen: Chosen) -> str:
    """The map as one SVG file that stands alone, with its legend, sources and licences.

    Raises ``BadValue`` where a map does not speak for the day, or two cannot be compared.
    """
    drawn = [(each, held_by(store, each, chosen.day)) for each in chosen.layers]
    lacking = next((each.layer.name for each, held in drawn if held is None), "")
    if lacking:
        raise BadValue(f"no map of {lacking} speaks for {chosen.day}")
    silent = chosen.silent(chosen.layers)
    outlines = [(name, shape) for id_, name, shape in chosen.outlines if id_ not in silent]
    left_out = ", ".join(name for id_, name, _ in chosen.outlines if id_ in silent)
    note = ""
    if len(drawn) == 1:
        outlines = [(name, shape) for _, name, shape in chosen.outlines]
        note = f" Not all that is held is shown in {left_out}." if left_out else ""
    elif not outlines:
        raise BadValue(f"not both maps show all that is held in {left_out}: no difference is drawn")
    elif left_out:
        note = f" Left out, since not both maps show all that is held there: {left_out}."
    credit = "; ".join(f"{each.layer.attribution} ({each.layer.licence})" for each, _ in drawn)
    return map_svg(
        ControlMap(
            title=f"{chosen.name}, held by {chosen.asked.holder} on {chosen.day}",
            outlines=tuple(outlines),
            layers=tuple(held for _, held in drawn if held is not None),
            note=f"Maps: {credit}. Outlines: {chosen.boundaries.attribution} "
            f"({chosen.boundaries.licence}).{note}",
        )
    )


def held_shapes(store: LayerStore, chosen: Chosen) -> dict[str, Any]:
    """What each layer shows that day as a feature for each ground, at full detail and uncut."""
    features = [one for each in chosen.layers for one in _features(store, each, chosen)]
    return {"type": "FeatureCollection", "features": features}


def _features(store: LayerStore, drawn: Drawable, chosen: Chosen) -> list[dict[str, Any]]:
    map_day = drawn.figures.map_day(chosen.day)
    if map_day is None:
        return []
    view = day_view(store, drawn.layer.name, drawn.figures.holder, map_day)
    grounds = {Ground(view.holder, "held"): view.held, Ground("", "contested"): view.contested}
    found = []
    for ground, shape in grounds.items():
        areas = sound(shape)
        if not areas.is_empty:
            told = {
                "layer": drawn.layer.name,
                "maker": drawn.layer.maker,
                "day": str(chosen.day),
                "map_day": str(map_day),
                "status": ground.status,
                "holder": ground.holder or None,
                "definition": drawn.layer.definition,
                "licence": drawn.layer.licence,
                "attribution": drawn.layer.attribution,
            }
            made = {"type": "Feature", "bbox": bounding_box(areas), "geometry": geometry(areas)}
            found.append(made | {"properties": told})
    return found


def measured(chosen: Chosen) -> tuple[Row, ...]:
    """What was measured of the places together and of each region, on every boundary set."""
    regions = [id_ for id_, _, _ in chosen.outlines]
    wanted = dict.fromkeys(["+".join(chosen.places), *regions])
    figures = [each.figures for each in chosen.layers]
    rows = (
        measure(figures, Asked(tuple(id_.split("+")), chosen.day, chosen.day)) for id_ in wanted
    )
    return tuple(row for some in rows for row in some)


def outlines_of_all_days(store: LayerStore, drawn: Drawable) -> bytes:
    """The TopoJSON of a layer's maps, with the outlines of the regions that it covers."""
    name = drawn.figures.boundary_sets[0]
    found = outlines_of(store, name, (drawn.figures.country,))
    return written(history(maps(store, drawn), found))
