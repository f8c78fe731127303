"""Features from the columns of a table: shapes as well-known binary, a list for each property."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import numpy as np
import shapely

from groundcheck.ledger.features import UNREADABLE, Feature


def from_columns(
    binary: Sequence[bytes | None], columns: Mapping[str, Sequence[Any]]
) -> list[Feature]:
    """One feature for each row; ``columns`` holds the properties, each as long as ``binary``.

    Heights are dropped. A shape that GEOS cannot build, as from a ring of two points, is a fault.
    """
    given = np.array(binary, dtype=object)
    shapes = shapely.force_2d(shapely.from_wkb(given, on_invalid="ignore"))
    features = []
    for row, shape in enumerate(shapes):
        properties = {key: plain(column[row]) for key, column in columns.items()}
        broken = shape is None and given[row] is not None
        held = None if shape is None or shape.is_empty else shape
        features.append(Feature(held, properties, UNREADABLE if broken else ""))
    return features


def plain(value: Any) -> Any:
    """A cell as JSON would hold it: dates as ISO 8601, bytes in hexadecimal, no NaN."""
    if isinstance(value, np.ndarray | np.generic):
        value = value.tolist()
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and not np.isfinite(value):
        return None
    return value if isinstance(value, str | int | float | None) else str(value)
