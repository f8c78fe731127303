"""What actors are called: the table of groups and armies, and names made from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from groundcheck.geo.regions import place, plain, rows
from groundcheck.model import Span
from groundcheck.text.alternatives import any_of


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name an actor.

    ``sort`` is state, army, police, government, group, loose or enemy.
    """

    span: Span
    name: str
    sort: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A party by its usual short name. ``kind`` is group, army or government."""

    name: str
    kind: str
    country: str


_MEN = ("forces", "troops", "army", "men", "soldiers", "fighters", "side", "regime")


@cache
def known_actors() -> dict[str, KnownActor]:
    """Every spelling of ``data/actors.tsv`` in lower case."""
    found: dict[str, KnownActor] = {}
    for row in rows("actors"):
        name, country, kind, others, leaders = (*row, "", "", "", "")[:5]
        led = (f"{m}'s {men}" for m in filter(None, leaders.split("|")) for men in _MEN)
        for spelling in (name, *filter(None, others.split("|")), *led):
            found.setdefault(spelling.lower(), KnownActor(name, kind, country))
    return found


@cache
def known_pattern() -> re.Pattern[str]:
    """Any of those spellings as whole words, the longest first."""
    return re.compile(rf"\b{any_of(sorted(known_actors()))}\b", re.IGNORECASE)


@cache
def _armies() -> dict[str, str]:
    return {a.country: a.name for a in known_actors().values() if a.kind == "army"}


@cache
def _demonyms() -> dict[str, str]:
    return {row[0]: (plain(row[3]) or ("",))[0] for row in rows("countries")}


def country_name(code: str) -> str:
    """The usual English name of a country, its code where we have none."""
    known = place(code)
    return known.name if known else code


def army_of(country: str) -> str:
    """What a country's own army is called: "Malian army"."""
    adjective = _demonyms().get(country, "")
    return _armies().get(country) or (f"{adjective} army" if adjective else "army")


def police_of(country: str) -> str:
    """What a country's police are called: "Haitian police"."""
    adjective = _demonyms().get(country, "")
    return f"{adjective} police" if adjective else "police"


def government_of(country: str) -> str:
    """What a country's government is called: "Syrian government"."""
    adjective = _demonyms().get(country, "")
    return f"{adjective} government" if adjective else "government"
