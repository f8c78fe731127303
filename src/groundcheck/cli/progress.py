"""Progress on stderr while something takes long, and lines about what was done."""

from __future__ import annotations

import sys
from types import TracebackType

from groundcheck.publish.safe import one_line

_EVERY = 25


class Progress:
    """Counts what has been done: one line that is written over at a terminal, else nothing."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._done = 0
        self._shown = sys.stderr.isatty()

    def __call__(self, name: str) -> None:
        """One more is done."""
        self._done += 1
        if self._shown and self._done % _EVERY == 1:
            sys.stderr.write(f"\r\x1b[K{self._what}: {self._done:,} ({one_line(name)[:50]})")
            sys.stderr.flush()

    def tell(self, line: str) -> None:
        """A line that stays."""
        self._clear()
        sys.stderr.write(f"{one_line(line)}\n")

    def refused(self, name: str, reason: str) -> None:
        """A line about what was refused."""
        self.tell(f"{name}: {reason}")

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._clear()
