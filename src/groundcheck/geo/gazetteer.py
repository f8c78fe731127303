"""The towns of the world by name, from GeoNames (CC BY 4.0): a look-up reads two small blocks.

It has places of 500 inhabitants and more: that a name stands in it once does not mean that only
one village bears it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from groundcheck.errors import DataError
from groundcheck.geo.packed import Packed
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.spellings import classes, key


@dataclass(frozen=True, slots=True)
class Named:
    """The numbers of the towns of one name: in ``exact`` of this spelling, else of its class.

    Each number stands with the ISO 3166-1 code of its country.
    """

    exact: tuple[tuple[int, str], ...]
    variants: tuple[tuple[int, str], ...]

    def ids(self, countries: Collection[str] | None = None) -> tuple[int, ...]:
        """The numbers of those in ``countries``, or anywhere; variants where none is exact."""
        for each in (self.exact, self.variants):
            if found := tuple(id_ for id_, c in each if countries is None or c in countries):
                return found
        return ()


@lru_cache(maxsize=4096)
def named(name: str) -> Named:
    """The towns that are called so. Raises ``DataError`` where the gazetteer is damaged."""
    spelled, own = {}, key(name)
    for each in classes(name):
        for cell in (_file("names").line(each) or "").split("\t"):
            spelling, _, places = cell.partition(" ")
            spelled[spelling] = places.split()
    exact = spelled.pop(own, [])
    variants = {place for places in spelled.values() for place in places}.difference(exact)
    return Named(_parted(exact), _parted(sorted(variants)))


def _parted(places: Collection[str]) -> tuple[tuple[int, str], ...]:
    return tuple((int(place[2:]), place[:2]) for place in places)


def find(name: str, countries: Collection[str] | None = None) -> tuple[Settlement, ...]:
    """The towns that are called so, in ``countries`` where given, most populous first.

    Where none is spelled just so, those of the same class of spellings. Raises ``DataError``
    where the gazetteer is damaged.
    """
    return _ranked(named(name).ids(countries))


def spelled(name: str) -> tuple[Settlement, ...]:
    """The towns anywhere that are spelled just so, most populous first."""
    return _ranked(id_ for id_, _ in named(name).exact)


def town(id: int) -> Settlement:  # noqa: A002
    """The town with GeoNames' number; ``DataError`` where the gazetteer has none."""
    found = known(str(id))
    if found is None:
        raise DataError(f"geonames:{id}: not in the gazetteer")
    return found


def known(number: str) -> Settlement | None:
    """The town with GeoNames' number, ``None`` where the gazetteer has none."""
    row = _file("towns").line(number) if number.isdecimal() else None
    return None if row is None else _settlement(int(number), row)


def towns() -> Iterator[Settlement]:
    """All towns, by their numbers as text. Takes a second: it is for making other tables."""
    for line in _file("towns").lines():
        number, _, row = line.partition("\t")
        yield _settlement(int(number), row)


def _settlement(number: int, row: str) -> Settlement:
    name, country, region, lat, lon, population = row.split("\t")
    return Settlement(number, name, country, region, float(lat), float(lon), int(population))


def _ranked(ids: Iterable[int]) -> tuple[Settlement, ...]:
    return tuple(sorted(map(town, ids), key=lambda place: (-place.population, place.id)))


@cache
def _file(name: str) -> Packed:
    return Packed(Path(str(files("groundcheck") / "data" / "gazetteer" / f"{name}.pack")))
