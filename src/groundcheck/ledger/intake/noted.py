"""What a source on the web says beside its texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An item that was taken in before and, as its server says, is still the same."""

    item: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A word to keep in the ledger, so that next time less is asked of a server.

    It speaks of the last ``items`` items before it, and is kept only where each of them could be
    read and written: what failed on our side is to be tried again.
    """

    name: str
    value: str
    items: int
