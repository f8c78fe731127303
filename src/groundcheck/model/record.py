"""A record: a report with statements made in it, and everything that is published of them."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model.appearance import Appearance
from groundcheck.model.finding import Finding
from groundcheck.model.outcome import Outcome
from groundcheck.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement on record with its latest findings and where it appeared.

    ``appearances`` are those of its report, ``copies`` those of the copies of its report in which
    the same source says the same of the same in the same words; both are earliest first, without
    a day last. ``leads`` tells of all these statements the one that stands for them: of the
    earliest appearance.
    """

    statement: Statement
    findings: tuple[Finding, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    copies: tuple[Appearance, ...] = ()
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """The current reading of a report, and those of its statements that were asked for."""

    outcome: Outcome
    entries: tuple[Entry, ...] = ()
