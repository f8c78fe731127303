"""GeoParquet (specification 1.1): a Parquet table with a column of shapes as WKB."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from groundcheck.errors import BadValue
from groundcheck.ledger.features import Feature
from groundcheck.ledger.wkb import from_columns

BROKEN = (
    AttributeError, IndexError, KeyError, OSError, OverflowError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip


def read_table(data: bytes, name: str) -> tuple[list[Feature], str]:
    """The rows of the table as features, and the coordinate system they are in.

    The system is ``""`` for degrees on WGS84, which the specification takes where none is named.
    Raises ``BadValue`` with ``name`` for a damaged table and one without such a column.
    """
    try:
        table = parquet.read_table(pa.BufferReader(data))
        geo = json.loads((table.schema.metadata or {}).get(b"geo", b"null"))
        if geo is None:
            raise BadValue(f"{name}: is Parquet without the shapes of GeoParquet")
        shapes, described = geo["primary_column"], geo["columns"]
        if described[shapes]["encoding"] != "WKB":
            raise BadValue(f"{name}: its shapes are not written as WKB, which alone is read")
        columns = {key: table[key].to_pylist() for key in table.column_names}
        rows = from_columns(
            columns[shapes], {key: held for key, held in columns.items() if key not in described}
        )
        return rows, _system(described[shapes].get("crs"))
    except BadValue:
        raise
    except (pa.ArrowException, *BROKEN) as error:
        raise BadValue(f"{name}: cannot be read as GeoParquet: {error!r:.160}") from None


def _system(crs: Any) -> str:
    return "" if crs is None else json.dumps(crs)
