"""A statement on record: a claim, where it appeared, and what it is compared by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groundcheck.model.appearance import Appearance
from groundcheck.model.claim import Claim
from groundcheck.model.finding import Verdict
from groundcheck.model.proposition import Proposition


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of a report on record.

    ``appeared`` is the earliest known appearance of its report, ``group`` the id that the report
    shares with its copies (its own where it has none). The claim speaks of the days from
    ``since`` up to, not including, ``until`` (``None``: without limit or not known); ``said`` is
    the day on which it was said, else that of its publication. ``origin`` is whose statement it is
    in the end, so that an outlet that passes it on counts as no other source. ``verdicts`` are
    those of its latest findings, each with the name of its check.
    """

    claim: Claim
    appeared: Appearance
    proposition: Proposition
    origin: str
    group: str
    said: date | None = None
    since: date | None = None
    until: date | None = None
    verdicts: tuple[tuple[str, Verdict], ...] = ()

    @property
    def report(self) -> str:
        """The id of the report that the claim stands in."""
        return self.appeared.report
