"""A reading that ends its process at some texts, importable by name on any engine."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from groundcheck.ledger.reading import Reading


@dataclass(frozen=True)
class Dying:
    """Reads as ``Reading`` does; at a text with ``word`` in it the process is killed.

    With ``once``, a file, only where that is not there yet.
    """

    word: str
    once: Path | None = None

    def begin(self):
        read = Reading(checks=False).begin()

        def do(text):
            if self.word in text.report.text and not (self.once and self.once.exists()):
                if self.once:
                    self.once.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return read(text)

        return do


@dataclass(frozen=True)
class Failing:
    """Cannot read texts with ``word`` in them."""

    word: str

    def begin(self):
        read = Reading(checks=False).begin()

        def do(text):
            if self.word in text.report.text:
                raise KeyError(self.word)
            return read(text)

        return do
