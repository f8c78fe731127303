"""Where places lie, to be shown on a map: towns by the gazetteer, regions by a user's outlines."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue, DataError
from groundcheck.geo import gazetteer, regions
from groundcheck.ledger.layer_store import open_existing

TOLERANCE = 0.005
"""Degrees by which a shown outline may differ from the one that was brought: about 500 m."""
_GRID = 1e-6


class Located:
    """Points and outlines by the id of a place; a place of which neither is known has none.

    Outlines are those in ``store`` (it need not exist), of the set named ``boundaries`` or else of
    the first by name that has the region, made simple: they are to be looked at, not measured. A
    country without an outline of its own is made of its regions where the set has all of them.
    Raises ``BadValue`` where no set of that name has been added.
    """

    def __init__(self, store: Path | None = None, boundaries: str = "") -> None:
        self._sets = _sets(store, boundaries)
        # One place is named by many statements.
        self.of = lru_cache(maxsize=10_000)(self._find)

    def _find(self, place: str) -> BaseGeometry | None:
        if place.startswith("geonames:"):
            return _town(place.removeprefix("geonames:"))
        for outlines in self._sets:
            if place in outlines:
                return _simple(outlines[place])
            parts = regions.parts(place) if "-" not in place and ":" not in place else ()
            if parts and all(part in outlines for part in parts):
                return _simple(shapely.union_all([outlines[part] for part in parts]))
        return None


def _town(number: str) -> BaseGeometry | None:
    try:
        town = gazetteer.town(int(number))
    except (ValueError, DataError):
        # A ledger may be older or newer than the gazetteer.
        return None
    return shapely.Point(town.lon, town.lat)


def _sets(path: Path | None, wanted: str) -> list[dict[str, BaseGeometry]]:
    store = open_existing(path) if path is not None else None
    names: list[str] = []
    found: list[dict[str, BaseGeometry]] = []
    if store is not None:
        with store:
            names = [stored.name for stored in store.boundaries()]
            found = [
                {one.region: one.shape for one in store.outlines(name)}
                for name in names
                if wanted in ("", name)
            ]
    if wanted and wanted not in names:
        listed = ", ".join(names) or "none yet"
        raise BadValue(f"--boundaries {wanted}: no boundaries of that name ({listed})")
    return found


def _simple(shape: BaseGeometry) -> BaseGeometry:
    return shapely.set_precision(shapely.simplify(shape, TOLERANCE), _GRID)
