"""JSON for programs: ``{report, claims, notes}`` and, where checked, ``findings``."""

from __future__ import annotations

import json
import re
from typing import Any

from groundcheck.model import Outcome
from groundcheck.publish.shape import outcome_data

# UTF-8 has no form for a lone surrogate; JSON's own escape has.
_LONE = re.compile("[\ud800-\udfff]")


def render(outcome: Outcome, checked: bool) -> str:
    """The outcome as one JSON object, indented, with a line end; see ``shape`` for its form."""
    return written(outcome_data(outcome, checked))


def written(data: Any) -> str:
    """Any JSON data as text, indented, with a line end."""
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
