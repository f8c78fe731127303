"""The names on record, by which a short one is told: a bare surname, a town without its country."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from groundcheck.checks.source_names import SourceNames, source_key
from groundcheck.ledger.store import View
from groundcheck.model import Statement

_BY_SPELLING = "name:"


class Known:
    """Statements with the full names that their short ones stand for, where only one fits."""

    def __init__(self, view: View) -> None:
        self.sources = SourceNames(source_key(name) for name, _ in view.sources())
        ids: dict[str, set[str]] = defaultdict(set)
        for id_, name, _ in view.places():
            if not id_.startswith(_BY_SPELLING):
                ids[name.casefold()].add(id_)
        self._places = {name: found for name, found in ids.items() if len(found) == 1}

    def statement(self, one: Statement) -> Statement:
        """The statement by its source's full name; the claim itself stays as it was read."""
        return replace(one, origin=self.sources.resolved(one.origin))

    def place(self, id_: str) -> str:
        """The one place on record with the spelling that is all that is known of this one."""
        if not id_.startswith(_BY_SPELLING):
            return id_
        found = self._places.get(id_.removeprefix(_BY_SPELLING).casefold(), {id_})
        return next(iter(found))

    def may_be_one(self, one: Statement, other: Statement) -> bool:
        """Whether two statements may be of one source."""
        return self.sources.may_be_one(one.origin, other.origin)
