"""The example feed, read and checked, as a ledger in memory."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

import groundcheck
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.model import Appearance, Filed

FEED = Path(__file__).parents[3] / "examples" / "feed.xml"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries():
    for number, entry in enumerate(ElementTree.parse(FEED).getroot().iterfind("a:entry", ATOM), 1):
        said = {
            name: entry.find(path, ATOM).text
            for name, path in {
                "text": "a:content",
                "title": "a:title",
                "outlet": "a:source/a:title",
                "day": "a:published",
            }.items()
        }
        day = date.fromisoformat(said["day"][:10])
        outcome = groundcheck.check(said["text"], day)
        url = entry.find("a:link", ATOM).get("href")
        where = Appearance(
            outcome.report.id, f"feed.xml#{number}", day, url, said["outlet"], said["title"]
        )
        yield Filed(outcome, where, "english", "1", "all")


@pytest.fixture(scope="session")
def record():
    ledger = MemoryLedger()
    with ledger.writing() as writer:
        for filed in entries():
            writer.add(filed)
    return ledger
