"""Sources of every kind one after another, and what is known of an address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from groundcheck.ledger import bringing
from groundcheck.ledger.adding import Options, add_all
from groundcheck.ledger.bringing import Sources
from groundcheck.ledger.intake import Given, IntakeOptions, Refused
from groundcheck.ledger.intake.noted import Noted, Unchanged
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.readers import TaggedReader


class FakeWeb:
    """An address that says once what is there, and then that nothing has changed."""

    def __init__(self, manners, kept, most, options):
        self.kept, self.about = kept, (most, options)

    def given(self, address, publisher=None):
        if self.kept("address") is None:
            yield Refused(address, f"by {publisher}, {self.about}")
            yield Noted("address", "seen", 0)
        else:
            yield Unchanged(address)


@pytest.fixture
def web(monkeypatch):
    monkeypatch.setattr(bringing, "Web", FakeWeb)


def test_sources_come_in_order_each_in_its_way(web, tmp_path):
    (tmp_path / "a.txt").write_text("Words.")
    options = IntakeOptions()
    sources = [str(tmp_path / "none"), "http://a.example/", str(tmp_path / "a.txt")]
    found = list(Sources(options, 7).texts(MemoryLedger(), sources))
    assert [type(one) for one in found] == [Refused, Refused, Noted, Given]
    assert found[1].reason == f"by None, {(7, options)}"


def test_what_is_known_of_an_address_counts_for_one_version_of_the_reader(web, monkeypatch):
    ledger, options = MemoryLedger(), Options(False, workers=1)

    def ask():
        coming = Sources().web(ledger, "http://a.example/", "The A")
        return dict(add_all(ledger, coming, options).counts)

    assert [ask(), ask()] == [{"refused": 1}, {"known": 1}]
    newer = replace(TaggedReader(), version="next")
    monkeypatch.setattr(bringing, "reader", lambda: newer)
    assert [ask(), ask()] == [{"refused": 1}, {"known": 1}]
