"""Names near one that is not on record, for the line that says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from groundcheck.geo.words import split

MOST = 5
"""So many suggestions fit on one line."""
_LIKE = 0.75
_SHORT = 3
"""Words of so few letters are like too many others."""


def near(words: str, names: Iterable[str]) -> tuple[str, ...]:
    """At most ``MOST`` of the names, each once, in the order in which they are given.

    First those that have all the words, or consist of some of them, then those with a word that
    is like one of them. Case and accents do not matter.
    """
    known = {name: split(name) for name in names}
    wanted = {word for word in split(words) if len(word) > _SHORT}
    held = [name for name, of in known.items() if wanted and _holds(wanted, of)]
    if len(held) < MOST:
        every = {word for of in known.values() for word in of}
        like = {word for one in wanted for word in get_close_matches(one, every, MOST, _LIKE)}
        held += [name for name, of in known.items() if name not in held and like.intersection(of)]
    return tuple(held[:MOST])


def _holds(wanted: Collection[str], of: Collection[str]) -> bool:
    return set(wanted) <= set(of) or (bool(of) and set(of) <= set(wanted))
