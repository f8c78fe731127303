"""The figures of a stretch: each with what belongs to it, without those that only say when.

"800 sq km (309 sq miles)" and "14 of 17 townships" are one figure each, and so is "of 36
prisons they held eleven". In "40 villages in five weeks" the weeks are no figure of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from groundcheck.model import Quantity, Span
from groundcheck.readers.document import Document, within
from groundcheck.text.units import FACTORS

Group = tuple[Quantity, ...]

DURATIONS = ("days", "weeks", "months", "years", "hour", "minute")
_MEASURES = ("percent", "percentage points", "km2", "mi2", "ha", "km", "mi", "m", *DURATIONS)
# "Surrounded on three sides", "on two occasions": nothing is counted that could be checked.
_IDLE = ("side", "front", "direction", "occasion", "way", "fold", "axis", "party", "flank")
_FRONTED = re.compile(
    r"(?:^|[.;:,(\"]\s*|\b(?:and|but|that)\s+)of\s+(?:(?:the|its|their|his|her|our|all|some|about|these|those|a|total)\s+|"
    r"(?:[A-Z][\w'-]*\s+){0,2}[A-Z][\w-]*'s?\s+)*$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the|its|their|his|our|some|about|an?|a\s+total\s+of)\s+(?:[\w-]+\s+){0,2}"
)
_WHEN_BEFORE = re.compile(
    r"\b(?:in|within|over|during|for|every|after|throughout|of|inside)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WHEN_AFTER = re.compile(
    r"\s+(?:after|before|ago|later|earlier|into|since|on|running|straight|of\s+(?:the\s+)?\w*(?:war|fighting|clashes|siege))\b",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(r"\b(?:not|n't|never|nor)\s+(?:a\s+single\s+)?$", re.IGNORECASE)
_OR = re.compile(r"(?:\bor|\bi\.e\.|\bthat\s+is|[(\[/=,])\s*(?:some\s+|about\s+)?$")
_ROUNDED = 0.04
_FAR = 160
_LOOK = 60


def figure_groups(doc: Document, stretch: Span) -> list[Group]:
    """The figures of a stretch in order, each as a group of what is one figure."""
    groups: list[list[Quantity]] = []
    for quantity in within(doc.quantities, stretch):
        if quantity.unit in _IDLE:
            continue
        last = groups[-1] if groups else None
        if last and quantity.role != "figure":
            last.append(quantity)
        elif last and _is_converted(doc, last[0], quantity):
            said = last[0]
            last.append(replace(quantity, role="conversion", bound=said.bound, hedge=said.hedge))
        elif last and _is_whole(doc, last[-1], quantity):
            last[-1] = _counting(last[-1], quantity)
            last.append(replace(quantity, role="whole"))
        elif last and len(last) == 1 and _is_fronted(doc, last[0], quantity, stretch):
            last.append(replace(_counting(quantity, last[0]), role="whole"))
        else:
            groups.append([quantity])
    return [tuple(g) for g in groups]


def _counting(part: Quantity, whole: Quantity) -> Quantity:
    """A part without a unit counts what its whole does."""
    return replace(part, unit=whole.unit, unit_said=False) if part.unit == "number" else part


def _is_converted(doc: Document, figure: Quantity, other: Quantity) -> bool:
    """ "50,000 sq km in 2020, or 19,300 square miles": the same again, as the numbers show."""
    ours, theirs = FACTORS.get(figure.unit), FACTORS.get(other.unit)
    if ours is None or theirs is None or ours[0] != theirs[0] or figure.unit == other.unit:
        return False
    between = doc.plain[figure.span.end : other.span.start]
    if ours[0] not in ("area", "length") or not _OR.search(between) or len(between) > _LOOK:
        return False
    one, two = _top(figure) * float(ours[1]), _top(other) * float(theirs[1])
    return abs(one - two) <= _ROUNDED * max(one, two)


def _is_whole(doc: Document, part: Quantity, whole: Quantity) -> bool:
    """ "1,000 of the planned 2,500 personnel"."""
    return (
        part.unit == "number"
        and whole.unit not in _MEASURES
        and _PART_OF.fullmatch(doc.plain, part.span.end, whole.span.start) is not None
    )


def _is_fronted(doc: Document, whole: Quantity, part: Quantity, stretch: Span) -> bool:
    """ "Of the 96 barangays of the city, 93 are free": the whole stands before its part."""
    if whole.unit in _MEASURES or not part.span.start - whole.span.end < _FAR:
        return False
    if part.unit not in ("number", "percent", whole.unit) or _top(part) > _top(whole):
        return False
    lead = doc.plain[max(stretch.start, whole.span.start - _LOOK) : whole.span.start]
    between = doc.plain[whole.span.end : part.span.start]
    return _FRONTED.search(lead) is not None and not re.search(r"[.;:]\s", between)


def _top(quantity: Quantity) -> float:
    if quantity.unit == "percent":
        return 0.0
    return quantity.value[1] if isinstance(quantity.value, tuple) else quantity.value


def telling(doc: Document, figures: Sequence[Quantity], clause: Span) -> tuple[Quantity, ...]:
    """The figures of a clause without the lengths of time that only say when or how fast."""
    others = any(q.unit not in DURATIONS for q in figures)
    return tuple(q for q in figures if not _says_when(doc, q, clause, others))


def _says_when(doc: Document, quantity: Quantity, clause: Span, others: bool) -> bool:
    if quantity.unit not in DURATIONS:
        return False
    before = doc.plain[max(clause.start, quantity.span.start - 24) : quantity.span.start]
    lead = _WHEN_BEFORE.search(before) or re.match(r"(?:within|over)\b", quantity.text, re.I)
    if others and lead:
        return True
    during = re.search(r"\b(?:during|in|over)\s+the\s+\w+\s+$", before, re.IGNORECASE)
    return bool(during) or _WHEN_AFTER.match(doc.plain, quantity.span.end) is not None


def counts_none(doc: Document, quantity: Quantity) -> bool:
    """Whether "not one soldier", "not a single village" is said, which is no figure."""
    before = doc.plain[max(0, quantity.span.start - 16) : quantity.span.start]
    return quantity.value == 1 and _NOT_ONE.search(before) is not None
