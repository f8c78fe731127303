"""Which group of copies a report of a ledger's file belongs to, found as it comes and goes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from groundcheck.ledger.store.copying import are_copies
from groundcheck.ledger.store.packing import unpacked_text
from groundcheck.text import copies

MANY = 100
"""A fingerprint is kept for so many reports: more of them have a stock phrase in common, or are
copies of a text that is found by these."""


def enter(db: sqlite3.Connection, report: int, text: str) -> set[int]:
    """Keep the report's fingerprints, and put it with its copies.

    The numbers of the reports whose group has another name now.
    """
    bands = copies.fingerprint(text)
    changed = _join(db, report, text, bands)
    for band in bands:
        held = db.execute("SELECT count(*) FROM band WHERE hash = ?", (band,)).fetchone()[0]
        if held < MANY:
            db.execute("INSERT OR IGNORE INTO band VALUES (?, ?)", (band, report))
    return changed


def leave(db: sqlite3.Connection, report: int, group: str) -> set[int]:
    """Forget the report's fingerprints, and group anew those that were grouped with it.

    The numbers of the reports whose group has another name now.
    """
    db.execute("DELETE FROM band WHERE report = ?", (report,))
    rest = db.execute(
        "SELECT id, text FROM report WHERE grp = ? AND id <> ? ORDER BY sha", (group, report)
    ).fetchall()
    db.executemany("UPDATE report SET grp = sha WHERE id = ?", [(id_,) for id_, _ in rest])
    for id_, content in rest:
        text = unpacked_text(content)
        _join(db, id_, text, copies.fingerprint(text))
    now = db.execute(
        f"SELECT id, grp FROM report WHERE id IN ({','.join('?' * len(rest))})",  # noqa: S608
        [id_ for id_, _ in rest],
    )
    return {id_ for id_, named in now if named != group}


def _join(db: sqlite3.Connection, report: int, text: str, bands: tuple[int, ...]) -> set[int]:
    """Unite the groups that hold a copy of the report, its own among them, under one name."""
    own = db.execute("SELECT grp FROM report WHERE id = ?", (report,)).fetchone()[0]
    groups = {own}
    for other, group in _candidates(db, report, bands):
        if group not in groups:
            content = db.execute("SELECT text FROM report WHERE id = ?", (other,)).fetchone()[0]
            if are_copies(text, unpacked_text(content)):
                groups.add(group)
    name, changed = min(groups), set[int]()
    for group in groups - {name}:
        changed.update(
            id_ for (id_,) in db.execute("SELECT id FROM report WHERE grp = ?", (group,))
        )
        db.execute("UPDATE report SET grp = ? WHERE grp = ?", (name, group))
    return changed


def _candidates(
    db: sqlite3.Connection, report: int, bands: tuple[int, ...]
) -> Iterator[tuple[int, str]]:
    """Reports with a fingerprint in common and their groups, those with most in common first."""
    shared: Counter[tuple[str, int, str]] = Counter()
    for band in bands:
        shared.update(
            db.execute(
                "SELECT r.sha, r.id, r.grp FROM band b JOIN report r ON r.id = b.report "
                "WHERE b.hash = ? AND r.id <> ?",
                (band, report),
            )
        )
    for (_, id_, group), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        yield id_, group
