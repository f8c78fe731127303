"""JSON Schemas (2020-12) of what the commands print, made from the types of what they found."""

from __future__ import annotations

import json
from typing import Any

from groundcheck.errors import BadValue
from groundcheck.ledger.questions.contradictions import AgainstRow
from groundcheck.ledger.questions.history import HistoryRow
from groundcheck.ledger.questions.search import SaidRow
from groundcheck.ledger.questions.show import ReadRow
from groundcheck.ledger.questions.source import SourcePage
from groundcheck.ledger.store import Info
from groundcheck.model import Appearance, Claim, Finding, Outcome, Report
from groundcheck.publish.schema import described, first_lines

_ROWS: dict[str, type] = {"search": SaidRow, "history": HistoryRow, "contradictions": AgainstRow}
_ONE: dict[str, type] = {"source": SourcePage, "info": Info}
COMMANDS = ("read", "check", "show", *_ROWS, *_ONE)
"""The commands whose JSON is described."""


def schema(command: str) -> dict[str, Any]:
    """The schema of what ``groundcheck`` with that command prints as JSON.

    Raises ``BadValue`` for a command that is none of ``COMMANDS``.
    """
    if command not in COMMANDS:
        raise BadValue(f"schema: {command!r} is not one of {', '.join(COMMANDS)}")
    defs: dict[str, Any] = {}
    shape = _shape(command, defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:groundcheck:schema:{command}:1",
        "title": f"groundcheck {command} --format json",
        **shape,
        "$defs": dict(sorted(defs.items())),
    }


def render(command: str) -> str:
    """The schema as a JSON text with a line end."""
    return json.dumps(schema(command), ensure_ascii=False, indent=2) + "\n"


def _shape(command: str, defs: dict[str, Any]) -> dict[str, Any]:
    if command in _ROWS:
        return {"type": "array", "items": described(_ROWS[command], defs)}
    if command in _ONE:
        return described(_ONE[command], defs)
    parts: dict[str, Any] = {
        "report": described(Report, defs),
        "claims": _list_of(Claim, defs),
        "notes": _list_of(str, defs),
    }
    if command != "read":
        parts["findings"] = _list_of(Finding, defs)
    if command == "show":
        parts |= {
            "appearances": _list_of(Appearance, defs),
            "copies": _list_of(str, defs),
            "readings": _list_of(ReadRow, defs),
            "proposition": described(str | None, defs),
            "alike": described(int | None, defs),
        }
    return {
        "description": first_lines(Outcome),
        "type": "object",
        "properties": parts,
        "required": list(parts),
    }


def _list_of(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": described(kind, defs)}
