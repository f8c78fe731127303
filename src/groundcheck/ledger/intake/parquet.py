"""The rows of a Parquet file as reports: the columns are read as the fields of a JSON record."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from groundcheck.ledger.intake.given import Given, Refused
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.ledger.intake.records import one_of
from groundcheck.ledger.streams import Stream

_HELD = 2**24
"""Bytes of a file that are held; the rest of it lies on the disk meanwhile, to be sought in."""
_ROWS = 64


def read(stream: Stream, about: About, options: IntakeOptions) -> Iterator[Given | Refused]:
    """The rows, each as "NAME#n", counted from 1; some rows are held at a time."""
    from pyarrow import parquet  # noqa: PLC0415

    about = replace(about, url=None)
    count = 0
    with tempfile.SpooledTemporaryFile(_HELD) as file:
        for chunk in stream.bytes.rest():
            file.write(chunk)
        file.seek(0)
        try:
            for batch in parquet.ParquetFile(file).iter_batches(_ROWS):
                for row in batch.to_pylist():
                    count += 1
                    yield one_of(f"{stream.name}#{count}", _plain(row), about, options)
        except (OSError, ValueError, NotImplementedError) as error:
            said = " ".join(str(error).split())
            yield Refused(stream.name, f"no Parquet that can be read after {count:,} rows: {said}")


def _plain(row: dict[str, Any]) -> Any:
    """The row as JSON would have it: days and moments as ISO 8601 strings."""
    return json.loads(json.dumps(row, default=_written))


def _written(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
