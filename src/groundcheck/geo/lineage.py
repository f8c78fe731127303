"""What a place lies in: its region, its country, and the areas that are made of several regions."""

from __future__ import annotations

from functools import lru_cache

from groundcheck.geo import gazetteer, regions

_TOWN = "geonames:"


@lru_cache(maxsize=65536)
def lineage(id: str) -> tuple[str, ...]:  # noqa: A002
    """The ids of the place and of all that contains it, as far as it is known, sorted.

    What is known by its spelling alone, or not at all, lies in nothing but itself. What countries
    claim is not weighed: a region lies in the country that ISO 3166-2 lists it under, and a town
    also in the one that GeoNames gives. Raises ``DataError`` where a table is damaged.
    """
    found = {id}
    if id.startswith(_TOWN):
        town = gazetteer.known(id.removeprefix(_TOWN))
        if town is not None:
            found.update(part for part in (town.region, town.country) if part)
    for each in tuple(found):
        country = regions.inside(each)
        if country is not None:
            found.add(country)
        found.update(regions.wholes(each))
    return tuple(sorted(found))
