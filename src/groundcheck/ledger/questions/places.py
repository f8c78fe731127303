"""Which place on record is asked for: by id, or by a name that only one place has."""

from __future__ import annotations

from collections.abc import Iterator

from groundcheck.errors import BadValue, DataError
from groundcheck.geo import gazetteer, regions
from groundcheck.geo.asked import name, place_ids
from groundcheck.geo.words import split
from groundcheck.ledger.questions.near import near
from groundcheck.ledger.store import View

_TOWN, _SPELLED = "geonames:", "name:"
_MOST = 8
"""So many towns of one name are listed; the rest are counted."""


def place_asked(view: View, words: str) -> str:
    """The id of the place that is meant.

    A region or country goes before the towns of its name, which lie in it, and a town on record
    before those that are not. Raises ``BadValue`` for a name that nothing has, with those near
    it, and for one that several places have, with each of them.
    """
    given = words.strip()
    if given.startswith((_TOWN, _SPELLED)):
        return _by_id(view, given)
    found = place_ids(given) or _on_record(view, given) or _in_gazetteer(given)
    if not found:
        on_record = (one[1] for one in view.places())
        like = near(given, (*on_record, *_our_names()))
        hint = f"; near it: {', '.join(like)}" if like else ""
        raise BadValue(f"--place {words!r}: no place of that name{hint}")
    if len(found) > 1:
        listed = ", ".join(map(described, found[:_MOST]))
        more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise BadValue(f"--place {words!r} can be {listed}{more}: give the id")
    return found[0]


def described(place: str) -> str:
    """A place's id with what is known of it: "geonames:1 (Rivne, Ukraine, in Donetsk)"."""
    if place.startswith(_SPELLED):
        return f"{place} (by its spelling alone)"
    if not place.startswith(_TOWN):
        return f"{place} ({name(place)})"
    town = gazetteer.town(int(place.removeprefix(_TOWN)))
    where = regions.place(town.region) if town.country in regions.named_by_us() else None
    inside = f", {where.name}" if where else ""
    country = regions.place(town.country)
    return f"{place} ({town.name}{inside}, {country.name if country else town.country})"


def _by_id(view: View, given: str) -> str:
    if given.startswith(_TOWN):
        try:
            gazetteer.town(int(given.removeprefix(_TOWN)))
        except (ValueError, DataError):
            raise BadValue(f"--place {given!r}: the gazetteer has no such number") from None
    elif given not in {id_ for id_, _, _ in view.places()}:
        raise BadValue(f"--place {given!r}: no statement on record names it")
    return given


def _on_record(view: View, words: str) -> tuple[str, ...]:
    """The towns on record that are called so, most statements first."""
    wanted = split(words)
    return tuple(dict.fromkeys(id_ for id_, called, _ in view.places() if split(called) == wanted))


def _in_gazetteer(words: str) -> tuple[str, ...]:
    return tuple(f"{_TOWN}{town.id}" for town in gazetteer.find(words))


def _our_names() -> Iterator[str]:
    for table in ("countries", "regions", "wholes"):
        for row in regions.rows(table):
            region = regions.place(row[0])
            if region is not None:
                yield region.name
