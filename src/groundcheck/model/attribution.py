"""Who says so, through whom, to whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from groundcheck.model.span import Span
from groundcheck.model.when import When

Mode = Literal["direct", "mixed", "indirect", "narrator"]

THE_REPORT = "the report"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain from a statement to the page it stands on.

    ``source`` is the asserter's name as resolved through the report, ``source_text`` the words
    at ``source_span`` that name it here (a pronoun, a role). The reporter's own voice has the
    source ``the report`` and the mode ``narrator``. ``medium`` is the outlet it was said to or
    in, ``said`` the day it was said. ``via`` is who passed it on: "the ministry said that the
    commander said" is the commander, via the ministry.
    """

    source: str
    mode: Mode
    source_span: Span | None = None
    source_text: str = ""
    cue_span: Span | None = None
    cue_text: str = ""
    medium: str | None = None
    said: When | None = None
    via: Attribution | None = None
