"""Areas against the size of the place: a part cannot be larger than the whole.

Sources differ about the size of a region (land alone or with its waters, an old survey or a
new one), so every published area is named, and a stated size is held against all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.checks.evidence import EvidenceBase
from groundcheck.checks.nearby import sentences_of
from groundcheck.checks.verdicts import span_of
from groundcheck.checks.wording import amount, commits, interval, listed, middle
from groundcheck.model import (
    Claim,
    Evidence,
    Finding,
    Interval,
    PublishedArea,
    Quantity,
    Report,
    Step,
    Verdict,
)
from groundcheck.text.units import convert, dimension

# Sources that count alike differ by less than the second; a stated size that is further than the
# first from every published one is no longer a matter of what is counted.
_TOLERANCE, _CLOSE = 0.10, 0.01

COUNTED = "what is counted: land alone or inland waters too, and the year of the survey"
UNNAMED = "which place is meant, since the sentence names none"

_SIZE = re.compile(
    r"\b(covers?|covering|measures?|measuring|spans?|area|size|sized|large|big|extends?|"
    r"(?:makes?|made) up|in all|altogether)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\s*(?:an?|per|each|every)\s+(?:day|week|month|year)\b", re.IGNORECASE)


def check(report: Report, claims: tuple[Claim, ...], evidence: EvidenceBase) -> Iterator[Finding]:
    """A finding for each area that a claim gives for places whose size is published."""
    sentences = sentences_of(report.text)
    for claim in claims:
        areas = tuple(evidence.areas(place.id) for place in claim.places)
        if not areas or not all(areas):
            continue
        for quantity in claim.quantities:
            if quantity.role == "conversion" or dimension(quantity.unit) != "area":
                continue
            if _RATE.match(report.text, quantity.span.end):
                continue
            make = _size if quantity.role == "whole" or _is_size(claim) else _part
            yield make(claim, quantity, areas, sentences.name_any(claim))


def _is_size(claim: Claim) -> bool:
    return claim.kind == "count" and claim.actor is None and bool(_SIZE.search(claim.text))


def published(areas: tuple[tuple[PublishedArea, ...], ...]) -> Interval:
    """The smallest and largest size, in km², of the places together as their sources have it."""
    low, high = zip(*(_ends(options) for options in areas), strict=True)
    return Interval(sum(low), sum(high))


def _ends(options: tuple[PublishedArea, ...]) -> tuple[float, float]:
    sizes = [option.km2 for option in options]
    return min(sizes), max(sizes)


def _in_km2(value: Interval, unit: str) -> Interval:
    return value if unit == "km2" else value.scaled(convert(1.0, unit, "km2"))


def _sources(areas: tuple[tuple[PublishedArea, ...], ...]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(option.source, f"{option.place} measures {amount(option.km2, 'km2', 0)}")
        for options in areas
        for option in options
    )


def _names(claim: Claim) -> str:
    names = listed(tuple(place.name for place in claim.places))
    return f"{names} together" if len(claim.places) > 1 else names


def _part(
    claim: Claim,
    quantity: Quantity,
    areas: tuple[tuple[PublishedArea, ...], ...],
    named: bool,
) -> Finding:
    whole, part = published(areas), _in_km2(quantity.bounds, quantity.unit)
    assert whole.low is not None and whole.high is not None  # noqa: S101, PT018
    said = middle(quantity.value) * (convert(1.0, quantity.unit, "km2"))
    share = span_of((100 * said / whole.high, 100 * said / whole.low))
    too_large = whole.below(part)
    gap = part.low - whole.high if too_large and named and part.low is not None else None
    size = f"{_names(claim)} ({interval(whole, 'km2', 0)})"
    verdict: Verdict = "agrees"
    if too_large:
        verdict = "disagrees" if named else "depends"
    summary = (
        f"{amount(said, 'km2')} is more than the whole of {size}"
        if too_large
        else f"{amount(said, 'km2')} is {interval(share, 'percent')} of {size}: it fits in"
    )
    return Finding(
        claim=claim.id,
        check="geography",
        verdict=verdict,
        summary=summary,
        stated=part,
        found=Interval(0.0, whole.high),
        unit="km2",
        gap=gap,
        decided_by=UNNAMED if verdict == "depends" else None,
        working=(
            Step("take the words", (quantity.text,), commits(quantity)),
            Step("take the size", (_names(claim),), interval(whole, "km2", 0), "published areas"),
            Step(
                "divide",
                (amount(said, "km2"), interval(whole, "km2", 0)),
                interval(share, "percent"),
            ),
        ),
        evidence=_sources(areas),
    )


def _size(
    claim: Claim,
    quantity: Quantity,
    areas: tuple[tuple[PublishedArea, ...], ...],
    named: bool,
) -> Finding:
    whole, stated = published(areas), _in_km2(quantity.bounds, quantity.unit)
    assert whole.low is not None and whole.high is not None  # noqa: S101, PT018
    wide = Interval(whole.low * (1 - _TOLERANCE), whole.high * (1 + _TOLERANCE))
    near = Interval(whole.low * (1 - _CLOSE), whole.high * (1 + _CLOSE))
    verdict: Verdict = "agrees"
    if not stated.overlaps(wide):
        verdict = "disagrees" if named else "depends"
    elif not stated.overlaps(near):
        verdict = "depends"
    far = not stated.overlaps(wide)
    choice = UNNAMED if far else COUNTED
    said = {
        "agrees": "the stated size agrees",
        "depends": f"for the stated size it depends on {choice}",
        "disagrees": "the stated size disagrees",
    }[verdict]
    low = stated.low if stated.low is not None else 0.0
    high = stated.high if stated.high is not None else low
    apart = max(low - whole.high, whole.low - high)
    return Finding(
        claim=claim.id,
        check="geography",
        verdict=verdict,
        summary=f"{_names(claim)}: published as {interval(whole, 'km2', 0)}; {said}",
        stated=stated,
        found=whole,
        unit="km2",
        gap=apart if verdict == "disagrees" else None,
        decided_by=choice if verdict == "depends" else None,
        working=(
            Step("take the words", (quantity.text,), commits(quantity)),
            Step("take the size", (_names(claim),), interval(whole, "km2", 0), "published areas"),
        ),
        evidence=_sources(areas),
    )
