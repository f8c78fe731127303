"""How likely a claim and each of its slots are read right, from signs and what each is worth."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache, lru_cache
from operator import attrgetter

from groundcheck.geo.regions import rows
from groundcheck.model import Claim, Confidence
from groundcheck.readers.document import Document
from groundcheck.readers.sights import sights
from groundcheck.readers.signs import Signs, signs

TABLE = "confidence"
LEVEL = "(level)"
"""The sign that always holds; its weight is what the others add to."""
_DECIMALS = 3
# By position, since ``replace`` and names take twice as long and a report has many claims.
_REST = attrgetter(*(field.name for field in fields(Claim) if field.name != "confidence"))


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """What each sign is worth, by slot; ``tools/calibrate.py`` makes the table."""
    found: dict[str, dict[str, float]] = {}
    for slot, sign, weight in rows(TABLE):
        found.setdefault(slot, {})[sign] = float(weight)
    return found


def with_confidence(doc: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a report with how sure each is."""
    seen = signs_of(doc, claims)
    return tuple(
        Claim(*(*_REST(claim), _confidence(one))) for claim, one in zip(claims, seen, strict=True)
    )


def signs_of(doc: Document, claims: Sequence[Claim]) -> list[Signs]:
    """The signs of each claim of a report, as confidence goes by them."""
    return [signs(sight) for sight in sights(doc, claims)]


def _confidence(seen: Signs) -> Confidence:
    return Confidence(*map(_likely, seen.keys(), seen.values()))


# Few sets of signs are ever seen, and each comes back in every report.
@lru_cache(maxsize=4096)
def _likely(slot: str, held: tuple[str, ...]) -> float:
    return round(probability(weights()[slot], held), _DECIMALS)


def probability(worth: Mapping[str, float], held: Iterable[str]) -> float:
    """The logistic of the level and the weights of the signs that hold; unknown ones weigh 0."""
    total = worth[LEVEL] + sum(worth.get(sign, 0.0) for sign in held)
    return 1 / (1 + math.exp(-max(-700.0, min(700.0, total))))
