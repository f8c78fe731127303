"""Where: a place as named, with the candidates that were not chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from groundcheck.model.span import Span

PlaceKind = Literal["country", "region", "town", "area"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that the words could also mean, and why it was not chosen."""

    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a report names it.

    ``id`` is an ISO 3166-2 or ISO 3166-1 alpha-2 code, ``geonames:…``, or ``name:…`` for a
    place known by its spelling alone. ``name`` is the usual English name, ``text`` the words.
    ``span`` is ``None`` where the place follows from the context and is not named here.
    """

    span: Span | None
    text: str
    id: str
    name: str
    kind: PlaceKind
    candidates: tuple[Candidate, ...] = ()
