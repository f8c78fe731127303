"""How answers are described in the OpenAPI: by the model's own types, as they are published."""

from __future__ import annotations

from typing import Any

from groundcheck.ledger.questions.show import ReadRow
from groundcheck.model import Claim, Finding, Report, Statement
from groundcheck.publish.schema import described

_KINDS: dict[str, type] = {}
"""The types that some route answers with, by name."""
_REF = "#/components/schemas/"

PROBLEM: dict[str, Any] = {
    "description": "What is wrong, as problem details (RFC 9457).",
    "content": {"application/problem+json": {"schema": {"$ref": f"{_REF}Problem"}}},
}
_PROBLEM_SHAPE = {
    "type": "object",
    "description": "Problem details (RFC 9457).",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "description": "urn:request: and the id in the log."},
    },
    "required": ["type", "title", "status", "detail"],
}
_RECORD = {
    "appearances": {"type": "array", "items": {"$ref": f"{_REF}Appearance"}},
    "copies": {"type": "array", "items": {"type": "string"}},
    "readings": {"type": "array", "items": {"$ref": f"{_REF}ReadRow"}},
    "proposition": {"type": ["string", "null"]},
    "alike": {"type": ["integer", "null"]},
}


def one(kind: type) -> dict[int | str, dict[str, Any]]:
    """The responses of a route that answers with one such value."""
    return _responses({"$ref": _ref(kind)})


def page(kind: type) -> dict[int | str, dict[str, Any]]:
    """The responses of a route that answers with a page of such values."""
    return _responses(
        {
            "type": "object",
            "properties": {
                "items": {"type": "array", "items": {"$ref": _ref(kind)}},
                "total": {
                    "type": ["integer", "null"],
                    "description": "How many there are on all pages, where that is counted.",
                },
                "next": {
                    "type": ["string", "null"],
                    "description": "The address of the next page; null on the last.",
                },
            },
            "required": ["items", "total", "next"],
        }
    )


def named(name: str) -> dict[int | str, dict[str, Any]]:
    """The responses of a route that answers with a shape of ``components`` below."""
    return _responses({"$ref": f"{_REF}{name}"})


def made(kind: type) -> dict[int | str, dict[str, Any]]:
    """The responses of a route that makes something, or finds it there."""
    found = _responses({"$ref": _ref(kind)})[200]
    return {201: found | {"description": "It was made."}, 200: found}


def components() -> dict[str, Any]:
    """The schemas that routes refer to, by name."""
    defs: dict[str, Any] = {}
    for kind in (Report, Claim, Finding, Statement, ReadRow, *_KINDS.values()):
        described(kind, defs)
    outcome: dict[str, Any] = {
        "report": {"$ref": f"{_REF}Report"},
        "claims": {"type": "array", "items": {"$ref": f"{_REF}Claim"}},
        "notes": {"type": "array", "items": {"type": "string"}},
        "findings": {"type": "array", "items": {"$ref": f"{_REF}Finding"}},
    }
    defs["Problem"] = _PROBLEM_SHAPE
    defs["Outcome"] = _object("As groundcheck check --format json.", outcome)
    defs["Shown"] = _object("As groundcheck show --format json.", outcome | _RECORD)
    shapes: dict[str, Any] = _moved(defs)
    return dict(sorted(shapes.items()))


def _object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
    }


def _responses(schema: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    return {
        200: {
            "description": "What was asked for.",
            "content": {"application/json": {"schema": schema}},
        },
        304: {"description": "It is as it was when the ETag was given."},
    }


def _ref(kind: type) -> str:
    _KINDS[kind.__name__] = kind
    return f"{_REF}{kind.__name__}"


def _moved(value: Any) -> Any:
    """The same, with what refers into ``$defs`` referring into the components."""
    if isinstance(value, dict):
        return {name: _moved(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_moved(item) for item in value]
    return value.replace("#/$defs/", _REF) if isinstance(value, str) else value
