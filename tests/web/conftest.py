"""The application with a client in this process, over a ledger made of the example feed."""

import sys
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

import groundcheck
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.ledger.workers import Staff
from groundcheck.model import Appearance, Filed
from groundcheck.web.app import make_app
from groundcheck.web.outside import Outside
from groundcheck.web.settings import Settings

sys.path.append(str(Path(__file__).parents[1] / "ledger"))

from odd_jobs import QuickReading

FEED = Path(__file__).parents[2] / "examples" / "feed.xml"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries():
    for number, entry in enumerate(ElementTree.parse(FEED).getroot().iterfind("a:entry", ATOM), 1):
        text, outlet, day = (
            entry.find(path, ATOM).text for path in ("a:content", "a:source/a:title", "a:published")
        )
        outcome = groundcheck.check(text, date.fromisoformat(day[:10]))
        url = entry.find("a:link", ATOM).get("href")
        where = Appearance(
            outcome.report.id, f"feed.xml#{number}", outcome.report.published, url, outlet
        )
        yield Filed(outcome, where, "english", "1", "all")
    outcome = groundcheck.check((FEED.parent / "front-report.txt").read_text(encoding="utf-8"))
    where = Appearance(outcome.report.id, "front-report.txt", outcome.report.published)
    yield Filed(outcome, where, "english", "1", "all")


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    """The file of a ledger with the example feed; not to be written."""
    path = tmp_path_factory.mktemp("record") / "ledger.sqlite"
    with closing(open_ledger(path)) as ledger, ledger.writing() as writer:
        for filed in entries():
            writer.add(filed)
    return path


@pytest.fixture(scope="session")
def view(record):
    with closing(open_ledger(record, read_only=True)) as ledger:
        yield ledger


@pytest.fixture(scope="session")
def reading():
    """Who reads texts in tests: quickly, without claims; see ``odd_jobs``."""
    return Staff(QuickReading().begin, 1, 20.0)


class Clock:
    """Seconds that pass only when told."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def lines():
    """The lines of the log."""
    return []


@pytest.fixture
def made(tmp_path, reading, clock, lines):
    """Makes an application with some settings: ``made(per_minute=3)``."""

    def made(**given):
        settings = Settings(**{"ledger": tmp_path / "ledger.sqlite"} | given)
        outside = Outside(clock, lambda: date(2026, 11, 26), lines.append)
        return make_app(settings, outside, reading)

    return made


@pytest.fixture
def client(made):
    """Makes a client of such an application."""
    with ExitStack() as stack:

        def opened(base_url="http://localhost", app=None, **given):
            client = TestClient(app or made(**given), base_url, raise_server_exceptions=False)
            return stack.enter_context(client)

        yield opened


@pytest.fixture
def api(client, record):
    """Asks the API over the example feed."""
    return client(ledger=record)
