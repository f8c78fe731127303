"""The figures of a map, region by region: those that were measured, never those of a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from groundcheck.geo.asked import name as name_of
from groundcheck.geo.control import ControlFigures
from groundcheck.publish.site.map_choice import Chosen


@dataclass(frozen=True, slots=True)
class Cell:
    """What one layer shows of a region; the last two are ``None`` where it tells no contested."""

    km2: float
    share: float
    km2_with_contested: float | None
    share_with_contested: float | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A region and what each layer shows of it: ``None`` where it gives no total."""

    id: str
    name: str
    cells: tuple[Cell | None, ...]
    whole: bool = False


def table(chosen: Chosen) -> tuple[TableRow, ...]:
    """A row for each outline, where most is held first.

    Where there are several, one for all of them together stands before them.
    """
    made = [TableRow(id_, name, _cells(chosen, id_)) for id_, name, _ in chosen.outlines]
    rows = sorted(made, key=lambda row: (-_most(row), row.name))
    if len(rows) == 1:
        return tuple(rows)
    whole = "+".join(chosen.places)
    return TableRow(whole, chosen.name, _cells(chosen, whole), whole=True), *rows


def _most(row: TableRow) -> float:
    return max((cell.km2_with_contested or cell.km2 for cell in row.cells if cell), default=0.0)


def _cells(chosen: Chosen, id_: str) -> tuple[Cell | None, ...]:
    name = chosen.boundaries.name
    return tuple(_cell(each.figures, id_, name, chosen.day) for each in chosen.layers)


def _cell(figures: ControlFigures, id_: str, set_name: str, day: date) -> Cell | None:
    found = [m for m in figures.measure(id_.split("+"), day) if m.boundary_set == set_name]
    held = next((m for m in found if not m.contested), None)
    if held is None:
        return None
    wide = next((m for m in found if m.contested), None)
    if wide is None:
        return Cell(held.km2, held.share, None, None)
    return Cell(held.km2, held.share, wide.km2, wide.share)


def series(figures: ControlFigures, set_name: str, ids: tuple[str, ...]) -> dict[str, Any]:
    """The same on every day, as data for a script.

    ``rows`` has for each id the whole area, what was held on each of ``days`` and that with
    contested ground, in km²; an id of which the layer gives no total is left out. A map speaks
    for its day and up to ``valid_days`` after it (0: until the next one).
    """
    rows = {}
    for id_ in ids:
        places = id_.split("+")
        held = figures.areas(places, set_name)
        if not held:
            continue
        whole = next(
            m.whole_km2 for m in figures.measure(places, held[0][0]) if m.boundary_set == set_name
        )
        wide = figures.areas(places, set_name, contested=True) if figures.contested else []
        rows[id_] = {
            "name": name_of(id_),
            "whole_km2": whole,
            "km2": [round(km2, 2) for _, km2 in held],
            "km2_with_contested": [round(km2, 2) for _, km2 in wide] or None,
        }
    return {
        "layer": figures.layer,
        "maker": figures.maker,
        "holder": figures.holder,
        "boundary_set": set_name,
        "days": [str(day) for day in figures.days],
        "valid_days": figures.valid_days,
        "rows": rows,
    }
