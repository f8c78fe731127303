"""Questions to the ledger and the layers: a few threads, each with a connection that only reads."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from groundcheck.errors import UnreadableInput
from groundcheck.ledger.known import Known
from groundcheck.ledger.store import View
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.ledger.store.sqlite import SqliteLedger
from groundcheck.web.problems import busy, missing

T = TypeVar("T")
Version = tuple[str, ...]

MOST = 4000
"""So many questions may wait at once."""


class Asking:
    """Asks the ledger in the file ``path``, which need not be there, off the event loop."""

    def __init__(self, path: Path, store: Path | None, threads: int) -> None:
        self.path = path
        self.store = store
        self.pending = 0
        """Questions that wait or are being answered."""
        self._threads = ThreadPoolExecutor(threads, "asking")
        self._versions = ThreadPoolExecutor(1, "version")
        self._looking: asyncio.Task[Version] | None = None
        self._own = threading.local()
        self._ledgers: list[SqliteLedger] = []
        self._known: tuple[str, Known] | None = None

    async def ask(self, question: Callable[[View], T], without: View | None = None) -> T:
        """The answer of the ledger, or of ``without`` where there is none.

        Ended early, the question is interrupted. Raises ``Problem`` where there is neither, or too
        much is asked at once.
        """
        held: list[SqliteLedger] = []
        ended = threading.Lock()

        def asked() -> T:
            if without is not None and not self.path.exists():
                return question(without)
            ledger = self._ledger()
            held.append(ledger)
            try:
                return question(ledger)
            finally:
                # From here on nobody interrupts what this thread asks next.
                with ended:
                    held.clear()

        try:
            return await self.do(asked)
        except asyncio.CancelledError:
            with ended:
                for ledger in held:
                    ledger.interrupt()
            raise

    async def do(self, work: Callable[[], T]) -> T:
        """What the work gives, done in one of the threads."""
        if self.pending >= MOST:
            raise busy("too much is asked at once")
        self.pending += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self.pending -= 1

    def known(self, view: View) -> Known:
        """The names on record, gathered once for each state of the ledger; within a question."""
        state = view.state() if isinstance(view, SqliteLedger) else ""
        if not state or self._known is None or self._known[0] != state:
            self._known = state, Known(view)
        return self._known[1]

    async def version(self) -> Version:
        """What changes whenever the ledger or the layers do; ``("",)`` begins it without a ledger.

        Those who want to know it at the same time ask once.
        """
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._version())
        return await asyncio.shield(self._looking)

    async def _version(self) -> Version:
        return await asyncio.get_running_loop().run_in_executor(self._versions, self._look)

    def _look(self) -> Version:
        ledger = self._ledger().state() if self.path.exists() else ""
        return ledger, _stamp(self.path, identity=True), _stamp(self.store)

    def _ledger(self) -> SqliteLedger:
        """The connection of this thread; another one where the file is another one."""
        stamp = _stamp(self.path, identity=True)
        ledger: SqliteLedger | None = getattr(self._own, "ledger", None)
        if ledger is not None and (self._own.stamp != stamp or ledger.interrupted):
            self._ledgers.remove(ledger)
            ledger.close()
            ledger = None
        if ledger is None:
            ledger = self.opened()
            self._own.ledger, self._own.stamp = ledger, stamp
            self._ledgers.append(ledger)
        return ledger

    def opened(self) -> SqliteLedger:
        """A connection of one's own, to be closed. Raises ``Problem`` where there is no ledger."""
        try:
            return open_ledger(self.path, read_only=True)
        except UnreadableInput:
            raise missing("there is no ledger yet; groundcheck add makes one") from None

    def close(self) -> None:
        """Take no more questions, and end those that are being answered."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for ledger in self._ledgers:
            ledger.interrupt()
        self._threads.shutdown()
        self._versions.shutdown()
        for ledger in self._ledgers:
            ledger.close()


def _stamp(path: Path | None, *, identity: bool = False) -> str:
    """Which file it is, and unless only that is wanted, of what moment and size."""
    try:
        found = path.stat() if path is not None else None
    except OSError:
        found = None
    if found is None:
        return ""
    which = f"{found.st_dev}.{found.st_ino}"
    return which if identity else f"{which}.{found.st_mtime_ns}.{found.st_size}"
