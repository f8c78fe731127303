"""A finding: what one check found about one claim, with its working."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from groundcheck.model.interval import Interval

Verdict = Literal[
    "agrees",
    "disagrees",
    "depends",
    "more than measured",
    "less than measured",
    "not covered",
    "not checkable",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the working: ``operation`` on ``inputs`` gives ``result``, as ``source`` has it.

    All of it is plain words and figures, so that any rendering can be made from it.
    """

    operation: str
    inputs: tuple[str, ...]
    result: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement that a finding rests on: whose it is, what it says, of which day."""

    source: str
    says: str
    day: str | None = None
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MakersFigure:
    """What the maps of one maker can be taken to say, in the unit of their finding."""

    maker: str
    found: Interval


@dataclass(frozen=True, slots=True)
class Finding:
    """What ``check`` found about the claim with the id ``claim``.

    ``stated`` is what the words commit to and ``found`` everything the evidence can honestly
    be, both in ``unit``. ``gap`` is the distance between them, ``None`` where they meet or
    one is missing. ``by_maker`` is what each maker alone shows, where maps are what was
    found. ``reading`` is how the claim was taken where it can be taken in several
    ways. ``decided_by`` names the choice that decides a ``depends``. ``became_so`` says when
    the map first shows what was claimed. ``summary`` is the finding in one plain sentence.
    """

    claim: str
    check: str
    verdict: Verdict
    summary: str
    reading: str | None = None
    stated: Interval | None = None
    found: Interval | None = None
    unit: str | None = None
    gap: float | None = None
    decided_by: str | None = None
    became_so: str | None = None
    working: tuple[Step, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    by_maker: tuple[MakersFigure, ...] = ()
