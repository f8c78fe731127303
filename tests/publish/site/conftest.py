"""A ledger to make pages of: the example in the package's folder, and a report that bites."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import groundcheck
from groundcheck.ledger.asking import Layers
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.model import Appearance, Filed
from groundcheck.publish.claimreview import Reviewer
from groundcheck.publish.site import Setting, site

from .biting import GOOD, biting

EXAMPLE = Path(__file__).parents[3] / "examples" / "front-report.txt"


@pytest.fixture(scope="session")
def ledger() -> MemoryLedger:
    text = EXAMPLE.read_text("utf-8")
    first = groundcheck.check(text)
    other = groundcheck.check(text.replace("75%", "72%", 1))
    made = MemoryLedger()
    with made.writing() as writer:
        for outcome, outlet in ((first, "The Ledger"), (other, "Second Post")):
            report = replace(outcome.report, publisher=outlet)
            shown = Appearance(report.id, f"{outlet}.txt", report.published, GOOD, outlet)
            writer.add(Filed(replace(outcome, report=report), shown, "groundcheck", "1", "shipped"))
        for filed in biting():
            writer.add(filed)
    return made


@pytest.fixture(scope="session")
def setting() -> Setting:
    return Setting(Layers().figures(), Reviewer("Desk", "https://desk.example", date(2026, 1, 1)))


@pytest.fixture(scope="session")
def files(ledger, setting) -> dict[str, bytes]:
    made = list(site(ledger, setting))
    assert len({path.lower() for path, _ in made}) == len(made)
    return dict(made)


@pytest.fixture(scope="session")
def folder(files, tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return root
