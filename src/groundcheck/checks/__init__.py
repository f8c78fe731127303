"""One check a file; each receives claims and evidence and never fetches."""

from __future__ import annotations

from groundcheck.checks import (
    arithmetic,
    capture,
    change,
    checkability,
    chronology,
    control,
    conversion,
    geography,
)
from groundcheck.checks.evidence import ControlSeries, EvidenceBase
from groundcheck.model import Claim, Finding, Report

__all__ = ["ControlSeries", "EvidenceBase", "check_all"]

_CHECKS = (
    arithmetic.check,
    capture.check,
    change.check,
    chronology.check,
    control.check,
    conversion.check,
    geography.check,
)
# A figure that is well converted or fits into a region says nothing yet of the claim itself.
_ANSWERING = ("arithmetic", "capture", "change", "control")


def check_all(
    report: Report, claims: tuple[Claim, ...], evidence: EvidenceBase
) -> tuple[Finding, ...]:
    """Every check on every claim, ordered by claim, then by the name of the check."""
    found = [finding for check in _CHECKS for finding in check(report, claims, evidence)]
    answered = {finding.claim for finding in found if finding.check in _ANSWERING}
    for claim in claims:
        finding = checkability.explain(claim, answered)
        if finding is not None:
            found.append(finding)
    place = {claim.id: index for index, claim in enumerate(claims)}
    return tuple(sorted(found, key=lambda finding: (place[finding.claim], finding.check)))
