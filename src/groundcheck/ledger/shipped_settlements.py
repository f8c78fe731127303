"""What the shipped layers show of settlements, as ``tools/derive_settlements.py`` writes it."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from groundcheck.errors import DataError
from groundcheck.geo.stretches import PointHistory, Stretch

PROVENANCE_KEY = b"provenance"
STANDINGS = ("open", "contested", "held", "not shown")
"""What the numbers in the column ``standing`` mean."""

_TABLE = "settlements-by-day.parquet"
_COLUMNS = ["series", "settlement", "first", "last", "standing", "line_km"]


@cache
def load_histories() -> tuple[PointHistory, ...]:
    """The histories in the package, one for each layer and holder.

    Read at the first call only. Raises ``DataError`` for a table that is damaged.
    """
    file = resources.files("groundcheck") / "data" / "settlements" / _TABLE
    try:
        return read_histories(file.read_bytes(), _TABLE)
    except OSError as error:
        raise DataError(f"{_TABLE}: {error.strerror}") from None


def read_histories(table: bytes, name: str) -> tuple[PointHistory, ...]:
    """The histories in a Parquet table; raises ``DataError`` with ``name`` where it is none."""
    # Slow to import, and most runs never get here.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    try:
        file = parquet.ParquetFile(pa.BufferReader(table))
        provenance = tomllib.loads(file.metadata.metadata[PROVENANCE_KEY].decode())
        columns = [file.read(columns=_COLUMNS)[name].to_pylist() for name in _COLUMNS]
        return _histories(columns, provenance)
    except (pa.ArrowException, KeyError, TypeError, IndexError, ValueError) as error:
        raise DataError(f"{name}: the table of settlements is damaged ({error!r})") from None


def _histories(columns: list[Any], provenance: dict[str, Any]) -> tuple[PointHistory, ...]:
    described = provenance["series"]
    found: list[dict[int, list[Stretch]]] = [{} for _ in described]
    for series, place, first, last, standing, km in zip(*columns, strict=True):
        word = STANDINGS[standing]
        holder = described[series]["holder"] if word == "held" else ""
        stretches = found[series].setdefault(place, [])
        if word != "not shown":
            stretches.append(Stretch(first, last, holder, word == "contested", km))
    return tuple(
        PointHistory(
            layer=one["layer"],
            maker=one["maker"],
            origin=one["origin"],
            definition=one["definition"],
            holder=one["holder"],
            regions=frozenset(one["regions"]),
            precision_km=one["precision_km"],
            first_day=_day(one["first_day"]),
            last_day=_day(one["last_day"]),
            stretches={place: tuple(rows) for place, rows in stretches.items()},
            inputs=(one["sha256"],),
        )
        for one, stretches in zip(described, found, strict=True)
    )


def _day(value: Any) -> date:
    if not isinstance(value, date):
        raise TypeError(f"{value!r} is not a day")
    return value
