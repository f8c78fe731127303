"""JSON in and out for every type of the model, from the type hints alone.

Dataclasses become objects, tuples arrays, dates ISO strings. ``from_json(T, to_json(x)) == x``
for every value ``x`` of type ``T``. Unknown fields are ignored, so that a newer program's
output can be read by an older one.
"""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast

from groundcheck.errors import BadValue

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """The value as objects, arrays, strings, numbers, booleans and null."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_json(kind: type[T], data: Any) -> T:
    """The value of type ``kind`` that ``data`` describes.

    Raises ``BadValue`` with the path to the field where ``data`` has another shape.
    """
    return cast(T, _decode(kind, data, kind.__name__))


def _decode(kind: Any, data: Any, path: str) -> Any:
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(kind, data, path)
    if origin is Literal:
        if data not in typing.get_args(kind):
            raise BadValue(f"{path}: {data!r} is not one of {', '.join(typing.get_args(kind))}")
        return data
    if origin is tuple:
        return _decode_tuple(kind, data, path)
    if is_dataclass(kind):
        return _decode_object(cast(type, kind), data, path)
    if kind is date:
        return _decode_date(data, path)
    return _decode_plain(kind, data, path)


def _decode_union(kind: Any, data: Any, path: str) -> Any:
    if data is None and type(None) in typing.get_args(kind):
        return None
    reasons = []
    for option in typing.get_args(kind):
        if option is type(None):
            continue
        try:
            return _decode(option, data, path)
        except BadValue as error:
            reasons.append(str(error))
    raise BadValue(reasons[0] if reasons else f"{path}: {data!r} fits no form")


def _decode_tuple(kind: Any, data: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        raise BadValue(f"{path}: wants an array, not {type(data).__name__}")
    options = typing.get_args(kind)
    if len(options) == 2 and options[1] is Ellipsis:
        return tuple(_decode(options[0], item, f"{path}[{i}]") for i, item in enumerate(data))
    if len(options) != len(data):
        raise BadValue(f"{path}: wants {len(options)} entries, not {len(data)}")
    pairs = zip(options, data, strict=True)
    return tuple(_decode(option, item, f"{path}[{i}]") for i, (option, item) in enumerate(pairs))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _decode_object(kind: type, data: Any, path: str) -> Any:
    if not isinstance(data, dict):
        raise BadValue(f"{path}: wants an object, not {type(data).__name__}")
    hints, values = _hints(kind), {}
    for field in fields(kind):
        name = field.name
        if name in data:
            values[name] = _decode(hints[name], data[name], f"{path}.{name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise BadValue(f"{path}: the field {name!r} is missing")
    return kind(**values)


def _decode_date(data: Any, path: str) -> date:
    try:
        return date.fromisoformat(data)
    except (TypeError, ValueError):
        raise BadValue(f"{path}: {data!r} is not a day like 2025-02-20") from None


def _decode_plain(kind: Any, data: Any, path: str) -> Any:
    if kind is Any:
        return data
    if kind is float and isinstance(data, int | float) and not isinstance(data, bool):
        return float(data)
    if isinstance(data, kind) and (kind is bool or not isinstance(data, bool)):
        return data
    raise BadValue(f"{path}: wants {kind.__name__}, not {type(data).__name__}")
