"""What the application holds while it runs, and how a route gets at it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from groundcheck.ledger.reading import Text
from groundcheck.ledger.workers import Staff
from groundcheck.model import Filed
from groundcheck.web.answers import Answers
from groundcheck.web.asking import Asking
from groundcheck.web.fetching import Fetching
from groundcheck.web.kept import Kept
from groundcheck.web.metrics import Metrics
from groundcheck.web.outside import Outside
from groundcheck.web.reading import Checker, Readings
from groundcheck.web.settings import Settings
from groundcheck.web.streaming import Streams
from groundcheck.web.writing import Writing

_KEPT = 32 * 2**20
"""Bytes of answers that are kept."""


@dataclass(frozen=True, slots=True)
class State:
    """The parts of a running server; each says in its module what it is for."""

    settings: Settings
    outside: Outside
    metrics: Metrics
    asking: Asking
    answers: Answers
    readings: Readings
    kept: Kept
    streams: Streams
    writing: Writing
    fetching: Fetching

    def gauges(self) -> dict[str, float]:
        """How much is being done at this moment."""
        return {
            "questions_pending": self.asking.pending,
            "texts_pending": self.readings.busy,
            "exports_running": self.streams.running,
        }

    def close(self) -> None:
        """End all that runs."""
        self.readings.close()
        self.asking.close()
        self.streams.close()
        self.writing.close()
        self.fetching.close()


def made(settings: Settings, outside: Outside, staff: Staff[Text, Filed] | None = None) -> State:
    """The parts for these settings; nothing is opened or begun before it is used."""
    if staff is None:
        staff = Staff(Checker(settings.store), settings.workers, settings.seconds)
    asking = Asking(settings.ledger, settings.store, settings.threads)
    return State(
        settings=settings,
        outside=outside,
        metrics=Metrics(),
        asking=asking,
        answers=Answers(_KEPT, settings.seconds),
        readings=Readings(staff, settings.waiting),
        kept=Kept(),
        streams=Streams(asking.opened),
        writing=Writing(settings.ledger),
        fetching=Fetching(outside.today),
    )


def state_of(connection: HTTPConnection) -> State:
    """The parts of the application that a request came to."""
    found: State = connection.app.state.held
    return found
