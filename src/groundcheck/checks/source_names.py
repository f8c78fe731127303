"""Names of sources across reports: which spellings are one, and when a short one is a full one.

A key folds what says nothing of who it is: case, titles, articles, accents, endings of transcribed
names, "defense" and "defence", "Arvania's Ministry of X" and "the Arvanian X Ministry". A bare
surname, or a ministry without its state, is the one full name on record that it fits, if there is
only one; of several it stays what it is, with those as candidates.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from groundcheck.geo.states import state_of
from groundcheck.readers.actor_names import known_actors
from groundcheck.text.wordlists import BODY_HEADS, TITLE_MODIFIERS, TITLES

_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ENDINGS = ((re.compile(r"(?:iy|ii|ij|yy|yi|yj|ый|ий)$"), "y"), (re.compile(r"(?<=[eo])i$"), "y"))
_SPELLINGS = {
    "defense": "defence",
    "organisation": "organization",
    "programme": "program",
    "centre": "center",
    "mod": "defence ministry",
    "un": "united nations",
}
_GRAMMAR = frozenset(("the", "of", "for", "and", "a", "an", "in"))
# "The general staff of the armed forces of X": X has no other.
_OF_STAFF = frozenset(("armed", "forces"))
_OF_STATE = frozenset(("federation", "republic"))
_BODIES = BODY_HEADS | {"military", "airforce", "ministries", "mod"}
_STATE = "state:"


def source_key(name: str) -> str:
    """The name in a form that is equal for all its spellings, for comparison, not for print.

    A state, by whatever name, is ``state:`` and its code; a body the sorted words of its name.
    """
    plain = " ".join(name.translate(_APOSTROPHES).split())
    party = known_actors().get(plain.casefold().removeprefix("the "))
    plain = party.name if party else plain
    whole = state_of(plain)
    if whole:
        return _STATE + whole
    said = [word.removesuffix("'s") for word in _WORD.findall(plain.replace(".", ""))]
    if is_body(plain) or [word for word in said if word.casefold() not in _GRAMMAR] == ["UN"]:
        return " ".join(sorted(_body(said)))
    return " ".join(_person(said)) or " ".join(plain.casefold().split())


def is_body(name: str) -> bool:
    """Whether a name is that of an organisation, by one of its words."""
    return any(word.casefold() in _BODIES for word in _WORD.findall(name.replace(".", "")))


def is_named(name: str) -> bool:
    """Whether it names somebody: "a senior officer", "Western officials", "residents" do not."""
    said = _WORD.findall(name.translate(_APOSTROPHES))
    if not said or state_of(name):
        return bool(said)
    return not said[-1].islower() or is_body(said[-1])


def part_of(one: str, other: str) -> bool:
    """Whether every word of a key stands in another one: "rowe" in "ada rowe"."""
    return one == other or set(one.split()) <= set(other.split())


class SourceNames:
    """The sources on record, by which short names are told."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._full: dict[str, set[str]] = defaultdict(set)
        for key in set(keys):
            for short in _shorter(key):
                self._full[short].add(key)

    def candidates(self, key: str) -> tuple[str, ...]:
        """The longer names that a short one may stand for, sorted."""
        return tuple(sorted(self._full.get(key, ())))

    def resolved(self, key: str) -> str:
        """The one longer name that a short one fits; itself where there is none, or several."""
        found = self.candidates(key)
        return found[0] if len(found) == 1 else key

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether the two are one source, or one of them may stand for the other."""
        one, other = self.resolved(one), self.resolved(other)
        return (
            part_of(one, other)
            or part_of(other, one)
            or one in self.candidates(other)
            or other in self.candidates(one)
        )


def _shorter(key: str) -> tuple[str, ...]:
    """A person's last word; a body's words without its state."""
    words = key.split()
    if len(words) < 2 or key.startswith("report:"):
        return ()
    states = [word for word in words if word.startswith(_STATE)]
    if states:
        return (" ".join(word for word in words if not word.startswith(_STATE)),)
    return () if _BODIES & set(words) else (words[-1],)


def _body(said: list[str]) -> Iterable[str]:
    words: list[str] = []
    at = 0
    while at < len(said):
        pair = state_of(" ".join(said[at : at + 2])) if at + 1 < len(said) else None
        state = pair or (state_of(said[at]) if said[at][:1].isupper() else None)
        if state:
            words.append(_STATE + state)
        else:
            words += _SPELLINGS.get(said[at].casefold(), said[at].casefold()).split()
        at += 2 if pair else 1
    drop = _GRAMMAR | (_OF_STAFF if "staff" in words else frozenset())
    if any(word.startswith(_STATE) for word in words):
        drop |= _OF_STATE
    return [_folded(word) if ":" not in word else word for word in words if word not in drop]


def _person(said: list[str]) -> list[str]:
    low = [word.casefold() for word in said]
    first = 0
    while first < len(low) - 1 and (low[first] in TITLES | TITLE_MODIFIERS or low[first] == "the"):
        first += 1
    if low[first : first + 1] == ["of"]:
        first = 0
    return [_folded(word) for word in low[first:] if word not in _GRAMMAR]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    for ending, to in _ENDINGS:
        plain = ending.sub(to, plain)
    return plain
