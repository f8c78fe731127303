"""Derive what the layers show of settlements, day by day; see docs/figures.md.

python tools/derive_settlements.py LAYERS            writes the table and its provenance
python tools/derive_settlements.py LAYERS --check    compares, writes nothing; exits with 1 if not

LAYERS is the folder with the archives named below. They are imported as a user imports them, into
a store that is thrown away. Nothing is taken from clock or network.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import pyarrow as pa
import shapely
from pyarrow import parquet

from groundcheck.geo.gazetteer import towns
from groundcheck.geo.layers import Cover, Ground, Layer
from groundcheck.geo.points import Maps, histories
from groundcheck.geo.relapses import old_maps
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.stretches import Stretch
from groundcheck.ledger import descriptions
from groundcheck.ledger.importing import import_layer
from groundcheck.ledger.layer_store import LayerStore, Stored
from groundcheck.ledger.shipped_settlements import STANDINGS
from groundcheck.ledger.sources import items

OUTPUT = (
    Path(__file__).parent.parent / "src/groundcheck/data/settlements/settlements-by-day.parquet"
)
ARCHIVES = {
    "deepstate-daily": "deepstate-union.tar.xz",
    "deepstate": "deepstate-native.tar.xz",
    "nzz": "nzz-liveuamap.tar.xz",
    "isw": "isw.tar.xz",
}
LATEST = date(2026, 8, 31)
"""No file may speak of a later day: the archives were gathered before it."""


@dataclass(frozen=True)
class Series:
    """One layer and one holder, with the stretches of each settlement and what was left out."""

    layer: Layer
    cover: Cover
    days: tuple[date, ...]
    stretches: Mapping[int, tuple[Stretch, ...]]
    left_out: tuple[str, ...]
    sha256: str


def derive(layers: Path) -> list[Series]:
    """Every series, layer by layer."""
    with tempfile.TemporaryDirectory() as folder, LayerStore(Path(folder) / "s.sqlite") as store:
        found = [series for name in ARCHIVES for series in _of_layer(layers, name, store)]
    return [_without_old_ground(series, found) for series in found]


def settlements(regions: Collection[str]) -> list[Settlement]:
    """The places of some regions, by their numbers."""
    return sorted((t for t in _towns() if t.region in regions), key=lambda t: t.id)


@cache
def _towns() -> tuple[Settlement, ...]:
    return tuple(towns())


def _without_old_ground(series: Series, others: list[Series]) -> Series:
    """The series with no stretches for the places whose ground it leaves out.

    These are the ones in regions that it shows in part which all other layers show as held on
    all their maps, and this one on none.
    """
    told = [
        other
        for other in others
        if other.cover.holder == series.cover.holder and not other.cover.partial
    ]
    if not series.cover.partial or not told:
        return series
    partly = {place.id for place in settlements(series.cover.partial)}
    places = partly.intersection(*(other.stretches for other in told))
    hidden = {
        place
        for place in places
        if all(all(s.holder for s in other.stretches[place]) for other in told)
        and not any(s.holder for s in series.stretches.get(place, ()))
    }
    return replace(series, stretches={**series.stretches, **dict.fromkeys(hidden, ())})


def _of_layer(layers: Path, name: str, store: LayerStore) -> Iterator[Series]:
    text = descriptions.text_of("layers", name)
    layer = descriptions.read_layer(text, name)
    file = layers / ARCHIVES[name]
    store.put_layer(Stored(layer.name, text, file.name))
    found = items(str(file), lambda *_: None, wanted=layer.wants)
    import_layer(store, layer, found, LATEST, lambda _: None)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    for cover in layer.covers:
        maps, left_out = _sound(store.maps(layer.name), cover.holder)
        places = settlements(cover.regions)
        stretches = histories(maps, places, cover.holder)
        print(f"{name}, {cover.holder}: {len(maps)} maps, {len(stretches)} places", file=sys.stderr)
        yield Series(layer, cover, tuple(sorted(maps)), stretches, left_out, digest)


def _sound(maps: Maps, holder: str) -> tuple[Maps, tuple[str, ...]]:
    """The maps without those that repeat an old one, and which these are."""
    ground = Ground(holder, "held")
    old = old_maps({day: grounds[ground] for day, grounds in maps.items() if ground in grounds})
    told = tuple(f"the map of {day} repeats that of {older}" for day, older in old.items())
    for line in told:
        print(f"left out: {line}", file=sys.stderr)
    return {day: grounds for day, grounds in maps.items() if day not in old}, told


def tabulate(derived: list[Series]) -> pa.Table:
    """The stretches as rows, by series, settlement and day."""
    rows = [
        (number, place, *_cells(s, series))
        for number, series in enumerate(derived)
        for place, stretches in sorted(series.stretches.items())
        for s in stretches or (None,)
    ]
    types = (pa.int8(), pa.int32(), pa.date32(), pa.date32(), pa.int8(), pa.float32())
    names = ("series", "settlement", "first", "last", "standing", "line_km")
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return pa.table(
        {
            name: pa.array(column, kind)
            for name, column, kind in zip(names, columns, types, strict=True)
        }
    )


def _cells(stretch: Stretch | None, series: Series) -> tuple[date, date, int, float]:
    if stretch is None:
        return series.days[0], series.days[-1], STANDINGS.index("not shown"), 0.0
    word = "held" if stretch.holder else "contested" if stretch.contested else "open"
    return stretch.first, stretch.last, STANDINGS.index(word), stretch.line_km


def provenance(derived: list[Series], table: pa.Table) -> str:
    """Where the table comes from, as TOML: it goes into the table and beside it."""
    head = {
        "rows": table.num_rows,
        "settlements": len(set(table["settlement"].to_pylist())),
        "sha256": table_hash(table),
        "made_by": "tools/derive_settlements.py",
        "places": "GeoNames (www.geonames.org), CC BY 4.0; src/groundcheck/data/gazetteer",
        **{name: metadata.version(name) for name in ("pyarrow", "pyproj", "shapely")},
        "geos": shapely.geos_version_string,
    }
    blocks = [f"[table]\n{_toml(head)}"]
    for series in derived:
        values = {
            "layer": series.layer.name,
            "maker": series.layer.maker,
            "origin": series.layer.origin,
            "definition": series.layer.definition,
            "licence": series.layer.licence,
            "attribution": series.layer.attribution,
            "holder": series.cover.holder,
            "regions": sorted(series.cover.regions),
            "precision_km": series.layer.precision_km,
            "maps": len(series.days),
            "first_day": series.days[0],
            "last_day": series.days[-1],
            "left_out": list(series.left_out),
            "places": sum(1 for stretches in series.stretches.values() if stretches),
            "not_shown": sum(1 for stretches in series.stretches.values() if not stretches),
            "file": ARCHIVES[series.layer.name],
            "sha256": series.sha256,
        }
        blocks.append(f"[[series]]\n{_toml(values)}")
    return "\n".join(blocks)


def _toml(values: Mapping[str, Any]) -> str:
    return "".join(f"{name} = {_toml_value(value)}\n" for name, value in values.items())


def _toml_value(value: Any) -> str:
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def table_hash(table: pa.Table) -> str:
    """The SHA-256 of the rows as text, the same whatever wrote or compressed the file."""
    digest = hashlib.sha256()
    for row in zip(*(table[name].to_pylist() for name in table.column_names), strict=True):
        digest.update("|".join(map(str, row)).encode() + b"\n")
    return digest.hexdigest()


def encode(table: pa.Table, words: str) -> bytes:
    """The Parquet file of a table with its provenance."""
    file = io.BytesIO()
    parquet.write_table(
        table.replace_schema_metadata({"provenance": words}),
        file,
        compression="zstd",
        compression_level=19,
    )
    return file.getvalue()


def main() -> int:
    """Write the table, or compare it; 1 where it differs from what is shipped."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("layers", type=Path, help="the folder with the archives")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    derived = derive(options.layers)
    table = tabulate(derived)
    words = provenance(derived, table)
    content = encode(table, words)
    if not options.check:
        options.output.parent.mkdir(exist_ok=True)
        options.output.write_bytes(content)
        options.output.with_suffix(".toml").write_text(words, encoding="utf-8")
        print(f"{table.num_rows} rows, {len(content)} bytes, table {table_hash(table)[:16]}")
        return 0
    same = table_hash(table) == table_hash(parquet.read_table(options.output))
    print("the same rows" if same else "the rows differ")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
