"""Shares and areas held, against dated control maps.

A map is its maker's statement. What it can honestly be taken to say of a claim is everything
that the boundary sets give, on every day that the words may speak of and on the days after
it by which a map catches up (``LAGS``). The verdict compares that with the words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from groundcheck.checks.checkability import needs, not_checkable
from groundcheck.checks.control_doubts import doubts
from groundcheck.checks.control_words import Stated, stated_shares
from groundcheck.checks.evidence import ControlSeries, EvidenceBase
from groundcheck.checks.measuring import Maps, Measured
from groundcheck.checks.nearby import Sentences, sentences_of
from groundcheck.checks.verdicts import measured
from groundcheck.checks.wording import amount, interval, listed
from groundcheck.model import Claim, Finding, Place, Report, Step, Verdict

LAGS = (0, 1, 2, 7)
"""Days after the last day spoken of whose maps count too: a map is not drawn at once."""

_MOST_DAYS = 31


def check(report: Report, claims: tuple[Claim, ...], evidence: EvidenceBase) -> Iterator[Finding]:
    """A finding per reading of each control claim, from every layer that covers it."""
    context = Context(
        report, sentences_of(report.text, claims), evidence, tuple(map(Maps, evidence.control))
    )
    for claim in claims:
        if claim.kind == "control" and not_checkable(claim) is None:
            yield from _findings(replace(claim, places=innermost(claim.places)), context)


@dataclass(frozen=True, slots=True)
class Context:
    """What every claim of a report is checked with."""

    report: Report
    sentences: Sentences
    evidence: EvidenceBase
    maps: tuple[Maps, ...]


def innermost(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places without a country that another of them lies in: "Arvania's Northmark region"."""
    within = {place.id.split("-")[0] for place in places if "-" in place.id}
    return tuple(place for place in places if place.id not in within)


def _findings(claim: Claim, context: Context) -> Iterator[Finding]:
    if claim.actor is None or not claim.places:
        missing = "who holds it" if claim.places else "a place that can be looked up"
        yield _not_covered(claim, f"the words do not name {missing}", missing)
        return
    covering = [maps for maps in context.maps if _covers(maps.layer, claim.places)]
    if not covering:
        where = listed(tuple(place.name for place in claim.places))
        yield _not_covered(claim, f"no layer at hand covers {where}", needs(claim))
        return
    days = days_of(claim, context.report.published)
    if not days:
        why = "no day can be made out that the words speak of"
        yield _not_covered(claim, why, "the day that it speaks of")
        return
    stated = stated_shares(claim, context.report.text)
    if isinstance(stated, str):
        yield _not_covered(claim, stated, "a count of the same thing by another source")
        return
    for maps in covering:
        for one in stated:
            yield from _with_maps(claim, one, maps, days, context)


def _covers(layer: ControlSeries, places: tuple[Place, ...]) -> bool:
    return all(layer.regions_of(place.id) for place in places)


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


def _with_maps(
    claim: Claim, stated: Stated, maps: Maps, days: tuple[date, ...], context: Context
) -> Iterator[Finding]:
    layer = maps.layer
    complement = _is(claim.actor, context.evidence.name(layer.country))
    if not complement and not _is(claim.actor, layer.holder):
        why = f"{layer.maker}'s maps show what {layer.holder} holds, not {claim.actor}"
        yield _not_covered(claim, why, f"a layer of what {claim.actor} holds there")
        return
    if days[-1] < layer.first_day or days[0] > layer.last_day:
        why = f"{layer.maker}'s maps run from {layer.first_day} to {layer.last_day}"
        yield _not_covered(claim, why, needs(claim))
        return
    lagged = {days[-1] + timedelta(days=lag) for lag in LAGS} | set(days)
    for reading, places in _readings(claim, stated):
        found = maps.measure(places, sorted(lagged), complement)
        if found is None:
            why = f"{layer.maker}'s maps do not show {listed(tuple(p.name for p in places))} then"
            yield _not_covered(claim, why, needs(claim), reading)
        else:
            yield _finding(claim, stated, found, reading, context.sentences)


def _is(actor: str | None, state: str | None) -> bool:
    """Whether ``actor`` names the state or its forces ("Borland", "Borland's army")."""
    if not actor or not state:
        return False
    stem = state.lower().rstrip("e")
    words = actor.lower().removeprefix("the ").split()
    return bool(words) and words[0].removesuffix("'s") in {
        state.lower(), stem + "n", stem + "ian", state.lower() + "n",
    }  # fmt: skip


def _readings(claim: Claim, stated: Stated) -> Iterator[tuple[str | None, tuple[Place, ...]]]:
    if len(claim.places) == 1:
        yield None, claim.places
        return
    readings = claim.readings or ("each", "together")
    if stated.unit != "percent" and "each" not in claim.readings:
        readings = ("together",)
    if "together" in readings:
        yield "together", claim.places
    if "each" in readings:
        for place in claim.places:
            yield f"each: {place.name}", (place,)


def _finding(
    claim: Claim, stated: Stated, found: Measured, reading: str | None, sentences: Sentences
) -> Finding:
    unit, extent = stated.unit, found.extent(stated.unit)
    verdict, gap = measured(stated.bounds, extent)
    if stated.whole:
        verdict, gap = _of_the_whole(found), None
    decided_by = found.decided_by(stated.bounds, unit) if verdict == "depends" else None
    doubt = next(doubts(claim, stated, found, sentences), None)
    if doubt is not None:
        verdict, gap, decided_by = "depends", None, doubt
    summary = f"{found.shows(unit)}: {_said(verdict, gap, unit, decided_by)}"
    if claim.certainty == "denied":
        summary = f"{found.shows(unit)}: the source denies {interval(stated.bounds, unit)}"
    if found.complement and verdict == "agrees":
        summary += f" ({found.caveat})"
    return Finding(
        claim=claim.id,
        check="control",
        verdict=verdict,
        summary=summary,
        reading=reading,
        stated=stated.bounds,
        found=extent,
        unit=unit,
        gap=gap,
        decided_by=decided_by,
        became_so=found.became_so(stated.threshold) if unit == "percent" else None,
        working=(
            Step("take the words", (stated.text,), interval(stated.bounds, unit), stated.how),
            *found.steps(unit),
            Step("compare", (interval(stated.bounds, unit), interval(extent, unit)), verdict),
        ),
        evidence=found.evidence(),
    )


def _of_the_whole(found: Measured) -> Verdict:
    """The verdict where a place is said to be held, without a number (see ``docs/verdicts.md``)."""
    extent = found.extent("percent")
    low, high = extent.low or 0.0, extent.high or 0.0
    if low >= 99:
        return "agrees"
    return "more than measured" if high < 50 else "depends"


def _said(verdict: Verdict, gap: float | None, unit: str, decided_by: str | None) -> str:
    if verdict in ("agrees", "depends"):
        return "the claim agrees" if verdict == "agrees" else f"it depends on {decided_by}"
    # "At least" must not round up.
    least = math.floor(10 * gap) / 10 if gap and unit == "percent" else math.floor(gap or 0.0)
    by = f" by at least {amount(least, 'points' if unit == 'percent' else unit)}" if least else ""
    return f"the claim is {verdict}{by}"


def _not_covered(claim: Claim, why: str, needed: str, reading: str | None = None) -> Finding:
    return Finding(
        claim=claim.id,
        check="control",
        verdict="not covered",
        summary=f"Not covered: {why}; it would take {needed}",
        reading=reading,
        working=(Step("look for a map", (claim.text,), why),),
    )
