"""What a ``Query`` asks for as SQL: the tables to go through, and what must hold there."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groundcheck.ledger.store import marks
from groundcheck.ledger.store.names import Names
from groundcheck.ledger.store.packing import day, number, plain
from groundcheck.ledger.store.query import Query
from groundcheck.ledger.store.words import phrases

_PUBLISHED = (
    "(SELECT iif(a.published = 0, 9999999, a.published), r.sha FROM report r "
    "JOIN appearance a ON a.id = r.first WHERE r.id = {}.report)"
)
_FIRST_TO_HAVE = (
    # The signs keep SQLite from the range "said > 0", for which it would leave the day aside.
    "NOT EXISTS (SELECT 1 FROM statement o WHERE o.origin = +s.origin "  # noqa: S608
    "AND o.said = +s.said AND o.key = +s.key AND +s.said > 0 AND o.certainty = s.certainty "
    "AND o.report <> s.report "
    f"AND {_PUBLISHED.format('o')} < {_PUBLISHED.format('s')})"
)

_NAMED = (
    "EXISTS (SELECT 1 FROM statement_place e WHERE e.place = ? AND e.said = s.said "
    "AND e.id = s.id AND e.named IS NOT NULL)"
)


@dataclass(frozen=True, slots=True)
class Selection:
    """``tables`` hold the statements in question under the name ``s``, those where ``holds``.

    ``day`` is the column of the day on which they were said.
    """

    tables: str
    holds: str
    values: tuple[object, ...]
    day: str = "s.said"

    def select(self, columns: str, rest: str = "") -> str:
        """The whole of it as SQL, for ``values`` and those of ``rest``."""
        return f"SELECT {columns} FROM {self.tables} WHERE {self.holds} {rest}"  # noqa: S608


_YEARS = 100
"""Over more years the days are no part of what full text is asked for, but looked up after it."""

_NOTHING = Selection("statement s", "0", ())


class Selecting:
    """Makes selections for one ledger, whose numbers of words it asks for."""

    def __init__(self, db: sqlite3.Connection, names: Names) -> None:
        self._db = db
        self._names = names

    def of(self, query: Query, *, dated: bool | None = None) -> Selection:
        """The selection of what is asked for, or of it alone what has a day, or has none."""
        found = self._conditions(query, dated)
        if found is None:
            return _NOTHING
        holds, values = found
        wanted = phrases(query.words)
        if wanted is None:
            return _NOTHING
        if wanted:
            holds.append("w.words MATCH ?")
            values.append(marks.expression(wanted, self._marked(query, dated)))
            tables = "words w CROSS JOIN statement s ON s.id = w.rowid"
            return Selection(tables, _all(holds), tuple(values))
        if query.place:
            # All others are looked up from here, in the order of days.
            tables = "statement_place p CROSS JOIN statement s ON s.id = p.id"
            holds = [each.replace("s.said", "p.said") for each in holds]
            holds.append("p.place = ?")
            values.append(self._names.find(query.place))
            return Selection(tables, _all(holds), tuple(values), "p.said")
        return Selection("statement s", _all(holds), tuple(values))

    def hits(self, query: Query, enough: int) -> int:
        """How many statements have the words and marks, counted up to ``enough``."""
        wanted = phrases(query.words)
        if not wanted:
            return 0
        match = marks.expression(wanted, self._marked(query, None))
        (found,) = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)",
            (match, enough),
        ).fetchone()
        return int(found)

    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which anything was said."""
        first, last = self._db.execute(
            "SELECT (SELECT min(said) FROM statement WHERE said > 0), "
            "(SELECT max(said) FROM statement)"
        ).fetchone()
        a, b = day(first or 0), day(last or 0)
        return None if a is None or b is None else (a, b)

    def _conditions(
        self, query: Query, dated: bool | None
    ) -> tuple[list[str], list[object]] | None:
        """What must hold but for words and place; ``None`` where nothing can be found."""
        words = (
            ("source", query.source),
            ("origin", query.origin),
            ("actor", query.actor),
            ("kind", query.kind),
            ("certainty", query.certainty),
            ("measure", query.measure),
        )
        numbers = {column: self._names.find(word) for column, word in words if word}
        if query.place:
            numbers["place"] = self._names.find(query.place)
        if None in numbers.values():
            return None
        holds = [f"s.{column} = ?" for column in numbers if column != "place"]
        values: list[object] = [v for column, v in numbers.items() if column != "place"]
        for held, value in (
            ("s.key = ?", query.key),
            ("s.report = (SELECT id FROM report WHERE sha = ?)", query.report),
            ("s.report IN (SELECT id FROM report WHERE grp = ?)", query.group),
        ):
            if value:
                holds.append(held)
                values.append(plain(value))
        if query.outlet:
            holds.append("s.report IN (SELECT report FROM appearance WHERE outlet = ?)")
            values.append(self._names.find(query.outlet))
        if query.place and not query.inside:
            holds.append(_NAMED)
            values.append(self._names.find(query.place))
        if query.once:
            holds.append(_FIRST_TO_HAVE)
        if query.check or query.verdict:
            check, checked = self.of_findings(query)
            one = f"SELECT 1 FROM finding f WHERE f.id = s.id AND {check}"  # noqa: S608
            holds.append(f"EXISTS ({one})")
            values += checked
        if dated is not None:
            holds.append("s.said > 0" if dated else "s.said = 0")
        if query.since is not None or query.until is not None:
            holds.append("s.said BETWEEN ? AND ?")
            values += [number(query.since or date.min), number(query.until or date.max)]
        return holds, values

    def of_findings(self, query: Query) -> tuple[str, list[object]]:
        """What must hold of a finding ``f`` that is asked for."""
        asked = (("f.checked = ?", query.check), ("f.verdict = ?", query.verdict))
        named = [(held, word) for held, word in asked if word]
        return _all([held for held, _ in named]), [self._names.find(word) for _, word in named]

    def _marked(self, query: Query, dated: bool | None) -> list[str]:
        found = []
        if query.kind:
            found.append(f'"k{self._names.find(query.kind)}"')
        if query.place:
            found.append(f'"p{self._names.find(query.place)}"')
        if dated is False:
            found.append(f'"{marks.UNDATED}"')
        days = self.days()
        if days and (query.since is not None or query.until is not None):
            since = max(query.since or days[0], days[0])
            until = min(query.until or days[1], days[1])
            if since <= until and until.year - since.year < _YEARS and (since, until) != days:
                found.append(marks.of_days(since, until))
        return found


def _all(holds: Sequence[str]) -> str:
    return " AND ".join(holds) or "1"
