"""Every name of our tables in one look-up, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from groundcheck.geo import regions
from groundcheck.geo.words import Names, Words

# What a name can be. The first line is how a region's bare name reads, see data/regions.tsv.
Reading = Literal[
    "region", "list", "town", "city", "unit", "foreign",
    "country", "area", "seat", "house", "demonym", "nothing",
]  # fmt: skip

_PARTICLES = frozenset({"al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "the", "de"})


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name can mean; ``exact`` is the only spelling that does, if not empty."""

    id: str
    reading: Reading
    country: str
    exact: str = ""
    person: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: words ``start`` up to and without ``end``, and what they can mean."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    def reads(self, *readings: Reading) -> tuple[Sense, ...]:
        """The senses that are one of ``readings``."""
        return tuple(s for s in self.senses if s.reading in readings)


def _cell(names: str, code: str, reading: Reading, country: str) -> Iterator[tuple[str, Sense]]:
    for marked in names.split("|"):
        name = marked.lstrip("=~*").removeprefix("the ")
        if not name:
            continue
        exact = name.rstrip(".") if marked[0] == "=" else ""
        read_as: Reading = "house" if marked[0] == "*" else reading
        yield name, Sense(code, read_as, country, exact, marked[0] == "~")
        if reading == "demonym":
            yield f"{name}s", Sense(code, reading, country)


def _pairs() -> Iterator[tuple[str, Sense]]:
    for code, name, others, demonyms, seats in regions.rows("countries"):
        yield from _cell(f"{name}|{others}", code, "country", code)
        yield from _cell(demonyms, code, "demonym", code)
        yield from _cell(seats, code, "seat", code)
    for code, reading, names in regions.rows("regions"):
        yield from _cell(names, code, reading, code[:2])  # type: ignore[arg-type]
    for code, country, _, names in regions.rows("wholes"):
        yield from _cell(names, code, "area", country)
    for (name,) in regions.rows("not_places"):
        yield from _cell(name, "", "nothing", "")


@cache
def known() -> Names[Sense]:
    """All names of our tables."""
    return Names(_pairs())


def _written(words: Words, start: int, end: int, senses: list[Sense]) -> tuple[Sense, ...]:
    first = start
    while first < end - 1 and words.keys[first] in _PARTICLES:
        first += 1
    if not words.capital(first):
        return ()
    said = words.between(start, end)
    return tuple(s for s in senses if not s.exact or s.exact == said)


def hits(words: Words, names: Names[Sense] | None = None) -> list[Hit]:
    """The names in a text, in its order, none overlapping; the longest is taken."""
    names = names or known()
    found: list[Hit] = []
    i = 0
    while i < len(words):
        match = names.longest(words, i)
        senses = _written(words, i, match[0], match[1]) if match else ()
        if match and senses:
            found.append(Hit(i, match[0], senses))
            i = match[0]
        else:
            i += 1
    return found
