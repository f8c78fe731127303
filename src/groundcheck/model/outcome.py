"""What reading and checking a report give."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model.claim import Claim
from groundcheck.model.finding import Finding
from groundcheck.model.report import Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report, its claims in the order of the text, and the findings where it was checked.

    ``notes`` are plain sentences about the reading as a whole: no day of publication, a
    language that the reader does not know.
    """

    report: Report
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    def findings_of(self, claim: Claim) -> tuple[Finding, ...]:
        """The findings about one claim, in the order of the checks."""
        return tuple(finding for finding in self.findings if finding.claim == claim.id)
