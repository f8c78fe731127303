"""Which place on record is asked for: by id, or by a name that only one place has."""

from __future__ import annotations

from collections.abc import Iterator

from groundcheck.errors import BadValue, DataError
from groundcheck.geo import gazetteer, regions
from groundcheck.geo.asked import name, place_ids
from groundcheck.geo.words import split
from groundcheck.ledger.questions.near import MOST, near
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
        raise BadValue(f"--place {words!r}: no place of that name{_hint(view, given)}")
    if len(found) > 1:
        listed = ", ".join(map(described, found[:_MOST]))
        more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise BadValue(f"--place {words!r} can be {listed}{more}: give the id")
    return found[0]


def described(place: str) -> str:
    """A place's id with what is known of it: "geonames:1 (Rivne, Donetsk, Ukraine)"."""
    if place.startswith(_SPELLED):
        return f"{place} (by its spelling alone)"
    if not place.startswith(_TOWN):
        return f"{place} ({name(place)})"
    town = gazetteer.town(int(place.removeprefix(_TOWN)))
    inside = (regions.place(id_) for id_ in (town.region, town.country) if id_)
    return f"{place} ({', '.join([town.name, *(one.name for one in inside if one)])})"


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
    return tuple(f"{_TOWN}{town.id}" for town in gazetteer.spelled(words))


def _hint(view: View, words: str) -> str:
    """What may have been meant: towns of another spelling, or names that are like the words."""
    towns = (described(f"{_TOWN}{town.id}") for town in gazetteer.find(words)[:MOST])
    on_record = (one[1] for one in view.places())
    like = [*towns, *near(words, (*on_record, *_our_names()))][:MOST]
    return f"; near it: {', '.join(like)}" if like else ""


def _our_names() -> Iterator[str]:
    for table in ("countries", "regions", "wholes"):
        for row in regions.rows(table):
            region = regions.place(row[0])
            if region is not None:
                yield region.name
