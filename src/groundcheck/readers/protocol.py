"""What every reader is: something that finds the claims of a report."""

from __future__ import annotations

from typing import Protocol

from groundcheck.model import Claim, Report


class Reader(Protocol):
    """Finds claims. ``name`` and ``version`` are kept beside everything that it reads."""

    @property
    def name(self) -> str:
        """A short name, such as ``rules``."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same report may be read differently."""
        ...

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of the report in the order of its text; never raises for any text."""
        ...
