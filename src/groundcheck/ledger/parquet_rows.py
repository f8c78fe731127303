"""Rows of one dataclass as Parquet: a column of its own type for each field."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from groundcheck.text.writable import writable

T = TypeVar("T")
_GROUP = 20_000
"""So many rows are a row group of Parquet."""


def columns(kind: type) -> tuple[str, ...]:
    """The names of the columns of rows of a dataclass."""
    return tuple(field.name for field in fields(kind))


def values(rows: Iterable[Any], kind: type) -> list[list[Any]]:
    """What stands in the columns, row by row."""
    return [[getattr(row, name) for name in columns(kind)] for row in rows]


def parquet_parts(rows: Iterable[Any], kind: type) -> Iterator[bytes]:
    """A Parquet file, part by part. Several words in one cell are a list of strings."""
    # Slow to import, and only this needs it.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    schema = pa.schema([(field.name, _arrow(field.type, pa)) for field in fields(kind)])
    sink = _Parts()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for some in batches(rows, _GROUP):
            given = zip(*values(some, kind), strict=True)
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


def batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """The rows, so many at a time."""
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


def read(path: Path, kind: type[T]) -> list[T]:
    """The rows of a file that ``parquet_parts`` made."""
    from pyarrow import parquet  # noqa: PLC0415

    names = columns(kind)
    # Read as a plain file: its folder's name is no column of it.
    found = parquet.ParquetFile(path).read(list(names)).to_pydict()
    several = {f.name for f in fields(kind) if str(f.type).startswith("tuple")}  # type: ignore[arg-type]
    given = [map(tuple, found[name]) if name in several else found[name] for name in names]
    return [kind(*cells) for cells in zip(*given, strict=True)]
