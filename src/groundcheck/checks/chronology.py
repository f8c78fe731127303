"""Days: the weekday and the date, what a relative time means, and the order of events."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from groundcheck.checks.evidence import EvidenceBase
from groundcheck.dates.edtf import in_words
from groundcheck.dates.expressions import DayConflict, find_day_conflicts
from groundcheck.model import Claim, Finding, Report, Span, Step, Verdict, When

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = re.compile(r"\b\d{4}\b")
_CALENDAR = "the proleptic Gregorian calendar"


def check(report: Report, claims: tuple[Claim, ...], _evidence: EvidenceBase) -> Iterator[Finding]:
    """A finding for each weekday and relative time of the report, at the first claim it dates."""
    conflicts = tuple(find_day_conflicts(report.text, report.published))
    wrong = {conflict.span.start for conflict in conflicts}
    owned = owners(claims)
    for conflict in conflicts:
        claim = owned.of(conflict.span)
        if claim is not None:
            yield _conflict(claim, conflict.span.of(report.text), conflict)
    seen: set[Span] = set()
    for claim in claims:
        for when in _times(claim):
            if when.span is None or when.span in seen or when.span.start in wrong:
                continue
            seen.add(when.span)
            finding = _resolution(report, claim, when)
            if finding is not None:
                yield finding
        yield from _order(report, claim)


def _times(claim: Claim) -> Iterator[When]:
    if claim.when is not None:
        yield claim.when
    if claim.attribution.said is not None:
        yield claim.attribution.said


@dataclass(frozen=True, slots=True)
class Owners:
    """Which claim some words of the text belong to, found without going through all claims."""

    dated: tuple[tuple[Span, Claim], ...]
    said: tuple[tuple[Span, Claim], ...]

    def of(self, span: Span) -> Claim | None:
        """The claim dated by the words at ``span``, or the nearest one."""
        for when, claim in _around(self.dated, span):
            if when.overlaps(span):
                return claim
        nearest = min(_around(self.said, span), key=lambda e: _distance(span, e[0]), default=None)
        return nearest[1] if nearest else None


def owners(claims: tuple[Claim, ...]) -> Owners:
    """The claims by the words that date them and by their own words."""
    dated = [(t.span, claim) for claim in claims for t in _times(claim) if t.span is not None]
    said = [(span, claim) for claim in claims for span in claim.spans]
    return Owners(tuple(sorted(dated, key=_first)), tuple(sorted(said, key=_first)))


def _first(entry: tuple[Span, Claim]) -> Span:
    return entry[0]


def _around(entries: tuple[tuple[Span, Claim], ...], span: Span) -> tuple[tuple[Span, Claim], ...]:
    at = bisect_left(entries, span, key=_first)
    return entries[max(0, at - 8) : at + 8]


def _distance(span: Span, other: Span) -> int:
    return max(other.start - span.end, span.start - other.end, 0)


def _weekday(words: str) -> int | None:
    lower = words.lower()
    return next((index for index, day in enumerate(_DAYS) if day in lower), None)


def _name(day: date) -> str:
    return _DAYS[day.weekday()].capitalize()


def _resolution(report: Report, claim: Claim, when: When) -> Finding | None:
    weekday = _weekday(when.text)
    relative = weekday is not None or not _YEAR.search(when.text)
    if not relative:
        return None
    anchor = f"published {report.published}" if report.published else "no day of publication"
    if not when.resolved:
        why = when.note or anchor
        return Finding(
            claim=claim.id,
            check="chronology",
            verdict="not covered",
            summary=f"“{when.text}” cannot be turned into a day: {why}",
            working=(Step("count from the day of publication", (when.text, anchor), why),),
        )
    verdict: Verdict = "agrees"
    summary = f"“{when.text}” is {in_words(when.edtf or '')}"
    steps: tuple[Step, ...] = (
        Step("count from the day of publication", (when.text, anchor), str(when.edtf)),
    )
    if weekday is not None and when.start and when.end == when.start + timedelta(days=1):
        if when.start.weekday() != weekday:
            return None
        summary = f"“{when.text}” is {when.start}, and that day is a {_name(when.start)}"
        steps += (Step("look up the weekday", (str(when.start),), _name(when.start), _CALENDAR),)
    return Finding(
        claim=claim.id, check="chronology", verdict=verdict, summary=summary, working=steps
    )


def _conflict(claim: Claim, words: str, conflict: DayConflict) -> Finding:
    said, day = conflict.weekday_said, conflict.date
    wanted = _weekday(said)
    apart = 0 if wanted is None else min((wanted - day.weekday()) % 7, (day.weekday() - wanted) % 7)
    return Finding(
        claim=claim.id,
        check="chronology",
        verdict="disagrees",
        summary=f"“{words}”: {day} was a {_name(day)}, the text says {said}",
        gap=float(apart),
        unit="days",
        working=(
            Step("look up the weekday", (str(day),), _name(day), _CALENDAR),
            Step("compare with the words", (words,), said),
        ),
    )


def _order(report: Report, claim: Claim) -> Iterator[Finding]:
    said = claim.attribution.said
    if report.published is None or said is None or said.start is None:
        return
    late = (said.start - report.published).days
    if late <= 0:
        return
    yield Finding(
        claim=claim.id,
        check="chronology",
        verdict="disagrees",
        summary=f"It is said to have been said on {said.start}, after the report of "
        f"{report.published}",
        gap=float(late),
        unit="days",
        working=(
            Step("compare the days", (str(said.start), str(report.published)), f"{late} days late"),
        ),
    )
