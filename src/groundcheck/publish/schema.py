"""JSON Schemas (2020-12) of what is published, made from the model's own type hints."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date
from inspect import getdoc
from typing import Any, Literal, Union

from groundcheck.errors import BadValue
from groundcheck.model import Claim, Finding, Interval, Outcome, Report, Span

COMMANDS = ("read", "check")

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


def schema(command: str) -> dict[str, Any]:
    """The schema of what ``groundcheck read`` or ``groundcheck check`` prints as JSON.

    Raises ``BadValue`` for any other command.
    """
    if command not in COMMANDS:
        raise BadValue(f"schema: {command!r} is not one of {', '.join(COMMANDS)}")
    defs: dict[str, Any] = {}
    parts: dict[str, Any] = {
        "report": described(Report, defs),
        "claims": {"type": "array", "items": described(Claim, defs)},
        "notes": {"type": "array", "items": {"type": "string"}},
    }
    if command == "check":
        parts["findings"] = {"type": "array", "items": described(Finding, defs)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:groundcheck:schema:{command}:1",
        "title": f"groundcheck {command} --format json",
        "description": _first_lines(Outcome),
        "type": "object",
        "properties": parts,
        "required": list(parts),
        "$defs": dict(sorted(defs.items())),
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
    shape: dict[str, Any] = {"description": _first_lines(kind), "type": "object"}
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


def _first_lines(kind: type) -> str:
    """The first paragraph of a docstring as plain words."""
    return " ".join((getdoc(kind) or "").split("\n\n")[0].split()).replace("``", "")


def render(command: str) -> str:
    """The schema as a JSON text with a line end."""
    return json.dumps(schema(command), ensure_ascii=False, indent=2) + "\n"
