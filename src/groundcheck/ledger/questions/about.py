"""Whether a claim's figure is of just the places that are asked about."""

from __future__ import annotations

from collections.abc import Collection

from groundcheck.model import Claim


def speaks_of(claim: Claim, places: Collection[str]) -> bool:
    """Whether it is of these places, no more and no fewer, in one of its readings.

    "75% of A and B" may be of each of them, and then it is of A too.
    """
    named, wanted = {place.id for place in claim.places}, set(places)
    return named == wanted or (len(wanted) == 1 and wanted < named and "each" in claim.readings)
