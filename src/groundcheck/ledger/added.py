"""What came of adding: item by item, and in sum."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from groundcheck.ledger.store import Added

What = Added | Literal["refused"]

_GROUPS = 1000
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Done:
    """One item: what came of it, the id of its report, the number of claims that went in.

    ``reason`` is why it was refused.
    """

    item: str
    what: What
    report: str | None = None
    claims: int = 0
    reason: str = ""


@dataclass(slots=True)
class Group:
    """Items that were refused for one reason: how many, and the first of them."""

    count: int = 0
    items: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Summary:
    """How many items came to what; its size does not grow with their number."""

    counts: Counter[What] = field(default_factory=Counter)
    claims: int = 0
    refused: dict[str, Group] = field(default_factory=dict)
    """By reason; from the thousandth reason on they are counted together under ``""``."""

    def count(self, done: Done) -> None:
        """One item more."""
        self.counts[done.what] += 1
        self.claims += done.claims
        if done.what != "refused":
            return
        reason = done.reason
        if reason not in self.refused and len(self.refused) >= _GROUPS:
            reason = ""
        group = self.refused.setdefault(reason, Group())
        group.count += 1
        if len(group.items) < _EXAMPLES:
            group.items.append(done.item)

    @property
    def went_in(self) -> int:
        """Items that changed the ledger."""
        return self.counts["new"] + self.counts["appearance"] + self.counts["reading"]

    @property
    def usable(self) -> bool:
        """Whether anything went in or was there before."""
        return self.counts.total() > self.counts["refused"]
