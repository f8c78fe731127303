"""One name for a party: a state and its army are one, a group goes by the name it is known by."""

from __future__ import annotations

from functools import lru_cache

from groundcheck.geo.states import state_of
from groundcheck.readers.actor_names import country_name, known_actors

_FORCES = frozenset(
    """forces troops army armies military soldiers men armed navy air force airforce side
    government authorities state marines paratroopers""".split()
)


@lru_cache(maxsize=4096)
def party(actor: str | None) -> str | None:
    """The usual name of a party: "the Arvanian army", "Arvania's forces" are Arvania.

    What is neither a state's nor a known group's stays as it is.
    """
    if actor is None:
        return None
    name = " ".join(actor.replace("’", "'").split())
    name = name[4:] if name.lower().startswith("the ") else name
    known = known_actors().get(name.lower())
    name = known.name if known else name
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _FORCES:
        words.pop()
    state = state_of(" ".join(words))
    return country_name(state) if state else name


def is_party(name: str | None) -> bool:
    """Whether a usual name is that of a state or of a known group: "Engineers" are many."""
    return name is not None and (is_state(name) or name.lower() in known_actors())


def is_state(name: str | None) -> bool:
    """Whether a party's usual name is that of a state."""
    state = state_of(name) if name else None
    return state is not None and country_name(state) == name
