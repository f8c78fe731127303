"""Texts that were checked and are on no record, kept for a while so that they have an address."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

from groundcheck.model import Filed, Finding
from groundcheck.publish.json import one_line
from groundcheck.publish.shape import published

MOST = 30_000_000
"""So much is kept, in characters of texts and ``A_CLAIM`` for each claim; the latest longest."""
A_CLAIM = 5_000
_ID = 32


@dataclass(frozen=True, slots=True)
class Checked:
    """A text as it was read, and what everything on record said beside it then."""

    filed: Filed
    beside: tuple[Finding, ...] = ()

    @property
    def size(self) -> int:
        """About how much room it takes."""
        outcome = self.filed.outcome
        return len(outcome.report.text) + A_CLAIM * (1 + len(outcome.claims))


class Kept:
    """The last texts, by an id that only whoever has the text can know."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._held: OrderedDict[str, Checked] = OrderedDict()

    def keep(self, checked: Checked) -> str:
        """Keep it, at the cost of older ones, and give its id.

        The id is of the text and of all that was said of it: the same text of another day is
        read otherwise.
        """
        id_ = _id(checked)
        self._drop(id_)
        self._held[id_] = checked
        self._size += checked.size
        while self._size > self._most and len(self._held) > 1:
            self._drop(next(iter(self._held)))
        return id_

    def get(self, id_: str) -> Checked | None:
        """What has that id, if it is still kept."""
        return self._held.get(id_)

    def _drop(self, id_: str) -> None:
        old = self._held.pop(id_, None)
        if old is not None:
            self._size -= old.size


def _id(checked: Checked) -> str:
    said = one_line(published((checked.filed.outcome.report, checked.filed.appearance)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_ID]
