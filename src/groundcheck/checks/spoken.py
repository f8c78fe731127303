"""What a claim speaks of: which days, which places taken how, and which side of a map."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from groundcheck.checks.evidence import ControlSeries, EvidenceBase
from groundcheck.model import Claim, Place

LAGS = (0, 1, 2, 7)
"""Days after the last day spoken of whose maps count too: a map is not drawn at once."""

Side = Literal["holder", "other"]

_MOST_DAYS = 31


def days_of(claim: Claim, published: date | None) -> tuple[date, ...]:
    """The days that the claim may speak of, at most a month of them, evenly spread.

    A claim without a time of its own speaks of the day of publication. ``()`` where there is
    no such day, or where the time has no beginning or no end.
    """
    when = claim.when
    if when is None:
        return (published,) if published else ()
    if when.start is None or when.end is None:
        return ()
    length = (when.end - when.start).days
    stride = -(-length // _MOST_DAYS)
    days = {when.start + timedelta(days=step) for step in range(0, length, stride)}
    return tuple(sorted(days | {when.end - timedelta(days=1)}))


def period_of(claim: Claim, published: date | None) -> tuple[date, date] | None:
    """The first and the last day of the time in which something changed.

    "Since May" and "this year" end on the day of publication. ``None`` where no time was said,
    or no day can be made out at one of the ends.
    """
    when = claim.when
    if when is None or when.span is None or when.start is None:
        return None
    ends = [published] if published else []
    if when.end is not None:
        ends.append(when.end - timedelta(days=1))
    last = min(ends, default=None)
    return (when.start, last) if last is not None and when.start <= last else None


def innermost(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places without a country that another of them lies in: "Arvania's Northmark region"."""
    within = {place.id.split("-")[0] for place in places if "-" in place.id}
    return tuple(place for place in places if place.id not in within)


def covers(series: ControlSeries, places: tuple[Place, ...]) -> bool:
    """Whether the layer shows every one of the places."""
    return all(series.regions_of(place.id) for place in places)


def side(actor: str | None, series: ControlSeries, evidence: EvidenceBase) -> Side | None:
    """The side of the layer that ``actor`` is: its holder, or the country it is held from."""
    if is_state(actor, series.holder):
        return "holder"
    return "other" if is_state(actor, evidence.name(series.country)) else None


def is_state(actor: str | None, state: str | None) -> bool:
    """Whether ``actor`` names the state or its forces ("Borland", "Borland's army")."""
    if not actor or not state:
        return False
    stem = state.lower().rstrip("e")
    words = actor.lower().removeprefix("the ").split()
    return bool(words) and words[0].removesuffix("'s") in {
        state.lower(), stem + "n", stem + "ian", state.lower() + "n",
    }  # fmt: skip


def readings(claim: Claim, unit: str) -> Iterator[tuple[str | None, tuple[Place, ...]]]:
    """Each way to take the claim's places, with the name of the reading."""
    if len(claim.places) == 1:
        yield None, claim.places
        return
    known = claim.readings or ("each", "together")
    if unit != "percent" and "each" not in claim.readings:
        known = ("together",)
    if "together" in known:
        yield "together", claim.places
    if "each" in known:
        for place in claim.places:
            yield f"each: {place.name}", (place,)
