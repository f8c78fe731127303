"""What a ledger holds as lines of JSON, and their hashes: the same in every ledger of the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from groundcheck.errors import BadValue
from groundcheck.ledger.store.rows import Tombstone
from groundcheck.model import Appearance, Claim, Filed, Finding, Outcome, report_id, to_json


def line(value: Any) -> str:
    """The value as compact JSON in ASCII."""
    return json.dumps(to_json(value), separators=(",", ":"), ensure_ascii=True)


def hashed(*lines: str) -> str:
    """The SHA-256 of the lines, in hexadecimal."""
    return hashlib.sha256("\n".join(lines).encode("ascii")).hexdigest()


def of_appearance(where: Appearance) -> str:
    """The hash of an appearance."""
    return hashed("appearance", line(where))


def head(filed: Filed) -> str:
    """A reading without its claims and findings: the report but for its text, what read it."""
    outcome = filed.outcome
    bare = replace(filed, outcome=Outcome(replace(outcome.report, text=""), notes=outcome.notes))
    return line(bare)


def of_head(head_line: str) -> str:
    """The hash of a reading's head."""
    return hashed("head", head_line)


def of_reading(report: str, read_by: tuple[str, str], claims: Iterable[str]) -> str:
    """The hash of a reading by what read what, and by its claims, each as a line.

    Where the text stood when it was read is no part of it, for that hangs on the order of adding.
    """
    return hashed("reading", line((report, *read_by)), *claims)


def of_findings(reading: str, checked_by: str, findings: str) -> str:
    """The hash of findings about the reading with that hash."""
    return hashed("findings", reading, line(checked_by), findings)


def of_tombstone(stone: Tombstone) -> str:
    """The hash of a tombstone."""
    return hashed("forgotten", line(stone))


def of_ledger(hashes: Iterable[str]) -> str:
    """One hash of all that a ledger holds, in whatever order it came."""
    return hashed("ledger", *sorted(hashes))


def sound(filed: Filed) -> None:
    """Raise ``BadValue`` where the parts of what is to be filed do not belong together."""
    outcome = filed.outcome
    report = outcome.report
    if report.id != report_id(report.text):
        raise BadValue(f"report {report.id}: its id is not the SHA-256 of its text")
    if filed.appearance.report != report.id:
        raise BadValue(f"report {report.id}: the appearance is of {filed.appearance.report}")
    ids = [claim.id for claim in outcome.claims]
    if len(set(ids)) < len(ids):
        raise BadValue(f"report {report.id}: two claims have the same id")
    about(report.id, outcome.claims, outcome.findings)


def about(report: str, claims: Sequence[Claim], findings: Sequence[Finding]) -> None:
    """Raise ``BadValue`` where a finding is about none of the report's claims."""
    known = {claim.id for claim in claims}
    for finding in findings:
        if finding.claim not in known:
            raise BadValue(f"report {report}: a finding about {finding.claim}, no claim of it")
