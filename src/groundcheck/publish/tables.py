"""Rows of one kind as CSV (RFC 4180), JSON or Parquet; the columns are the fields of the kind."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from itertools import islice
from typing import Any

from groundcheck.publish.safe import writable

_AT_ONCE = 1000
"""So many rows of a stream are held: a part of CSV."""
_GROUP = 20_000
"""So many rows are a row group of Parquet."""


def columns(kind: type) -> tuple[str, ...]:
    """The names of the columns of rows of a dataclass."""
    return tuple(field.name for field in fields(kind))


def _values(rows: Iterable[Any], kind: type) -> list[list[Any]]:
    return [[getattr(row, name) for name in columns(kind)] for row in rows]


def as_csv(rows: Sequence[Any], kind: type) -> str:
    """A header and a line for each row; what is not known is empty."""
    return b"".join(csv_parts(rows, kind)).decode()


def csv_parts(rows: Iterable[Any], kind: type) -> Iterator[bytes]:
    """The same as UTF-8, part by part. Several words in one cell are a JSON array."""
    yield _csv_lines([columns(kind)])
    for some in _batches(rows, _AT_ONCE):
        yield _csv_lines(_values(some, kind))


def _csv_lines(rows: Iterable[Iterable[Any]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return writable(file.getvalue()).encode()


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def as_json(rows: Sequence[Any], kind: type) -> str:
    """A list of objects, indented, with a line end; what is not known is ``null``."""
    objects = [dict(zip(columns(kind), values, strict=True)) for values in _values(rows, kind)]
    return json.dumps(objects, ensure_ascii=False, indent=1, default=written) + "\n"


def as_parquet(rows: Sequence[Any], kind: type) -> bytes:
    """A Parquet file with a column of its own type for each field."""
    return b"".join(parquet_parts(rows, kind))


def parquet_parts(rows: Iterable[Any], kind: type) -> Iterator[bytes]:
    """The same, part by part. Several words in one cell are a list of strings."""
    # Slow to import, and only this needs it.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    schema = pa.schema([(field.name, _arrow(field.type, pa)) for field in fields(kind)])
    sink = _Parts()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for some in _batches(rows, _GROUP):
            given = zip(*_values(some, kind), strict=True)
            arrays = [
                pa.array([_plain(value) for value in column], field.type)
                for column, field in zip(given, schema, strict=True)
            ]
            writer.write_table(pa.table(arrays, schema=schema))
            yield sink.taken()
    yield sink.taken()


class _Parts(io.RawIOBase):
    """A file that is written from its beginning to its end and is taken away meanwhile."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, part: Any) -> int:
        self._parts.append(bytes(part))
        self._at += len(self._parts[-1])
        return len(self._parts[-1])

    def tell(self) -> int:
        return self._at

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


def _batches(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    left = iter(rows)
    while some := list(islice(left, size)):
        yield some


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return writable(value)
    return [writable(one) for one in value] if isinstance(value, tuple) else value


def _arrow(kind: Any, pa: Any) -> Any:
    # The hints of a module with postponed annotations are their own words.
    word = str(kind).split(" | ", maxsplit=1)[0]
    kinds = {"str": pa.string(), "float": pa.float64(), "date": pa.date32(), "bool": pa.bool_()}
    kinds["tuple[str, ...]"] = pa.list_(pa.string())
    return kinds.get(word, pa.int64())


def written(value: Any) -> str:
    """A day as JSON has it; raises ``TypeError`` for what has no form there."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
