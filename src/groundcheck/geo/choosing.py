"""Which town of a name is meant, by what else a report names; none where that does not decide.

How many live there never decides by itself, it only says how much a name is worth: a small place
shares its name with others that no table has, and a city is spoken of far from its country.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from groundcheck.geo import gazetteer, regions
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.spellings import key
from groundcheck.model.place import Candidate

LARGE = 10_000
"""With so many inhabitants a town's name alone may mean it, where a report is of its country."""

SMALL = 2_000
"""With fewer even a region may hold a hamlet of that name, too small for any table."""

_CITY = 100_000
_NEAR_KM, _BESIDE_KM = 100.0, 25.0
_MOST = 6


@dataclass(frozen=True, slots=True)
class Clues:
    """What a report names round a town, as codes of ISO 3166.

    ``countries`` are all that it names, ``regions`` those of ISO 3166-2, ``sentence`` the ones
    in the town's sentences and ``beside`` regions or countries that the words say it lies in.
    ``namesakes`` are regions that bear its name.
    """

    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    sentence: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """The town that is meant, if that is known, and those that are not or may not be."""

    town: Settlement | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Sifted:
    left: tuple[Settlement, ...]
    rejected: tuple[tuple[Settlement, str], ...] = ()

    def only(self, fits: Callable[[Settlement], bool], why: str) -> _Sifted:
        """Those that fit, even none; ``why`` is said of the others."""
        told = tuple((town, why) for town in self.left if not fits(town))
        return _Sifted(tuple(t for t in self.left if fits(t)), (*self.rejected, *told))


def choose(name: str, clues: Clues, others: Sequence[Settlement] = ()) -> Choice:
    """The town of this name; ``others`` are towns of the report that are known.

    Raises ``DataError`` where the gazetteer of the installation is damaged.
    """
    sifted = _by_regions(_by_countries(name, clues), name, clues)
    sifted = _by_others(_by_name(sifted, name), others)
    town = sifted.left[0] if len(sifted.left) == 1 else None
    if town and (doubt := _doubt(town, name, clues, others)):
        town, sifted = None, sifted.only(lambda _: False, doubt)
    told = [(t, "bears the same name") for t in sifted.left if t != town]
    told += sorted(sifted.rejected, key=lambda pair: -pair[0].population)
    return Choice(town, tuple(_candidate(*pair) for pair in told[:_MOST]))


def _by_countries(name: str, clues: Clues) -> _Sifted:
    """Those in the countries of the regions named, else in other countries named."""
    ground = {code[:2] for code in clues.regions | clues.beside}
    found = gazetteer.find(name, ground) or gazetteer.find(name, clues.countries)
    if found:
        return _Sifted(found)
    anywhere = _Sifted(gazetteer.spelled(name))
    if clues.countries:
        return anywhere.only(lambda _: False, "the report does not name the country")
    return anywhere


def _by_regions(sifted: _Sifted, name: str, clues: Clues) -> _Sifted:
    if clues.beside:
        sifted = sifted.only(lambda t: _lies_in(t, clues.beside), "the words say where it lies")
    for codes, why in (
        (clues.sentence, "the sentence names another region"),
        (clues.regions, "the report names other regions"),
        (clues.namesakes, "not in the region of the same name"),
    ):
        # A larger place beyond the regions named may be meant as well.
        if sifted.left and _greatest(sifted.left, name).region in codes:
            sifted = sifted.only(lambda t, codes=codes: t.region in codes, why)  # type: ignore[misc]
    return sifted


def _lies_in(town: Settlement, codes: Collection[str]) -> bool:
    """Whether it lies in one of the regions or countries, as far as its region is known."""
    if town.region:
        return town.region in codes or town.country in codes
    return any(code[:2] == town.country for code in codes)


def _by_name(sifted: _Sifted, name: str) -> _Sifted:
    """A town usually called so goes before smaller ones that are called so too."""
    called = [town for town in sifted.left if key(town.name) == key(name)]
    if len(called) == 1 and called[0] == max(sifted.left, key=lambda t: t.population):
        return sifted.only(lambda t: t == called[0], "smaller, and mostly called otherwise")
    return sifted


def _greatest(towns: Sequence[Settlement], name: str) -> Settlement:
    """The most populous of those that are usually called so, where any is."""
    return max(towns, key=lambda t: (key(t.name) == key(name), t.population))


def _by_others(sifted: _Sifted, others: Sequence[Settlement]) -> _Sifted:
    """Parts of a town fall to the town, and towns far from all others to the one close to them."""
    if len(sifted.left) < 2:
        return sifted
    first, second = sorted(sifted.left, key=lambda t: -t.population)[:2]
    together = all(_km(first, town) <= _BESIDE_KM for town in sifted.left)
    if together and first.population >= max(5 * second.population, 1):
        return sifted.only(lambda t: t is first, "a part of the town, or beside it")
    far = {t.id: min((_km(t, other) for other in others), default=0.0) for t in sifted.left}
    first, second = sorted(sifted.left, key=lambda t: far[t.id])[:2]
    if others and far[first.id] <= _NEAR_KM and far[second.id] >= 3 * max(far[first.id], 25.0):
        return sifted.only(lambda t: t is first, "farther from the report's other towns")
    return sifted


def _doubt(town: Settlement, name: str, clues: Clues, others: Sequence[Settlement]) -> str:
    """Why the only one left may not be meant, "" where nothing speaks against it."""
    if any(_km(town, other) <= _NEAR_KM for other in others):
        return ""
    placed = _lies_in(town, clues.beside) or town.region in clues.regions | clues.namesakes
    if not placed and town not in gazetteer.spelled(name):
        return "spelled otherwise"
    if town.population < (SMALL if placed else LARGE):
        return "too small to be known by its name alone"
    # "New York" is a village of Donetsk where the words place it there.
    rivals = () if placed or town.population >= _CITY else gazetteer.spelled(name)
    if any(t.population >= _CITY for t in rivals):
        return "a larger city bears the name"
    return ""


def _km(one: Settlement, other: Settlement) -> float:
    """The great-circle distance of two towns, good to half a percent."""
    low, high = radians(one.lat), radians(other.lat)
    across = sin(radians(other.lon - one.lon) / 2) ** 2 * cos(low) * cos(high)
    return 12742.0 * asin(sqrt(sin((high - low) / 2) ** 2 + across))


def _candidate(town: Settlement, why: str) -> Candidate:
    # The regions of other countries are slow to read, and say less to a reader.
    ours = town.region and town.country in regions.named_by_us()
    place = regions.place(town.region if ours else town.country)
    where = place.name if place else town.country
    return Candidate(f"geonames:{town.id}", town.name, f"in {where}: {why}")
