"""A year of maps as one small block of bytes, and back, exactly.

Consecutive days are nearly identical. So the points of a year are kept once, as they are,
and each day is the list of the points that its rings run through; what repeats from day to
day LZMA finds. A block says nothing that depends on when or in which order days came in.
"""

from __future__ import annotations

import json
import lzma
import struct
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import DataError
from groundcheck.geo.layers import Ground

Day = Mapping[Ground, BaseGeometry]

_VERSION = 1
_XZ = b"\xfd7zXZ"
_LENGTH = struct.Struct("<I")
_DAMAGE = (
    lzma.LZMAError, zlib.error, struct.error, shapely.GEOSException,
    ValueError, KeyError, IndexError, TypeError, AttributeError,
)  # fmt: skip


def encode(days: Mapping[date, Day], small: bool = True) -> bytes:
    """The block of some days; each ground's shape is a valid polygon or multipolygon.

    One that is not ``small`` is made ten times as fast.
    """
    named = [(day, ground) for day in sorted(days) for ground in sorted(days[day])]
    shapes = [_multi(days[day][ground]) for day, ground in named]
    header = {
        "version": _VERSION,
        "days": [str(day) for day in sorted(days)],
        "shapes": [[str(day), *ground] for day, ground in named],
    }
    _, points, offsets = shapely.to_ragged_array([shapely.MultiPolygon(), *shapes], include_z=False)
    # Adding nought makes the two zeros of IEEE 754 one: which is kept would hang on the order.
    pairs = (points.reshape(-1, 2) + 0.0).view(np.complex128)
    kept, run = np.unique(pairs, return_inverse=True)
    arrays = [kept.view(np.float64).reshape(-1, 2).T.ravel(), run.ravel()]
    arrays += [np.diff(each) for each in offsets]
    words = json.dumps(header, separators=(",", ":")).encode()
    parts = [_LENGTH.pack(len(words)), words]
    for number, array in enumerate(arrays):
        content = array.astype("<f8" if number == 0 else "<u4").tobytes()
        parts += [_LENGTH.pack(len(content)), content]
    content = b"".join(parts)
    return lzma.compress(content) if small else zlib.compress(content, level=1)


def decode(block: bytes, name: str = "a block") -> dict[date, dict[Ground, BaseGeometry]]:
    """The days of a block. Raises ``DataError`` with ``name`` where it is damaged."""
    try:
        small = block.startswith(_XZ)
        header, arrays = _parts(lzma.decompress(block) if small else zlib.decompress(block))
        kept, run = arrays[0].view("<f8").reshape(2, -1).T, arrays[1].view("<u4")
        offsets = tuple(np.concatenate([[0], np.cumsum(a.view("<u4"))]) for a in arrays[2:])
        shapes = shapely.from_ragged_array(
            shapely.GeometryType.MULTIPOLYGON, np.ascontiguousarray(kept[run]), offsets
        )
        days: dict[date, dict[Ground, BaseGeometry]] = {
            date.fromisoformat(day): {} for day in header["days"]
        }
        for (day, holder, status), shape in zip(header["shapes"], shapes[1:], strict=True):
            days[date.fromisoformat(day)][Ground(holder, status)] = shape
    except _DAMAGE as error:
        raise DataError(f"{name}: damaged ({error})") from None
    return days


def _parts(content: bytes) -> tuple[dict[str, Any], Sequence[NDArray[np.uint8]]]:
    parts, at = [], 0
    while at < len(content):
        (length,) = _LENGTH.unpack_from(content, at)
        at += _LENGTH.size
        parts.append(content[at : at + length])
        at += length
    header = json.loads(parts[0])
    if header["version"] != _VERSION:
        raise ValueError(f"version {header['version']} is not known")
    return header, [np.frombuffer(part, np.uint8) for part in parts[1:]]


def _multi(shape: BaseGeometry) -> BaseGeometry:
    return shape if shape.geom_type == "MultiPolygon" else shapely.MultiPolygon([shape])
