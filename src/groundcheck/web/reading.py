"""Reading texts in processes of their own, never on the event loop, and no text twice at once."""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from groundcheck.errors import GroundcheckError
from groundcheck.ledger.reading import Reading, Text, checked_by
from groundcheck.ledger.workers import Job, Lost, Staff, Workers
from groundcheck.model import Filed
from groundcheck.web.problems import Problem, busy

KEPT = 64
"""So many texts that were read last are kept, read."""
_LONGEST = 200_000
"""Characters of a text that is kept; what was found in a longer one takes much memory."""


@dataclass(frozen=True, slots=True)
class Checker:
    """How a process begins that reads and checks, against the layers in ``store`` too."""

    store: Path | None

    def __call__(self) -> Callable[[Text], Filed]:
        """What reads one text; called in the process itself."""
        return Reading(True, self.store, checked_by(self.store)).begin()


class Readings:
    """Reads texts, each by one of ``staff.count`` processes, which ends with its time.

    ``waiting`` texts at most wait for a process. Processes begin with the first text.
    """

    def __init__(self, staff: Staff[Text, Filed], waiting: int) -> None:
        self._staff = staff
        self._most = staff.count + waiting
        self._threads = ThreadPoolExecutor(staff.count, "reading")
        self._own = threading.local()
        self._begun: list[Workers[Text, Filed]] = []
        self._coming: dict[Text, asyncio.Task[Filed]] = {}
        self._kept: OrderedDict[Text, Filed] = OrderedDict()

    @property
    def busy(self) -> int:
        """Texts that are read or wait."""
        return len(self._coming)

    async def read(self, text: Text) -> Filed:
        """The text as it was read and checked.

        Raises ``Problem``: 503 where too many wait, 422 where the text takes too long to read or
        its reading takes too much memory, 500 where the program fails at it.
        """
        if text in self._kept:
            self._kept.move_to_end(text)
            return self._kept[text]
        if text not in self._coming:
            if self.busy >= self._most:
                raise busy("too many texts wait to be read")
            self._coming[text] = asyncio.create_task(self._read(text))
        return await asyncio.shield(self._coming[text])

    def kept(self, report: str) -> Filed | None:
        """The report with that id as it was read last, where it is still kept."""
        found = (one for text, one in reversed(self._kept.items()) if text.report.id == report)
        return next(found, None)

    async def _read(self, text: Text) -> Filed:
        try:
            loop = asyncio.get_running_loop()
            answer = await loop.run_in_executor(self._threads, self._work, text)
        finally:
            del self._coming[text]
        if isinstance(answer, Lost):
            raise _problem(answer)
        if len(text.report.text) <= _LONGEST:
            self._kept[text] = answer
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer

    def _work(self, text: Text) -> Filed | Lost[Text]:
        """In a thread of its own, which has one process."""
        if not hasattr(self._own, "workers"):
            staff = Staff(self._staff.begin, 1, self._staff.seconds)
            self._own.workers = Workers(staff)
            self._begun.append(self._own.workers)
        (answer,) = self._own.workers.results([Job(text)])
        return answer  # type: ignore[no-any-return]

    def close(self) -> None:
        """End the processes; what they read is lost."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for workers in self._begun:
            workers.kill()
        self._threads.shutdown()
        for workers in self._begun:
            with suppress(GroundcheckError, OSError, ValueError):
                workers.__exit__(None, None, None)


def _problem(lost: Lost[Text]) -> Problem:
    if lost.fault:
        # The reason may quote the text.
        return Problem(500, "a fault of the program while it read the text")
    return Problem(422, f"the text could not be read: {lost.reason}")
