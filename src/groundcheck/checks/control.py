"""Shares and areas held, against dated control maps.

A map is its maker's statement. What the maps can honestly be taken to say of a claim is
everything that the layers and boundary sets give, with contested ground counted or not, on
every day that the words may speak of and on the days after it by which a map catches up
(``spoken.LAGS``). The verdict compares that with the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from groundcheck.checks import map_words
from groundcheck.checks.checkability import needs, not_checkable
from groundcheck.checks.choices import by_maker, deciding
from groundcheck.checks.control_doubts import doubts
from groundcheck.checks.control_words import Stated, stated_shares
from groundcheck.checks.evidence import EvidenceBase
from groundcheck.checks.measuring import Maps, Measured, measure, who
from groundcheck.checks.nearby import Sentences, sentences_of
from groundcheck.checks.spoken import LAGS, covers, days_of, innermost, readings, side
from groundcheck.checks.verdicts import measured, said
from groundcheck.checks.wording import interval, listed
from groundcheck.model import Claim, Finding, Report, Step, Verdict


def check(report: Report, claims: tuple[Claim, ...], evidence: EvidenceBase) -> Iterator[Finding]:
    """A finding per reading of each control claim, over all layers that cover it."""
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


def _findings(claim: Claim, context: Context) -> Iterator[Finding]:
    if claim.actor is None or not claim.places:
        missing = "who holds it" if claim.places else "a place that can be looked up"
        yield _not_covered(claim, f"the words do not name {missing}", missing)
        return
    covering = [m for m in context.maps if any(covers(m.series, (p,)) for p in claim.places)]
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
    sides = [side(claim.actor, maps.series, context.evidence) for maps in covering]
    # A place that one layer shows as held is not the rest of what another one shows.
    wanted = "holder" if "holder" in sides else "other"
    sided = [maps for maps, of in zip(covering, sides, strict=True) if of == wanted]
    if not sided:
        first = covering[0].series
        why = f"{who(first)}'s maps show what {first.holder} holds, not {claim.actor}"
        yield _not_covered(claim, why, f"a layer of what {claim.actor} holds there")
        return
    lagged = sorted({days[-1] + timedelta(days=lag) for lag in LAGS} | set(days))
    for one in stated:
        for reading, places in readings(claim, one.unit):
            found = measure(places, lagged, sided, wanted == "other")
            if isinstance(found, Measured):
                yield _finding(claim, one, found, reading, context.sentences)
            else:
                yield _not_covered(claim, found, needs(claim), reading)


def _finding(
    claim: Claim, stated: Stated, found: Measured, reading: str | None, sentences: Sentences
) -> Finding:
    unit, extent = stated.unit, found.extent(stated.unit)
    verdict, gap = measured(stated.bounds, extent)
    if stated.whole:
        verdict, gap = _of_the_whole(found), None
    decided_by = _decided_by(stated, found) if verdict == "depends" else None
    doubt = next(doubts(claim, stated, found, sentences), None)
    if doubt is not None:
        verdict, gap, decided_by = "depends", None, doubt
    summary = f"{map_words.shows(found, unit)}: {said(verdict, gap, unit, decided_by)}"
    if claim.certainty == "denied":
        summary = (
            f"{map_words.shows(found, unit)}: the source denies {interval(stated.bounds, unit)}"
        )
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
        became_so=map_words.became_so(found, stated.threshold) if unit == "percent" else None,
        working=(
            Step("take the words", (stated.text,), interval(stated.bounds, unit), stated.how),
            *map_words.steps(found, unit),
            Step("compare", (interval(stated.bounds, unit), interval(extent, unit)), verdict),
        ),
        evidence=map_words.evidence(found.shown, found.where),
        by_maker=by_maker((each.maker, each.value) for each in found.options(unit)),
    )


def _decided_by(stated: Stated, found: Measured) -> str:
    """The choice that decides; where the whole is said to be held, perhaps what that means."""
    if stated.whole and found.extent("percent").below(stated.bounds):
        return "whether all of it is meant, to the last hundredth"
    return deciding(stated.bounds, found.options(stated.unit), stated.unit)


def _of_the_whole(found: Measured) -> Verdict:
    """The verdict where a place is said to be held, without a number (see ``docs/verdicts.md``)."""
    extent = found.extent("percent")
    low, high = extent.low or 0.0, extent.high or 0.0
    if low >= 99:
        return "agrees"
    return "more than measured" if high < 50 else "depends"


def _not_covered(claim: Claim, why: str, needed: str, reading: str | None = None) -> Finding:
    return Finding(
        claim=claim.id,
        check="control",
        verdict="not covered",
        summary=f"Not covered: {why}; it would take {needed}",
        reading=reading,
        working=(Step("look for a map", (claim.text,), why),),
    )
