"""Reports into the ledger, one after the other, in a thread of its own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from groundcheck.ledger.added import Done
from groundcheck.ledger.adding import Options, add_all
from groundcheck.ledger.intake import Given
from groundcheck.ledger.reading import reader, text_of
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.model import Filed


class Writing:
    """Writes to the ledger in the file ``path``, which is made with the first report."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, "writing")

    async def known(self, given: Given) -> Done | None:
        """What comes of a text that is on record or was forgotten; ``None`` for any other."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._known, given)

    async def add(self, filed: Filed) -> Done:
        """What comes of a report that was read."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._add, filed)

    def _known(self, given: Given) -> Done | None:
        if not self._path.exists():
            return None
        by = reader()
        with closing(open_ledger(self._path, read_only=True)) as ledger:
            if not ledger.knows(text_of(given).report.id, by.name, by.version):
                return None
        return self._add(given)

    def _add(self, one: Given | Filed) -> Done:
        told: list[Done] = []
        with closing(open_ledger(self._path)) as ledger:
            add_all(ledger, [one], Options(checks=False), told.append)
        (done,) = told
        return done

    def close(self) -> None:
        """Finish what is being written, and take no more."""
        self._thread.shutdown(cancel_futures=True)
