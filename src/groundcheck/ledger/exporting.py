"""From a ledger to records: everything that a published form needs, a report at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from groundcheck.ledger.store import Query, View
from groundcheck.ledger.store.query import ALL
from groundcheck.model import Appearance, Entry, Finding, Record, Report, Statement

Said = tuple[str, str, str, str]
"""What copies of a statement have in common: proposition, source, certainty and words."""


def records(view: View, query: Query = ALL) -> Iterator[Record]:
    """The reports that hold what is asked for, those that are copies of each other together.

    Reports stand in the order of their ids, a group of copies at the first of them; statements in
    the order of the text. ``limit`` and ``skip`` count statements in this order. A report without
    statements is given where nothing is asked for. Only one group is held at a time.
    """
    begin, end = query.skip, None if query.limit is None else query.skip + query.limit
    whole = replace(query, limit=None, skip=0)
    met = 0
    for record in _records(view, whole):
        if end is not None and met >= end:
            return
        kept = record.entries[max(0, begin - met) : None if end is None else end - met]
        met += len(record.entries)
        if kept or not record.entries:
            yield replace(record, entries=kept)


def _records(view: View, query: Query) -> Iterator[Record]:
    grouped: set[str] = set()
    for report in view.reports(query):
        ids = view.copies(report.id)
        if len(ids) < 2:
            yield _record(view, query, report, _Copies())
        elif ids[0] not in grouped:
            grouped.add(ids[0])
            copies = _Copies()
            for each in ids:
                copies.add(view, each)
            for each in ids:
                found = _record(view, query, view.report(each), copies)
                if found.entries or query == ALL:
                    yield found


def _record(view: View, query: Query, report: Report, copies: _Copies) -> Record:
    # As it first appeared, not as the item that was read last has it.
    outcome = replace(view.outcome(report.id), report=report)
    places = {claim.id: number for number, claim in enumerate(outcome.claims)}
    asked = view.statements(replace(query, report=report.id))
    statements = sorted(asked, key=lambda one: places[one.claim.id])
    appearances = view.appearances(report.id)
    findings: dict[str, tuple[Finding, ...]] = {}
    for finding in outcome.findings:
        findings[finding.claim] = (*findings.get(finding.claim, ()), finding)
    entries = []
    for one in statements:
        found = findings.get(one.claim.id, ())
        elsewhere, leads = copies.elsewhere(one), copies.leads(one)
        entries.append(Entry(one, found, appearances, elsewhere, leads))
    return Record(outcome, tuple(entries))


class _Copies:
    """Which reports of a group of copies hold which statement."""

    def __init__(self) -> None:
        self._held: dict[Said, list[Statement]] = {}
        self._appearances: dict[str, tuple[Appearance, ...]] = {}

    def add(self, view: View, report: str) -> None:
        self._appearances[report] = view.appearances(report)
        for one in view.statements(Query(report=report)):
            self._held.setdefault(_said(one), []).append(one)

    def elsewhere(self, one: Statement) -> tuple[Appearance, ...]:
        others = {each.report for each in self._held.get(_said(one), ())} - {one.report}
        found = [shown for report in sorted(others) for shown in self._appearances[report]]
        return tuple(sorted(found, key=_day))

    def leads(self, one: Statement) -> bool:
        held = self._held.get(_said(one), [one])
        first = min(held, key=lambda each: (_day(each.appeared), each.report, each.claim.id))
        return first.claim.id == one.claim.id


def _said(one: Statement) -> Said:
    claim = one.claim
    words = " ".join(claim.text.split())
    return one.proposition.key, claim.attribution.source, claim.certainty, words


def _day(appearance: Appearance) -> date:
    return appearance.published or date.max
