"""Counts over the statements asked for: findings, months, sources, places."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any, cast

from groundcheck.ledger.store.names import Names
from groundcheck.ledger.store.packing import day
from groundcheck.ledger.store.query import Query
from groundcheck.ledger.store.rows import Tally
from groundcheck.ledger.store.selecting import Selecting, Selection

_EACH_FINDING = "f.kind, f.year, f.checked, f.verdict, f.unit"


class Counting:
    """Counts in one ledger's file, each by one question to it."""

    def __init__(self, db: sqlite3.Connection, selecting: Selecting, names: Names) -> None:
        self._db = db
        self._selecting = selecting
        self._names = names

    def count(self, query: Query) -> int:
        """See ``View.count``."""
        selection = _bare(self._selecting.of(query))
        (found,) = self._db.execute(selection.select("count(*)"), selection.values).fetchone()
        return int(found)

    def months(self, query: Query) -> tuple[tuple[date | None, int], ...]:
        """See ``View.months``."""
        selection = _bare(self._selecting.of(query))
        sql = selection.select(f"{selection.day}, count(*)", f"GROUP BY {selection.day}")
        counted: Counter[date | None] = Counter()
        for number, count in self._db.execute(sql, selection.values):
            said = day(number)
            counted[said and said.replace(day=1)] += count
        return tuple(sorted(counted.items(), key=lambda pair: (pair[0] is None, pair[0])))

    def tally(self, query: Query) -> tuple[Tally, ...]:
        """See ``View.tally``."""
        held, values = self._selecting.of_findings(query)
        others = _without_source(query)
        if query.source:
            held += " AND f.source = ?"
            values.append(self._names.find(query.source))
        if others is not None:
            selection = self._selecting.of(others)
            held += f" AND f.id IN ({selection.select('s.id')})"
            values += selection.values
        sql = (
            f"SELECT {_EACH_FINDING}, count(*), count(f.gap), median(f.gap) "  # noqa: S608
            f"FROM finding f WHERE {held} GROUP BY {_EACH_FINDING}"
        )
        found = [self._tally(row) for row in self._db.execute(sql, values)]
        return tuple(sorted(found, key=_by_words))

    def sources(self, query: Query) -> tuple[tuple[str, int], ...]:
        """See ``View.sources``."""
        selection = self._selecting.of(query)
        sql = selection.select("s.source, count(*)", "GROUP BY s.source")
        named = [(self._names.word(n), c) for n, c in self._db.execute(sql, selection.values)]
        return _some(sorted(named, key=lambda pair: (-pair[1], pair[0])), query)

    def places(self, query: Query) -> tuple[tuple[str, str, int], ...]:
        """See ``View.places``."""
        selection = self._selecting.of(query)
        sql = (
            "SELECT e.place, min(n.text), count(*) FROM statement_place e "  # noqa: S608
            "JOIN name n ON n.id = e.named "
            f"WHERE e.named IS NOT NULL AND {_among(selection, 'e.id')} GROUP BY e.place"
        )
        found = self._db.execute(sql, selection.values)
        named = [(self._names.word(place), name, count) for place, name, count in found]
        return _some(sorted(named, key=lambda row: (-row[2], row[0])), query)

    def _tally(self, row: tuple[Any, ...]) -> Tally:
        kind, year, check, verdict, unit, count, gaps, middle = row
        word = self._names.word
        kind, verdict = cast(Any, word(kind)), cast(Any, word(verdict))
        return Tally(
            kind, year or None, word(check), verdict, count, word(unit) or None, gaps, middle
        )


def _bare(selection: Selection) -> Selection:
    """Without the statements' own table where nothing of it is asked for."""
    if selection.day == "p.said" and "s." not in selection.holds:
        return Selection("statement_place p", selection.holds, selection.values, "p.said")
    return selection


def _among(selection: Selection, column: str) -> str:
    if selection.tables == "statement s" and selection.holds == "1":
        return "1"
    return f"{column} IN ({selection.select('s.id')})"


def _without_source(query: Query) -> Query | None:
    """What is asked for beside the source and of findings; ``None`` where it is nothing."""
    rest = replace(query, source="", check="", verdict=None, limit=None, skip=0, oldest_first=False)
    return None if rest == Query() else rest


def _some(found: list[Any], query: Query) -> tuple[Any, ...]:
    stop = None if query.limit is None else query.skip + query.limit
    return tuple(found[query.skip : stop])


def _by_words(row: Tally) -> tuple[Any, ...]:
    """By kind, year, check, verdict and unit; what is missing comes last."""
    parts = (row.kind, row.year, row.check, row.verdict, row.unit)
    return tuple((part is None, part) for part in parts)
