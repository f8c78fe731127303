"""``groundcheck when``: since when a share of some places has been held."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from groundcheck.cli.ground_options import As, Holder, LayerName, Table, To, write_rows
from groundcheck.cli.grouped import grouped
from groundcheck.cli.store import At, store_path


@dataclass(frozen=True, slots=True)
class When:
    """What ``when`` is given."""

    words: Annotated[list[str], typer.Argument(metavar="REGION… reached SHARE", show_default=False)]
    holder: Holder = ""
    layer: LayerName = ""
    kind: As = Table.text
    output: To = None
    store: At = None


@grouped(When)
def when(given: When) -> None:
    """Tell when the regions, taken together, were first held to a share, and if it lasted.

    Example: groundcheck when Donetsk reached 75%
    """
    from groundcheck.geo.measure import ReachedRow
    from groundcheck.ledger import asking
    from groundcheck.publish import measurements

    layers = asking.Layers(
        store_path(given.store), given.holder, (given.layer,) if given.layer else ()
    )
    rows = layers.reached(given.words)
    write_rows(rows, ReachedRow, measurements.reached, (given.kind, given.output))
