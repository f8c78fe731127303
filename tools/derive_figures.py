"""Derive the control figures that ship with the package; see docs/figures.md.

python tools/derive_figures.py LAYERS            writes the tables and their provenance
python tools/derive_figures.py LAYERS --check    compares them with what is in the package

LAYERS is the folder with the files named in ``derive_figures.toml``. They go through the same
code as ``groundcheck layers add``. The same inputs and the same library versions give the same
bytes; nothing is taken from clock or network.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
import tomllib
from datetime import date, timedelta
from importlib import metadata
from pathlib import Path
from typing import Any

import pyarrow as pa
import shapely
from pyarrow import parquet

from groundcheck.geo.control import ControlFigures
from groundcheck.geo.layers import Layer
from groundcheck.ledger.descriptions import read_boundaries, read_layer, text_of
from groundcheck.ledger.importing import import_layer, outlines_of
from groundcheck.ledger.layer_figures import Outlines, layer_figures
from groundcheck.ledger.layer_store import LayerStore, Stored
from groundcheck.ledger.shipped import KEYS
from groundcheck.ledger.sources import items

OUTPUT = Path(__file__).parent.parent / "src/groundcheck/data/control"
STEP_KM2 = 0.01
"""Figures are stored to the hectare, far below what any map of a front can mean."""

LATEST = date(2030, 1, 1)
"""No file of the folder may speak of a later day; a day of the clock would change the output."""

SOURCES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def read_sets(folder: Path) -> dict[str, Outlines]:
    """The boundary sets by their file; what was repaired is told on standard error."""
    found = {}
    for name, file in SOURCES["boundaries"].items():
        described = read_boundaries(text_of("boundaries", name), name)
        outlines = outlines_of(described, items(str(folder / file), _tell_both), _tell)
        found[file] = Outlines(described.name, described.attribution, outlines)
    return found


def read_maps(store: LayerStore, folder: Path, name: str) -> Layer:
    """Bring one layer of the folder into the store."""
    text = text_of("layers", name)
    layer = read_layer(text, name)
    source = SOURCES["layers"][name]
    store.put_layer(Stored(name, text, source))
    files = items(str(folder / source), _tell_both, wanted=layer.wants)
    import_layer(store, layer, files, LATEST, lambda _: None)
    return layer


def _tell(line: str) -> None:
    print(f"notice: {line}", file=sys.stderr)


def _tell_both(name: str, reason: str) -> None:
    _tell(f"{name}: {reason}")


def tabulate(layer: Layer, derived: tuple[ControlFigures, ...]) -> pa.Table:
    """The rows by holder, boundary set, place, status and day; see docs/figures.md."""
    rows = sorted(
        (figures.holder, series.boundary_set, "+".join(sorted(series.regions)), status, day, km2,
         series.whole_km2)
        for figures in derived
        for series in (*figures.series, *figures.outside)
        for status, values in (("contested", series.contested_km2), ("held", series.km2))
        for day, km2 in zip(figures.days, values or (), strict=bool(values))
    )  # fmt: skip
    km2 = [round(max(row[5], 0.0), 2) for row in rows]
    whole = [round(row[6], 2) for row in rows]
    shares = [round(100 * a / b, 4) if b else 0.0 for a, b in zip(km2, whole, strict=True)]
    words = {name: _words([str(row[at]) for row in rows]) for at, name in enumerate(KEYS)}
    return pa.table(
        {
            "day": pa.array([row[4] for row in rows], pa.date32()),
            "layer": _words([layer.name] * len(rows)),
            **words,
            "km2": pa.array(km2, pa.float64()),
            "whole_km2": pa.array(whole, pa.float64()),
            "share": pa.array(shares, pa.float64()),
        }
    )


def _words(values: list[str]) -> pa.Array:
    return pa.array(values, pa.string()).dictionary_encode()


def provenance(table: pa.Table, layer: Layer, folder: Path, sets: dict[str, Outlines]) -> str:
    """Where the table comes from, as TOML: it goes into the table and beside it."""
    days = sorted(set(table["day"].to_pylist()))
    used = set(table["boundary_set"].to_pylist())
    source = SOURCES["layers"][layer.name]
    described = {
        key: getattr(layer, key)
        for key in ("name", "maker", "origin", "definition", "licence", "attribution")
    }
    sections: dict[str, Any] = {
        "layer": {
            **described,
            "valid_days": layer.valid_days,
            "file": source,
            "sha256": _sha256(folder / source),
            "statement": SOURCES["statement"],
        },
        "days": {
            "first": days[0],
            "last": days[-1],
            "count": len(days),
            "missing": _missing(days) if len(days) > 365 else [],
        },
        "table": {
            "rows": table.num_rows,
            "sha256": table_hash(table),
            "method": SOURCES["method"],
            "made_by": "tools/derive_figures.py",
        },
        "versions": {
            **{name: metadata.version(name) for name in ("numpy", "pyarrow", "shapely")},
            "geos": shapely.geos_version_string,
        },
    }
    blocks = [f"[{name}]\n{_toml(values)}" for name, values in sections.items()]
    for cover in layer.covers:
        values = {
            "holder": cover.holder,
            "country": cover.country,
            "contested": cover.contested,
            "changes_only": sorted(cover.partial),
        }
        blocks.append(f"[[covers]]\n{_toml(values)}")
    for file, each in sets.items():
        if each.name in used:
            values = {
                "name": each.name,
                "file": file,
                "attribution": each.attribution,
                "sha256": _sha256(folder / file),
            }
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
    for name in ("day", "layer", *KEYS):
        if derived[name].to_pylist() != shipped[name].to_pylist():
            return [f"the column {name} differs"]
    found = []
    for name, step in (("km2", STEP_KM2), ("whole_km2", STEP_KM2), ("share", 0.0002)):
        pairs = zip(derived[name].to_pylist(), shipped[name].to_pylist(), strict=True)
        gap = max(abs(new - old) for new, old in pairs)
        if gap > 1.5 * step:
            found.append(f"the column {name} differs by up to {gap:g}")
    return found


def main() -> int:
    """Write the tables, or compare them; 1 where one differs from what is shipped."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("layers", type=Path, help="the folder with the archives")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    sets = read_sets(options.layers)
    wrong = False
    for name in SOURCES["layers"]:
        with LayerStore(":memory:") as store:
            layer = read_maps(store, options.layers, name)
            table = tabulate(layer, layer_figures(store, layer, tuple(sets.values())))
        words = provenance(table, layer, options.layers, sets)
        content, path = encode(table, words), options.output / f"{name}.parquet"
        if options.check:
            same = content == path.read_bytes()
            found = differences(table, parquet.read_table(path))
            wrong = wrong or bool(found)
            verdict = "; ".join(found) or f"the same {'bytes' if same else 'figures, other bytes'}"
            print(f"{name}: {verdict}")
        else:
            path.write_bytes(content)
            path.with_suffix(".toml").write_text(words, encoding="utf-8")
            print(f"{name}: {table.num_rows} rows, {len(content)} bytes, {table_hash(table)[:16]}")
    return int(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
