"""A claim with what was found, as plain text to be pasted anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from groundcheck.model import Claim, Finding
from groundcheck.publish import words
from groundcheck.publish.safe import one_line


def claim_text(claim: Claim, findings: Sequence[Finding], stands: str) -> str:
    """The words, who says so, every finding with what decides it, and where the report ``stands``.

    Nothing in it is unseen or steers the screen that it is pasted on.
    """
    return "\n".join(_lines(claim, findings, stands)) + "\n"


def _lines(claim: Claim, findings: Sequence[Finding], stands: str) -> Iterator[str]:
    yield f"“{one_line(claim.text)}”"
    for label, said in words.slots(claim):
        yield f"{label}: {said}"
    if stands:
        yield f"in: {one_line(stands)}"
    for finding in findings:
        sign = words.VERDICTS[finding.verdict].sign
        yield ""
        yield f"{sign} {finding.verdict} ({words.taken(finding)}): {one_line(finding.summary)}"
        for label, said in words.outcome_lines(finding):
            yield f"  {label}: {said}"
        if said := words.credit(finding):
            yield f"  {said}"
    if not findings:
        yield words.NO_CHECK
    yield ""
    yield f"Groundcheck. {words.PLEDGE}"
