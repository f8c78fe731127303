"""When something was, as said and as an interval of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groundcheck.errors import BadValue
from groundcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class When:
    """A time as said, normalised as far as it can be.

    ``edtf`` is an EDTF level-1 string ("2025-02", "2024-02/..", "../2022") or ``None`` where
    the words cannot be resolved, with the reason in ``note`` (a relative date in a report
    without a day). ``start`` and ``end`` are the first day and the day after the last one;
    ``None`` is an end without limit or, with ``edtf`` ``None``, an unknown one. ``span`` is
    ``None`` for a time that follows from the report and was not said.
    """

    span: Span | None
    text: str
    edtf: str | None
    start: date | None = None
    end: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise BadValue(f"time {self.text!r}: {self.start} is not before {self.end}")

    @property
    def resolved(self) -> bool:
        """Whether the words could be turned into days."""
        return self.edtf is not None

    def holds(self, day: date) -> bool:
        """Whether ``day`` may be meant; an unresolved time holds no day."""
        if not self.resolved:
            return False
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)
