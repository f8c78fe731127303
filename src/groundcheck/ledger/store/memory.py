"""A ledger in memory: every question answered in the plainest way. For tests, and as an oracle."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, islice
from statistics import median
from typing import Any, TypeVar

from groundcheck.checks import proposition
from groundcheck.errors import BadValue
from groundcheck.ledger.store import content, copying
from groundcheck.ledger.store.matching import asked_for, of_query
from groundcheck.ledger.store.protocol import Added, Writer
from groundcheck.ledger.store.query import ALL, Query
from groundcheck.ledger.store.rows import Difference, Info, Tally, Tombstone
from groundcheck.model import Appearance, Filed, Finding, Outcome, Report, Statement

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class _Reading:
    filed: Filed
    checked: tuple[tuple[str, tuple[Finding, ...]], ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.checked[-1][1] if self.checked else ()


@dataclass(frozen=True, slots=True)
class _Kept:
    text: str
    appearances: tuple[Appearance, ...]
    readings: tuple[_Reading, ...]


@dataclass(slots=True)
class _State:
    reports: dict[str, _Kept] = field(default_factory=dict)
    forgotten: dict[str, Tombstone] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)

    def copy(self) -> _State:
        parts = (self.reports, self.forgotten, self.words, self.groups)
        return _State(*map(dict, parts))  # type: ignore[arg-type]


class MemoryLedger:
    """Implements ``Ledger``; nothing of it outlasts the process. See ``View`` for each question."""

    def __init__(self) -> None:
        self._state = _State()

    def _kept(self, report: str) -> _Kept:
        if report not in self._state.reports:
            raise BadValue(f"{report}: no report of that id in the ledger")
        return self._state.reports[report]

    def knows(self, report: str, reader: str, version: str) -> bool:
        """See ``View.knows``."""
        kept = self._state.reports.get(report)
        read = (one.filed for one in kept.readings) if kept else ()
        return report in self._state.forgotten or any(
            (one.reader, one.version) == (reader, version) for one in read
        )

    def report(self, report: str) -> Report:
        """See ``View.report``."""
        kept = self._kept(report)
        first = kept.appearances[0]
        language = kept.readings[-1].filed.outcome.report.language
        where = (first.published, first.url, first.publisher, first.title)
        return Report(report, kept.text, *where, language)

    def reports(self, query: Query = ALL) -> Iterator[Report]:
        """See ``View.reports``."""
        if replace(query, limit=None, skip=0, oldest_first=False) == ALL:
            ids = sorted(self._state.reports)
        else:
            ids = sorted({said.report for said in self._asked(query)})
        return map(self.report, _some(ids, query))

    def appearances(self, report: str) -> tuple[Appearance, ...]:
        """See ``View.appearances``."""
        return self._kept(report).appearances

    def readings(self, report: str) -> tuple[Filed, ...]:
        """See ``View.readings``."""
        return tuple(one.filed for one in self._kept(report).readings)

    def outcome(self, report: str) -> Outcome:
        """See ``View.outcome``."""
        current = self._kept(report).readings[-1]
        return replace(current.filed.outcome, findings=current.findings)

    def copies(self, report: str) -> tuple[str, ...]:
        """See ``View.copies``."""
        self._kept(report)
        groups = self._state.groups
        return tuple(sorted(one for one, group in groups.items() if group == groups[report]))

    def ids(self, beginning: str) -> tuple[str, ...]:
        """See ``View.ids``."""
        known = (*self._state.reports, *(said.claim.id for said in self._all()))
        return tuple(sorted({one for one in known if one.startswith(beginning)})[:10])

    def statement(self, claim: str) -> Statement:
        """See ``View.statement``."""
        for said in self._all():
            if said.claim.id == claim:
                return said
        raise BadValue(f"{claim}: no claim of that id in the ledger")

    def findings(self, claim: str) -> tuple[Finding, ...]:
        """See ``View.findings``."""
        return self._findings(self.statement(claim))

    def _findings(self, said: Statement) -> tuple[Finding, ...]:
        found = self._kept(said.report).readings[-1].findings
        return _of_claim(found, said.claim.id)

    def _all(self) -> Iterator[Statement]:
        """Every statement, by report and by its place in it."""
        for report in sorted(self._state.reports):
            kept, group = self._state.reports[report], self._state.groups[report]
            current = kept.readings[-1]
            for claim in current.filed.outcome.claims:
                said = proposition.statement(claim, kept.appearances[0], group)
                found = _of_claim(current.findings, claim.id)
                yield replace(said, verdicts=tuple((one.check, one.verdict) for one in found))

    def _asked(self, query: Query) -> list[Statement]:
        first = self._first_to_have() if query.once else {}
        return [
            said
            for said in self._all()
            if self._is_asked_for(query, said)
            and said.report == first.get(_once(said), said.report)
        ]

    def _first_to_have(self) -> dict[tuple[Any, ...] | None, str]:
        """The earliest report that has each statement, where it is known when it was said."""
        first: dict[tuple[Any, ...] | None, tuple[bool, date, str]] = {}
        for said in self._all():
            if said.said is not None:
                day = said.appeared.published
                where = day is None, day or date.min, said.report
                first[_once(said)] = min(where, first.get(_once(said), where))
        return {of: report for of, (_, _, report) in first.items()}

    def _is_asked_for(self, query: Query, said: Statement) -> bool:
        outlets = {where.outlet for where in self._kept(said.report).appearances}
        return asked_for(query, said, outlets, self._findings(said))

    def statements(self, query: Query = ALL) -> Iterator[Statement]:
        """See ``View.statements``."""
        sign = 1 if query.oldest_first else -1

        def place(said: Statement) -> tuple[bool, int]:
            return said.said is None, sign * (said.said.toordinal() if said.said else 0)

        return _some(sorted(self._asked(query), key=place), query)

    def propositions(self, query: Query = ALL) -> Iterator[tuple[Statement, ...]]:
        """See ``View.propositions``."""

        def place(said: Statement) -> tuple[str, bool, date]:
            return said.proposition.key, said.said is None, said.said or date.min

        ordered = sorted(self._asked(query), key=place)
        together = groupby(ordered, key=lambda said: said.proposition.key)
        held = (tuple(found) for _, found in together)
        return _some((one for one in held if len(one) > 1), query)

    def count(self, query: Query = ALL) -> int:
        """See ``View.count``."""
        return len(self._asked(query))

    def tally(self, query: Query = ALL) -> tuple[Tally, ...]:
        """See ``View.tally``."""
        counted: dict[tuple[Any, ...], list[float | None]] = {}
        for said in self._asked(query):
            year = said.said.year if said.said else None
            for one in self._findings(said):
                if of_query(query, one):
                    key = (said.claim.kind, year, one.check, one.verdict, one.unit)
                    counted.setdefault(key, []).append(one.gap)
        return tuple(_tally(key, gaps) for key, gaps in sorted(counted.items(), key=_by_words))

    def months(self, query: Query = ALL) -> tuple[tuple[date | None, int], ...]:
        """See ``View.months``."""
        days = [said.said for said in self._asked(query)]
        counted = _counted(day and day.replace(day=1) for day in days)
        return tuple(sorted(counted.items(), key=lambda pair: (pair[0] is None, pair[0])))

    def sources(self, query: Query = ALL) -> tuple[tuple[str, int], ...]:
        """See ``View.sources``."""
        counted = _counted(said.claim.attribution.source for said in self._asked(query))
        return tuple(_some(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])), query))

    def places(self, query: Query = ALL) -> tuple[tuple[str, str, int], ...]:
        """See ``View.places``."""
        named = [{p.id: p.name for p in said.claim.places} for said in self._asked(query)]
        names: dict[str, str] = {}
        for each in named:
            for place, name in each.items():
                names[place] = min(name, names.get(place, name))
        counted = _counted(place for each in named for place in each)
        ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(_some(((place, names[place], n) for place, n in ordered), query))

    def forgotten(self) -> tuple[Tombstone, ...]:
        """See ``View.forgotten``."""
        return tuple(stone for _, stone in sorted(self._state.forgotten.items()))

    def kept(self, name: str) -> str | None:
        """See ``View.kept``."""
        return self._state.words.get(name)

    def info(self) -> Info:
        """See ``View.info``."""
        kept = self._state.reports.values()
        readings = [one for each in kept for one in each.readings]
        days = [said.said for said in self._all() if said.said]
        return Info(
            path="",
            version=0,
            size=0,
            reports=len(kept),
            appearances=sum(len(each.appearances) for each in kept),
            readings=len(readings),
            claims=sum(len(each.readings[-1].filed.outcome.claims) for each in kept),
            findings=sum(len(each.readings[-1].findings) for each in kept),
            forgotten=len(self._state.forgotten),
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            content=content.of_ledger(_hashes(self._state)),
        )

    def verify(self) -> Iterator[Difference]:
        """See ``View.verify``: nothing can change behind its back."""
        return iter(())

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """See ``Ledger.writing``."""
        state = self._state.copy()
        yield _MemoryWriter(state)
        texts = {report: kept.text for report, kept in state.reports.items()}
        if texts.keys() != state.groups.keys():
            state.groups = copying.groups(texts)
        self._state = state

    def close(self) -> None:
        """Nothing to end."""


@dataclass(frozen=True, slots=True)
class _MemoryWriter:
    state: _State

    def add(self, filed: Filed) -> Added:
        content.sound(filed)
        report, state = filed.outcome.report, self.state
        if report.id in state.forgotten:
            return "forgotten"
        checked = ((filed.checked_by, filed.outcome.findings),) if _was_checked(filed) else ()
        reading = _Reading(filed, checked)
        kept = state.reports.get(report.id)
        if kept is None:
            state.reports[report.id] = _Kept(report.text, (filed.appearance,), (reading,))
            return "new"
        made: Added = "known"
        if filed.appearance not in kept.appearances:
            where = sorted((*kept.appearances, filed.appearance), key=earliest)
            kept, made = replace(kept, appearances=tuple(where)), "appearance"
        read = {(one.filed.reader, one.filed.version) for one in kept.readings}
        if (filed.reader, filed.version) not in read:
            kept, made = replace(kept, readings=(*kept.readings, reading)), "reading"
        state.reports[report.id] = kept
        return made

    def check_again(self, report: str, findings: Sequence[Finding], checked_by: str) -> bool:
        kept = self.state.reports.get(report)
        if kept is None:
            raise BadValue(f"{report}: no report of that id in the ledger")
        current = kept.readings[-1]
        content.about(report, current.filed.outcome.claims, findings)
        if checked_by in dict(current.checked):
            return False
        checked = (*current.checked, (checked_by, tuple(findings)))
        newer = replace(current, checked=checked)
        self.state.reports[report] = replace(kept, readings=(*kept.readings[:-1], newer))
        return True

    def forget(self, report: str, why: str, day: date) -> bool:
        if report in self.state.forgotten:
            return False
        if report not in self.state.reports:
            raise BadValue(f"{report}: no report of that id in the ledger")
        del self.state.reports[report]
        self.state.forgotten[report] = Tombstone(report, why, day)
        return True

    def keep(self, name: str, value: str) -> None:
        self.state.words[name] = value


def earliest(where: Appearance) -> tuple[bool, date, str]:
    """The order of appearances: by day, without a day last, then by what they say."""
    return where.published is None, where.published or date.min, content.line(where)


def _once(said: Statement) -> tuple[Any, ...] | None:
    """What a statement has in common with the same one in other reports."""
    if said.said is None:
        return None
    return said.origin, said.proposition.key, said.said, said.claim.certainty


def _was_checked(filed: Filed) -> bool:
    return bool(filed.checked_by or filed.outcome.findings)


def _of_claim(findings: Iterable[Finding], claim: str) -> tuple[Finding, ...]:
    return tuple(sorted((f for f in findings if f.claim == claim), key=lambda f: f.check))


def _some(found: Iterable[T], query: Query) -> Iterator[T]:
    stop = None if query.limit is None else query.skip + query.limit
    return islice(found, query.skip, stop)


def _counted(found: Iterable[K]) -> dict[K, int]:
    counted: dict[K, int] = {}
    for one in found:
        counted[one] = counted.get(one, 0) + 1
    return counted


def _tally(key: tuple[Any, ...], found: Sequence[float | None]) -> Tally:
    kind, year, check, verdict, unit = key
    gaps = [gap for gap in found if gap is not None]
    middle = median(gaps) if gaps else None
    return Tally(kind, year, check, verdict, len(found), unit, len(gaps), middle)


def _by_words(pair: tuple[tuple[Any, ...], Any]) -> tuple[Any, ...]:
    """The order of tallies: by kind, year, check, verdict and unit; what is missing comes last."""
    return tuple((value is None, value) for value in pair[0])


def _hashes(state: _State) -> Iterator[str]:
    yield from map(content.of_tombstone, state.forgotten.values())
    for report, kept in state.reports.items():
        yield report
        yield from map(content.of_appearance, kept.appearances)
        for one in kept.readings:
            claims = map(content.line, one.filed.outcome.claims)
            read_by = (one.filed.reader, one.filed.version)
            reading = content.of_reading(report, read_by, claims)
            yield reading
            for checked_by, findings in one.checked:
                yield content.of_findings(reading, checked_by, content.line(findings))
