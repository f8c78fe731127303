"""Words that stand often in a ledger stand once in it, under a number."""

from __future__ import annotations

import sqlite3

from groundcheck.ledger.store.packing import plain


class Names:
    """The numbers of words and the words of numbers, as one connection sees them.

    No number is given twice, so the words of numbers are kept at hand. A word may go with the
    last report that has it, so numbers are kept at hand only by who gives them, within a
    transaction.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._given: dict[str, int] = {}
        self._words: dict[int, str] = {}

    def find(self, word: str) -> int | None:
        """The number of the word, ``None`` where the ledger does not have it."""
        row = self._db.execute("SELECT id FROM name WHERE text = ?", (plain(word),)).fetchone()
        return None if row is None else int(row[0])

    def give(self, word: str) -> int:
        """The number of the word, a new one where it has none yet."""
        if word not in self._given:
            number = self.find(word)
            if number is None:
                done = self._db.execute("INSERT INTO name (text) VALUES (?)", (plain(word),))
                number = int(done.lastrowid or 0)
            self._given[word] = number
        return self._given[word]

    def word(self, number: int) -> str:
        """The word with that number."""
        if number not in self._words:
            row = self._db.execute("SELECT text FROM name WHERE id = ?", (number,)).fetchone()
            self._words[number] = row[0] if row else ""
        return self._words[number]
