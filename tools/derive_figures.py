"""Derive the daily control figures that ship with the package; see docs/figures.md.

python tools/derive_figures.py LAYERS            writes the table and its provenance
python tools/derive_figures.py LAYERS --check    compares them with what is in the package

LAYERS is the folder with the archives named in ``derive_figures.toml``. The same inputs
and the same library versions give the same bytes; nothing is taken from clock or network.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import re
import sys
import tarfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib import metadata
from pathlib import Path
from typing import Any

import pyarrow as pa
import shapely
from pyarrow import parquet
from shapely.geometry.base import BaseGeometry

from groundcheck.geo.areas import area_km2
from groundcheck.geo.outlines import Outline, read_outlines

OUTPUT = Path(__file__).parent.parent / "src/groundcheck/data/control/ukraine-daily.parquet"
STEP_KM2 = 0.01
"""Figures are stored to the hectare, far below what any map of a front can mean."""

SOURCES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
LAYER: dict[str, str] = SOURCES["layer"]
BOUNDARIES: list[dict[str, str]] = SOURCES["boundaries"]
NAMES: dict[str, str] = SOURCES["names"]


@dataclass
class Region:
    """One outline of one boundary set, and what earlier clips of it measured."""

    place: str
    boundary_set: str
    geometry: BaseGeometry
    whole_km2: float
    seen: dict[bytes, float] = field(default_factory=dict)

    def held(self, shape: BaseGeometry) -> float:
        """How many km² of ``shape`` lie inside.

        A front moves in few places at a time, so most clips are those of an earlier day.
        """
        clip = shapely.clip_by_rect(shape, *self.geometry.bounds)
        if clip.is_empty:
            return 0.0
        key = hashlib.sha256(clip.wkb).digest()
        if key not in self.seen:
            sound = clip if clip.is_valid else shapely.make_valid(clip)
            self.seen[key] = area_km2(shapely.intersection(sound, self.geometry))
        return self.seen[key]


@dataclass(frozen=True)
class Day:
    """What a day's shape measures: by region, outside each set, and as a whole, in km²."""

    day: date
    held: tuple[float, ...]
    outside: dict[str, float]
    whole: float


def read_days(archive: Path) -> Iterator[tuple[date, bytes]]:
    """Each file of the layer with the day in its name, in the order of the days."""
    dated = re.compile(r"(\d{4})(\d{2})(\d{2})\.geojson$")
    found = {}
    with tarfile.open(archive) as files:
        for member in files:
            named = dated.search(member.name)
            content = files.extractfile(member)
            if named and content:
                found[date(*map(int, named.groups()))] = content.read()
    yield from sorted(found.items())


def read_regions(layers: Path) -> tuple[Region, ...]:
    """The outlines of both sets, by set and place; repairs are told on standard error."""
    named = list(_named_outlines(layers))
    for _, _, outline in named:
        if outline.notice:
            print(f"notice: {outline.notice}", file=sys.stderr)
    regions = (
        Region(place, name, outline.geometry, round(area_km2(outline.geometry), 2))
        for name, place, outline in named
    )
    return tuple(sorted(regions, key=lambda region: (region.boundary_set, region.place)))


def _named_outlines(layers: Path) -> Iterator[tuple[str, str, Outline]]:
    ministry, other = BOUNDARIES
    content = (layers / ministry["file"]).read_bytes()
    for outline in read_outlines(content, ministry["file"]):
        yield ministry["boundary_set"], NAMES[outline.properties["ADMIN_1"]], outline
    with tarfile.open(layers / other["file"]) as files:
        for member in files:
            numbered = re.search(r"UA_(\d\d)_", member.name)
            content_file = files.extractfile(member)
            if numbered and content_file:
                code = f"UA-{numbered[1]}"
                for outline in read_outlines(content_file.read(), member.name):
                    yield other["boundary_set"], SOURCES["takes_in"].get(code, code), outline


def measure(days: Iterable[tuple[date, bytes]], regions: tuple[Region, ...]) -> Iterator[Day]:
    """Every day's figures; a day whose file repeats an earlier one's shape costs nothing."""
    seen: dict[bytes, Day] = {}
    for day, content in days:
        outlines = read_outlines(content, f"{day}")
        shape = shapely.union_all([outline.geometry for outline in outlines])
        key = hashlib.sha256(shape.wkb).digest()
        if key not in seen:
            seen[key] = _measured(day, shape, regions)
        known = seen[key]
        yield Day(day, known.held, known.outside, known.whole)


def _measured(day: date, shape: BaseGeometry, regions: tuple[Region, ...]) -> Day:
    whole = area_km2(shape)
    held = tuple(region.held(shape) for region in regions)
    outside = dict.fromkeys((region.boundary_set for region in regions), whole)
    for region, km2 in zip(regions, held, strict=True):
        outside[region.boundary_set] -= km2
    return Day(day, held, outside, whole)


def tabulate(days: list[Day], regions: tuple[Region, ...]) -> pa.Table:
    """The rows by boundary set, place and day; see docs/figures.md for the columns."""
    rows = [
        (day.day, region.place, day.held[at], region.whole_km2, region.boundary_set)
        for at, region in enumerate(regions)
        for day in days
    ]
    rows += [
        (day.day, "", day.outside[name], day.whole, name)
        for name in days[0].outside
        for day in days
    ]
    rows.sort(key=lambda row: (row[4], row[1], row[0]))
    km2 = [round(row[2], 2) for row in rows]
    whole = [round(row[3], 2) for row in rows]
    shares = [round(100 * part / all_, 4) for part, all_ in zip(km2, whole, strict=True)]
    return pa.table(
        {
            "day": pa.array([row[0] for row in rows], pa.date32()),
            "layer": _words([LAYER["name"]] * len(rows)),
            "place": _words([row[1] for row in rows]),
            "holder": _words([LAYER["holder"]] * len(rows)),
            "status": _words([LAYER["status"]] * len(rows)),
            "km2": pa.array(km2, pa.float64()),
            "whole_km2": pa.array(whole, pa.float64()),
            "share": pa.array(shares, pa.float64()),
            "boundary_set": _words([row[4] for row in rows]),
        }
    )


def _words(values: list[str]) -> pa.Array:
    return pa.array(values, pa.string()).dictionary_encode()


def provenance(table: pa.Table, layers: Path) -> str:
    """Where the table comes from, as TOML: it goes into the table and beside it."""
    days = sorted(set(table["day"].to_pylist()))
    missing = _missing(days)
    sections = {
        "layer": {**LAYER, "sha256": _sha256(layers / LAYER["file"])},
        "days": {"first": days[0], "last": days[-1], "count": len(days), "missing": missing},
        "table": {
            "rows": table.num_rows,
            "sha256": table_hash(table),
            "derived_through": days[-1],
            "method": SOURCES["method"],
            "made_by": "tools/derive_figures.py",
        },
        "versions": {
            **{name: metadata.version(name) for name in ("pyarrow", "pyproj", "shapely")},
            "geos": shapely.geos_version_string,
        },
    }
    blocks = [f"[{name}]\n{_toml(values)}" for name, values in sections.items()]
    for entry in BOUNDARIES:
        values = {**entry, "sha256": _sha256(layers / entry["file"])}
        blocks.append(f"[[boundaries]]\n{_toml(values)}")
    return "\n".join(blocks)


def _missing(days: list[date]) -> list[date]:
    span = (days[-1] - days[0]).days
    return sorted({days[0] + timedelta(n) for n in range(span)} - set(days))


def _toml(values: dict[str, Any]) -> str:
    return "".join(f"{name} = {_toml_value(value)}\n" for name, value in values.items())


def _toml_value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml_value, value))}]"
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def table_hash(table: pa.Table) -> str:
    """The SHA-256 of the rows as text, the same whatever wrote or compressed the file."""
    columns = [table[name].to_pylist() for name in table.column_names]
    digest = hashlib.sha256()
    for row in zip(*columns, strict=True):
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


def differences(derived: pa.Table, shipped: pa.Table) -> list[str]:
    """What differs between two tables by more than the rounding, in plain sentences."""
    keys = ("day", "layer", "place", "holder", "status", "boundary_set")
    for name in keys:
        if derived[name].to_pylist() != shipped[name].to_pylist():
            return [f"the column {name} differs"]
    found = []
    for name, step in (("km2", STEP_KM2), ("whole_km2", STEP_KM2), ("share", 0.0002)):
        pairs = zip(derived[name].to_pylist(), shipped[name].to_pylist(), strict=True)
        gap = max(abs(new - old) for new, old in pairs)
        if gap > 1.5 * step:
            found.append(f"the column {name} differs by up to {gap:g}")
    return found


def derive(layers: Path) -> pa.Table:
    """The whole table, with a line of progress every hundred days."""
    regions = read_regions(layers)
    days = []
    for day in measure(read_days(layers / LAYER["file"]), regions):
        days.append(day)
        if len(days) % 100 == 0:
            print(f"{len(days)} days, {day.day}: {day.whole:,.0f} km²", file=sys.stderr)
    return tabulate(days, regions)


def main() -> int:
    """Write the table, or compare it; 1 where it differs from what is shipped."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("layers", type=Path, help="the folder with the archives")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    table = derive(options.layers)
    words = provenance(table, options.layers)
    content = encode(table, words)
    beside = options.output.with_suffix(".toml")
    if not options.check:
        options.output.write_bytes(content)
        beside.write_text(words, encoding="utf-8")
        print(f"{table.num_rows} rows, {len(content)} bytes, table {table_hash(table)[:16]}")
        return 0
    same = content == options.output.read_bytes() and words == beside.read_text("utf-8")
    found = differences(table, parquet.read_table(options.output))
    print("\n".join(found) or f"the same {'bytes' if same else 'figures, other bytes'}")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
