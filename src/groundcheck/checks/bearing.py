"""How one statement bears on another one of the same proposition: agrees, contradicts, depends.

Nothing is said where the two do not speak of the same days. A front moves, so that a later and
higher figure is no contradiction. What somebody holds is compared over ``TOLERANCE`` days; a change
or a count over the same period alone; the capture of a town with its denial, and day with day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from groundcheck.checks.capture_words import Said, said_of
from groundcheck.checks.measures import amount_of
from groundcheck.checks.parties import is_party
from groundcheck.checks.verdicts import gap
from groundcheck.model import Claim, Statement

TOLERANCE = 7
"""Days between two statements on what is held that are still compared: a map is as late."""

MOVES = {"percent": 1.0, "km2": 100.0, "settlements": 5.0}
"""How far a front may move in a day: a gap of no more, between different days, only depends."""

SHORT = 7
"""Days up to which periods must be the same to the day; longer ones may begin or end a day off."""

RECENT = 30
"""Days between two reports of a capture without its day in which they may mean the same one."""

ANOTHER_TIME = 60
"""Days between two captures of one town from which on it may have been taken twice."""

_ALL = 99
_CONTESTED = re.compile(r"\b(?:contested|disputed)\b|\bgr[ae]y zone\b", re.IGNORECASE)
_HOW_MUCH = "how much is meant where no figure is given"

_Word = Literal["agrees", "contradicts", "depends"]
_DAY = timedelta(days=1)
_COMPARED = frozenset(("control", "share", "change", "capture", "count"))
_UNPLAIN = frozenset(("forecast", "demanded"))


@dataclass(frozen=True, slots=True)
class Bearing:
    """``word`` is what one statement is to the other; ``why`` says over what, or on what it hangs.

    ``gap`` is the distance between what the words of the two commit to, in ``unit``.
    """

    word: _Word
    why: str
    gap: float | None = None
    unit: str | None = None


def comparable(claim: Claim) -> bool:
    """Whether a claim is of the kind that others can agree with or contradict.

    Ground that is contested is nobody's, and so no figure of what anybody holds.
    """
    if claim.kind == "control" and _CONTESTED.search(claim.text):
        return False
    return claim.kind in _COMPARED and claim.certainty not in _UNPLAIN


def bearing(one: Statement, other: Statement) -> Bearing | None:
    """How two statements of one proposition stand to each other; the order does not matter.

    ``None`` where they speak of different days, or of what nobody can compare.
    """
    if one.proposition != other.proposition or not says_of_what(one):
        return None
    if not (comparable(one.claim) and comparable(other.claim)):
        return None
    if one.proposition.kind == "capture":
        found = _captures(one, other)
    elif _denied(one) or _denied(other):
        found = _denials(one, other)
    else:
        found = _amounts(one, other)
    return _softened(found, one.claim, other.claim) if found else None


def days_apart(one: Statement, other: Statement) -> int | None:
    """The days between the times that two statements speak of, 0 where they meet.

    An end that is not known is without limit; ``None`` where neither of one's ends is known.
    """
    if any(of.since is None and of.until is None for of in (one, other)):
        return None
    waits = (
        (late.since - early.until).days + 1
        for early, late in ((one, other), (other, one))
        if early.until is not None and late.since is not None
    )
    return max(0, *waits, 0)


def same_time(one: Statement, other: Statement) -> bool:
    """Whether both give a time of their own, and it is the same one."""
    return timed(one.claim) and timed(other.claim) and _same_period(one, other)


def _denied(statement: Statement) -> bool:
    return statement.claim.certainty == "denied"


def says_of_what(statement: Statement) -> bool:
    """Whether it names a place, without which only a count of one party's is of one thing."""
    about = statement.proposition
    return bool(about.places) or (about.kind == "count" and is_party(about.actor))


def timed(claim: Claim) -> bool:
    """Whether the claim gives a time of its own, and is not only of the day of its report."""
    when = claim.when
    if when is None or not when.resolved:
        return False
    of_a_day = when.start is not None and when.end is not None and when.end - when.start <= _DAY
    return when.span is not None or not of_a_day


def _softened(found: Bearing, one: Claim, other: Claim) -> Bearing:
    """A contradiction that hangs on how the words of one side are taken only depends."""
    if found.word != "contradicts":
        return found
    if "hedged" in (one.certainty, other.certainty):
        why = "whether it is so at all, since one of the two says only that it may be"
    elif one.readings != other.readings:
        why = "whether the places are meant each or together"
    else:
        return found
    return Bearing("depends", why, found.gap, found.unit)


def _amounts(one: Statement, other: Statement) -> Bearing | None:
    apart = _near(one, other)
    mine, theirs = amount_of(one.claim), amount_of(other.claim)
    if apart is None or mine is None or theirs is None or mine.unit != theirs.unit:
        return None
    if any(of.implied and (of.bounds.low or 0.0) < _ALL for of in (mine, theirs)):
        return Bearing("depends", _HOW_MUCH)
    if mine.bounds.overlaps(theirs.bounds):
        if mine.likely.overlaps(theirs.likely):
            return Bearing("agrees", "the figures meet")
        return Bearing("depends", "how far “over” or “under” the figure it may be")
    if one.proposition.measure == "people" or one.claim.kind == "share":
        return None  # Of what or of whom is not known: no ground for a contradiction.
    distance = gap(mine.bounds, theirs.bounds)
    unit = "points" if mine.unit == "percent" else mine.unit
    if mine.implied or theirs.implied:
        return Bearing("depends", _HOW_MUCH, distance, unit)
    if apart and distance is not None and distance <= apart * MOVES.get(mine.unit, 0.0):
        return Bearing("depends", "the day, since the front may have moved so far", distance, unit)
    return Bearing("contradicts", "the figures do not meet", distance, unit)


def _near(one: Statement, other: Statement) -> int | None:
    """The days between two statements where these are near enough to be compared."""
    if one.proposition.kind == "control":
        if _long(one) or _long(other):
            return 0 if same_time(one, other) else None
        apart = days_apart(one, other)
        return apart if apart is not None and apart <= TOLERANCE else None
    known = None not in (one.since, other.since)
    return 0 if known and _same_period(one, other) else None


def _long(one: Statement) -> bool:
    """Whether it speaks of more days than a front stays where it is."""
    if one.since is None or one.until is None:
        return True
    return (one.until - one.since).days > TOLERANCE


def _same_period(one: Statement, other: Statement) -> bool:
    """Whether two periods begin and end on the same days, long ones give or take one."""
    if (one.since, one.until) == (other.since, other.until):
        return True
    short = any(
        of.since is not None and of.until is not None and (of.until - of.since).days <= SHORT
        for of in (one, other)
    )
    near = _near_day(one.since, other.since) and _near_day(one.until, other.until)
    return near and not short


def _near_day(one: date | None, other: date | None) -> bool:
    return one == other if one is None or other is None else abs(one - other) <= _DAY


def _denials(one: Statement, other: Statement) -> Bearing | None:
    if _denied(one) and _denied(other):
        return Bearing("agrees", "both deny it") if _near(one, other) is not None else None
    apart = _near(one, other)
    mine, theirs = amount_of(one.claim), amount_of(other.claim)
    if apart is None or (mine is None) != (theirs is None):
        return None
    if mine and theirs and mine.implied != theirs.implied:
        return None
    if mine and theirs and not mine.bounds.overlaps(theirs.bounds):
        return None
    return Bearing("contradicts", "one denies what the other says")


def _captures(one: Statement, other: Statement) -> Bearing | None:
    if _denied(one) or _denied(other):
        return None  # See ``holds``: a denial speaks of its own day.
    if timed(one.claim) and timed(other.claim):
        found = _capture_days(days_apart(one, other))
    elif one.said is None or other.said is None or abs((one.said - other.said).days) > RECENT:
        return None
    else:
        found = Bearing("agrees", "both say so")
    less = next((said.less for of in (one, other) for said in _said(of) if said.less), "")
    return Bearing("depends", less) if found and less else found


def _capture_days(apart: int | None) -> Bearing | None:
    if apart is None or apart > ANOTHER_TIME:
        return None
    if apart <= 1:
        return Bearing("agrees", "both say so, of the same day")
    if apart <= TOLERANCE:
        return Bearing("depends", "the day, since news of it may be late", apart, "days")
    return Bearing("contradicts", "the days do not meet", apart, "days")


def _said(of: Statement) -> Iterator[Said]:
    places = (place for place in of.claim.places if place.id in of.proposition.places)
    return (said_of(of.claim, place) for place in places)
