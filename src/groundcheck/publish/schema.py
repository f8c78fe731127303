"""How a type is published, as JSON Schema (2020-12), from its own type hints."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date
from inspect import getdoc
from typing import Any, Literal, Union

from groundcheck.errors import BadValue
from groundcheck.model import Claim, Interval, Span

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    Span: {
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
        "description": "Code points of the report's text: [start, end), end-exclusive.",
    },
    Interval: {
        "type": "array",
        "items": {"type": ["number", "null"]},
        "minItems": 2,
        "maxItems": 2,
        "description": "[low, high]; null is an end without limit.",
    },
}
_INTERVAL_WORDS = "The interval beside it in brackets: a round one leaves its end out."
_SLOTS: dict[str, Any] = {
    "time": {"type": ["string", "null"], "description": "EDTF level 1, as in when.edtf."},
    "source": {"type": "string", "description": "As in attribution.source."},
    "medium": {"type": ["string", "null"], "description": "As in attribution.medium."},
    "said_on": {"type": ["string", "null"], "format": "date", "description": "Where it is a day."},
}


def described(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type as ``shape.published`` gives it; what it refers to goes into ``defs``.

    Raises ``BadValue`` for a type without a published form.
    """
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    origin, options = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        forms = [{"type": "null"} if o is type(None) else described(o, defs) for o in options]
        return {"anyOf": forms}
    if origin is Literal:
        return {"type": "string", "enum": list(options)}
    if origin is tuple:
        if options[1:] == (Ellipsis,):
            return {"type": "array", "items": described(options[0], defs)}
        forms = [described(option, defs) for option in options]
        return {"type": "array", "prefixItems": forms, "minItems": len(forms), "items": False}
    if is_dataclass(kind) and isinstance(kind, type):
        _define(kind, defs)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    raise BadValue(f"schema: the model has a type without a published form: {kind!r}")


def _define(kind: type, defs: dict[str, Any]) -> None:
    if kind.__name__ in defs:
        return
    shape: dict[str, Any] = {"description": first_lines(kind), "type": "object"}
    defs[kind.__name__] = shape
    hints, parts = typing.get_type_hints(kind), {}
    for field in fields(kind):
        hint = hints[field.name]
        parts[field.name] = described(hint, defs)
        if hint is Interval or Interval in typing.get_args(hint):
            words = "string" if hint is Interval else ["string", "null"]
            parts[f"{field.name}_words"] = {"type": words, "description": _INTERVAL_WORDS}
    if kind is Claim:
        parts |= _SLOTS | {"mode": dict(defs["Attribution"]["properties"]["mode"])}
    shape |= {"properties": parts, "required": list(parts)}


def first_lines(kind: type) -> str:
    """The first paragraph of a docstring as plain words."""
    return " ".join((getdoc(kind) or "").split("\n\n")[0].split()).replace("``", "")
