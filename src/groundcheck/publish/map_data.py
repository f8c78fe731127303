"""What a map shows: outlines of regions, and who holds what of them by one or two makers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue


@dataclass(frozen=True, slots=True)
class Held:
    """One maker's map of one day: what is held, and what is contested or left open, if shown.

    Shapes are in degrees on WGS84, longitude first. Ground that is both counts as held.
    """

    maker: str
    day: date
    held: BaseGeometry
    contested: BaseGeometry | None = None


@dataclass(frozen=True, slots=True)
class ControlMap:
    """A map to draw: regions' names and outlines, and one or two makers' maps of them.

    Without an outline the makers' ground is shown as far as it reaches. ``note`` names sources
    and licence. Raises ``BadValue`` for no layer or more than two.
    """

    title: str
    outlines: tuple[tuple[str, BaseGeometry], ...]
    layers: tuple[Held, ...]
    note: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.layers) <= 2:
            raise BadValue(f"map {self.title!r}: {len(self.layers)} layers, wants one or two")
