"""A few reports in lines of JSON, and what must come of them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from groundcheck.bulk import running
from groundcheck.bulk.running import Options, bulk
from groundcheck.ledger.adding import Options as Adding
from groundcheck.ledger.adding import add
from groundcheck.ledger.bringing import Sources
from groundcheck.ledger.store.memory import MemoryLedger

HERE = Path(__file__).parent
# Workers on any engine are given this path; the name of a test module would mean nothing to them.
sys.path.append(str(HERE))
CLAIM = "Sylvanian troops hold about {n}% of Donetsk region, General Ivan Petrov said on Monday."


def records():
    """Reports of three months, one of them in two places and one without a day."""
    made = [
        {
            "text": CLAIM.format(n=40 + n) + " Nothing else was known." * n,
            "published": f"2024-0{5 + n % 3}-06",
            "publisher": f"Outlet {n}",
            "url": f"https://news.example/{n}",
        }
        for n in range(12)
    ]
    again = dict(made[3], publisher="Another", url="https://other.example/3")
    again["published"] = "2024-09-09"
    return [*made, again, {"text": CLAIM.format(n=99)}, {"text": ""}, made[0]]


def lines(folder):
    """The reports as a file."""
    path = folder / "news.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records()))
    return path


@pytest.fixture
def news(tmp_path):
    """The lines as a file."""
    return lines(tmp_path)


@pytest.fixture
def inline(monkeypatch):
    """The work is done in this process, which has loaded before what it needs."""
    monkeypatch.setattr(running, "engine", lambda _: here)


def here(work, units, _):
    return map(work.begin(), units)


@pytest.fixture(scope="session")
def first(tmp_path_factory):
    """An undisturbed run on them: its folder, and what came of it."""
    folder = tmp_path_factory.mktemp("first")
    ended = bulk(
        [str(lines(folder))], folder / "out", Options(workers=1, checks=False, partitions=3)
    )
    return folder / "out", ended


@pytest.fixture(scope="session")
def importable():
    """Processes of any engine find what the tests have them do."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), *filter(None, sys.path)])
    yield
    if before is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = before


def written(out):
    """The bytes of every table, by path."""
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*.parquet"))}


def into_memory(*sources, checks=False):
    """A ledger that the sources were added to."""
    ledger = MemoryLedger()
    add(ledger, [str(source) for source in sources], Sources(), Adding(checks, workers=1))
    return ledger


@pytest.fixture(scope="session")
def so():
    """All of the above, since a test module cannot import from the one beside it."""
    return SimpleNamespace(
        written=written, here=here, into_memory=into_memory, records=records, claim=CLAIM
    )
