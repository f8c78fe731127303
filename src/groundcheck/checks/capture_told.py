"""Findings on towns taken and left in words, with every maker named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groundcheck.checks.checkability import needs
from groundcheck.checks.evidence import PointSeries
from groundcheck.checks.shown import Shown
from groundcheck.geo import regions
from groundcheck.geo.settlements import Settlement
from groundcheck.model import Claim, Evidence, Finding, Place, Step, Verdict

_MIDDLE = "the point in its middle; a town is an area, and its edges may stand otherwise"
_MOST = 4
"""Of more places of one name the largest are told."""


@dataclass(frozen=True, slots=True)
class Case:
    """One place of a claim; ``one_of_many`` says that the claim has others."""

    claim: Claim
    place: Place
    one_of_many: bool

    @property
    def reading(self) -> str | None:
        """How the claim is taken here: of this place alone."""
        return f"each: {self.place.name}" if self.one_of_many else None


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict, and on what it depends."""

    verdict: Verdict
    decided_by: str | None = None


def who(series: PointSeries) -> str:
    """The maker's name without what stands in brackets or after a comma."""
    return series.maker.split(" (")[0].split(",")[0]


def summed_up(shows: Sequence[Shown]) -> str:
    """What the maps show, maker by maker."""
    return "; ".join(dict.fromkeys(f"{who(one.series)}'s map {one.words}" for one in shows))


def finding(case: Case, answer: Answer, shows: Sequence[Shown], chosen: Sequence[Shown]) -> Finding:
    """The finding; its summary tells one layer for each origin, its working all of them."""
    ends = {"agrees": "the claim agrees", "disagrees": "the claim disagrees with that"}
    end = ends.get(answer.verdict, f"it depends on {answer.decided_by}")
    if case.claim.certainty == "denied":
        end = "the words deny it, and a map cannot say of a denial"
    became = [f"{who(one.series)}'s map: {one.became}" for one in chosen if one.became]
    return Finding(
        claim=case.claim.id,
        check="capture",
        verdict=answer.verdict,
        summary=f"{summed_up(chosen)}: {end}",
        reading=case.reading,
        decided_by=answer.decided_by,
        became_so="; ".join(became) or None,
        working=(
            *_steps(case, shows),
            Step("compare", (case.claim.text,), answer.verdict, answer.decided_by or ""),
        ),
        evidence=tuple(_evidence(one) for one in shows if one.relation != "silent"),
    )


def which(
    case: Case, towns: Sequence[Settlement], shows: Sequence[Sequence[Shown] | str]
) -> Finding:
    """The finding where several settlements may be meant, with what the maps show of each."""
    named = [f"{town.name} ({_where(town)})" for town in towns[:_MOST]]
    more = f" and {len(towns) - _MOST} more" if len(towns) > _MOST else ""
    why = f"which {case.place.name} is meant: {', '.join(named)}{more}"
    return Finding(
        claim=case.claim.id,
        check="capture",
        verdict="depends",
        summary=f"{len(towns)} places at hand bear the name, so it depends on {why}",
        reading=case.reading,
        decided_by=why,
        working=tuple(
            Step(
                "look up one that may be meant",
                (f"{town.name}, {_where(town)}",),
                one if isinstance(one, str) else summed_up(one),
                "GeoNames, for the place",
            )
            for town, one in list(zip(towns, shows, strict=True))[:_MOST]
        ),
    )


def _where(town: Settlement) -> str:
    region = regions.place(town.region)
    people = f", {town.population:,} inhabitants" if town.population else ""
    return f"{region.name if region else town.region}{people}"


def _steps(case: Case, shows: Sequence[Shown]) -> tuple[Step, ...]:
    return tuple(
        Step(
            "look up on the map",
            (f"{case.place.name}: {_MIDDLE}", f"line good to {one.series.precision_km:g} km"),
            f"the map {one.words}",
            one.series.maker,
        )
        for one in shows
    )


def _evidence(one: Shown) -> Evidence:
    series = one.series
    return Evidence(
        source=series.maker,
        says=f"the map {one.words}; {series.definition}",
        day=str(one.became or series.last_day),
        inputs=series.inputs,
    )


def not_covered(case: Case, why: str) -> Finding:
    """The finding where no map can be held against the words."""
    return Finding(
        claim=case.claim.id,
        check="capture",
        verdict="not covered",
        summary=f"Not covered: {why}; it would take {needs(case.claim)}",
        reading=case.reading,
        working=(Step("look for a map", (case.claim.text,), why),),
    )
