"""What there is to measure with: the figures in the package, and those of layers brought by a user.

A user's layer goes before the package's figures of the same name where it has all their days.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from groundcheck.checks import EvidenceBase
from groundcheck.geo import gazetteer, regions
from groundcheck.geo.control import ControlFigures
from groundcheck.ledger.shipped import load_figures
from groundcheck.ledger.shipped_settlements import load_histories

if TYPE_CHECKING:
    from groundcheck.checks.evidence import PointSeries
    from groundcheck.ledger.asking import Layers


def evidence(layers: Layers | None) -> EvidenceBase:
    """All that claims can be held against; without ``layers`` what comes with the package."""

    def name(place: str) -> str | None:
        region = regions.place(place)
        return None if region is None else region.name

    return EvidenceBase(
        areas=regions.areas,
        control=load_figures() if layers is None else layers.figures(),
        name=name,
        settlements=gazetteer.find,
        points=partial(points, None if layers is None else layers.store),
    )


def points(store: Path | None) -> tuple[PointSeries, ...]:
    """What layers show of settlements; a user's layer goes before the package's of its name."""
    shipped = load_histories()
    if store is None or not store.exists():
        return shipped
    # Slow to import, and nobody without layers of his own needs it.
    from groundcheck.ledger.standing import stored_points  # noqa: PLC0415

    brought = stored_points(store)
    left = [
        one
        for one in shipped
        if not any(
            (other.layer, other.holder) == (one.layer, one.holder)
            and other.first_day <= one.first_day
            and other.last_day >= one.last_day
            for other in brought
        )
    ]
    return tuple(sorted((*brought, *left), key=lambda one: (one.layer, one.holder)))


def figures(store: Path | None) -> tuple[ControlFigures, ...]:
    """The figures of every layer at hand, by layer and holder; ``store`` need not exist.

    Raises ``DataError`` where the store is damaged.
    """
    shipped = load_figures()
    if store is None or not store.exists():
        return shipped
    # Slow to import, and nobody without layers of his own needs it.
    from groundcheck.ledger.layer_figures import all_figures  # noqa: PLC0415
    from groundcheck.ledger.layer_store import LayerStore  # noqa: PLC0415

    with LayerStore(store) as opened:
        brought = all_figures(opened)
    left = (one for one in shipped if not any(_replaces(other, one) for other in brought))
    return tuple(sorted((*brought, *left), key=lambda one: (one.layer, one.holder, one.days)))


def _replaces(brought: ControlFigures, shipped: ControlFigures) -> bool:
    return (
        (brought.layer, brought.holder) == (shipped.layer, shipped.holder)
        and brought.first_day <= shipped.first_day
        and brought.last_day >= shipped.last_day
        and set(brought.boundary_sets) >= set(shipped.boundary_sets)
    )
