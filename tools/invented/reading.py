"""How a reader's claims answer to what a report is known to carry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from groundcheck.checks.parties import party
from groundcheck.checks.source_names import source_key
from groundcheck.model import Claim, Interval, Quantity
from invented.figures import reach
from invented.model import Carried, Told

Slot = Literal["actor", "places", "figure", "bound", "source", "denied", "kind"]

_UNITS = {"percent": "percent", "km2": "km2"}
_KINDS = {
    "share": ("control", "share"),
    "held": ("control", "count"),
    "taken": ("change",),
    "lost": ("change",),
    "seized": ("capture", "change"),
    "capture": ("capture",),
}


def matched(carried: Iterable[Carried], claims: Iterable[Claim]) -> list[tuple[Carried, Claim]]:
    """Pairs of a known statement and the claim that holds it: each only once, the likeliest."""
    scored = sorted(
        (
            (_likeness(one, claim), -number, -at, one, claim)
            for number, one in enumerate(carried)
            for at, claim in enumerate(claims)
        ),
        key=lambda row: row[:3],
        reverse=True,
    )
    found: list[tuple[Carried, Claim]] = []
    for likeness, _, _, one, claim in scored:
        if likeness and not any(one is a or claim is b for a, b in found):
            found.append((one, claim))
    return found


def wrong(one: Carried, claim: Claim) -> tuple[Slot, ...]:
    """The slots in which the claim is not what was said."""
    said = one.said
    slots: dict[Slot, bool] = {
        "actor": _acts(claim, said.actors),
        "places": _places(one, claim) == set(said.places),
        "source": says(claim, one.source),
        "denied": (claim.certainty == "denied") == said.denied,
        "kind": claim.kind in _KINDS[said.matter],
    }
    if one.told:
        figure = _figure(claim)
        slots["figure"] = figure is not None and _same(one.told, figure)
        slots["bound"] = figure is not None and _bounded(one.told, figure)
    return tuple(slot for slot, right in slots.items() if not right)


def says(claim: Claim, source: str) -> bool:
    """Whether the claim is of that source, by whatever of its names."""
    found = claim.attribution.source
    return source_key(found) == source_key(source) or party(found) == party(source)


def _acts(claim: Claim, actors: tuple[str, ...]) -> bool:
    return claim.actor is not None and party(claim.actor) in {party(one) for one in actors}


def _likeness(one: Carried, claim: Claim) -> int:
    """0 where the claim has neither the figure nor, without one, the town."""
    figure = _figure(claim)
    if one.told:
        if figure is None or not _same(one.told, figure):
            return 0
    elif not _places(one, claim) & set(one.said.places):
        return 0
    return (
        1
        + 4 * (_places(one, claim) == set(one.said.places))
        + 3 * says(claim, one.source)
        + 2 * _acts(claim, one.said.actors)
        + 2 * ((claim.certainty == "denied") == one.said.denied)
        + (claim.kind in _KINDS[one.said.matter])
    )


def _places(one: Carried, claim: Claim) -> set[str]:
    """The ids of the claim's places, or for a town's capture their names.

    The region that a town is said to lie in is no other place.
    """
    if one.said.matter != "capture":
        return {place.id for place in claim.places}
    (town,) = one.said.places
    known = {place.name for place in claim.places} | {place.text for place in claim.places}
    # A reader may know "Adan Yabaal" as "Adan", by the number of the same town.
    return {town for name in known if name == town or town.startswith(f"{name} ")}


def _figure(claim: Claim) -> Quantity | None:
    figures = [one for one in claim.quantities if one.role == "figure"]
    return figures[0] if figures else None


def _same(told: Told, figure: Quantity) -> bool:
    value = told.value if told.high is None else (told.value, told.high)
    return figure.value == value


def _bounded(told: Told, figure: Quantity) -> bool:
    """Whether both allow for more, and both for less, than the figure."""
    if told.high is not None:
        return figure.bounds == Interval(told.value, told.high)
    low, high = reach(told)
    above = figure.bounds.high is None or figure.bounds.high > told.value
    below = figure.bounds.low is None or figure.bounds.low < told.value
    if not told.hedge and not (above or below):
        return True
    return above == (high > told.value) and below == (low < told.value)
