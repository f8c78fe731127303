"""The derived control figures that come with the package."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from groundcheck.errors import DataError
from groundcheck.geo.control import ControlFigures, Series

PROVENANCE_KEY = b"provenance"


@cache
def load_figures() -> tuple[ControlFigures, ...]:
    """Every table of daily figures in the package, one for each layer, by file name.

    Read at the first call only. Raises ``DataError`` for a table that is damaged.
    """
    folder = resources.files("groundcheck") / "data" / "control"
    tables = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".parquet")),
        key=lambda entry: entry.name,
    )
    return tuple(read_figures(entry.read_bytes(), entry.name) for entry in tables)


def read_figures(table: bytes, name: str) -> ControlFigures:
    """The figures in a Parquet table as ``tools/derive_figures.py`` writes it.

    Its rows run by boundary set, outline and day, with every day for every outline. Raises
    ``DataError`` with ``name`` where the table has another shape or no provenance.
    """
    # Slow to import, and most runs never get here.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    try:
        file = parquet.ParquetFile(pa.BufferReader(table))
        provenance = tomllib.loads(file.metadata.metadata[PROVENANCE_KEY].decode())
        read = file.read(columns=["day", "place", "km2", "whole_km2", "boundary_set"])
        return _figures(read, provenance)
    except (pa.ArrowException, KeyError, TypeError, IndexError, ValueError) as error:
        raise DataError(f"{name}: the table of control figures is damaged ({error!r})") from None


def _figures(table: Any, provenance: dict[str, Any]) -> ControlFigures:
    count = provenance["days"]["count"]
    starts = range(0, table.num_rows, count)
    last = [min(start + count, table.num_rows) - 1 for start in starts]
    if not starts or table.num_rows % count:
        raise ValueError("its rows are not whole series of days")
    if _at(table, "day", starts) != _at(table, "day", [0] * len(starts)) or (
        _at(table, "place", starts) != _at(table, "place", last)
    ):
        raise ValueError("an outline lacks a day")
    km2 = table["km2"].to_numpy().tolist()
    hashes = {entry["boundary_set"]: entry["sha256"] for entry in provenance["boundaries"]}
    outlines = zip(
        starts,
        _at(table, "boundary_set", starts),
        _at(table, "place", starts),
        _at(table, "whole_km2", starts),
        strict=True,
    )
    return ControlFigures(
        layer=provenance["layer"]["name"],
        maker=provenance["layer"]["maker"],
        definition=provenance["layer"]["definition"],
        holder=provenance["layer"]["holder"],
        country=provenance["layer"]["country"],
        days=tuple(table["day"][:count].to_pylist()),
        series=tuple(
            Series(
                name, frozenset(place.split("+")), whole, km2[start : start + count], hashes[name]
            )
            for start, name, place, whole in outlines
            if place
        ),
        inputs=(provenance["layer"]["sha256"], *hashes.values()),
    )


def _at(table: Any, column: str, rows: Any) -> list[Any]:
    values = table[column]
    return [values[row].as_py() for row in rows]
