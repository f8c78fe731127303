"""Jobs for tests of workers, importable by name from a process that knows no test modules."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import dataclass

from groundcheck.errors import BadValue
from groundcheck.model import Filed, Outcome


def begin():
    return work


def work(argument):
    kind, value = argument
    if kind == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "leave":
        os._exit(3)
    elif kind == "hang":
        threading.Event().wait()
    elif kind == "refuse":
        raise BadValue(f"{value}: is refused")
    elif kind == "fault":
        raise KeyError(value)
    elif kind == "spin":
        # The later of two jobs given at once is done first.
        sum(range(value))
    return os.getpid(), value


def cannot_begin():
    raise BadValue("nothing to begin with")


def dies_at_once():
    os._exit(5)


@dataclass(frozen=True)
class QuickReading:
    """Stands in for ``ledger.reading.Reading``: no claims, and texts that begin with bad words."""

    checks: bool = True
    store: object = None
    checked_by: str = ""

    def begin(self):
        # What jobs are made of; loading it is no part of the first.
        import groundcheck.ledger.reading  # noqa: F401

        return self.read

    def read(self, text):
        word = text.report.text.split(" ")[0]
        if word in ("die", "leave", "hang", "refuse", "fault"):
            work((word, text.appearance.item))
        from groundcheck.ledger.reading import reader

        by = reader()
        outcome = Outcome(text.report, notes=text.notes)
        return Filed(outcome, text.appearance, by.name, by.version, self.checked_by)
