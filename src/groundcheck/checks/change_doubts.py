"""Why a difference between a stated change and the maps is not yet one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from groundcheck.checks.change_words import of_a_part, says_way, way
from groundcheck.checks.control_doubts import POINTS_BACK, PRECISION
from groundcheck.checks.differences import ALL, NET, Differences, Spoken
from groundcheck.checks.verdicts import gap
from groundcheck.model import Interval

PRECISION_KM2 = 10.0
"""A gap below this, or below a tenth of what is compared, is finer than two maps agree."""

PRECISION_SHARE = 0.1

SHORTEST_DAYS = 7
"""Maps of fewer days than this are not sure to show what was said to happen in them."""


WHO = "who is meant to have gained and who to have lost the ground"


def doubts(
    spoken: Spoken, found: Differences, period: tuple[date, date], extent: Interval
) -> Iterator[str]:
    """What else may decide it, the strongest reason first; nothing where the words are plain."""
    claim, stated = spoken.claim, spoken.stated
    if claim.certainty == "denied":
        yield "whether what was denied is so, which a map cannot say of a denial"
    if way(claim, stated) is None:
        yield WHO
    apart = gap(stated.bounds, extent)
    if apart is None:
        return
    yield from place_doubts(spoken, less=stated.bounds.below(extent))
    if not says_way(claim):
        yield "what the figure is of, since the words name neither a gain nor a loss"
    if (period[1] - period[0]).days + 1 < SHORTEST_DAYS:
        yield "the days of the maps, since these are too few for a map to be sure to show them"
    if _fits_the_other_way(spoken, found):
        yield WHO
    if too_fine(apart, stated.unit, extent, largest(found)):
        yield PRECISION
    more = extent.below(stated.bounds)
    opposed = max(found.value(i, stated.unit, ALL) - found.value(i, stated.unit, NET)
                  for i in found.items)  # fmt: skip
    if more and not found.net_only and apart <= opposed:
        yield "net or gross: ground moved both ways, and the words may mean one way only"


def place_doubts(spoken: Spoken, *, less: bool) -> Iterator[str]:
    """Whether the places are meant, and all of them; ``less`` where the words say less."""
    claim = spoken.claim
    if not POINTS_BACK.search(claim.text) and not spoken.sentences.name_any(claim):
        yield "which place is meant, since the sentence names none"
    if less and (of_a_part(claim) or spoken.sentences.parts_of(claim)):
        yield "whether all that changed there is meant, or a part of it"


def too_fine(apart: float, unit: str, extent: Interval, whole_km2: float) -> bool:
    """Whether a gap is finer than two maps of one front agree."""
    size = max(abs(extent.low or 0.0), abs(extent.high or 0.0))
    least = PRECISION_KM2 if unit == "km2" else 100 * PRECISION_KM2 / whole_km2
    return apart < max(least, PRECISION_SHARE * size)


def largest(found: Differences) -> float:
    """The area of the places in km², on the outlines that make it largest."""
    return max(item.change.new.whole_km2 for item in found.items)


def _fits_the_other_way(spoken: Spoken, found: Differences) -> bool:
    turned = Differences(found.items, not found.grows, found.net_only)
    options = turned.options(spoken.stated.unit)
    return any(option.value > 0 and option.value in spoken.stated.bounds for option in options)
