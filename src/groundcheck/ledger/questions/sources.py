"""Which source on record is asked for: by its name, never by one like it."""

from __future__ import annotations

from groundcheck.errors import BadValue
from groundcheck.geo.words import split
from groundcheck.ledger.questions.near import near
from groundcheck.ledger.store import View


def source_asked(view: View, words: str) -> str:
    """The name of the source that is meant, as it is on record.

    Case and accents do not matter; anything else does, since two names that are like each other
    may be two people. Raises ``BadValue`` with the names near it where none is so called, and
    with all of them where several are.
    """
    known = dict(view.sources())
    if words in known:
        return words
    found = [name for name in known if split(name) == split(words)]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadValue(f"--source {words!r} can be {_listed(found, known)}: give it as it stands")
    like = near(words, known)
    hint = f"; near it: {_listed(like, known)}" if like else ""
    raise BadValue(f"--source {words!r}: no source of that name on record{hint}")


def _listed(names: tuple[str, ...] | list[str], known: dict[str, int]) -> str:
    return ", ".join(f"{name} ({known[name]:,})" for name in names)
