"""Rows of one kind as CSV (RFC 4180), JSON or Parquet; the columns are the fields of the kind."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from groundcheck.ledger.parquet_rows import batches, columns, parquet_parts, values
from groundcheck.publish.safe import writable

__all__ = ["as_csv", "as_json", "as_parquet", "columns", "csv_parts", "parquet_parts", "written"]

_AT_ONCE = 1000
"""So many rows of a stream are held: a part of CSV."""


def as_csv(rows: Sequence[Any], kind: type) -> str:
    """A header and a line for each row; what is not known is empty."""
    return b"".join(csv_parts(rows, kind)).decode()


def csv_parts(rows: Iterable[Any], kind: type) -> Iterator[bytes]:
    """The same as UTF-8, part by part. Several words in one cell are a JSON array."""
    yield _csv_lines([columns(kind)])
    for some in batches(rows, _AT_ONCE):
        yield _csv_lines(values(some, kind))


def _csv_lines(rows: Iterable[Iterable[Any]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return writable(file.getvalue()).encode()


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def as_json(rows: Sequence[Any], kind: type) -> str:
    """A list of objects, indented, with a line end; what is not known is ``null``."""
    objects = [dict(zip(columns(kind), cells, strict=True)) for cells in values(rows, kind)]
    return json.dumps(objects, ensure_ascii=False, indent=1, default=written) + "\n"


def as_parquet(rows: Sequence[Any], kind: type) -> bytes:
    """A Parquet file with a column of its own type for each field."""
    return b"".join(parquet_parts(rows, kind))


def written(value: Any) -> str:
    """A day as JSON has it; raises ``TypeError`` for what has no form there."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
