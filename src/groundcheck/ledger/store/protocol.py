"""What every ledger can be asked (``View``) and given (``Writer``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Literal, Protocol

from groundcheck.ledger.store.query import ALL, Query
from groundcheck.ledger.store.rows import Difference, Info, Tally, Tombstone
from groundcheck.model import Appearance, Filed, Finding, Outcome, Report, Statement

Added = Literal["new", "appearance", "reading", "known", "forgotten"]
"""``new`` report; known text with a new ``appearance``, or a new ``reading``; all ``known``;
``forgotten`` before, and so not taken in again."""


class View(Protocol):
    """Asks a ledger. Answers are of one moment, sorted, and the same each time.

    Of several readings of a report the *current* one counts, save where ``readings`` is asked:
    the last one added. Whatever is asked for by an id that is not there raises ``BadValue``.
    """

    def knows(self, report: str, reader: str, version: str) -> bool:
        """Whether the report has a reading by this version of this reader, or was forgotten."""

    def report(self, report: str) -> Report:
        """The text of that id, with the day, outlet, address, title of its first appearance."""

    def reports(self, query: Query = ALL) -> Iterator[Report]:
        """Reports that hold a statement that is asked for; with an empty query all, by id."""

    def appearances(self, report: str) -> tuple[Appearance, ...]:
        """Where the text stood, earliest first; a day that is not known comes last."""

    def readings(self, report: str) -> tuple[Filed, ...]:
        """Every reading of the report, in the order in which they were added."""

    def outcome(self, report: str) -> Outcome:
        """The current reading of the report, with its latest findings."""

    def copies(self, report: str) -> tuple[str, ...]:
        """The ids of the reports of its group, itself included, sorted."""

    def ids(self, beginning: str) -> tuple[str, ...]:
        """The ids of reports and of current claims that begin so, sorted, no more than ten."""

    def statement(self, claim: str) -> Statement:
        """The statement with that claim's id."""

    def findings(self, claim: str) -> tuple[Finding, ...]:
        """The latest findings about the claim with that id, by check."""

    def statements(self, query: Query = ALL) -> Iterator[Statement]:
        """The statements asked for by the day they were said, latest first, without a day last."""

    def propositions(self, query: Query = ALL) -> Iterator[tuple[Statement, ...]]:
        """The statements asked for, those of one proposition together, by key, oldest first.

        Only where there are two or more, be it in one report. ``limit`` and ``skip`` count
        propositions.
        """

    def count(self, query: Query = ALL) -> int:
        """How many statements are asked for, whatever the limit."""

    def tally(self, query: Query = ALL) -> tuple[Tally, ...]:
        """The latest findings about what is asked for, counted, whatever the limit.

        Where a check or a verdict is asked for, those findings alone.
        """

    def months(self, query: Query = ALL) -> tuple[tuple[date | None, int], ...]:
        """How many statements were said in each month, whatever the limit.

        Months by their first day, earliest first; ``None``, for those without a day, last.
        """

    def sources(self, query: Query = ALL) -> tuple[tuple[str, int], ...]:
        """Each source with the number of its statements, most first, then by name."""

    def places(self, query: Query = ALL) -> tuple[tuple[str, str, int], ...]:
        """Each place named: id, name, number of statements, most first, then by id."""

    def forgotten(self) -> tuple[Tombstone, ...]:
        """The reports that were forgotten, by id."""

    def kept(self, name: str) -> str | None:
        """What ``Writer.keep`` last kept under that name."""

    def info(self) -> Info:
        """What the ledger holds."""

    def verify(self) -> Iterator[Difference]:
        """All that is not as it was written: hashes, links, indexes. Nothing where all is well."""


class Writer(Protocol):
    """Writes to a ledger, all of it or, where the block ends with an error, nothing."""

    def add(self, filed: Filed) -> Added:
        """Take in one report with a reading of it. What is already there stays as it is.

        Its copies are found and grouped on the way.
        """

    def check_again(self, report: str, findings: Sequence[Finding], checked_by: str) -> bool:
        """Newer findings beside the older ones; False where ``checked_by`` has spoken before."""

    def forget(self, report: str, why: str, day: date) -> bool:
        """Take the report out, with all that was read in it, and leave a tombstone.

        False where it was forgotten before. Raises ``BadValue`` where it is not there.
        """

    def keep(self, name: str, value: str) -> None:
        """Keep a word for later, such as how far a feed was read; it is no part of the record."""


class Ledger(View, Protocol):
    """A ledger: a view, and a way to write."""

    def writing(self) -> AbstractContextManager[Writer]:
        """A block in which to write; another process that writes is waited for."""

    def close(self) -> None:
        """End the use of it."""
