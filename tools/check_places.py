"""Hold our tables of places against ISO 3166 as pycountry has it; exit 1 on any difference.

Every code of ours exists, no country or first-level region is missing, the light reading of
ISO 3166-2 in ``geo.regions`` gives what pycountry itself gives, and every published area
belongs to a place that is known.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pycountry

from groundcheck.geo import regions

# Regions with a parent entry that our tables list all the same: Iraq's, under its Kurdistan Region.
CHILDREN_LISTED = frozenset({"IQ-AR", "IQ-DA", "IQ-SU"})
# Entries made up of others, which stand in data/wholes.tsv instead.
WHOLES = frozenset({"IQ-KR"})


def differences() -> Iterator[str]:
    """One line for each thing that does not fit."""
    countries = {entry.alpha_2 for entry in pycountry.countries}
    subdivisions = {entry.code: entry for entry in pycountry.subdivisions}
    first_level = {code for code, entry in subdivisions.items() if entry.parent_code is None}
    listed = [row[0] for row in regions.rows("countries")]
    yield from (f"{code}: no country of ISO 3166-1" for code in set(listed) - countries)
    yield from (f"{code}: country missing in countries.tsv" for code in countries - set(listed))
    yield from (f"{code}: listed twice" for code in set(listed) if listed.count(code) > 1)
    ours = {row[0] for row in regions.rows("regions")}
    yield from (f"{code}: no region of ISO 3166-2" for code in ours - subdivisions.keys())
    yield from (
        f"{code}: not a first-level region" for code in ours - first_level - CHILDREN_LISTED
    )
    for code in sorted(first_level):
        if code[:2] in regions.named_by_us() and code not in ours | WHOLES:
            yield f"{code}: missing in regions.tsv"
        if regions.place(code) is None:
            yield f"{code}: not found by regions.place"
    for code in regions.with_areas():
        if regions.place(code) is None:
            yield f"{code}: has an area and is no place"
    for code, _, cell, _ in regions.rows("wholes"):
        yield from (f"{code}: part {p} unknown" for p in cell.split("|") if p and p not in ours)


def main() -> int:
    """Print the differences."""
    found = list(differences())
    print("\n".join(found) if found else "places: the tables agree with ISO 3166")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
