"""How sure the reading of a claim is, slot by slot."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter

from groundcheck.errors import BadValue


@dataclass(frozen=True, slots=True)
class Confidence:
    """Probabilities that a claim was read as a careful reader would.

    ``claim`` is that the words are a claim at all; each other field is that the slot of its name
    is right, given that they are one. An empty slot is right where there is nothing to fill it
    with. Raises ``BadValue`` where one does not lie between 0 and 1. They speak of the reading
    and never of what the claim says.
    """

    claim: float
    kind: float
    actor: float
    places: float
    quantities: float
    time: float
    source: float
    mode: float
    certainty: float
    medium: float
    said_on: float

    def __post_init__(self) -> None:
        for value in _VALUES(self):
            if not 0 <= value <= 1:
                raise BadValue(f"confidence: {value} does not lie between 0 and 1")


# Looking the fields up one by one would take longer than all the rest of a claim's confidence.
_VALUES = attrgetter(*(field.name for field in fields(Confidence)))
