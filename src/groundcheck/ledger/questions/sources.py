"""Which source on record is asked for: by its name, never by one like it."""

from __future__ import annotations

from groundcheck.checks.source_names import source_key
from groundcheck.errors import BadValue
from groundcheck.ledger.questions.near import near
from groundcheck.ledger.store import Query, View


def source_asked(view: View, words: str) -> str:
    """The name of the source that is meant, as it is on record.

    What says nothing of who it is does not matter: case, accents, a title (see ``source_key``).
    Anything else does, since two names that are like each other may be two sources. Raises
    ``BadValue`` with the names near it where none is so called, and with all where several are.
    """
    if view.count(Query(source=words)):
        return words
    known = dict(view.sources())
    wanted = source_key(words)
    found = [name for name in known if source_key(name) == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadValue(f"--source {words!r} can be {_listed(found, known)}: give it as it stands")
    like = near(words, known)
    hint = f"; near it: {_listed(like, known)}" if like else ""
    raise BadValue(f"--source {words!r}: no source of that name on record{hint}")


def _listed(names: tuple[str, ...] | list[str], known: dict[str, int]) -> str:
    return ", ".join(f"{name} ({known[name]:,})" for name in names)
