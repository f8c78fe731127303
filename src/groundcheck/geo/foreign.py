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
    """Names in capitals beside a unit word: "Borno State", "the state of Bayern"."""
    for i, key in enumerate(words.keys):
        if key not in cues.UNITS and key not in cues.UNITS_PLURAL:
            continue
        if key in cues.LOWER_UNITS and not named:
            continue
        before = _ending(words, taken, i, named)
        if before is None and words.key(i + 1) == "of":
            before = _beginning(words, taken, i + 2, named)
        while before is not None:
            taken[before.start : before.end] = b"\1" * (before.end - before.start)
            yield before
            # "Borno, Yobe and Adamawa states": the plural speaks of those before it too.
            end = before.start - (words.key(before.start - 1) == "and")
            listed = key in cues.UNITS_PLURAL and words.gap(end - 1).strip() in {"", ","}
            near = named | {before.senses[0].country}
            before = _ending(words, taken, end, near) if listed else None


def _ending(words: Words, taken: bytearray, end: int, named: set[str]) -> Hit | None:
    """The longest known name in capitals that ends before word ``end``."""
    start = end
    while start > end - _LONGEST and _name_word(words, taken, start - 1, end):
        start -= 1
    found = (Hit(s, end, _called(words.keys[s:end], named)) for s in range(start, end))
    return next((hit for hit in found if hit.senses), None)


def _beginning(words: Words, taken: bytearray, start: int, named: set[str]) -> Hit | None:
    """The longest known name in capitals that begins at word ``start``."""
    end = start
    while end < start + _LONGEST and words.capital(end) and not taken[end]:
        end += 1
    found = (Hit(start, e, _called(words.keys[start:e], named)) for e in range(end, start, -1))
    return next((hit for hit in found if hit.senses), None)


def _name_word(words: Words, taken: bytearray, i: int, end: int) -> bool:
    inside = i + 1 == end or words.joined(i)
    return i >= 0 and inside and not taken[i] and words.capital(i)


def _called(keys: list[str], named: set[str]) -> tuple[Sense, ...]:
    senses = _everywhere().get(tuple(keys), ())
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
