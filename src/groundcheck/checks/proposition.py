"""What claims of different reports are compared by: what they are about, and whose they are."""

from __future__ import annotations

from datetime import date

from groundcheck.model import THE_REPORT, Appearance, Claim, Proposition, Quantity, Statement

_MEASURES = {
    "percent": "share",
    "km2": "area",
    "mi2": "area",
    "ha": "area",
}


def statement(claim: Claim, appeared: Appearance, group: str) -> Statement:
    """The claim as a statement on record; ``appeared`` is its report's earliest appearance."""
    said = claim.attribution.said
    day = said.start if said is not None and said.start is not None else appeared.published
    since, until = _days(claim, day)
    return Statement(
        claim, appeared, proposition(claim), origin(claim, group), group, day, since, until
    )


def proposition(claim: Claim) -> Proposition:
    """What the claim is about."""
    places = tuple(sorted({place.id for place in claim.places}))
    return Proposition(claim.kind, claim.actor, places, _measure(claim.quantities))


def origin(claim: Claim, group: str) -> str:
    """Whose statement it is: the source's, or in a report's own voice that of its copies."""
    source = claim.attribution.source
    return f"report:{group}" if source == THE_REPORT else source


def _measure(quantities: tuple[Quantity, ...]) -> str:
    figures = [one for one in quantities if one.role == "figure"]
    return _MEASURES.get(figures[0].unit, figures[0].unit) if figures else ""


def _days(claim: Claim, day: date | None) -> tuple[date | None, date | None]:
    if claim.when is not None and claim.when.resolved:
        return claim.when.start, claim.when.end
    return day, None
