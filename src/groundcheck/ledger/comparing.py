"""What a ledger's statements say beside each other: agreed, contradicted, altered, taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from groundcheck.checks import corroboration, drift, self_correction
from groundcheck.checks.drift import drifted
from groundcheck.checks.holds import Hold, holds_of
from groundcheck.checks.proposition import proposition, statement
from groundcheck.checks.self_correction import revisions
from groundcheck.checks.shifting import shifted
from groundcheck.ledger.contradictions import Contradiction, of_one_place, of_one_proposition
from groundcheck.ledger.known import Known
from groundcheck.ledger.store import Query, View
from groundcheck.ledger.store.query import ALL
from groundcheck.model import Appearance, Finding, Kind, Outcome, Report, Statement
from groundcheck.text import copies

MOST = 5000
"""How many statements of one place a single claim is held against, the nearest in time."""

_LOOKED_AT = 50
"""Among so many reports, and statements of each proposition, is looked for a copy of a text."""
_HOLDING: tuple[Kind, ...] = ("control", "capture", "change")
_AROUND = 60
# An outlet's slip is nobody's statement: it contradicts no one, and nobody is contradicted by it.
_NOT_SAID = {"figure", "attribution"}


def compared(view: View, claim: str, known: Known | None = None) -> tuple[Finding, ...]:
    """What everything else on record says beside one claim, as findings, by the name of the check.

    ``known`` spares asking for all names again. Raises ``BadValue`` where no claim has that id.
    """
    known = known or Known(view)
    looked_at = known.statement(view.statement(claim))
    same = [known.statement(of) for of in view.statements(Query(key=looked_at.proposition.key))]
    return _beside(view, looked_at, _Same.of(same), known)


def beside(view: View, outcome: Outcome, appeared: Appearance) -> tuple[Finding, ...]:
    """The same for every claim of a report that was read but is not, or not so, on record.

    What is on record of the same text is left aside, and a text that it is a copy of counts as
    one with it.
    """
    known, report = Known(view), outcome.report
    others: dict[str, list[Statement]] = {}
    for key in {proposition(claim).key for claim in outcome.claims}:
        asked = view.statements(Query(key=key))
        others[key] = [known.statement(of) for of in asked if of.report != report.id]
    group = _group_of(view, report, others)
    own = [known.statement(statement(claim, appeared, group)) for claim in outcome.claims]
    for one in own:
        others[one.proposition.key].append(one)
    same = {key: _Same.of(told) for key, told in others.items()}
    beside_each = (_beside(view, one, same[one.proposition.key], known) for one in own)
    return tuple(finding for found in beside_each for finding in found)


def _group_of(view: View, report: Report, others: Mapping[str, Sequence[Statement]]) -> str:
    """The group of the report that this one is a copy of, else one of its own."""
    near = {of.report: of.group for key in sorted(others) for of in others[key][:_LOOKED_AT]}
    for id_, group in sorted(near.items())[:_LOOKED_AT]:
        if copies.share(report.text, view.report(id_).text) >= copies.LEAST:
            return group
    return report.id


@dataclass(frozen=True, slots=True)
class _Same:
    """The statements of one proposition, and which of them were altered on the way."""

    told: Sequence[Statement]
    altered: set[str]
    all_altered: set[str]

    @classmethod
    def of(cls, told: Sequence[Statement]) -> _Same:
        return cls(told, _altered(told), _altered(told, any_change=True))


def _beside(view: View, looked_at: Statement, same: _Same, known: Known) -> tuple[Finding, ...]:
    others = [
        of
        for of in (*same.told, *_opposites(view, looked_at, known))
        if of.claim.id not in same.altered
        and (of.origin == looked_at.origin or not known.may_be_one(of, looked_at))
    ]
    kept = [of for of in same.told if of.claim.id not in same.all_altered]
    return (
        *corroboration.check(looked_at, others),
        *drift.check(looked_at, same.told),
        *self_correction.check(looked_at, kept),
    )


def contradictions(view: View, query: Query = ALL) -> Iterator[Contradiction]:
    """What is asked for and cannot all be so: by proposition, then by the place that is held.

    ``limit`` and ``skip`` count contradictions. A statement that an outlet altered on the way
    is left out (see ``drifts``), and so is one by a source that may be the same.
    """
    everything = replace(query, limit=None, skip=0)
    found = _contradictions(view, everything, Known(view))
    end = None if query.limit is None else query.skip + query.limit
    return islice(found, query.skip, end)


def drifts(view: View, query: Query = ALL) -> Iterator[Finding]:
    """What was altered on the way from the earliest report on record to another one."""
    known = Known(view)
    for said in view.propositions(query):
        yield from map(drift.finding, drifted(map(known.statement, said)))


def corrections(view: View, query: Query = ALL) -> Iterator[Finding]:
    """Where a source said something else later: of the same time, or less than it had said."""
    known = Known(view)
    for said in view.propositions(query):
        told = list(map(known.statement, said))
        altered = _altered(told, any_change=True)
        kept = (of for of in told if of.claim.id not in altered)
        yield from map(self_correction.finding, revisions(kept))


def _contradictions(view: View, query: Query, known: Known) -> Iterator[Contradiction]:
    altered: set[str] = set()
    for said in view.propositions(query):
        told = list(map(known.statement, said))
        slips = _altered(told)
        altered |= slips
        yield from of_one_proposition((of for of in told if of.claim.id not in slips), known)
    by_place: dict[str, list[Hold]] = defaultdict(list)
    for kind in _HOLDING:
        if query.kind in (None, kind):
            for of in view.statements(replace(query, kind=kind)):
                if of.claim.id not in altered:
                    for hold in holds_of(known.statement(of)):
                        place = known.place(hold.place)
                        by_place[place].append(hold._replace(place=place))
    for _, holds in sorted(by_place.items()):
        yield from of_one_place(holds, known)


def _opposites(view: View, statement: Statement, known: Known) -> Iterator[Statement]:
    """Statements of other propositions on who holds its places, from around the same time."""
    if statement.claim.kind not in _HOLDING:
        return
    around = Query()
    if statement.said is not None:
        day = statement.said
        around = Query(since=shifted(day, -_AROUND), until=shifted(day, _AROUND))
    for place in statement.proposition.places:
        for kind in _HOLDING:
            asked = replace(around, place=place, kind=kind, limit=MOST)
            for of in view.statements(asked):
                if place in of.proposition.places and of.proposition != statement.proposition:
                    yield known.statement(of)


def _altered(statements: Iterable[Statement], *, any_change: bool = False) -> set[str]:
    """The ids of the claims whose figure or source is not as their earliest report has it.

    With ``any_change`` those, too, whose bound or certainty is not.
    """
    return {
        of.later.claim.id
        for of in drifted(statements)
        if any_change or _NOT_SAID & {change.what for change in of.changes}
    }
