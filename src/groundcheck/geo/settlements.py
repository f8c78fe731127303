"""Settlements by name: where they lie, how many live there, what else they are called.

A small gazetteer of the places that our control layers can be asked about, from GeoNames
(CC BY 4.0). It has places of 500 inhabitants and more: that a name stands in it once does not
mean that only one village bears it.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from groundcheck.errors import DataError

_TABLE = "settlements.tsv.gz"


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town or village. ``id`` is GeoNames' number, ``region`` an ISO 3166-2 code.

    ``lat`` and ``lon`` are degrees on WGS84 of a point in its middle; ``population`` is 0
    where it is not known. ``names`` are its other names in Latin and Cyrillic script.
    """

    id: int
    name: str
    region: str
    lat: float
    lon: float
    population: int = 0
    names: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """The ISO 3166-1 code of the country that ISO 3166-2 lists its region under."""
        return self.region[:2]


def key(name: str) -> str:
    """How names are compared: without case, accents, hyphens, apostrophes and spaces.

    Ways to write the same Cyrillic letters in Latin ones come out alike: "Avdeyevka" and
    "Avdeevka", "Krasnyi" and "Krasny". Bars and line ends stay, so that a whole table can
    be turned at once.
    """
    bare = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    return _I_BEFORE_E.sub("e", _MANY_I.sub("i", _NOT_LETTERS.sub("", bare)))


_LETTERS = str.maketrans("ıłøđ", "ilod")
# Combining marks are no letters, apostrophes that count as letters are named.
_NOT_LETTERS = re.compile(r"[^\w|\n]+|[ʰ-˿ᴬ-ᵪ_]+")
_MANY_I = re.compile("[iyj]+")
_I_BEFORE_E = re.compile("ie")


def find(name: str, country: str | None = None) -> tuple[Settlement, ...]:
    """All settlements that bear the name, in ``country`` where given, most populous first.

    Raises ``DataError`` where the table of the installation is damaged.
    """
    found = _by_key().get(key(name), ())
    return tuple(place for place in found if country in (None, place.country))


@cache
def settlements() -> tuple[Settlement, ...]:
    """Every settlement of the table, by id. Raises ``DataError`` where it is damaged."""
    try:
        packed = (files("groundcheck") / "data" / _TABLE).read_bytes()
        return read(gzip.decompress(packed).decode())
    except (OSError, EOFError, ValueError) as error:
        raise DataError(f"{_TABLE}: the table of settlements is damaged ({error})") from None


def read(text: str) -> tuple[Settlement, ...]:
    """The rows of a table as ``tools/build_settlements.py`` writes it, else ``ValueError``."""
    return tuple(_row(line) for line in text.splitlines() if not line.startswith("#"))


def _row(line: str) -> Settlement:
    number, name, region, lat, lon, population, names = line.split("\t")
    return Settlement(
        int(number), name, region, float(lat), float(lon), int(population),
        tuple(names.split("|")) if names else (),
    )  # fmt: skip


@cache
def _by_key() -> dict[str, tuple[Settlement, ...]]:
    ranked = sorted(settlements(), key=lambda place: (-place.population, place.id))
    # One name after the other would take ten times as long.
    keys = key("\n".join("|".join((place.name, *place.names)) for place in ranked)).split("\n")
    found: dict[str, dict[int, Settlement]] = {}
    for place, cell in zip(ranked, keys, strict=True):
        for each in cell.split("|"):
            found.setdefault(each, {})[place.id] = place
    return {each: tuple(places.values()) for each, places in found.items()}
