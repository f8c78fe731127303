"""The card of a claim: what it says and who says so, what was found, and where to go on from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groundcheck.model import Attribution, Claim, Finding, Report
from groundcheck.publish import words
from groundcheck.publish.claimreview import reviewable
from groundcheck.publish.safe import one_line, quoted
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.map_asked import claim_map
from groundcheck.publish.site.parts import Link, many, source_link

_BY_SPELLING = "name:"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a claim, with what maps show of it over time."""

    link: Link
    timeline: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim with its findings. ``slots`` are what it says, ``chain`` who is named.

    ``map`` is the map of its places on its day, ``beside`` what everything else on record says;
    ``reviewable`` tells that there may be a ClaimReview.
    """

    number: int
    claim: Claim
    quote: str
    path: str
    chain: tuple[Link, ...]
    spots: tuple[Spot, ...]
    map: str
    reviewable: bool
    slots: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    beside: tuple[Finding, ...]


def card(
    numbered: tuple[int, Claim],
    report: Report,
    found: tuple[Sequence[Finding], Sequence[Finding]],
    at: Links,
) -> Card:
    """The card of a claim of the report; ``found`` is its own, then what stands beside it."""
    number, claim = numbered
    own, beside = found
    known = {one.check for one in beside}
    return Card(
        number=number,
        claim=claim,
        quote=quoted(report.text, claim.spans),
        path=at.claim(claim.id),
        chain=tuple(source_link(name, at) for name in named(claim.attribution)),
        spots=_spots(claim, at),
        reviewable=bool(own) and reviewable(claim),
        map=_map(claim, report.published, at),
        slots=tuple(words.slots(claim)),
        findings=tuple(one for one in own if one.check not in known),
        beside=tuple(beside),
    )


def named(attribution: Attribution) -> tuple[str, ...]:
    """Who is named in a chain, from whose statement it is to who passed it on last."""
    found: list[str] = []
    link: Attribution | None = attribution
    while link is not None:
        if not many(link.source) and link.source not in found:
            found.append(link.source)
        link = link.via
    return tuple(found)


def _spots(claim: Claim, at: Links) -> tuple[Spot, ...]:
    found = {}
    for place in claim.places:
        known = not place.id.startswith(_BY_SPELLING)
        link = Link(one_line(place.name) or place.id, at.place(place.id))
        found[place.id] = Spot(link, at.timeline(place.id, claim.id) if known else "")
    return tuple(found.values())


def _map(claim: Claim, published: date | None, at: Links) -> str:
    """The map of what the claim speaks of, ``""`` where its region or its day is not known."""
    said = claim.attribution.said
    asked = claim_map(claim, said.start if said is not None and said.start else published)
    return at.map(asked.query) if asked else ""
