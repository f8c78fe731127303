"""A claim: one proposition somebody put forward, with the words it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from groundcheck.model.attribution import Attribution
from groundcheck.model.confidence import Confidence
from groundcheck.model.place import Place
from groundcheck.model.quantity import Quantity
from groundcheck.model.span import Span
from groundcheck.model.when import When

Kind = Literal[
    "control", "change", "capture", "share", "count", "event", "status", "opinion", "forecast"
]
Certainty = Literal["stated", "hedged", "forecast", "demanded", "denied"]
Reading = Literal["each", "together"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition of a report.

    ``text`` is the words at ``spans``, joined by " … " where there are several. ``actor`` is
    who holds, takes, loses or does it, as a short English name. ``readings`` has more than
    one entry where the words can be taken in several ways: "75% of A, B and C" is of *each*
    or of them *together*. Every slot is what the source said, never what is so. ``confidence``
    is how surely it was read so, ``None`` where the reader cannot tell.
    """

    id: str
    text: str
    spans: tuple[Span, ...]
    kind: Kind
    attribution: Attribution
    actor: str | None = None
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    when: When | None = None
    certainty: Certainty = "stated"
    readings: tuple[Reading, ...] = ()
    confidence: Confidence | None = None
