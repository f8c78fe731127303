"""What the checks are given to hold claims against; nothing here fetches."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from groundcheck.geo.settlements import Settlement
from groundcheck.geo.stretches import Stretch
from groundcheck.model import Measurement, PublishedArea


class Change(Protocol):
    """Two measurements of one place by one layer, and how many km² more the later one has."""

    @property
    def old(self) -> Measurement:
        """The earlier measurement."""

    @property
    def new(self) -> Measurement:
        """The later one."""

    @property
    def km2(self) -> float:
        """How many km² more the later one has."""


class ControlSeries(Protocol):
    """One maker's dated maps of what one holder holds in one country, as figures by day.

    Places are taken *together*, with one measurement for each boundary set, and a second one
    with contested ground where the maker tells it; ``()`` where the layer does not cover them
    or has no map that speaks for the day.
    """

    @property
    def layer(self) -> str:
        """The name of the layer."""

    @property
    def maker(self) -> str:
        """Whose statement the maps are."""

    @property
    def origin(self) -> str:
        """Whose survey the maps rest on in the end; ``""`` where that is the maker."""

    @property
    def contested(self) -> bool:
        """Whether the maker tells contested ground from the rest."""

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

    def change(self, places: Sequence[str], since: date, until: date) -> Sequence[Change]:
        """How many km² more are held on ``until`` than on ``since``."""

    def peak(
        self, places: Sequence[str], since: date | None = None, until: date | None = None
    ) -> tuple[Measurement, ...]:
        """The first map with the most held between two days."""

    def shares(
        self, places: Sequence[str], boundary_set: str, contested: bool = False
    ) -> Sequence[tuple[date, float]]:
        """The share of the places together in percent on each map, by day."""

    def first_day_reaching(
        self, places: Sequence[str], share: float, boundary_set: str, contested: bool = False
    ) -> date | None:
        """The first day that at least ``share`` percent of the places together is held."""


class PointSeries(Protocol):
    """One maker's dated maps of what one holder holds, as they show single settlements."""

    @property
    def layer(self) -> str:
        """The name of the layer."""

    @property
    def maker(self) -> str:
        """Whose statement the maps are."""

    @property
    def origin(self) -> str:
        """Whose survey the maps rest on in the end."""

    @property
    def definition(self) -> str:
        """What the maker counts as held, in a sentence."""

    @property
    def holder(self) -> str:
        """Who holds the ground that is shown, as a short English name."""

    @property
    def precision_km(self) -> float:
        """How far the maps' lines may lie from where they mean to be."""

    @property
    def first_day(self) -> date:
        """The day of the first map."""

    @property
    def last_day(self) -> date:
        """The day of the last map."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The SHA-256 hashes of the files."""

    def history(self, settlement: Settlement) -> tuple[Stretch, ...]:
        """What the maps show of it, in their order; ``()`` where they do not cover it."""


def _no_settlements(_name: str, _countries: Collection[str]) -> tuple[Settlement, ...]:
    return ()


def _no_name(_place: str) -> str | None:
    return None


def _no_areas(_place: str) -> tuple[PublishedArea, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class EvidenceBase:
    """All that the checks may hold a claim against.

    ``areas`` gives the published areas of a place by its id, ``()`` where none is known;
    ``name`` its usual English name, ``None`` where it is not known. ``settlements`` gives all
    settlements of a name in some countries, most populous first, and ``points`` what layers show
    of them; neither is read before it is asked for.
    """

    areas: Callable[[str], tuple[PublishedArea, ...]] = _no_areas
    control: tuple[ControlSeries, ...] = ()
    name: Callable[[str], str | None] = _no_name
    settlements: Callable[[str, Collection[str]], tuple[Settlement, ...]] = _no_settlements
    points: Callable[[], tuple[PointSeries, ...]] = tuple
