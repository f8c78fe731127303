"""What a control claim states of a place: a share, an area, all of it, a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundcheck.checks.change_words import of_seized
from groundcheck.checks.wording import middle
from groundcheck.model import Claim, Interval, Quantity
from groundcheck.text.units import convert, dimension

# Units of things that stand on the ground. A share of them is not a share of the ground.
_COUNTED = re.compile(
    r"[\w\s'’,-]{0,40}?\b(townships|villages|towns|settlements|districts|provinces|counties|"
    r"population|people|residents|inhabitants|oil|wells|fields|border|force|forces|troops|land "
    r"area of farms|economy)\b",
    re.IGNORECASE,
)
_PART = Interval(0, 100, True, True)
_SOME = (
    (r"\b(?:most|the bulk|the majority|much) of\b", Interval(50, 100, low_open=True)),
    (r"\b(?:parts?|some|areas?|swathes?|stretches|sections?|pieces?|pockets?) of\b",
     _PART),
)  # fmt: skip
_INSIDE = re.compile(r"\b(?:in|inside|within|across|into)\s+(?:the\s+)?$", re.IGNORECASE)
_WHOLE = Interval(99, 100)
_ALL = "“all”: two outlines of one region differ by up to a hundredth, so 99% counts as all"
_HOW = {
    "": "a bare figure: whatever rounds to it",
    "about": "“about”: a little either way",
    "over": "“over”: anything above the figure",
    "at least": "“at least”: the figure or anything above it",
    "under": "“under”: anything below the figure",
    "up to": "“up to”: the figure or anything below it",
    "nearly": "“nearly”, “just under”: from at most a tenth below the figure up to it, itself not",
    "just over": "“just over”: from the figure, itself not, up to at most a tenth above it",
    "between": "a range: both ends count",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """What the words commit to, in ``percent`` or ``km2``.

    ``threshold`` is the share from which on the words hold, ``None`` where they set no floor.
    ``whole`` says that a place was said to be held, without a number. ``how`` says how the
    words were taken.
    """

    text: str
    bounds: Interval
    unit: str
    threshold: float | None
    how: str
    whole: bool = False


def stated_shares(claim: Claim, text: str) -> tuple[Stated, ...] | str:
    """What the claim states, one entry a figure, or why a map cannot be held against it."""
    if claim.text.rstrip().endswith("?"):
        return "the words are a question"
    figures = [q for q in claim.quantities if q.role == "figure"]
    if any(q.role == "whole" and dimension(q.unit) != "area" for q in claim.quantities):
        return "the share is of counted places, and maps show ground"
    shares = [q for q in figures if q.unit == "percent"]
    if any(_of_counted(q, claim, text) for q in shares):
        return "the share is not of ground, and maps show ground"
    if any(of_seized(text[q.span.end : q.span.end + 120]) for q in shares):
        return "the share is of what had been taken, not of the place"
    areas = [q for q in figures if dimension(q.unit) == "area" and _unit_is_plain(q)]
    found = tuple(_share(q) for q in shares) + tuple(_area(q) for q in areas)
    if found:
        return found
    if figures:
        return "the words count something that maps do not show"
    return (_without_number(claim, text),)


def _unit_is_plain(quantity: Quantity) -> bool:
    """Whether the unit was said, or taken over by a figure: "eleven" alone is not an area."""
    return quantity.unit_said or any(character.isdigit() for character in quantity.text)


def _of_counted(quantity: Quantity, claim: Claim, text: str) -> bool:
    end = max(span.end for span in claim.spans)
    after = text[quantity.span.end : max(end, quantity.span.end)]
    place = min((p.span.start for p in claim.places if p.span), default=None)
    limit = len(after)
    if place is not None and place > quantity.span.end:
        limit = place - quantity.span.end
    match = _COUNTED.match(after)
    possessive = re.match(r"[^.;]{0,60}?['’]s?\s+\w*", after)
    return bool(match and (match.start(1) <= limit or possessive))


def _share(quantity: Quantity) -> Stated:
    if quantity.hedge == "all":
        return Stated(quantity.text, _WHOLE, "percent", _WHOLE.low, _ALL)
    how = _HOW.get(quantity.hedge, "")
    bare = not isinstance(quantity.value, tuple) and quantity.bound == "exact"
    threshold = middle(quantity.value) if bare else quantity.bounds.low
    return Stated(quantity.text, quantity.bounds, "percent", threshold, how)


def _area(quantity: Quantity) -> Stated:
    factor = convert(1.0, quantity.unit, "km2")
    how = _HOW.get(quantity.hedge, "")
    bounds = quantity.bounds if factor == 1.0 else quantity.bounds.scaled(factor)
    return Stated(quantity.text, bounds, "km2", None, how)


def _without_number(claim: Claim, text: str) -> Stated:
    named = [place.span.start for place in claim.places if place.span is not None]
    if named and _INSIDE.search(text, max(0, named[0] - 20), named[0]):
        return Stated(claim.text, _PART, "percent", None, "no number: taken as a part of it")
    for pattern, bounds in _SOME:
        match = re.search(pattern, claim.text, re.IGNORECASE)
        if match:
            return Stated(match.group(), bounds, "percent", bounds.low or None, "no number")
    how = "no number: taken as all but a hundredth of it, and only less than half speaks against"
    return Stated(claim.text, _WHOLE, "percent", 99.0, how, whole=True)
