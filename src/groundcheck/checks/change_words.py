"""What a claim of change states: how much ground, whose way it went, of what whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from groundcheck.checks.wording import interval
from groundcheck.model import Claim, Interval, Quantity
from groundcheck.text.units import convert, dimension

Way = Literal["gain", "loss", "keep"]
Whole = Literal["place", "seized", "other"]

_LOSS = re.compile(
    r"\b(?:los(?:e[sd]?|ing|t|s|ses)|g[ai]ve[ns]? (?:up|back)|giving (?:up|back)|ced(?:e[sd]?|ing)|"
    r"withdr[ae]w\w*|retreat\w*|surrender\w*|yield\w*|relinquish\w*|"
    r"abandon\w*)\b",
    re.IGNORECASE,
)
_GAIN = re.compile(
    r"\b(?:gain\w*|t[ao]ke[ns]?|took|taking|captur\w*|seiz\w*|advanc\w*|occup\w*|add(?:ed|s|ing)?|"
    r"overr[au]n\w*|re(?:t[ao]ke[ns]?|took|taking|captur\w*|claim\w*|gain\w*|conquer\w*|turned)|"
    r"liberat\w*|freed|freeing|won|wrest\w*|clear(?:ed|ing)|conquer\w*|drove|expand\w*|grew)\b",
    re.IGNORECASE,
)
_KEEP = re.compile(r"\b(?:still|holds?|controls?|keeps?|kept|retain\w*|remain\w*)\b", re.IGNORECASE)
_EITHER = re.compile(
    r"\bfavou?r\b|\b(?:driven|pushed|forced|thrown)\s+(?:out|back)\b|\bto (?:Russia|Ukraine)\b|"
    r"\bexchang\w*|\bchanged hands\b",
    re.IGNORECASE,
)
_NET = re.compile(r"\bnet\b|\bbalance\b|\bon balance\b", re.IGNORECASE)
_PER = re.compile(
    r"[\w²\s.]{0,25}?\s(?:an?|per|each|every)\s+(?:day|week|month|year)\b|\s+(?:dai|week|month|year)ly\b",
    re.IGNORECASE,
)
_A_PART = re.compile(
    r"\b(?:near|around|outside|north|south|east|west|northern|southern|eastern|western|direction|"
    r"axis|sector|front|salient|pocket|bridgehead|villages?|towns?|another|further|more|additional)\b",
    re.IGNORECASE,
)
_SEIZED = re.compile(
    r"[,\s]+of\s+(?:[\w'’-]+\s+){0,4}?(?:territor\w+|land|ground|areas?|what|all|everything|"
    r"km²|kilomet\w+|gains)\b(?!\s+of\b)[^.;,]{0,60}?\b(?:seiz|t[ao]ke|took|captur|occup|held|gain|lost|overr[au]n|"
    r"conquer|entered|invaded|won)\w*",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\s*(?:percentage[\s-]+)?points?\b", re.IGNORECASE)


class StatedChange(NamedTuple):
    """How much ground the words commit to, in km², or in percent of a whole.

    ``whole`` says of what: the place itself, what had been taken before, or something else.
    """

    text: str
    bounds: Interval
    unit: str
    whole: Whole = "place"

    @property
    def words(self) -> str:
        """What the words commit to, in words."""
        return interval(self.bounds, self.unit)


def stated_changes(claim: Claim, text: str) -> Iterator[StatedChange]:
    """Each area and share in the claim that is not a rate."""
    for quantity in claim.quantities:
        after = text[quantity.span.end : quantity.span.end + 120]
        if quantity.role != "figure" or _PER.match(after[:40]):
            continue
        if dimension(quantity.unit) == "area" and _has_unit(quantity):
            factor = convert(1.0, quantity.unit, "km2")
            bounds = quantity.bounds if factor == 1.0 else quantity.bounds.scaled(factor)
            yield StatedChange(quantity.text, bounds, "km2")
        elif quantity.unit == "percent":
            whole = _whole(claim, after)
            yield StatedChange(quantity.text, quantity.bounds, "percent", whole)


def _whole(claim: Claim, after: str) -> Whole:
    if of_seized(after):
        return "seized"
    return "place" if _POINTS.match(after) or _of_place(claim, after) else "other"


def of_seized(after: str) -> bool:
    """Whether the words after a share say that it is of ground that had been taken before."""
    return bool(_SEIZED.match(after))


def _has_unit(quantity: Quantity) -> bool:
    return quantity.unit_said or any(character.isdigit() for character in quantity.text)


def _of_place(claim: Claim, after: str) -> bool:
    """Whether the words after a share name the claim's place as its whole."""
    names = "|".join(re.escape(place.name[:5]) for place in claim.places) or "(?!)"
    generic = "country|region|oblast|province|state"
    return bool(re.match(rf"\s+of\s+(?:the\s+)?(?:{names}|{generic})", after, re.IGNORECASE))


def way(claim: Claim, stated: StatedChange) -> Way | None:
    """Whether the actor gained, lost or kept ground; ``None`` where the words leave it open.

    Of a share of what had been taken, only the words before it are of its actor.
    """
    words = claim.text.partition(stated.text)[0] if stated.whole == "seized" else claim.text
    gain, loss = _GAIN.search(words), _LOSS.search(words)
    if _EITHER.search(words) or (gain and loss):
        return None
    if loss:
        return "loss"
    return "keep" if _KEEP.search(words) and not gain else "gain"


def says_way(claim: Claim) -> bool:
    """Whether the words name a gain or a loss at all, not only a figure and a time."""
    return bool(_GAIN.search(claim.text) or _LOSS.search(claim.text))


def says_net(claim: Claim) -> bool:
    """Whether the words speak of the balance of gains and losses."""
    return bool(_NET.search(claim.text))


def of_a_part(claim: Claim) -> bool:
    """Whether the words may speak of a part of the front or of a further gain only."""
    return bool(_A_PART.search(claim.text))
