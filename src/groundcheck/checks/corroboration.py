"""What other sources on record say of the same: who agrees, who contradicts, counted by origin.

Ten outlets that carry one agency's words are one origin. A copy of the same report, whoever it
names, is none of its own. A source that is not named may be one that is, so that it never counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from groundcheck.checks.bearing import Bearing, bearing
from groundcheck.checks.holds import excluded, holds_of
from groundcheck.checks.measures import Amount, amount_of
from groundcheck.checks.proposition import REPORT, UNNAMED
from groundcheck.checks.wording import amount, listed, unit_beside
from groundcheck.model import THE_REPORT, Evidence, Finding, Statement, Step, Verdict

NAME = "corroboration"
_SHOWN = 12
"""Statements shown in the evidence of one finding; all of them are counted."""


class Borne(NamedTuple):
    """Another statement and how it bears on the one that is looked at."""

    other: Statement
    by: Bearing


def relation(one: Statement, other: Statement) -> Bearing | None:
    """How two statements bear on each other, of one proposition or of opposite ones."""
    found = bearing(one, other)
    if found is not None:
        return found
    return next(
        (
            how
            for mine in holds_of(one)
            for theirs in holds_of(other)
            if (how := excluded(mine, theirs)) is not None
        ),
        None,
    )


def is_other(one: Statement, other: Statement) -> bool:
    """Whether a statement is another source's, and not carried by a copy of the same report."""
    copied = one.group == other.group and one.report != other.report
    return one.origin != other.origin and not copied


def is_unnamed(statement: Statement) -> bool:
    """Whether nobody is named as its source, who may be anybody, and so the same as another."""
    return statement.origin.startswith(UNNAMED)


def check(statement: Statement, others: Sequence[Statement]) -> tuple[Finding, ...]:
    """What the others on record say of the same, as one finding; none where nothing bears on it.

    ``others`` may hold the statement itself, which is passed over.
    """
    rest = [of for of in others if of.claim.id != statement.claim.id]
    same = [of for of in rest if not is_other(statement, of) and _carried(statement, of)]
    borne = [
        Borne(of, how)
        for of in rest
        if is_other(statement, of) and (how := relation(statement, of)) is not None
    ]
    if not borne and not same:
        return ()
    sides = _by_word(borne)
    decided, verdict = _verdict(sides)
    against = (of for of in borne if of.by.word == "contradicts" and not is_unnamed(of.other))
    gaps = [of.by for of in against if of.by.gap is not None]
    widest = max(gaps, key=lambda by: by.gap or 0.0, default=None)
    stated = amount_of(statement.claim)
    return (
        Finding(
            claim=statement.claim.id,
            check=NAME,
            verdict=verdict,
            summary=_summary(sides, widest, len(same)),
            stated=stated.bounds if stated else None,
            unit=_unit(widest, stated),
            gap=widest.gap if widest else None,
            decided_by=decided,
            working=(*_steps(borne), *_original(statement, same)),
            evidence=tuple(_evidence(of.other) for of in _nearest(statement, borne)),
        ),
    )


def _unit(widest: Bearing | None, stated: Amount | None) -> str | None:
    if widest is not None and widest.unit is not None:
        return unit_beside(widest.unit)
    return stated.unit if stated else None


def _carried(one: Statement, other: Statement) -> bool:
    return one.proposition == other.proposition


def _by_word(borne: Iterable[Borne]) -> dict[str, set[str]]:
    """The origins that agree, contradict, or depend; one that does both does not agree."""
    found: dict[str, set[str]] = defaultdict(set)
    for other, by in borne:
        found["unnamed" if is_unnamed(other) else by.word].add(other.origin)
    found["agrees"] -= found["contradicts"]
    found["depends"] -= found["contradicts"] | found["agrees"]
    return found


def _verdict(sides: dict[str, set[str]]) -> tuple[str | None, Verdict]:
    if sides["contradicts"] and sides["agrees"]:
        return "whose words are taken: others on record are on both sides", "depends"
    if sides["contradicts"]:
        return None, "disagrees"
    if sides["agrees"]:
        return None, "agrees"
    if sides["depends"]:
        return "how the words of the others are taken, as the working says", "depends"
    return None, "not covered"


def _summary(sides: dict[str, set[str]], widest: Bearing | None, same: int) -> str:
    parts = []
    if sides["agrees"]:
        parts.append(f"agreed by {_origins(sides['agrees'])}")
    if sides["contradicts"]:
        by = ""
        if widest is not None and widest.gap is not None and widest.unit is not None:
            by = f" (by at least {amount(widest.gap, widest.unit)})"
        parts.append(f"contradicted by {_origins(sides['contradicts'])}{by}")
    if sides["depends"]:
        parts.append(f"open beside {_origins(sides['depends'])}")
    said = listed(tuple(parts)) or "no other named origin on record speaks of it"
    further = []
    if sides["unnamed"]:
        count = len(sides["unnamed"])
        speak = "sources without a name speak" if count > 1 else "source without a name speaks"
        further.append(f"{count} {speak} of it too")
    if same:
        few = "appearance is a copy" if same == 1 else "appearances are copies"
        further.append(f"{same} further {few} or the same source")
    return "; ".join((said[0].upper() + said[1:], *further))


def _origins(origins: set[str]) -> str:
    return f"{len(origins)} other origin{'s' if len(origins) > 1 else ''}"


def _steps(borne: Sequence[Borne]) -> Iterator[Step]:
    """One step an origin: the statement of it that weighs most, the first of equals."""
    weight = {"contradicts": 0, "agrees": 1, "depends": 2}
    order = sorted(borne, key=lambda of: (of.other.origin, weight[of.by.word], _age(of.other)))
    seen: set[str] = set()
    for other, by in order:
        if other.origin in seen or len(seen) >= _SHOWN:
            continue
        seen.add(other.origin)
        result = f"{by.word}: {by.why}"
        if by.gap is not None and by.unit is not None:
            result += f", {amount(by.gap, by.unit)} apart"
        yield Step("set beside it", (said_by(other), quoted(other)), result, other.appeared.outlet)


def _original(statement: Statement, same: Sequence[Statement]) -> Iterator[Step]:
    """The earliest on record of all that carry it: the same source, said on the same day."""
    chain = [of for of in same if of.origin == statement.origin and of.said == statement.said]
    if chain:
        first = min((statement, *chain), key=_age)
        yield Step(
            "look for the earliest on record",
            (said_by(statement), f"said on {statement.said}"),
            f"{first.appeared.outlet}, {first.appeared.published or 'without a day'}",
            quoted(first),
        )


def _nearest(statement: Statement, borne: Sequence[Borne]) -> list[Borne]:
    def far(of: Borne) -> tuple[int, int, tuple[str, str]]:
        days = 9999
        if statement.said is not None and of.other.said is not None:
            days = abs((of.other.said - statement.said).days)
        return of.by.word != "contradicts", days, _age(of.other)

    return sorted(borne, key=far)[:_SHOWN]


def _evidence(other: Statement) -> Evidence:
    day = str(other.said) if other.said else None
    return Evidence(said_by(other), quoted(other), day, (other.claim.id,))


def _age(of: Statement) -> tuple[str, str]:
    published = of.appeared.published
    return (str(published) if published else "9999", of.claim.id)


def said_by(of: Statement) -> str:
    """Who said it and who carried that, in words: never the program itself."""
    source = of.claim.attribution.source
    outlet = of.appeared.outlet
    return f"{outlet} in its own voice" if source == THE_REPORT else f"{source}, in {outlet}"


def quoted(of: Statement) -> str:
    """The claim's own words in quotation marks."""
    return f"“{' '.join(of.claim.text.split())}”"


def origin_name(of: Statement) -> str:
    """The name of the origin for print: the source as its report names it, else the outlet."""
    return of.appeared.outlet if of.origin.startswith(REPORT) else of.claim.attribution.source
