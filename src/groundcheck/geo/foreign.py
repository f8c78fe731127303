"""First-level regions of countries outside our own tables, by their names in ISO 3166-2."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from groundcheck.geo import cues, regions
from groundcheck.geo.names import Hit, Sense, hits
from groundcheck.geo.words import Names, Words, split

_LONGEST = 5


def foreign_hits(words: Words, ours: list[Hit]) -> list[Hit]:
    """Regions that a unit word marks, or whose country the text names, beside ``ours``.

    The table of ISO 3166-2 is read only where one of the two is so.
    """
    taken = bytearray(len(words))
    for hit in ours:
        taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    named = {s.country for hit in ours for s in hit.reads("country")[:1]} - regions.named_by_us()
    found: list[Hit] = []
    for country in sorted(named):
        bare = [hit for hit in hits(words, _bare_of(country)) if not _is_taken(taken, hit)]
        for hit in bare:
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
        found += bare
    return found + list(_marked(words, taken, named))


def _is_taken(taken: bytearray, hit: Hit) -> bool:
    return any(taken[hit.start : hit.end])


def _marked(words: Words, taken: bytearray, named: set[str]) -> Iterator[Hit]:
    """Names in capitals beside a unit word: "Borno State", "the province of Lugo"."""
    for i, key in enumerate(words.keys):
        if key not in cues.UNITS and key not in cues.UNITS_PLURAL:
            continue
        if key in cues.LOWER_UNITS and not named:
            continue
        start = i
        while start > i - _LONGEST and _name_word(words, taken, start - 1):
            start -= 1
        spans = [(s, i) for s in range(start, i)]
        if words.key(i + 1) == "of":
            end = i + 2
            while end < i + 2 + _LONGEST and end < len(words) and words.capital(end):
                end += 1
            spans += [(i + 2, e) for e in range(end, i + 2, -1) if not any(taken[i + 2 : e])]
        for first, last in spans:
            if senses := _called(tuple(words.keys[first:last]), named):
                taken[first:last] = b"\1" * (last - first)
                yield Hit(first, last, senses)
                break


def _name_word(words: Words, taken: bytearray, i: int) -> bool:
    return i >= 0 and not taken[i] and words.capital(i) and words.joined(i)


def _called(keys: tuple[str, ...], named: set[str]) -> tuple[Sense, ...]:
    senses = _everywhere().get(keys, ())
    near = tuple(s for s in senses if s.country in named)
    # A word such as "Central" is many regions' name, so only a named country's counts.
    return near or (() if cues.GENERIC.issuperset(keys) else senses)


@cache
def _everywhere() -> dict[tuple[str, ...], tuple[Sense, ...]]:
    found: dict[tuple[str, ...], tuple[Sense, ...]] = {}
    for region in regions.iso_regions():
        keys = tuple(split(region.name))
        found[keys] = (*found.get(keys, ()), Sense(region.id, "town", region.country))
    return found


@cache
def _bare_of(country: str) -> Names[Sense]:
    return Names(
        (region.name, Sense(region.id, "foreign", country))
        for region in regions.iso_regions()
        if region.country == country and not cues.GENERIC.issuperset(split(region.name))
    )
