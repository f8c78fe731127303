"""What a maker's map shows of a place on a day, and what sources say of its size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PublishedArea:
    """The area of a place as a named source gives it, in km²."""

    place: str
    km2: float
    source: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """How much of a place a layer shows as held by ``holder`` on ``day``.

    ``km2`` is geodesic on WGS84; ``share`` is percent of ``whole_km2``, the area of the same
    outline of the place measured the same way. ``boundary_set`` names the outlines' maker.
    ``contested`` says whether contested ground is counted in. ``inputs`` are the SHA-256
    hashes of the files it was derived from.
    """

    layer: str
    day: date
    place: str
    holder: str
    km2: float
    whole_km2: float
    share: float
    boundary_set: str
    contested: bool = False
    inputs: tuple[str, ...] = ()
