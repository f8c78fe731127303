"""Whether a statement is asked for: what a ``Query`` means, said once and plainly."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from groundcheck.geo.lineage import lineage
from groundcheck.ledger.store.query import Query
from groundcheck.ledger.store.words import folded, phrases
from groundcheck.model import Finding, Statement


def asked_for(
    query: Query, said: Statement, outlets: Collection[str], findings: Sequence[Finding]
) -> bool:
    """Whether all that the query asks holds of the statement, its outlets and its findings."""
    claim = said.claim
    pairs = (
        (query.source, claim.attribution.source),
        (query.origin, said.origin),
        (query.actor, claim.actor),
        (query.kind, claim.kind),
        (query.certainty, claim.certainty),
        (query.measure, said.proposition.measure),
        (query.key, said.proposition.key),
        (query.report, said.report),
        (query.group, said.group),
    )
    return (
        all(not wanted or wanted == found for wanted, found in pairs)
        and (not query.outlet or query.outlet in outlets)
        and (not query.place or any(_lies_in(query, p.id) for p in claim.places))
        and _said_then(query, said)
        and _found(query, findings)
        and _worded(query, said)
    )


def _lies_in(query: Query, place: str) -> bool:
    return query.place == place or (query.inside and query.place in lineage(place))


def of_query(query: Query, finding: Finding) -> bool:
    """Whether the finding is of the check and the verdict that are asked for."""
    return query.check in ("", finding.check) and query.verdict in (None, finding.verdict)


def _said_then(query: Query, said: Statement) -> bool:
    if query.since is None and query.until is None:
        return True
    if said.said is None:
        return False
    return (query.since is None or query.since <= said.said) and (
        query.until is None or said.said <= query.until
    )


def _found(query: Query, findings: Sequence[Finding]) -> bool:
    nothing = not query.check and query.verdict is None
    return nothing or any(of_query(query, finding) for finding in findings)


def _worded(query: Query, said: Statement) -> bool:
    wanted = phrases(query.words)
    if wanted is None:
        return False
    claim = said.claim
    fields = (claim.text, said.appeared.title or "", claim.attribution.source)
    return all(any(phrase.stands_in(folded(each)) for each in fields) for phrase in wanted)
