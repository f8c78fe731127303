"""Rows of one kind as CSV (RFC 4180), JSON or Parquet; the columns are the fields of the kind."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any


def columns(kind: type) -> tuple[str, ...]:
    """The names of the columns of rows of a dataclass."""
    return tuple(field.name for field in fields(kind))


def _values(rows: Sequence[Any], kind: type) -> list[list[Any]]:
    return [[getattr(row, name) for name in columns(kind)] for row in rows]


def as_csv(rows: Sequence[Any], kind: type) -> str:
    """A header and a line for each row; what is not known is empty."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns(kind))
    writer.writerows(_values(rows, kind))
    return file.getvalue()


def as_json(rows: Sequence[Any], kind: type) -> str:
    """A list of objects, indented, with a line end; what is not known is ``null``."""
    objects = [dict(zip(columns(kind), values, strict=True)) for values in _values(rows, kind)]
    return json.dumps(objects, ensure_ascii=False, indent=1, default=written) + "\n"


def as_parquet(rows: Sequence[Any], kind: type) -> bytes:
    """A Parquet file with a column of its own type for each field."""
    # Slow to import, and only this needs it.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    values = _values(rows, kind)
    table = {
        name: pa.array([row[at] for row in values], _arrow(field.type, pa))
        for at, (name, field) in enumerate(zip(columns(kind), fields(kind), strict=True))
    }
    file = io.BytesIO()
    parquet.write_table(pa.table(table), file, compression="zstd")
    return file.getvalue()


def _arrow(kind: Any, pa: Any) -> Any:
    # The hints of a module with postponed annotations are their own words.
    word = str(kind).split(" | ", maxsplit=1)[0]
    kinds = {"str": pa.string(), "float": pa.float64(), "date": pa.date32(), "bool": pa.bool_()}
    return kinds.get(word, pa.int64())


def written(value: Any) -> str:
    """A day as JSON has it; raises ``TypeError`` for what has no form there."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
