"""The difference of two days of one layer, for every layer, boundary set, counting and lag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from groundcheck.checks.change_words import StatedChange
from groundcheck.checks.choices import Option
from groundcheck.checks.evidence import Change
from groundcheck.checks.measuring import WITH, WITHOUT, Maps, who, why_nothing
from groundcheck.checks.movement import Movement, movement
from groundcheck.checks.nearby import Sentences
from groundcheck.checks.spoken import LAGS, covers
from groundcheck.checks.wording import listed
from groundcheck.model import Claim, Finding, Step

NET, ALL = "net", "without what moved back"

LATEST_DAYS = 7
"""A map that is older than this on a day asked for is too old for a difference."""

_LENGTH = 0.1


@dataclass(frozen=True, slots=True)
class Spoken:
    """One figure of a claim, and what is needed to see what it speaks of."""

    claim: Claim
    stated: StatedChange
    published: date | None
    sentences: Sentences

    @property
    def where(self) -> str:
        """The claim's places as words."""
        together = " together" if len(self.claim.places) > 1 else ""
        return listed(tuple(place.name for place in self.claim.places)) + together


class Difference(NamedTuple):
    """A layer's change between two days, ``asked`` being the later one, and what moved between."""

    maps: Maps
    asked: date
    change: Change
    moved: Movement


@dataclass(frozen=True, slots=True)
class Differences:
    """What all layers show between two days, at least one difference.

    ``grows`` says that the claim is of growth of the holder's ground; all values are in the
    direction that the claim speaks of.
    """

    items: tuple[Difference, ...]
    grows: bool
    net_only: bool

    def value(self, item: Difference, unit: str, counted: str) -> float:
        """The change in km², or in percent of the place, in the direction of the claim."""
        km2 = item.change.km2 if self.grows else -item.change.km2
        if counted == ALL:
            km2 += self.opposed(item)
        return km2 if unit == "km2" else 100 * km2 / item.change.new.whole_km2

    def opposed(self, item: Difference) -> float:
        """How much moved against the direction of the claim, in km²."""
        return item.moved.falls if self.grows else item.moved.rises

    def options(self, unit: str) -> tuple[Option, ...]:
        """Each value with the choices that it was made by."""
        return tuple(
            Option(
                self.value(item, unit, counted),
                item.change.new.boundary_set,
                WITH if item.change.new.contested else WITHOUT,
                who(item.maps.series),
                str(item.asked),
                counted,
            )
            for item in self.items
            for counted in ((NET,) if self.net_only else (NET, ALL))
        )


def differences(maps: Maps, spoken: Spoken, since: date, until: date) -> Iterator[Difference]:
    """What one layer shows between two days, both of them later by each of the lags."""
    places = spoken.claim.places
    if not covers(maps.series, places):
        return
    ids = tuple(place.id for place in places)
    for lag in LAGS:
        old, new = since + timedelta(days=lag), until + timedelta(days=lag)
        for change in maps.series.change(ids, old, new):
            late = max((old - change.old.day).days, (new - change.new.day).days)
            asked = (new - old).days
            off = abs((change.new.day - change.old.day).days - asked)
            if late <= LATEST_DAYS and off <= max(1, _LENGTH * asked):
                moved = movement(maps, places, change.old, change.new)
                yield Difference(maps, new, change, moved)


def why_none(maps: Maps, spoken: Spoken, period: tuple[date, date]) -> str:
    """Why a layer has no difference for the first and the last day of a period."""
    series, (first, last) = maps.series, period
    if covers(series, spoken.claim.places) and series.first_day < first and last <= series.last_day:
        return f"{who(series)} has no maps near enough to {first} and {last}"
    why = why_nothing(series, spoken.claim.places, (first, last))
    if covers(series, spoken.claim.places) and series.first_day >= first:
        return f"{who(series)}'s maps begin on {series.first_day}, not before {first}"
    return why


def not_covered(spoken: Spoken, why: str, needed: str) -> Finding:
    """The finding where no layer speaks of the figure."""
    return Finding(
        claim=spoken.claim.id,
        check="change",
        verdict="not covered",
        summary=f"Not covered: {why}; it would take {needed}",
        working=(Step("look for maps", (spoken.stated.text,), why),),
    )
