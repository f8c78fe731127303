"""What an invented report is made of, and what is known to be said in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Matter = Literal["share", "taken", "lost", "seized", "held", "capture"]
"""``share`` of a region held, area ``taken`` or ``lost``, settlements ``seized`` or ``held``,
``capture`` of a town."""

Change = Literal["figure", "hedge", "attribution"]
"""What an outlet may alter in a statement that it passes on."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as it is worded: the number, or both ends of a range, and the hedge before it."""

    value: float
    hedge: str = ""
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of known truth: who said what on which day.

    ``source`` is a person's or a body's full name, ``actors`` the names under which a reader may
    know whom it is about, ``places`` ids with the words for them in between. It speaks of the
    days from ``since`` up to, not including, ``until``. ``against`` are the ids of the
    statements that it cannot stand beside, ``corrects`` that of the same source's earlier
    statement that it goes back on.
    """

    id: str
    source: str
    day: date
    matter: Matter
    actors: tuple[str, ...]
    places: tuple[str, ...]
    unit: str
    told: Told | None
    since: date
    until: date
    medium: str | None = None
    denied: bool = False
    against: tuple[str, ...] = ()
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A statement as one report has it: whose it is said to be, and what was altered, if at all."""

    said: Said
    source: str
    told: Told | None
    changed: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A report as an outlet carried it. ``wire`` names the text that it is a copy of, if any."""

    text: str
    published: date
    url: str
    publisher: str
    title: str
    carried: tuple[Carried, ...] = ()
    wire: str | None = None
