"""What is counted in a claim, and how much of it the words commit to, in one unit a measure."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import NamedTuple

from groundcheck.checks.capture_words import said_of
from groundcheck.checks.change_words import says_way, stated_changes, way
from groundcheck.checks.control_words import stated_shares
from groundcheck.checks.own_text import own_text
from groundcheck.model import Claim, Interval, Kind, Quantity
from groundcheck.text.units import convert, dimension

_BASE = {"area": "km2", "length": "km", "share": "percent"}
_DAYS = {"second", "minute", "hour", "days", "weeks"}
# What happened to what is counted: 20 killed and 20 wounded are two things.
_MATTERS = tuple(
    (matter, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for matter, words in (
        ("killed", r"kill\w*|dead|died|deaths?|fatalit\w+|toll"),
        ("wounded", r"wound\w*|injur\w+|maimed|hurt"),
        ("missing", r"missing|disappear\w*"),
        ("captured", r"captur\w+|prisoners?|surrender\w*|detain\w*|arrest\w*|taken intact"),
        ("displaced", r"displac\w+|uproot\w+|fled|flee\w*|refugees?|left their homes"),
        ("evacuated", r"evacuat\w+|moved out|brought out"),
        ("lost", r"los[te]\w*|losses|casualt\w+"),
        ("shot down", r"shot down|shoot down|downed|intercept\w*|brought down"),
        ("destroyed", r"destroy\w*|burn\w*|wreck\w*|knocked out"),
        ("damaged", r"damag\w+"),
        ("launched", r"launch\w*|fired|firing|dropped|attacked with"),
        ("deployed", r"deploy\w*|mass(?:ed|ing)|stationed|sent|moved|crossed|stand"),
        ("living", r"liv(?:e|ed|ing)|population|inhabitants|home to"),
        ("held", r"hold\w*|held|control\w*|occup\w+"),
        ("taken", r"t[ao]ke[ns]?|took|taking|seiz\w*|liberat\w*|recaptur\w*"),
    )
)
_LOST = re.compile(
    r"\b(?:los(?:t|e|es|ing|ses)|gave up|withdr[ae]w\w*|retreat\w*|abandon\w*|surrender\w*)\b",
    re.IGNORECASE,
)
# Said of whoever is the actor: "its troops were pushed out of 30 km²".
_DRIVEN = re.compile(
    r"\b(?:was|were|been|being|are|is)\s+(?:\w+\s+)?(?:driven|pushed|forced|thrown)\s+"
    r"(?:out|back|from|off)\b(?!.{0,200}\bby\b)",
    re.IGNORECASE | re.DOTALL,
)

_PASSED = re.compile(
    r"\b(?:pass(?:ed|es|ing)?\s+(?:in)?to|f[ae]ll(?:en|s)?\s+(?:in)?to|c[ao]me\s+under|"
    r"brought\b.{1,200}\bunder)\b",
    re.IGNORECASE | re.DOTALL,
)


class Amount(NamedTuple):
    """How much was said, in ``unit``: what the words commit to, and what a reader takes from them.

    ``implied`` says that no figure was given: "controls the region" is taken as nearly all of it.
    """

    text: str
    bounds: Interval
    likely: Interval
    unit: str
    implied: bool = False


def figure_of(claim: Claim) -> Quantity | None:
    """The first figure of a claim that is no conversion and no whole."""
    return next((one for one in claim.quantities if one.role == "figure"), None)


def kind_of(claim: Claim) -> Kind:
    """The kind that a claim is compared as.

    A town that changed hands was captured; ground or settlements that are said to have passed to
    somebody in the course of several days are a change, and not what he held on each of them.
    """
    figure = figure_of(claim)
    if figure is None:
        town = claim.kind == "change" and bool(claim.places) and _is_town(claim)
        return "capture" if town else claim.kind
    ground = family_of(figure.unit) in ("area", "settlements")
    if claim.kind in ("control", "count") and ground and _over_days(claim):
        passed = says_way(claim) or _PASSED.search(claim.text)
        return "change" if passed else claim.kind
    return claim.kind


def _over_days(claim: Claim) -> bool:
    """Whether it speaks of several days, or of all since one ("since May")."""
    when = claim.when
    if when is None or when.start is None:
        return False
    return when.end is None or when.end - when.start > timedelta(days=1)


def measure(claim: Claim) -> str:
    """What is counted: "share", "area", "settlements lost", "people killed"; "" for nothing."""
    if kind_of(claim) == "capture":
        return _of_capture(claim)
    if kind_of(claim) == "control":
        amount = _of_control(claim)
        if amount is not None:
            return "" if amount.implied and _is_town(claim) else _MEASURED[amount.unit]
    figure = figure_of(claim)
    if figure is None:
        return ""
    family = family_of(figure.unit)
    if kind_of(claim) == "control":
        return f"{family} held"
    if kind_of(claim) == "change":
        return f"{family} lost" if _is_loss(claim) else family
    return f"{family} {matter_of(claim, figure)}".strip()


_MEASURED = {"percent": "share", "km2": "area"}


def family_of(unit: str) -> str:
    """Units that measure the same have one family: km² and acres are both "area"."""
    kind = dimension(unit)
    if kind in ("area", "length") or unit == "percent":
        return "share" if unit == "percent" else kind
    return "time" if kind == "time" else unit


def amount_of(claim: Claim) -> Amount | None:
    """The claim's amount, ``None`` where it gives none, or one of something that is not plain."""
    if kind_of(claim) == "control":
        found = _of_control(claim)
        if found is not None:
            return found
    figure = figure_of(claim)
    return None if figure is None else in_base(figure)


def in_base(figure: Quantity) -> Amount:
    """A figure in km², km, percent or days where it can be converted, else in its own unit."""
    kind = dimension(figure.unit)
    unit = "days" if figure.unit in _DAYS else figure.unit
    if unit != "percentage points":
        unit = _BASE.get(kind, unit)
    factor = convert(1.0, figure.unit, unit)
    bounds, likely = (_scaled(one, factor) for one in (figure.bounds, figure.likely))
    return Amount(figure.text, bounds, likely, unit)


def matter_of(claim: Claim, figure: Quantity) -> str:
    """What happened to what is counted: the word for it that stands nearest to the figure."""
    own = own_text(claim)
    at = next((new.span for old, new in zip(claim.quantities, own.quantities, strict=True)
               if old is figure), None)  # fmt: skip
    if at is None:
        return ""
    found = (
        (min(abs(match.start() - at.end), abs(at.start - match.end())), matter)
        for matter, pattern in _MATTERS
        for match in pattern.finditer(own.text)
    )
    return min(found, default=(0, ""))[1]


def _of_control(claim: Claim) -> Amount | None:
    own = own_text(claim)
    stated = stated_shares(own, own.text)
    if isinstance(stated, str):
        return None
    first = stated[0]
    figure = next((one for one in own.quantities if one.text == first.text), None)
    likely = first.bounds
    if figure is not None and figure.hedge != "all":
        likely = in_base(figure).likely
    return Amount(first.text, first.bounds, likely, first.unit, implied=figure is None)


def _is_town(claim: Claim) -> bool:
    return any(place.kind in ("town", "area") for place in claim.places)


def _of_capture(claim: Claim) -> str:
    roles = {said_of(claim, place).role for place in claim.places}
    return "lost" if roles == {"loses"} else ""


def _is_loss(claim: Claim) -> bool:
    own = own_text(claim)
    if _DRIVEN.search(claim.text):
        return True
    ground = list(stated_changes(own, own.text))
    if ground:
        return any(way(own, stated) == "loss" for stated in ground)
    return bool(_LOST.search(claim.text))


def _scaled(value: Interval, factor: float) -> Interval:
    return value if factor == 1.0 else value.scaled(factor)
