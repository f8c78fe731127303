"""What is still free to be reported on: nothing is taken up twice within a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from invented.model import Matter
from invented.world import THEATRES, Region, Side, Theatre

_REST = 45
_REST_OF_TOWNS = 400
"""Days after which the same may be said of the same region, or town, anew."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what a statement is about: a side, and either regions or a town."""

    theatre: Theatre
    which: int
    matter: Matter
    regions: tuple[Region, ...] = ()
    town: tuple[str, str] | None = None

    @property
    def side(self) -> Side:
        """The side that holds or takes it."""
        return self.theatre.sides[self.which]

    @property
    def other(self) -> Side:
        """The side against it."""
        return self.theatre.sides[1 - self.which]

    @property
    def places(self) -> tuple[str, ...]:
        """The codes of the regions, or the name of the town."""
        return (self.town[0],) if self.town else tuple(sorted(one.code for one in self.regions))

    def region_words(self, rng: Random) -> str:
        """The regions as a report names them: "Helmand province", "Sudan's Gezira state"."""
        if len(self.regions) > 1:
            *first, last = (one.name for one in self.regions)
            return f"{', '.join(first)} and {last} {_plural(self.regions[0].unit)}"
        if not self.regions:
            return ""
        name, unit = self.regions[0].name, self.regions[0].unit
        whole = f"{name} {unit}"
        return rng.choice(
            (whole, whole, f"{self.theatre.country}'s {whole}", f"the {unit.lower()} of {name}",
             f"the {whole}" if unit == unit.lower() else whole)
        )  # fmt: skip

    def town_words(self, rng: Random) -> str:
        """The town as a report names it."""
        if self.town is None:
            return ""
        name, region = self.town
        unit = self.theatre.regions[0].unit
        return rng.choice((name, f"the town of {name}", f"{name}, in {region} {unit},"))


class Desk:
    """Hands out subjects, each only once within a time."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, ...], date] = {}

    def subject(
        self, rng: Random, day: date, matter: Matter, theatre: Theatre | None = None
    ) -> Subject | None:
        """A subject that nothing was said about lately; ``None`` where none was met."""
        for _ in range(40):
            found = _drawn(rng, theatre or rng.choice(THEATRES), matter)
            keys = _keys(found)
            rest = _REST_OF_TOWNS if found.town else _REST
            if all((day - self._used.get(key, date.min)).days > rest for key in keys):
                self._used.update(dict.fromkeys(keys, day))
                return found
        return None


def _drawn(rng: Random, theatre: Theatre, matter: Matter) -> Subject:
    which = 0 if rng.random() < 0.6 else 1
    if matter == "capture":
        return Subject(theatre, which, matter, town=rng.choice(theatre.towns))
    several = matter == "share" and rng.random() < 0.12
    regions = rng.sample(theatre.regions, rng.choice((2, 3)) if several else 1)
    return Subject(theatre, which, matter, tuple(regions))


def _keys(subject: Subject) -> tuple[tuple[str, ...], ...]:
    """What must be free: of shares each region, for the two sides cannot hold more than all."""
    if subject.town:
        return (("town", *subject.town),)
    if subject.matter == "share":
        return tuple(("share", place) for place in subject.places)
    about = "area" if subject.matter in ("taken", "lost") else "count"
    return tuple((about, str(subject.which), place) for place in subject.places)


def _plural(unit: str) -> str:
    return f"{unit[:-1]}ies" if unit.endswith("y") else f"{unit}s"
