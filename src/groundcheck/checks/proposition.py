"""What claims of different reports are compared by: what they are about, and whose they are."""

from __future__ import annotations

from datetime import date

from groundcheck.checks.measures import kind_of, measure
from groundcheck.checks.parties import party
from groundcheck.checks.shifting import shifted
from groundcheck.checks.source_names import is_named, source_key
from groundcheck.geo.lineage import lineage
from groundcheck.model import THE_REPORT, Appearance, Claim, Proposition, Statement

REPORT, UNNAMED = "report:", "unnamed:"
"""What the origin begins with in a report's own voice, and where nobody is named."""

_STATES = frozenset(("control", "share", "count", "status"))


def statement(claim: Claim, appeared: Appearance, group: str) -> Statement:
    """The claim as a statement on record; ``appeared`` is its report's earliest appearance."""
    said = claim.attribution.said
    day = said.start if said is not None and said.start is not None else appeared.published
    since, until = days(claim, day)
    return Statement(
        claim, appeared, proposition(claim), origin(claim, group), group, day, since, until
    )


def proposition(claim: Claim) -> Proposition:
    """What the claim is about: the same for all who speak of one thing, whatever they say of it.

    Of a town and the region that it lies in, only the town is meant. A claim of several places
    *each* and one of them *together* are one proposition here; the comparison tells them apart.
    """
    return Proposition(kind_of(claim), party(claim.actor), _places(claim), measure(claim))


def origin(claim: Claim, group: str) -> str:
    """Whose statement it is, as a key for comparison and not for print.

    That of the source's name; in a report's own voice, or where nobody is named ("a senior
    officer"), one of its own for each group of copies. Who passed it on plays no part.
    """
    source = claim.attribution.source
    if source == THE_REPORT:
        return REPORT + group
    key = source_key(source)
    return key if is_named(source) else f"{UNNAMED}{group}:{key}"


def days(claim: Claim, day: date | None) -> tuple[date | None, date | None]:
    """The days that the claim speaks of, when it was said on ``day``: from, and up to but not.

    Without a time of its own a state is that of the day; what happened had happened by then,
    and a denial of it speaks of that day. What is done has not been done after it was said.
    """
    after = shifted(day, 1) if day is not None and day < date.max else None
    if claim.when is not None and claim.when.resolved:
        start, end = claim.when.start, claim.when.end
        if claim.certainty in ("forecast", "demanded") or after is None:
            return start, end
        last = after if end is None else min(end, after)
        return (start, last) if start is None or start < last else (start, end)
    state = kind_of(claim) in _STATES or claim.certainty == "denied"
    return (day if state else None), after


def _places(claim: Claim) -> tuple[str, ...]:
    """The places' ids without those that another one of them lies in."""
    named = {place.id for place in claim.places}
    if len(named) < 2:
        return tuple(named)
    around = {outer for one in named for outer in named - {one} if _lies_in(one, outer)}
    return tuple(sorted(named - around))


def _lies_in(one: str, outer: str) -> bool:
    """Whether the place lies in the other; a town of unknown region in any named of its country."""
    known = lineage(one)
    if outer in known:
        return True
    town_alone = one.startswith("geonames:") and not any("-" in of for of in known)
    return town_alone and "-" in outer and outer.split("-", maxsplit=1)[0] in known
