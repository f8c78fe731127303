"""What one map file says: shapes with their properties, whatever format they came in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

UNREADABLE = "the coordinates of a shape cannot be read"
MOST_VALUES = 20
LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Feature:
    """One shape of a map file, or the place of one that cannot be used.

    ``geometry`` stands as the file has it, valid or not, in degrees on WGS84, longitude first
    and without height; ``None`` where the file has none. ``properties`` holds what JSON can
    hold. ``fault`` says why a geometry cannot be used (it is then ``None``), ``""`` where it can.
    """

    geometry: BaseGeometry | None
    properties: dict[str, Any]
    fault: str = ""


def describe(features: Iterable[Feature]) -> dict[str, dict[str, int]]:
    """For each property its values and how many features have them, the most frequent first.

    Values other than texts are written as JSON. Each is cut at 60 characters, and of each
    property the 20 most frequent are told.
    """
    seen: dict[str, Counter[str]] = {}
    for feature in features:
        for key, value in feature.properties.items():
            seen.setdefault(key, Counter())[_written(value)[:LONGEST_VALUE]] += 1
    return {key: dict(values.most_common(MOST_VALUES)) for key, values in seen.items()}


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
