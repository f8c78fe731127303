"""What was filed as rows of tables that any program can ask, and back again without loss.

Of each row the columns are for asking; ``data`` has all of it as JSON, from which it comes back.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from groundcheck.checks.proposition import statement
from groundcheck.errors import DataError
from groundcheck.ledger.store import content
from groundcheck.model import Appearance, Claim, Filed, Finding, Outcome, from_json


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report: where it stood first in its source, how much was read in it, and its text.

    ``data`` is the reading without text, claims and findings. ``appearances`` are the further
    places where the same text stood, as a JSON array.
    """

    report: str
    published: date | None
    outlet: str
    url: str | None
    title: str | None
    language: str | None
    claims: int
    findings: int
    reader: str
    version: str
    checked_by: str
    text: str
    data: str
    appearances: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, the ``number``-th of its report.

    ``said`` is the day it was said, ``since`` and ``until`` (not included) the days it speaks of.
    ``low`` to ``high`` is what the words of its first figure commit to, in ``unit``.
    """

    report: str
    number: int
    claim: str
    words: str
    kind: str
    certainty: str
    source: str
    mode: str
    actor: str | None
    places: tuple[str, ...]
    proposition: str
    said: date | None
    since: date | None
    until: date | None
    unit: str | None
    low: float | None
    high: float | None
    reader: str
    version: str
    data: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding, the ``number``-th of its report: ``low`` to ``high`` is what was found."""

    report: str
    number: int
    claim: str
    check: str
    verdict: str
    unit: str | None
    low: float | None
    high: float | None
    gap: float | None
    summary: str
    checked_by: str
    data: str


@dataclass(frozen=True, slots=True)
class FailureRow:
    """An item of which nothing came, and why; ``fault`` where the program is to blame."""

    item: str
    report: str | None
    reason: str
    fault: bool


def report_row(filed: Filed, others: Sequence[Appearance]) -> ReportRow:
    """The report's row; ``others`` are its further appearances."""
    outcome, where = filed.outcome, filed.appearance
    return ReportRow(
        report=outcome.report.id,
        published=where.published,
        outlet=where.outlet,
        url=where.url,
        title=where.title,
        language=outcome.report.language,
        claims=len(outcome.claims),
        findings=len(outcome.findings),
        reader=filed.reader,
        version=filed.version,
        checked_by=filed.checked_by,
        text=outcome.report.text,
        data=content.head(filed),
        appearances=content.line(tuple(others)),
    )


def claim_rows(filed: Filed) -> tuple[ClaimRow, ...]:
    """A row for each claim, in the order of the text."""
    return tuple(_claim(filed, *one) for one in enumerate(filed.outcome.claims))


def _claim(filed: Filed, number: int, claim: Claim) -> ClaimRow:
    report = filed.outcome.report.id
    said = statement(claim, filed.appearance, report)
    figure = claim.quantities[0] if claim.quantities else None
    return ClaimRow(
        report=report,
        number=number,
        claim=claim.id,
        words=claim.text,
        kind=claim.kind,
        certainty=claim.certainty,
        source=claim.attribution.source,
        mode=claim.attribution.mode,
        actor=claim.actor,
        places=tuple(place.id for place in claim.places),
        proposition=said.proposition.key,
        said=said.said,
        since=said.since,
        until=said.until,
        unit=figure.unit if figure else None,
        low=figure.bounds.low if figure else None,
        high=figure.bounds.high if figure else None,
        reader=filed.reader,
        version=filed.version,
        data=content.line(claim),
    )


def finding_rows(filed: Filed) -> tuple[FindingRow, ...]:
    """A row for each finding, in the order of the checks."""
    report, found = filed.outcome.report.id, filed.outcome.findings
    return tuple(finding_row(report, *one, filed.checked_by) for one in enumerate(found))


def finding_row(report: str, number: int, of: Finding, checked_by: str = "") -> FindingRow:
    """The row of one finding about a claim of the report."""
    return FindingRow(
        report=report,
        number=number,
        claim=of.claim,
        check=of.check,
        verdict=of.verdict,
        unit=of.unit,
        low=of.found.low if of.found else None,
        high=of.found.high if of.found else None,
        gap=of.gap,
        summary=of.summary,
        checked_by=checked_by,
        data=content.line(of),
    )


def filed(
    reports: Iterable[ReportRow], claims: Iterable[ClaimRow], findings: Iterable[FindingRow]
) -> Iterator[Filed]:
    """What the rows were made of: each report with its reading, then where else it stood.

    Raises ``DataError`` where the rows are not what was written.
    """
    said: dict[str, list[Claim]] = defaultdict(list)
    for row in sorted(claims, key=lambda one: one.number):
        said[row.report].append(claim(row))
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda one: one.number):
        found[finding.report].append(_back(Finding, finding.data, finding.report))
    for of in sorted(reports, key=lambda one: one.report):
        bare = _back(Filed, of.data, of.report)
        report = replace(bare.outcome.report, text=of.text)
        if (len(said[of.report]), len(found[of.report])) != (of.claims, of.findings):
            raise DataError(f"report {of.report}: not all that was read in it is there")
        outcome = replace(
            bare.outcome,
            report=report,
            claims=tuple(said.pop(of.report)),
            findings=tuple(found.pop(of.report)),
        )
        yield replace(bare, outcome=outcome)
        for where in appearances(of)[1:]:
            yield Filed(Outcome(report), where, bare.reader, bare.version)


def claim(row: ClaimRow) -> Claim:
    """The claim. Raises ``DataError`` where the row is not what was written."""
    found: Claim = _back(Claim, row.data, row.report)
    return found


def appearances(row: ReportRow) -> tuple[Appearance, ...]:
    """Where the report stood, first as it was read. Raises ``DataError`` likewise."""
    others = _back(tuple[Appearance, ...], row.appearances, row.report)
    return (_back(Filed, row.data, row.report).appearance, *others)


def _back(kind: Any, data: str, report: str) -> Any:
    try:
        return from_json(kind, json.loads(data))
    except ValueError as error:
        raise DataError(f"report {report}: {error}") from None
