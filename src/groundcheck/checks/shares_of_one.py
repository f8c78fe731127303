"""Shares of one place for several holders: together no more than all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.checks.figures import Figure, Figures, likely
from groundcheck.checks.reckoning import Reckoned
from groundcheck.checks.wording import middle
from groundcheck.model import Interval, Step

_LEAVES = re.compile(r"\b(?:leaves?|leaving)\b[^.;\d]{0,60}$", re.IGNORECASE)


def remainders(figures: Figures) -> Iterator[Reckoned]:
    """A share that "leaves" another holder of the same place with the rest: together 100."""
    for a, b in figures.neighbours():
        near = figures.sentence(b) - figures.sentence(a) <= 1
        if (a.unit, b.unit) != ("percent", "percent") or not near:
            continue
        if not _LEAVES.search(figures.before(b, 90)) or not _same_place(a, b):
            continue
        if a.claim.actor is None or a.claim.actor == b.claim.actor:
            continue
        part = likely(a)
        high = None if part.low is None else 100 - part.low
        found = Interval(0.0 if part.high is None else 100 - part.high, high)
        exact = 100 - middle(a.quantity.value)
        yield Reckoned(
            figure=b,
            found=found,
            widest=found,
            says=f"100% less {a.quantity.text} is {exact:.4g}%",
            steps=(Step("take from 100%", (a.quantity.text,), f"{exact:.4g}%"),),
            doubt="whether some of it is held by neither",
        )


def _same_place(a: Figure, b: Figure) -> bool:
    ids = [place.id for place in a.claim.places]
    return bool(ids) and ids == [place.id for place in b.claim.places]


def overfull(figures: Figures) -> Iterator[Reckoned]:
    """Shares of one place on one day, by one source, for several holders: at most 100 together."""
    groups: dict[tuple[object, ...], dict[str, Figure]] = {}
    for item in figures.items:
        claim = item.claim
        if item.unit != "percent" or claim.kind != "control" or claim.actor is None:
            continue
        if len(claim.places) != 1 or claim.certainty not in ("stated", "hedged"):
            continue
        day = claim.when.edtf if claim.when else None
        key = (claim.places[0].id, day, claim.attribution.source, figures.paragraph(item))
        groups.setdefault(key, {})[claim.actor] = item
    for group in groups.values():
        parts = tuple(group.values())
        if len(parts) > 1 and sum(p.quantity.bounds.low or 0.0 for p in parts) > 100:
            yield _overfull(parts)


def _overfull(parts: tuple[Figure, ...]) -> Reckoned:
    last, others = parts[-1], parts[:-1]
    held = sum(part.quantity.bounds.low or 0.0 for part in others)
    room = Interval(0.0, max(0.0, 100 - held))
    terms = " + ".join(part.quantity.text for part in parts)
    return Reckoned(
        figure=last,
        found=room,
        widest=room,
        says=f"{terms} is more than 100%",
        steps=(Step("take from 100%", tuple(p.quantity.text for p in others), f"{room}"),),
        doubt="whether the shares overlap",
    )
