"""From the published form back to the model: what ``shape.published`` made, undone.

An interval's ends come from ``NAME`` and which of them are left out from ``NAME_words``. An end
without limit is never told to be open or closed, since that says nothing.
"""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, cast

from groundcheck.errors import BadValue
from groundcheck.model import Interval, Span, from_json

T = TypeVar("T")


def from_published(kind: type[T], data: Any) -> T:
    """The value of type ``kind`` whose published form is ``data``.

    Raises ``BadValue`` with the path to the field where ``data`` has another shape.
    """
    return from_json(kind, _plain(kind, data))


def _plain(kind: Any, data: Any, words: Any = None) -> Any:
    """The data as ``model.codec`` has them; what does not fit is left for it to refuse."""
    options = typing.get_args(kind)
    origin = typing.get_origin(kind)
    if data is None:
        return None
    if origin in (Union, types.UnionType):
        known = [one for one in options if is_dataclass(one)]
        return _plain(known[0], data, words) if known else data
    if origin is tuple and isinstance(data, list) and options[-1] is Ellipsis:
        return [_plain(options[0], item) for item in data]
    if kind is Span and isinstance(data, list) and len(data) == 2:
        return {"start": data[0], "end": data[1]}
    if kind is Interval and isinstance(data, list) and len(data) == 2:
        return _interval(data, words)
    if is_dataclass(kind) and isinstance(data, dict):
        return {
            name: _plain(hint, data[name], data.get(f"{name}_words"))
            for name, hint in _hints(cast(type, kind))
            if name in data
        }
    return data


def _interval(ends: list[Any], words: Any) -> dict[str, Any]:
    if not isinstance(words, str) or words[:1] not in ("[", "(") or words[-1:] not in ("]", ")"):
        raise BadValue(f"{words!r} does not say which ends of an interval belong to it")
    low, high = ends
    return {
        "low": low,
        "high": high,
        "low_open": low is not None and words[0] == "(",
        "high_open": high is not None and words[-1] == ")",
    }


@cache
def _hints(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))
