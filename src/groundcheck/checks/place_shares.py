"""An area with a share beside it: a share of a place, or of something whose size is not given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.checks.evidence import EvidenceBase
from groundcheck.checks.figures import Figure, Figures, likely, loose, ratio
from groundcheck.checks.reckoning import Reckoned
from groundcheck.checks.verdicts import span_of
from groundcheck.checks.wording import amount, interval, middle
from groundcheck.model import Claim, Evidence, Finding, Interval, Place, PublishedArea, Step
from groundcheck.text.units import convert

_HEDGE = r"(?:(?:about|around|roughly|some|nearly|almost|just|over|under|more|less|than)\s+)*"
_OR = re.compile(
    rf"[^.;()\d]{{0,60}}?(?:,?\s*\b(?:or|that is|i\.e\.|which is)\s+|\s*\(|\s*[,—–]\s*){_HEDGE}$"
)
_THAT_IS = re.compile(
    rf"[^.;()\d]{{0,60}}[.;:]\s+(?:That|This|It|Which)(?:['’]s|\s+(?:is|was|makes|equals|"
    rf"amounts\s+to|comes\s+to|represents))\s+{_HEDGE}$"
)
_OF = re.compile(r"\s*(?:,\s*)?of\s+(?:the\s+|all\s+|all\s+of\s+)?", re.IGNORECASE)
# "40% of the land it had lost": ground, but not a place's.
_GROUND = re.compile(
    r"\s+of\s+(?:[\w'’-]+\s+){0,3}?(?:territory|territories|land|ground|area|areas|what|that|"
    r"everything|all)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[^.;!?]{0,90}?(?:,|\(|—|–|\bor\b|\band\b)[^.;!?]{0,40}$")


def shares_of_places(figures: Figures, evidence: EvidenceBase) -> Iterator[Reckoned]:
    """Each share of a place that stands beside the area it is a share for."""
    stated = _stated_sizes(figures)
    for area, share in figures.neighbours():
        if not area.is_area or share.unit != "percent" or area.quantity.role == "whole":
            continue
        words = figures.between(area, share)
        if not (_OR.match(words) or _THAT_IS.match(words)):
            continue
        place = _named_after(figures, share)
        sure = place is not None
        place = place or _of_both(figures, area, share)
        if place is None or not evidence.areas(place.id):
            continue
        sizes = evidence.areas(place.id) + stated.get(place.id, ())
        reckoned = _share_of_place(area, share, place, sizes)
        # A place taken over from the context may be the wrong one, so it never accuses.
        if sure or reckoned.finding().verdict == "agrees":
            yield reckoned


def _stated_sizes(figures: Figures) -> dict[str, tuple[PublishedArea, ...]]:
    found: dict[str, tuple[PublishedArea, ...]] = {}
    for figure in figures.items:
        if figure.is_area and figure.quantity.role == "whole" and len(figure.claim.places) == 1:
            place = figure.claim.places[0].id
            km2 = middle(figure.quantity.value) * convert(1.0, figure.unit, "km2")
            found[place] = (PublishedArea(place, km2, "this report"), *found.get(place, ()))
    return found


def _named_after(figures: Figures, share: Figure) -> Place | None:
    """The place that the words right after the share name: "5 percent of Northmark"."""
    of = _OF.match(figures.text, share.span.end)
    if of is None:
        return None
    named = (p for p in share.claim.places if p.span is not None)
    return next((p for p in named if p.span and 0 <= p.span.start - of.end() <= 3), None)


def _of_both(figures: Figures, area: Figure, share: Figure) -> Place | None:
    """The only place of both claims, where the words after the share name nothing."""
    places = share.claim.places
    if len(places) != 1 or share.claim.kind == "share" or _OF.match(figures.text, share.span.end):
        return None
    return places[0] if [p.id for p in area.claim.places] == [places[0].id] else None


def _share_of_place(
    area: Figure, share: Figure, place: Place, sizes: tuple[PublishedArea, ...]
) -> Reckoned:
    whole = span_of(size.km2 for size in sizes)
    km2 = middle(area.quantity.value) * convert(1.0, area.unit, "km2")
    exact = span_of(100 * km2 / size.km2 for size in sizes)
    steps = tuple(
        Step(
            "divide",
            (amount(km2, "km2", 0), amount(size.km2, "km2", 0)),
            amount(100 * km2 / size.km2, "percent"),
            size.source,
        )
        for size in sizes
    )
    return Reckoned(
        figure=share,
        found=ratio(likely(area), whole),
        widest=ratio(loose(area), whole),
        says=(
            f"{area.quantity.text} of {place.name} ({interval(whole, 'km2', 0)}) "
            f"is {interval(exact, 'percent')}"
        ),
        steps=steps,
        evidence=tuple(
            Evidence(size.source, f"{place.name} measures {amount(size.km2, 'km2', 0)}")
            for size in sizes
        ),
    )


def implied_wholes(figures: Figures, evidence: EvidenceBase) -> Iterator[Finding]:
    """What an area and its share of something without a size make of that size.

    "600 km², about 40% of what it had lost": all of it is area ÷ share, and the rest is
    what remains of it.
    """
    for area, share in figures.neighbours():
        if not area.is_area or share.unit != "percent" or area.quantity.role == "whole":
            continue
        together = figures.sentence(area) == figures.sentence(share)
        same_actor = area.claim.actor == share.claim.actor or share.claim.actor is None
        beside = together and _BESIDE.match(figures.between(area, share))
        if (
            beside
            and same_actor
            and middle(share.quantity.value) > 0
            and _of_other_ground(figures, share)
        ):
            yield _implied(area, share, evidence)


def _of_other_ground(figures: Figures, share: Figure) -> bool:
    if share.claim.kind not in ("share", "change", "control"):
        return False
    return bool(_GROUND.match(figures.text, share.span.end))


def whole_and_rest(part: Interval, share: Interval) -> tuple[Interval, Interval]:
    """The whole that ``part`` is ``share`` percent of, and what of it remains."""
    whole = ratio(part, share)
    low, high = part.low or 0.0, part.high
    rest_low = low * (100 / share.high - 1) if share.high else 0.0
    rest_high = high * (100 / share.low - 1) if high is not None and share.low else None
    return whole, Interval(max(0.0, rest_low), rest_high)


def _implied(area: Figure, share: Figure, evidence: EvidenceBase) -> Finding:
    """What the whole would be; the share must not be nought."""
    whole, rest = whole_and_rest(likely(area), likely(share))
    km2 = middle(area.quantity.value) * convert(1.0, area.unit, "km2")
    about = 100 * km2 / middle(share.quantity.value)
    size = _largest(area.claim, evidence)
    too_large = size is not None and whole.low is not None and whole.low > size
    pair = f"“{area.quantity.text}” and “{share.quantity.text}” of the whole"
    makes = f"make the whole about {amount(about, 'km2')} ({interval(whole, 'km2')})"
    left = f"of which about {amount(about - km2, 'km2')} ({interval(rest, 'km2')}) remain"
    doubt = "the size of the whole, which is not given beside them, and the day it is counted from"
    end = "more than the place itself measures" if too_large else f"the claim depends on {doubt}"
    return Finding(
        claim=share.claim.id,
        check="arithmetic",
        verdict="disagrees" if too_large else "depends",
        summary=f"{pair} {makes}, {left}: {end}",
        found=whole,
        unit="km2",
        decided_by=None if too_large else doubt,
        working=(
            Step("take the words", (area.quantity.text,), interval(likely(area), "km2")),
            Step("take the words", (share.quantity.text,), interval(likely(share), "percent")),
            Step(
                "divide the part by its share",
                (amount(km2, "km2"), amount(middle(share.quantity.value), "percent")),
                f"about {amount(about, 'km2')}, {interval(whole, 'km2')}",
            ),
            Step(
                "take the part from the whole",
                (amount(about, "km2"), amount(km2, "km2")),
                f"about {amount(about - km2, 'km2')}, {interval(rest, 'km2')}",
            ),
        ),
    )


def _largest(claim: Claim, evidence: EvidenceBase) -> float | None:
    """The largest published size of the claim's places together, ``None`` where one has none."""
    sizes = [max((a.km2 for a in evidence.areas(p.id)), default=None) for p in claim.places]
    known = [size for size in sizes if size is not None]
    return sum(known) if known and len(known) == len(sizes) else None
