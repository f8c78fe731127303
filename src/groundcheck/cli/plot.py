"""``groundcheck plot``: a place's measured series with claims beside it, or its map on a day."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundcheck.cli.ground_options import Holder, On, Regions, Since, Until
from groundcheck.cli.grouped import grouped
from groundcheck.cli.output import write_picture
from groundcheck.cli.store import At, store_path
from groundcheck.errors import BadValue

if TYPE_CHECKING:
    from groundcheck.model import Outcome


@dataclass(frozen=True, slots=True)
class Plot:
    """What ``plot`` is given."""

    regions: Regions
    layer: Annotated[
        list[str] | None,
        typer.Option(
            "--layer", metavar="NAME", help="Only this layer; may be repeated.", show_default=False
        ),
    ] = None
    holder: Holder = ""
    since: Since = None
    until: Until = None
    report: Annotated[
        Path | None,
        typer.Option(
            "--report", metavar="FILE", help="Show this report's claims too.", show_default=False
        ),
    ] = None
    km2: Annotated[bool, typer.Option("--km2", help="Areas instead of shares.")] = False
    on_map: Annotated[
        bool, typer.Option("--map", help="A map of one or two layers instead (needs a store).")
    ] = False
    on: On = None
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="PATH", help="Write .svg or .png here.", show_default=False
        ),
    ] = None
    store: At = None


@grouped(Plot)
def plot(given: Plot) -> None:
    """Draw what each maker's maps show of the regions together, over time or on a map.

    The picture is SVG, or PNG where --output ends in .png.

    Example: groundcheck plot Donetsk --report report.txt --output donetsk.svg
    """
    write_picture(_map(given) if given.on_map else _chart(given), given.output)


def _chart(given: Plot) -> str:
    from groundcheck.ledger.asking import Layers
    from groundcheck.publish.chart import chart_svg
    from groundcheck.publish.plots import report_marks, series_chart

    if given.on:
        raise BadValue("--on: goes with --map; a chart has --since and --until")
    layers = Layers(store_path(given.store), given.holder, tuple(given.layer or ()))
    asked = layers.asked(given.regions, (None, given.since, given.until), whole=True)
    unit = "km2" if given.km2 else "percent"
    outcome = _outcome(given.report)
    marks = tuple(report_marks(outcome, asked, unit)) if outcome else ()
    chart = series_chart(layers.figures(), asked, unit, marks)
    if not chart.bands:
        raise BadValue(layers.uncovered(asked))
    return chart_svg(chart)


def _outcome(report: Path | None) -> Outcome | None:
    if report is None:
        return None
    import groundcheck
    from groundcheck.cli.source import read_text

    return groundcheck.read(read_text(str(report)))


def _map(given: Plot) -> str:
    from groundcheck.ledger.asking import Layers
    from groundcheck.ledger.day_view import pictured
    from groundcheck.publish.control_map import ControlMap, Held, map_svg

    if given.since or given.until or given.report:
        raise BadValue("--map: shows one day, so it goes with --on alone")
    layers = Layers(store_path(given.store), given.holder, tuple(given.layer or ()))
    views, outlines = pictured(layers, layers.asked(given.regions, (given.on, None, None)))
    return map_svg(
        ControlMap(
            title=f"{outlines.name}, held by {views[0].holder} on {views[0].day}",
            outlines=outlines.shapes,
            layers=tuple(
                Held(f"{view.layer.maker} ({view.layer.name})", view.day, view.held, view.contested)
                for view in views
            ),
            note=f"Maps: {'; '.join(view.layer.attribution for view in views)}. "
            f"Outlines: {outlines.attribution}.",
        )
    )
