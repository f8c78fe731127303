"""The derived control figures that come with the package."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from groundcheck.errors import DataError
from groundcheck.geo.control import ControlFigures, Series

PROVENANCE_KEY = b"provenance"
KEYS = ("holder", "boundary_set", "place", "status")
"""What a series of days has in common; the rows of a table run by these and then by day."""


@cache
def load_figures() -> tuple[ControlFigures, ...]:
    """Every table of daily figures in the package, by layer and holder.

    Read at the first call only. Raises ``DataError`` for a table that is damaged.
    """
    folder = resources.files("groundcheck") / "data" / "control"
    tables = [entry for entry in folder.iterdir() if entry.name.endswith(".parquet")]
    found = [one for entry in tables for one in read_figures(entry.read_bytes(), entry.name)]
    return tuple(sorted(found, key=lambda one: (one.layer, one.holder)))


def read_figures(table: bytes, name: str) -> tuple[ControlFigures, ...]:
    """The figures in a Parquet table as ``tools/derive_figures.py`` writes it, by holder.

    It has every day for every outline and status. Raises ``DataError`` with ``name`` where
    the table has another shape or no provenance.
    """
    # Slow to import, and most runs never get here.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    try:
        file = parquet.ParquetFile(pa.BufferReader(table))
        provenance = tomllib.loads(file.metadata.metadata[PROVENANCE_KEY].decode())
        # A table this small needs no threads, which a program that ends at once may trip over.
        read = file.read(columns=["day", "km2", "whole_km2", *KEYS], use_threads=False)
        return _figures(read, provenance)
    except (pa.ArrowException, KeyError, TypeError, IndexError, ValueError) as error:
        raise DataError(f"{name}: the table of control figures is damaged ({error!r})") from None


def _figures(table: Any, provenance: dict[str, Any]) -> tuple[ControlFigures, ...]:
    layer, count = provenance["layer"], provenance["days"]["count"]
    days = tuple(table["day"][:count].to_pylist())
    series = _series(table, count, {b["name"]: b["sha256"] for b in provenance["boundaries"]})
    hashes = tuple(boundaries["sha256"] for boundaries in provenance["boundaries"])
    return tuple(
        ControlFigures(
            layer=layer["name"],
            maker=layer["maker"],
            definition=layer["definition"],
            holder=cover["holder"],
            country=cover["country"],
            days=days,
            series=tuple(one for one in series[cover["holder"]] if one.regions),
            inputs=(layer["sha256"], *hashes),
            origin=layer["origin"],
            valid_days=layer["valid_days"],
            partial=frozenset(cover["changes_only"]),
            outside=tuple(one for one in series[cover["holder"]] if not one.regions),
        )
        for cover in provenance["covers"]
    )


def _series(table: Any, count: int, hashes: dict[str, str]) -> dict[str, list[Series]]:
    """The series by holder; contested ground stands with the held ground of its outline."""
    starts = range(0, table.num_rows, count)
    if not starts or table.num_rows % count:
        raise ValueError("its rows are not whole series of days")
    keys = [_at(table, name, starts) for name in KEYS]
    ends = [_at(table, name, [start + count - 1 for start in starts]) for name in KEYS]
    if keys != ends or _at(table, "day", starts) != _at(table, "day", [0] * len(starts)):
        raise ValueError("an outline lacks a day")
    km2 = table["km2"].to_numpy().tolist()
    wholes = _at(table, "whole_km2", starts)
    parts = {
        key: km2[start : start + count]
        for key, start in zip(zip(*keys, strict=True), starts, strict=True)
    }
    found: dict[str, list[Series]] = {}
    for (holder, name, place, status), whole in zip(parts, wholes, strict=True):
        if status == "held":
            outline = frozenset(filter(None, place.split("+")))
            contested = parts.get((holder, name, place, "contested"))
            held = parts[holder, name, place, status]
            found.setdefault(holder, []).append(
                Series(name, outline, whole, held, contested, hashes[name])
            )
    return found


def _at(table: Any, column: str, rows: Any) -> list[Any]:
    # One look into the column for all rows; a look for each takes a hundred times as long.
    return list(table[column].take(list(rows)).to_pylist())
