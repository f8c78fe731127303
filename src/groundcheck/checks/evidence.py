"""What the checks are given to hold claims against; nothing here fetches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from groundcheck.model import Measurement, PublishedArea


class ControlSeries(Protocol):
    """One maker's dated maps of who holds what, as figures by day.

    ``measure`` gives the places *together*, one measurement per boundary set, and ``()``
    where the layer does not cover them or has no map near that day. ``first_day_reaching``
    is the first day with at least ``share`` percent held.
    """

    @property
    def layer(self) -> str:
        """The name of the layer."""

    @property
    def maker(self) -> str:
        """Whose statement the maps are."""

    @property
    def definition(self) -> str:
        """What the maker counts as held, in a sentence."""

    @property
    def holder(self) -> str:
        """Who holds the ground that is measured, as a short English name."""

    @property
    def country(self) -> str:
        """The ISO 3166-1 code of the country whose ground is measured."""

    @property
    def first_day(self) -> date:
        """The day of the first map."""

    @property
    def last_day(self) -> date:
        """The day of the last map."""

    def regions_of(self, place_id: str) -> tuple[str, ...]:
        """The regions that a place consists of; ``()`` where the layer does not cover it."""

    def measure(self, places: Sequence[str], day: date) -> tuple[Measurement, ...]:
        """What is held of the places together on the map that stands for ``day``."""

    def first_day_reaching(
        self, places: Sequence[str], share: float, boundary_set: str
    ) -> date | None:
        """The first day that at least ``share`` percent of the places together is held."""


def _no_name(_place: str) -> str | None:
    return None


def _no_areas(_place: str) -> tuple[PublishedArea, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class EvidenceBase:
    """All that the checks may hold a claim against.

    ``areas`` gives the published areas of a place by its id, ``()`` where none is known;
    ``name`` its usual English name, ``None`` where it is not known.
    """

    areas: Callable[[str], tuple[PublishedArea, ...]] = _no_areas
    control: tuple[ControlSeries, ...] = ()
    name: Callable[[str], str | None] = _no_name
