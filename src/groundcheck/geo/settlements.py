"""A settlement: where it lies and how many live there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town or village. ``id`` is GeoNames' number, ``name`` its usual name there.

    ``country`` is an ISO 3166-1 code and ``region`` one of ISO 3166-2, ``""`` where it is not
    known; the two differ where GeoNames and ISO list a region under different countries.
    ``lat`` and ``lon`` are degrees on WGS84 of a point in its middle; ``population`` is 0 where
    it is not known.
    """

    id: int
    name: str
    country: str
    region: str
    lat: float
    lon: float
    population: int = 0
