"""What came of adding: item by item, and in sum."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from groundcheck.ledger.store import Added

What = Added | Literal["refused"]

_REASONS = 1000
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
    """Items of which the same came: how many, and the first of them."""

    count: int = 0
    items: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Summary:
    """How many items came to what; its size does not grow with their number.

    ``groups`` are by what came of them and the reason; from the thousandth reason on items are
    counted together, without one.
    """

    claims: int = 0
    groups: dict[tuple[What, str], Group] = field(default_factory=dict)

    def count(self, done: Done) -> None:
        """One item more."""
        self.claims += done.claims
        key = (done.what, done.reason)
        if key not in self.groups and len(self.groups) >= _REASONS:
            key = (done.what, "")
        group = self.groups.setdefault(key, Group())
        group.count += 1
        if len(group.items) < _EXAMPLES:
            group.items.append(done.item)

    @property
    def counts(self) -> Counter[What]:
        """How many items came to what."""
        counts: Counter[What] = Counter()
        for (what, _), group in self.groups.items():
            counts[what] += group.count
        return counts

    @property
    def usable(self) -> bool:
        """Whether anything went in or was there before."""
        return any(what != "refused" for what, _ in self.groups)
