"""JSON for programs: ``{report, claims, notes}`` and, where checked, ``findings``."""

from __future__ import annotations

import json
import re
from typing import Any

from groundcheck.model import Outcome
from groundcheck.publish.shape import outcome_data

# UTF-8 has no form for a lone surrogate; JSON's own escape has.
_LONE = re.compile("[\ud800-\udfff]")
# What some readers of lines take for a line's end, besides those that JSON escapes itself.
_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")


def render(outcome: Outcome, checked: bool) -> str:
    """The outcome as one JSON object with a line for each claim; see ``shape`` for its form."""
    parts = (
        f' "{name}": {_lines(value)}' for name, value in outcome_data(outcome, checked).items()
    )
    return _safe("{\n" + ",\n".join(parts) + "\n}\n")


def written(data: Any) -> str:
    """Any JSON data as text, indented, with a line end."""
    return _safe(json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def one_line(data: Any) -> str:
    """Any JSON data as one line of text without its end, whatever is taken for a line's end."""
    return _ENDS.sub(_escaped, _safe(_line(data)))


def _lines(value: Any) -> str:
    """A list with a line for each item, anything else in one line: quick to write and to search."""
    if not isinstance(value, list) or not value:
        return _line(value)
    return "[\n  " + ",\n  ".join(map(_line, value)) + "\n ]"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _safe(text: str) -> str:
    return _LONE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
