"""``groundcheck measure``: how much of which places was held by whom, as each maker shows it."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from groundcheck.cli.ground_options import (
    As,
    By,
    Holder,
    LayerName,
    On,
    Period,
    Regions,
    Since,
    Table,
    To,
    Until,
    write_rows,
)
from groundcheck.cli.grouped import grouped
from groundcheck.cli.store import At, store_path
from groundcheck.errors import BadValue


@dataclass(frozen=True, slots=True)
class Measure:
    """What ``measure`` is given."""

    regions: Regions
    holder: Holder = ""
    on: On = None
    since: Since = None
    until: Until = None
    layer: LayerName = ""
    by: By = Period.day
    change: Annotated[
        bool, typer.Option("--change", help="What changed from --since to --until.")
    ] = False
    kind: As = Table.text
    output: To = None
    store: At = None


@grouped(Measure)
def measure(given: Measure) -> None:
    """Measure how much of the regions, taken together, each layer shows as held.

    A region is named ("Donetsk"), given by its ISO 3166 code ("UA-14", "UA"), or is a point:
    48.29,37.18 (latitude first).

    Example: groundcheck measure Donetsk --on 2025-02-20
    """
    from groundcheck.geo.measure import ChangeRow, Row
    from groundcheck.ledger import asking
    from groundcheck.publish import measurements

    layers = asking.Layers(
        store_path(given.store), given.holder, (given.layer,) if given.layer else ()
    )
    target = (given.kind, given.output)
    if any("," in region for region in given.regions):
        if given.change:
            raise BadValue("--change: is of regions; a point has its history without it")
        from groundcheck.ledger.standing import StandingRow, standing

        points = standing(layers, tuple(given.regions), (given.on, given.since, given.until))
        write_rows(points, StandingRow, measurements.standing, target)
        return
    asked = layers.asked(given.regions, (given.on, given.since, given.until), given.by.value)
    if given.change:
        write_rows(layers.change(asked), ChangeRow, measurements.changed, target)
    else:
        write_rows(layers.measure(asked), Row, measurements.measured, target)
