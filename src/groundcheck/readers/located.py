"""Which towns of the gazetteer a report's towns are, by its other places, regions and countries.

The name stays as the report spells it. One name is one town throughout a report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from groundcheck.geo.choosing import Choice, Clues, choose
from groundcheck.geo.regions import parts
from groundcheck.model import Place
from groundcheck.readers.context import contains
from groundcheck.readers.document import Document
from groundcheck.readers.placed import start_of

_ISO = re.compile(r"[A-Z]{2}(?:-\w+)?")


def located(doc: Document, places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, each town with its id where it is sure which one is meant, and candidates."""
    names = _clues(doc, places)
    choices = {name: choose(name, clues) for name, clues in names.items()}
    known = 0
    # Those known help to tell others, and these again.
    while (others := [c.town for c in choices.values() if c.town]) and len(others) > known:
        known = len(others)
        choices |= {n: choose(n, names[n], others) for n, c in choices.items() if not c.town}
    return tuple(_chosen(p, choices[p.name]) if _is_open(p) else p for p in places)


def _is_open(place: Place) -> bool:
    return place.kind == "town" and place.id.startswith("name:")


def _chosen(place: Place, choice: Choice) -> Place:
    id_ = f"geonames:{choice.town.id}" if choice.town else place.id
    return replace(place, id=id_, candidates=(*place.candidates, *choice.candidates))


def _clues(doc: Document, places: Sequence[Place]) -> dict[str, Clues]:
    """What the report names round each of its towns, by their names."""
    codes = {code for place in places for code in _codes(place)}
    namesakes = {c.id for place in places for c in place.candidates if _ISO.fullmatch(c.id)}
    countries = {code[:2] for code in codes | namesakes} | {s.country for s in doc.states}
    report = Clues(frozenset(countries), _regions(codes))
    starts = [sentence.start for sentence in doc.sentences]
    found: dict[str, Clues] = {}
    for _, group in groupby(places, key=lambda p: bisect_right(starts, start_of(p))):
        in_sentence = list(group)
        named = _regions(code for place in in_sentence for code in _codes(place))
        for before, place, after in _neighbours(in_sentence):
            if _is_open(place):
                one = found.get(place.name, report)
                found[place.name] = replace(
                    one,
                    sentence=one.sentence | named,
                    beside=one.beside.union(_beside(doc.plain, before, place, after)),
                    namesakes=one.namesakes | _regions(c.id for c in place.candidates),
                )
    return found


def _neighbours(places: Sequence[Place]) -> Iterator[tuple[Place | None, Place, Place | None]]:
    return zip((None, *places[:-1]), places, (*places[1:], None), strict=True)


def _codes(place: Place) -> tuple[str, ...]:
    """The regions and countries that a place is, for an area its parts."""
    if place.kind == "area":
        return parts(place.id)
    return (place.id,) if _ISO.fullmatch(place.id) else ()


def _regions(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(code for code in codes if _ISO.fullmatch(code) and "-" in code)


def _beside(text: str, before: Place | None, town: Place, after: Place | None) -> tuple[str, ...]:
    """What the words say that a town lies in: "X in Y region", "X, Y", "Y's X"."""
    if after and contains(text, town, after):
        return _codes(after)
    if before is None or before.span is None or town.span is None:
        return ()
    return _codes(before) if text[before.span.end : town.span.start] == "'s " else ()
