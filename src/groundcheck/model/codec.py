"""JSON in and out for every type of the model, from the type hints alone.

Dataclasses become objects, tuples arrays, dates ISO strings. ``from_json(T, to_json(x)) == x``
for every value ``x`` of type ``T``. Unknown fields are ignored, so that a newer program's
output can be read by an older one.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast

from groundcheck.errors import BadValue

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def to_json(value: Any) -> Any:
    """The value as objects, arrays, strings, numbers, booleans and null."""
    kind: Any = type(value)
    names = _field_names(kind)
    if names is not None:
        return {name: to_json(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_json(kind: type[T], data: Any) -> T:
    """The value of type ``kind`` that ``data`` describes.

    Raises ``BadValue`` with the path to the field where ``data`` has another shape.
    """
    try:
        return cast(T, _decoder(cast(Any, kind))(data))
    except _Misfit as misfit:
        raise BadValue(f"{kind.__name__}{misfit.path}: {misfit.reason}") from None


class _Misfit(BadValue):
    """What does not fit, and the path to it, which grows on the way out."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = ""

    def within(self, step: object) -> _Misfit:
        self.path = f"{step}{self.path}"
        return self


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


@cache
def _decoder(kind: Any) -> Decoder:
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        return _of_union(typing.get_args(kind))
    if origin is Literal:
        return _of_words(typing.get_args(kind))
    if origin is tuple:
        return _of_tuple(typing.get_args(kind))
    if is_dataclass(kind):
        return _of_object(cast(type, kind))
    if kind is date:
        return _date
    if kind is Any:
        return lambda data: data
    return _float if kind is float else _of_plain(kind)


def _of_union(options: tuple[Any, ...]) -> Decoder:
    decoders = [_decoder(option) for option in options if option is not type(None)]
    optional = type(None) in options

    def decode(data: Any) -> Any:
        if data is None and optional:
            return None
        first: BadValue | None = None
        for decoder in decoders:
            try:
                return decoder(data)
            except BadValue as error:
                first = first or error
        raise first or _Misfit(f"{data!r} fits no form")

    return decode


def _of_words(words: tuple[Any, ...]) -> Decoder:
    def decode(data: Any) -> Any:
        if data not in words:
            raise _Misfit(f"{data!r} is not one of {', '.join(words)}")
        return data

    return decode


def _of_tuple(options: tuple[Any, ...]) -> Decoder:
    same = len(options) == 2 and options[1] is Ellipsis
    decoders = [_decoder(option) for option in options[: 1 if same else None]]

    def decode(data: Any) -> tuple[Any, ...]:
        if not isinstance(data, list | tuple):
            raise _Misfit(f"wants an array, not {type(data).__name__}")
        if not same and len(options) != len(data):
            raise _Misfit(f"wants {len(options)} entries, not {len(data)}")
        each = decoders * len(data) if same else decoders
        found = []
        for at, (decoder, item) in enumerate(zip(each, data, strict=True)):
            try:
                found.append(decoder(item))
            except _Misfit as misfit:
                raise misfit.within(f"[{at}]") from None
        return tuple(found)

    return decode


def _of_object(kind: type) -> Decoder:
    def decode(data: Any) -> Any:
        if not isinstance(data, dict):
            raise _Misfit(f"wants an object, not {type(data).__name__}")
        values = {}
        for name, decoder, needed in _fields(kind):
            if name in data:
                try:
                    values[name] = decoder(data[name])
                except _Misfit as misfit:
                    raise misfit.within(f".{name}") from None
            elif needed:
                raise _Misfit(f"the field {name!r} is missing")
        return kind(**values)

    return decode


# Asked for when the first object comes: a type may hold itself.
@cache
def _fields(kind: type) -> tuple[tuple[str, Decoder, bool], ...]:
    """Of each field its name, its decoder, and whether it must be there."""
    hints = typing.get_type_hints(kind)
    return tuple(
        (f.name, _decoder(hints[f.name]), f.default is MISSING and f.default_factory is MISSING)
        for f in fields(kind)
    )


def _date(data: Any) -> date:
    try:
        return date.fromisoformat(data)
    except (TypeError, ValueError):
        raise _Misfit(f"{data!r} is not a day like 2025-02-20") from None


def _float(data: Any) -> float:
    if isinstance(data, int | float) and not isinstance(data, bool):
        return float(data)
    raise _Misfit(f"wants float, not {type(data).__name__}")


def _of_plain(kind: type) -> Decoder:
    def decode(data: Any) -> Any:
        if isinstance(data, kind) and (kind is bool or not isinstance(data, bool)):
            return data
        raise _Misfit(f"wants {kind.__name__}, not {type(data).__name__}")

    return decode
