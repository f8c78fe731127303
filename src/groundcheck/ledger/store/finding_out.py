"""The numbers of the statements asked for, in their order, also where very many have the words.

Full text gives what it finds by number and not by day. So where much is found but little is
asked for, one month after another is searched until there is enough.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, islice

from groundcheck.ledger.store.marks import next_month
from groundcheck.ledger.store.packing import day, number
from groundcheck.ledger.store.query import Query
from groundcheck.ledger.store.selecting import Selecting, Selection

MUCH = 4000
"""So many hits of a full text are sorted at once."""


def ids(db: sqlite3.Connection, selecting: Selecting, query: Query) -> Iterator[int]:
    """The numbers of the statements asked for, latest first or oldest first, as ``View`` says.

    Needs a transaction, for it may ask the file several times.
    """
    stop = None if query.limit is None else query.skip + query.limit
    if stop is not None and query.words and selecting.hits(query, MUCH) >= MUCH:
        parts = _by_months(db, selecting, query)
    elif query.oldest_first:
        # What has no day stands first in the file's own order, and comes last here.
        parts = (selecting.of(query, dated=dated) for dated in (True, False))
    else:
        parts = iter((selecting.of(query),))
    found = chain.from_iterable(_ids(db, part, query.oldest_first, stop) for part in parts)
    return islice(found, query.skip, stop)


def _ids(
    db: sqlite3.Connection, selection: Selection, oldest_first: bool, limit: int | None
) -> Iterator[int]:
    days = selection.day if oldest_first else f"{selection.day} DESC"
    by_report = "(SELECT sha FROM report WHERE id = s.report)"
    sql = selection.select("s.id", f"ORDER BY {days}, {by_report}, s.id LIMIT ?")
    for (id_,) in db.execute(sql, (*selection.values, -1 if limit is None else limit)):
        yield id_


def _by_months(db: sqlite3.Connection, selecting: Selecting, query: Query) -> Iterator[Selection]:
    """Selections that together are the one of the query, in the order of days."""
    days = selecting.days()
    low = max(query.since or date.min, days[0]) if days else date.max
    high = min(query.until or date.max, days[1]) if days else date.min
    while low <= high:
        beside = _next_day(db, low, high, oldest=query.oldest_first)
        if beside is None:
            break
        first = beside.replace(day=1)
        last = next_month(first) - timedelta(days=1) if first < date(9999, 12, 1) else date.max
        part = replace(query, since=max(first, low), until=min(last, high))
        yield selecting.of(part)
        if query.oldest_first:
            if last == date.max:
                break
            low = last + timedelta(days=1)
        else:
            if first == date.min:
                break
            high = first - timedelta(days=1)
    if query.since is None and query.until is None:
        yield selecting.of(query, dated=False)


def _next_day(db: sqlite3.Connection, low: date, high: date, *, oldest: bool) -> date | None:
    """The first or last day between the two on which anything was said."""
    which = "min" if oldest else "max"
    (found,) = db.execute(
        f"SELECT {which}(said) FROM statement WHERE said BETWEEN ? AND ?",  # noqa: S608
        (number(low), number(high)),
    ).fetchone()
    return day(found or 0)
