"""The pages in this process: over the example feed, and over a ledger whose every slot bites."""

from contextlib import closing
from datetime import date

import pytest
from fastapi.testclient import TestClient

from groundcheck.ledger.store.opening import open_ledger
from groundcheck.ledger.workers import Staff
from groundcheck.web.app import make_app
from groundcheck.web.outside import Outside
from groundcheck.web.reading import Checker
from groundcheck.web.settings import Settings

from ...publish.site.biting import biting  # noqa: TID252

HTML = {"Accept": "text/html"}


def application(ledger, **given):
    """An application whose texts are read and checked as everywhere."""
    settings = Settings(**{"ledger": ledger, "seconds": 300, "per_minute": 0} | given)
    staff = Staff(Checker(None), 1, 300.0)
    return make_app(settings, Outside(today=lambda: date(2026, 11, 26), tell=lambda _: None), staff)


@pytest.fixture(scope="session")
def pages(record):
    """Asks the pages over the example feed as a browser does; nothing is followed."""
    client = TestClient(application(record), "http://localhost", headers=HTML)
    client.follow_redirects = False
    with client:
        yield client


@pytest.fixture(scope="session")
def biting_ledger(tmp_path_factory):
    """The file of a ledger with a report all of whose slots bite."""
    path = tmp_path_factory.mktemp("biting") / "ledger.sqlite"
    with closing(open_ledger(path)) as ledger, ledger.writing() as writer:
        for filed in biting():
            writer.add(filed)
    return path


@pytest.fixture(scope="session")
def give(pages):
    """Gives a text as the form does; the address of the page that it leads to."""

    def given(text, **more):
        answer = pages.post("/check", data={"text": text} | more)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    return given
