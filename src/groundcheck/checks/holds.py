"""Who is said to hold one place, and when two such statements exclude each other.

"A took the town", "A does not hold the town", "B holds the town", "A left the town", "A holds all
of the region" are different propositions. Each says that a party holds a place on some days, or
that it does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from groundcheck.checks.bearing import TOLERANCE, Bearing, comparable
from groundcheck.checks.capture_words import LEFT_OUT, said_of, says_part
from groundcheck.checks.measures import amount_of
from groundcheck.checks.parties import is_state
from groundcheck.checks.shifting import shifted
from groundcheck.model import Kind, Statement

LASTS = 14
"""Days after an event in which a denial, or another's hold of the place, speaks against it."""

_MOST = 50.0
"""Percent of a place from which on its holder excludes that another holds as much."""


class Hold(NamedTuple):
    """A party is said to hold, or not to hold (``denied``), a place from ``first`` to ``last``.

    ``least`` is the least share of it in percent that the words commit to, ``None`` where they
    give no figure. ``less`` is why they may say less than that, ``""`` where they are plain.
    """

    statement: Statement
    place: str
    party: str
    denied: bool
    first: date
    last: date
    least: float | None
    less: str


def holds_of(statement: Statement) -> Iterator[Hold]:
    """What a statement says of who holds its places; nothing where it has no party or no day."""
    claim, party = statement.claim, statement.proposition.actor
    days = _days(statement)
    if party is None or days is None or not comparable(claim) or len(claim.places) > 8:
        return
    least = None
    if claim.kind == "control":
        amount = amount_of(claim)
        if amount is None or amount.unit != "percent":
            return
        if not amount.implied and len(claim.places) > 1:
            return
        if not amount.implied:
            least = amount.bounds.low or 0.0
    denied = claim.certainty == "denied"
    for place in claim.places:
        if place.id not in statement.proposition.places:
            continue
        less = _less(statement, place.text)
        loses = False
        if statement.proposition.kind == "capture":
            said = said_of(claim, place)
            loses = said.role == "loses"
            less = "" if said.less == LEFT_OUT else said.less
        yield Hold(statement, place.id, party, denied != loses, *days, least, less)


def excluded(one: Hold, other: Hold) -> Bearing | None:
    """How two statements on one place contradict each other, ``None`` where they do not.

    One and the same capture told twice, or two figures of one holder, are for ``bearing``.
    """
    if one.place != other.place:
        return None
    apart = max(0, (max(one.first, other.first) - min(one.last, other.last)).days)
    if apart > (TOLERANCE if _both(one, other, "control") else 0):
        return None
    found = _one_party(one, other) if one.party == other.party else _two_parties(one, other)
    if found is None or found.word != "contradicts":
        return found
    why = next(filter(None, (one.less, other.less)), "")
    if apart:
        why = "the day, since the place may have changed hands"
    return Bearing("depends", why, found.gap, found.unit) if why else found


def _one_party(one: Hold, other: Hold) -> Bearing | None:
    if one.denied == other.denied or one.least is not None or other.least is not None:
        return None
    both = (one.statement, other.statement)
    if _both(one, other, "control"):
        return None  # One proposition, and so for ``bearing``.
    if _both(one, other, "capture") and all(of.claim.certainty != "denied" for of in both):
        return None  # Taken, and left later.
    return Bearing("contradicts", "one denies what the other says")


def _two_parties(one: Hold, other: Hold) -> Bearing | None:
    if one.denied or other.denied:
        return None
    if _both(one, other, "capture"):
        return None  # Each may have taken it from the other.
    if one.least is not None and other.least is not None:
        return _sum(one.least, other.least)
    given = [of.least for of in (one, other) if of.least is not None]
    if given:
        if given[0] < _MOST:
            return None
        return Bearing("depends", "how much is meant where no figure is given")
    if not (is_state(one.party) and is_state(other.party)):
        first, second = sorted((one.party, other.party))
        return Bearing("depends", f"whether {first} and {second} are on one side")
    return Bearing("contradicts", "one place cannot be held by both")


def _sum(one: float, other: float) -> Bearing | None:
    """Two shares of one place that are over 100 percent together."""
    over = round(one + other - 100, 6)
    if over <= 0:
        return None
    return Bearing("contradicts", "the two shares are more than the whole", over, "points")


def _both(one: Hold, other: Hold, kind: Kind) -> bool:
    return one.statement.proposition.kind == other.statement.proposition.kind == kind


def _less(statement: Statement, place: str) -> str:
    claim = statement.claim
    amount = amount_of(claim)
    if claim.certainty == "hedged":
        return "whether it is so at all, since one of the two says only that it may be"
    part = says_part(claim.text.replace(place, "")) or (amount and amount.bounds.low == 0)
    if (amount is None or amount.implied) and part:
        return "how much of the place is meant"
    return ""


def _days(statement: Statement) -> tuple[date, date] | None:
    """The days on which it is said to be so: after an event for as long as ``LASTS``."""
    said, claim = statement.said, statement.claim
    if claim.certainty == "denied" or claim.kind == "control":
        first, until = statement.since, statement.until
        if claim.certainty == "denied" and said is not None:
            return said, said
        return (first, shifted(until, -1)) if first and until else None
    if statement.proposition.kind != "capture":
        return None
    # Reports of an event without its day are written a day early or late.
    first = statement.since or (shifted(said, -1) if said else None)
    last = shifted(statement.until, -1) if statement.until else said
    if first is None or last is None:
        return None
    return first, shifted(max(first, last), LASTS)
