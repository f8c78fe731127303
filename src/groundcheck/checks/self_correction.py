"""What a source said before and after: another figure for the same time, or less than it did.

A later figure of a later day is an update, and nothing to find where it is higher. Where a source
says less than it did, it went back: the ground may have been lost, or the first figure was too
high. Another figure for the same days is a correction, and a capture that it then denies is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from groundcheck.checks.bearing import (
    ANOTHER_TIME,
    comparable,
    days_apart,
    same_time,
    says_of_what,
    timed,
)
from groundcheck.checks.corroboration import quoted, said_by
from groundcheck.checks.measures import amount_of
from groundcheck.checks.shifting import shifted
from groundcheck.checks.verdicts import gap
from groundcheck.checks.wording import amount, unit_beside
from groundcheck.model import Evidence, Finding, Statement, Step, Verdict

NAME = "self-correction"
_What = Literal["corrected", "went back", "took it back"]


class Revision(NamedTuple):
    """Two statements of one source that do not meet, the earlier and the later one said."""

    earlier: Statement
    later: Statement
    what: _What
    gap: float | None = None
    unit: str | None = None


def revisions(statements: Iterable[Statement]) -> Iterator[Revision]:
    """What the sources of statements of one proposition said otherwise later.

    Each later statement once: beside the last one before it of the same time, else the last.
    """
    by_origin: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.said is not None and comparable(one.claim) and says_of_what(one):
            by_origin[one.origin].append(one)
    for _, said in sorted(by_origin.items()):
        yield from _of_one(_once(said))


def check(statement: Statement, others: Sequence[Statement]) -> tuple[Finding, ...]:
    """What the statement's own source said before and after it, where the two do not meet."""
    pair = [of for of in others if of.proposition == statement.proposition]
    if all(of.claim.id != statement.claim.id for of in pair):
        pair.append(statement)
    return tuple(
        finding(revision, statement)
        for revision in revisions(pair)
        if _is(revision.earlier, statement) or _is(revision.later, statement)
    )


def finding(revision: Revision, about: Statement | None = None) -> Finding:
    """The revision as a finding about one of its statements, the later one unless said."""
    earlier, later = revision.earlier, revision.later
    claim = (about or later).claim
    verdict: Verdict = "depends" if revision.what == "went back" else "disagrees"
    by = ""
    if revision.gap is not None and revision.unit is not None:
        by = f", {amount(revision.gap, revision.unit)} apart"
    stated = amount_of(claim)
    return Finding(
        claim=claim.id,
        check=NAME,
        verdict=verdict,
        summary=(
            f"The same source said {_figure(earlier)} on {earlier.said} and "
            f"{_figure(later)} on {later.said}: {_MEANT[revision.what]}{by}"
        ),
        stated=stated.bounds if stated else None,
        unit=unit_beside(revision.unit) if revision.unit else None,
        gap=revision.gap,
        decided_by=_OPEN if verdict == "depends" else None,
        working=tuple(_step(one) for one in (earlier, later)),
        evidence=tuple(
            Evidence(said_by(one), quoted(one), str(one.said), (one.claim.id,))
            for one in (earlier, later)
        ),
    )


_OPEN = "the day: the ground may have been lost since, or the first figure may have been too high"
_MEANT: dict[_What, str] = {
    "corrected": "another account of the same time",
    "went back": "less than it had said before",
    "took it back": "it denied what it had said",
}


def _of_one(said: Sequence[Statement]) -> Iterator[Revision]:
    by_start: dict[date | None, list[Statement]] = defaultdict(list)
    last: Statement | None = None  # Of those said before the day of ``later``.
    for _, of_day in groupby(said, key=lambda one: one.said):
        told = list(of_day)
        for later in told:
            found = _found(last, _of_same_time(by_start, later), later)
            if found is not None:
                yield found
        for later in told:
            by_start[later.since].append(later)
        last = told[0]


def _found(last: Statement | None, same: Statement | None, later: Statement) -> Revision | None:
    if last is None:
        return None
    found = _corrected(same, later) if same is not None else _went_back(last, later)
    return found or _took_back(last, later)


def _of_same_time(by_start: dict[date | None, list[Statement]], of: Statement) -> Statement | None:
    starts = (of.since,) if of.since is None else tuple({shifted(of.since, n) for n in (-1, 0, 1)})
    same = [one for day in starts for one in by_start.get(day, ()) if same_time(one, of)]
    return max(same, key=lambda one: str(one.said), default=None)


def _corrected(earlier: Statement, later: Statement) -> Revision | None:
    distance = _distance(earlier, later)
    if distance is None:
        return None
    return Revision(earlier, later, "corrected", distance[0], distance[1])


def _went_back(earlier: Statement, later: Statement) -> Revision | None:
    if earlier.proposition.kind == "capture":
        return _another_day(earlier, later)
    if later.proposition.kind != "control":
        return None
    mine, theirs = amount_of(earlier.claim), amount_of(later.claim)
    distance = _distance(earlier, later)
    if distance is None or mine is None or theirs is None or not theirs.bounds.below(mine.bounds):
        return None
    return Revision(earlier, later, "went back", distance[0], distance[1])


def _distance(earlier: Statement, later: Statement) -> tuple[float, str] | None:
    if "denied" in (earlier.claim.certainty, later.claim.certainty):
        return None
    mine, theirs = amount_of(earlier.claim), amount_of(later.claim)
    if mine is None or theirs is None or mine.unit != theirs.unit or mine.implied or theirs.implied:
        return None
    distance = gap(mine.bounds, theirs.bounds)
    unit = "points" if mine.unit == "percent" else mine.unit
    return None if distance is None else (distance, unit)


def _another_day(earlier: Statement, later: Statement) -> Revision | None:
    both = timed(earlier.claim) and timed(later.claim)
    apart = days_apart(earlier, later) if both else None
    if apart is None or not 1 < apart <= ANOTHER_TIME or _denied(earlier) or _denied(later):
        return None
    return Revision(earlier, later, "corrected", apart, "days")


def _took_back(earlier: Statement, later: Statement) -> Revision | None:
    if earlier.proposition.kind != "capture" or _denied(earlier) or not _denied(later):
        return None
    apart = (later.said - earlier.said).days if earlier.said and later.said else 0
    return Revision(earlier, later, "took it back") if apart <= ANOTHER_TIME else None


def _denied(one: Statement) -> bool:
    return one.claim.certainty == "denied"


def _once(said: Iterable[Statement]) -> list[Statement]:
    """By the day they were said; of equal words of one day the first that appeared."""
    ordered = sorted(said, key=lambda of: (str(of.said), str(of.appeared.published), of.claim.id))
    found: dict[tuple[object, ...], Statement] = {}
    for one in ordered:
        found.setdefault(_key(one), one)
    return list(found.values())


def _is(one: Statement, other: Statement) -> bool:
    """Whether it is the statement, or the same words of the same day, of which one stands here."""
    return one.claim.id == other.claim.id or _key(one) == _key(other)


def _key(one: Statement) -> tuple[object, ...]:
    told = amount_of(one.claim)
    bounds = (told.bounds, told.unit) if told else None
    return (one.origin, one.said, one.since, one.until, bounds, one.claim.certainty)


def _figure(one: Statement) -> str:
    told = amount_of(one.claim)
    return quoted(one) if told is None or told.implied else f"“{told.text}”"


def _step(one: Statement) -> Step:
    speaks = f"of {one.since} up to {one.until}" if one.since or one.until else "of no day"
    return Step("read what it said", (said_by(one), quoted(one)), speaks, one.appeared.outlet)
