"""What one item brings to the record: where it stood, and what a reader made of it."""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.model.appearance import Appearance
from groundcheck.model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Filed:
    """A report as it was read and checked, by what, and where it appeared.

    ``reader`` and ``version`` are those of the reader; ``checked_by`` names the checks and the
    evidence that the findings rest on, ``""`` where nothing was checked.
    """

    outcome: Outcome
    appearance: Appearance
    reader: str
    version: str
    checked_by: str = ""
