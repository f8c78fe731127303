"""Places as a person asks for them: by code, or by a name that means one region or country."""

from __future__ import annotations

from groundcheck.errors import BadValue
from groundcheck.geo import gazetteer, regions
from groundcheck.geo.names import known
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.words import fold

_READINGS = ("region", "list", "town", "city", "unit", "country", "area")
_LISTED = 5


def place_id(words: str) -> str:
    """The id of the place: "UA-14", "Donetsk", "ukraine".

    A name that only one region or country has is enough. Raises ``BadValue`` where none has
    it, or several do, which it lists.
    """
    found = place_ids(words)
    if not found:
        raise BadValue(f"{words!r}: no region or country of that name; try its ISO 3166-2 code")
    if len(found) > 1:
        listed = ", ".join(f"{code} ({name(code)})" for code in found)
        raise BadValue(f"{words!r} can be {listed}: give the code")
    return found[0]


def any_place_id(words: str) -> str:
    """The id of a place as claims have them: of a region or country, else of a town.

    "geonames:…" and "name:…" stay as they are. A name that no region or country has is that of
    the one town which is spelled so. Raises ``BadValue`` where none is, or several, with their ids.
    """
    asked = words.strip()
    if asked.startswith(("geonames:", "name:")):
        return asked
    towns = () if place_ids(asked) else gazetteer.find(asked)
    if not towns:
        return place_id(asked)
    if len(towns) > 1:
        listed = ", ".join(f"geonames:{town.id} ({_where(town)})" for town in towns[:_LISTED])
        more = f" and {len(towns) - _LISTED} more" if len(towns) > _LISTED else ""
        raise BadValue(f"{words!r} can be {listed}{more}: give the id")
    return f"geonames:{towns[0].id}"


def place_ids(words: str) -> tuple[str, ...]:
    """The ids of the regions and countries that the words can mean: as a code, else as a name."""
    code = words.strip().upper()
    if regions.place(code) is not None:
        return (code,)
    senses = [sense for sense in known().get(words.strip()) if sense.reading in _READINGS]
    ours = {sense.id for sense in senses}
    named = ours or {r.id for r in regions.iso_regions() if fold(r.name) == fold(words)}
    return tuple(sorted(named))


def _where(town: Settlement) -> str:
    return f"{town.name}, {town.region or town.country}"


def name(place: str) -> str:
    """The usual English name of a place or of several joined by "+"."""
    found = [(code, regions.place(code)) for code in place.split("+")]
    names = [code if region is None else region.name for code, region in found]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
