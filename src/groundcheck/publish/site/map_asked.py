"""Which map is asked for: an address that names it, the same however it was come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal
from urllib.parse import urlencode

from groundcheck.errors import BadValue
from groundcheck.geo import gazetteer
from groundcheck.geo.asked import place_id
from groundcheck.model import Claim

Mode = Literal["side", "difference"]
_TOWN = "geonames:"
_MOST = 20


@dataclass(frozen=True, slots=True)
class MapAsked:
    """One layer, or two beside each other or as they differ, on a day. ``""``: as it comes.

    ``places`` are ids of regions, countries or towns; ``holder`` whose ground is shown.
    """

    layer: str = ""
    other: str = ""
    mode: Mode = "side"
    day: date | None = None
    places: tuple[str, ...] = ()
    holder: str = ""

    @property
    def query(self) -> str:
        """The query of its address, without what goes without saying."""
        said = (
            ("layer", self.layer),
            ("with", self.other),
            ("mode", self.mode if self.other else ""),
            ("place", ",".join(self.places)),
            ("day", str(self.day or "")),
            ("holder", self.holder),
        )
        return urlencode([(name, value) for name, value in said if value], safe=":,")

    @property
    def single(self) -> MapAsked:
        """The same of the first layer alone."""
        return replace(self, other="", mode="side")


def places_asked(words: str) -> tuple[str, ...]:
    """The ids of places as they stand in an address: codes, names or "geonames:…", by commas.

    Raises ``BadValue`` for a place that is not known, or too many.
    """
    given = [word.strip() for word in words.replace("+", ",").split(",") if word.strip()]
    if len(given) > _MOST:
        raise BadValue(f"place: at most {_MOST} places")
    return tuple(dict.fromkeys(_town(word) if _is_town(word) else place_id(word) for word in given))


def region_of(place: str) -> str:
    """The id of the region that a place lies in or is, ``""`` where it is not known."""
    if not _is_town(place):
        return "" if place.startswith("name:") else place
    town = gazetteer.known(place.removeprefix(_TOWN))
    return town.region if town else ""


def claim_map(claim: Claim, said: date | None) -> MapAsked | None:
    """The map of a claim's places on the last day it speaks of, or the day it was said.

    ``None`` where no region of it is known, or no day.
    """
    places = tuple(dict.fromkeys(p.id for p in claim.places if region_of(p.id)))
    until = claim.when.end - timedelta(1) if claim.when and claim.when.end else said
    return MapAsked(places=places[:_MOST], day=until) if places and until else None


def _is_town(place: str) -> bool:
    return place.startswith(_TOWN)


def _town(place: str) -> str:
    if gazetteer.known(place.removeprefix(_TOWN)) is None:
        raise BadValue(f"{place}: not in the gazetteer")
    return place
