"""What a ledger answers besides statements: counts, what is in it, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groundcheck.model import Kind, Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one check came to one verdict about claims of one kind said in one year.

    Findings in different units are counted apart. ``year`` is ``None`` where the day is not known.
    ``median_gap`` is of those findings that have a gap, in ``unit``; ``gaps`` says how many they
    are.
    """

    kind: Kind
    year: int | None
    check: str
    verdict: Verdict
    count: int
    unit: str | None = None
    gaps: int = 0
    median_gap: float | None = None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a report that was forgotten: never its words."""

    report: str
    why: str
    day: date


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in a ledger that is not as it was written: what, and in what way."""

    what: str
    problem: str


@dataclass(frozen=True, slots=True)
class Info:
    """What a ledger holds. ``content`` is a SHA-256 of all of it except when it was added."""

    path: str
    version: int
    size: int
    reports: int
    appearances: int
    readings: int
    claims: int
    findings: int
    forgotten: int
    first_day: date | None
    last_day: date | None
    content: str
