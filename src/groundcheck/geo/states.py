"""States as they are named: by name, by what their people are called, by their capital."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from groundcheck.geo import names
from groundcheck.geo.acting import stands_for_state
from groundcheck.geo.names import Sense
from groundcheck.geo.not_places import body, person
from groundcheck.geo.words import Words
from groundcheck.model.span import Span

How = Literal["demonym", "capital", "name"]


@dataclass(frozen=True, slots=True)
class StateMention:
    """Words that name a state: ``country`` is its alpha-2 code, ``how`` the way it is named.

    A seat of government ("the Kremlin") counts as a capital.
    """

    span: Span
    text: str
    country: str
    how: How


_HOW: dict[str, How] = {
    "country": "name",
    "demonym": "demonym",
    "seat": "capital",
    "house": "capital",
}


def _state(senses: Iterable[Sense]) -> Sense | None:
    return next((s for s in senses if s.reading in _HOW), None)


def state_of(words: str) -> str | None:
    """The alpha-2 code of the state that a name, demonym, capital or seat stands for.

    "Russian", "the Russians", "Moscow", "the Kremlin" → "RU"; ``None`` for anything else. The
    words are taken as a state's: whether "Kyiv" is the town is for ``find_states`` to tell.
    """
    name = words.strip().removeprefix("the ").removeprefix("The ")
    name = name.removesuffix("'s").removesuffix("’s")
    said = name.rstrip(".")
    sense = _state(s for s in names.known().get(name) if not s.exact or s.exact == said)
    return sense.country if sense else None


def find_states(text: str) -> tuple[StateMention, ...]:
    """The states named in a text, in its order; capitals only where they stand for the state."""
    words = Words(text)
    found: list[StateMention] = []
    for hit in names.hits(words):
        sense = _state(hit.senses)
        if sense is None or body(words, hit):
            continue
        if sense.reading == "seat" and not stands_for_state(words, hit.start, hit.end):
            continue
        if sense.reading == "country" and person(words, hit):
            continue
        span = words.span(hit.start, hit.end)
        found.append(StateMention(span, span.of(text), sense.country, _HOW[sense.reading]))
    return tuple(found)
