"""Bringing reports into a ledger: known ones skipped, the rest read side by side, all in order.

What is written is written in short transactions, each whole, in the order of the sources. So a
run that is ended in any way has kept a beginning of what there is, and the next run, which skips
what is known, ends with the ledger that an undisturbed run would have made.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from groundcheck.errors import BadValue, DataError
from groundcheck.ledger.added import Done, Summary
from groundcheck.ledger.bringing import Coming, Sources
from groundcheck.ledger.intake import Given, Refused
from groundcheck.ledger.intake.noted import Noted, Unchanged
from groundcheck.ledger.reading import (
    Reading,
    Text,
    checked_by,
    known_text,
    reader,
    text_of,
)
from groundcheck.ledger.store import Ledger, Writer
from groundcheck.ledger.workers import Job, Lost, Staff, Workers
from groundcheck.model import Filed

Tell = Callable[[Done], None]
_Ready = Filed | Refused | Done | Noted
_TOGETHER = 50
_WITHIN = 1.0
"""So many items, or seconds, go into one transaction."""


@dataclass(frozen=True, slots=True)
class Options:
    """How reports are added.

    ``checks`` says whether they are checked, against the package's figures and the layers in
    ``store``. ``workers`` is the number of processes that read (0: one for each core), and
    ``seconds`` the longest that one report may take.
    """

    checks: bool = True
    store: Path | None = None
    workers: int = 0
    seconds: float = 300.0


def add(
    ledger: Ledger,
    sources: Sequence[str],
    how: Sources | None = None,
    options: Options | None = None,
    progress: Tell | None = None,
) -> Summary:
    """Add the reports of files, folders, archives and web addresses; see ``add_all``."""
    return add_all(ledger, (how or Sources()).texts(ledger, sources), options, progress)


def add_all(
    ledger: Ledger,
    coming: Iterable[Coming | Filed],
    options: Options | None = None,
    progress: Tell | None = None,
) -> Summary:
    """Add what comes, read already or not; ``progress`` is told of each item once it is written.

    An item that cannot be read or written is refused with the reason, and the rest goes on.
    Raises ``DataError`` where the ledger itself cannot be written; interrupted, it keeps what is
    done before it ends.
    """
    options = options or Options()
    reading = Reading(options.checks, options.store)
    if options.checks:
        reading = Reading(True, options.store, checked_by(options.store))
    count = options.workers or os.cpu_count() or 1
    batch = _Batch(ledger, progress)
    with Workers(Staff(reading.begin, count, options.seconds)) as workers:
        results: Iterator[Filed | Lost[Text] | _Ready]
        results = workers.results(_prepared(ledger, coming))
        try:
            for one in results:
                batch.put(one)
        finally:
            batch.write()
    return batch.summary


def _prepared(ledger: Ledger, coming: Iterable[Coming | Filed]) -> Iterator[Job[Text] | _Ready]:
    """What is known is not read again."""
    by = reader()
    for one in coming:
        if isinstance(one, Unchanged):
            yield Done(one.item, "known")
        elif not isinstance(one, Given):
            yield one
        else:
            text = text_of(one)
            if ledger.knows(text.report.id, by.name, by.version):
                yield _known(ledger, text)
            else:
                yield Job(text)


def _known(ledger: Ledger, text: Text) -> Filed | Done:
    item, report = text.appearance.item, text.report.id
    try:
        seen = text.appearance in ledger.appearances(report)
    except BadValue:
        return Done(item, "forgotten", report)
    return Done(item, "known", report) if seen else known_text(text)


class _Batch:
    """What is ready and not written yet."""

    def __init__(self, ledger: Ledger, progress: Tell | None) -> None:
        self.summary = Summary()
        self._ledger = ledger
        self._progress = progress
        self._ready: list[_Ready] = []
        self._since = 0.0
        self._sound = 0
        """Items since the last that failed here, not in its source."""

    def put(self, one: _Ready | Lost[Text]) -> None:
        """Take one in; every now and then all are written."""
        if isinstance(one, Noted) and self._sound < one.items:
            return
        if isinstance(one, Lost):
            one, self._sound = Refused(one.job.argument.appearance.item, one.reason), 0
        elif not isinstance(one, Noted):
            self._sound += 1
        if not self._ready:
            self._since = time.monotonic()
        self._ready.append(one)
        if len(self._ready) >= _TOGETHER or time.monotonic() - self._since >= _WITHIN:
            self.write()

    def write(self) -> None:
        """Write all of it, or, where one of them cannot be written, the others one by one."""
        done: Sequence[Done]
        try:
            done = self._together(self._ready)
        except DataError:
            self._ready = []
            raise
        except Exception:
            self._sound = 0
            done = [self._alone(one) for one in self._ready if not isinstance(one, Noted)]
        self._ready = []
        for one in done:
            self.summary.count(one)
            if self._progress is not None:
                self._progress(one)

    def _together(self, ready: Sequence[_Ready]) -> list[Done]:
        if not any(isinstance(one, Filed | Noted) for one in ready):
            return [_told(one) for one in ready if isinstance(one, Done | Refused)]
        done = []
        with self._ledger.writing() as writer:
            for one in ready:
                if isinstance(one, Noted):
                    writer.keep(one.name, one.value)
                else:
                    done.append(_written(writer, one))
        return done

    def _alone(self, one: _Ready) -> Done:
        try:
            return self._together([one])[0]
        except DataError:
            raise
        except Exception as error:
            item = one.appearance.item if isinstance(one, Filed) else ""
            return Done(item, "refused", reason=f"cannot be written: {error}")


def _written(writer: Writer, one: Filed | Refused | Done) -> Done:
    if not isinstance(one, Filed):
        return _told(one)
    added = writer.add(one)
    claims = len(one.outcome.claims) if added in ("new", "reading") else 0
    return Done(one.appearance.item, added, one.appearance.report, claims)


def _told(one: Refused | Done) -> Done:
    return Done(one.item, "refused", reason=one.reason) if isinstance(one, Refused) else one
