"""The readers of English: by rules alone, or with the trained tagger beside them."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model import Claim, Outcome, Report
from groundcheck.readers.claims import find_claims
from groundcheck.readers.confidence import with_confidence
from groundcheck.readers.document import annotate
from groundcheck.readers.protocol import Reader
from groundcheck.readers.tagged import with_tagged
from groundcheck.text.language import looks_english


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads English reports by the order of words and tables of them; needs no model."""

    name: str = "rules"
    version: str = "3"

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of the report in the order of its text."""
        doc = annotate(report)
        return with_confidence(doc, find_claims(doc))


@dataclass(frozen=True, slots=True)
class TaggedReader:
    """Reads as ``RuleReader`` does, and asks the tagger where the rules see nobody who speaks."""

    name: str = "rules and tagger"
    version: str = "3"

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of the report in the order of its text."""
        doc = annotate(report)
        return with_confidence(doc, find_claims(doc, with_tagged))


def read_report(report: Report, reader: Reader | None = None) -> Outcome:
    """What ``reader`` (``TaggedReader``, where none is given) finds, and what it cannot read."""
    claims = (reader or TaggedReader()).read(report)
    notes = []
    if not report.text.strip():
        notes.append("The text is empty.")
    elif not looks_english(report.text):
        notes.append("The text does not look like English, the only language that is read so far.")
    return Outcome(report, claims, notes=tuple(notes))
