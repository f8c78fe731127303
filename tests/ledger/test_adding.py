"""Adding to a ledger: order, what is known, what fails, and being interrupted anywhere."""

from __future__ import annotations

import itertools
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from groundcheck.errors import BadValue, DataError
from groundcheck.ledger import adding
from groundcheck.ledger.added import Done, Summary
from groundcheck.ledger.adding import Options, add_all
from groundcheck.ledger.intake import Given, Refused
from groundcheck.ledger.intake.noted import Noted, Unchanged
from groundcheck.ledger.reading import checked_by, text_of
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.model import Appearance, report_id

sys.path.append(str(Path(__file__).parent))

from odd_jobs import QuickReading

DAY = date(2024, 5, 6)
CLAIM = "Sylvanian troops hold about 40% of Donetsk region, General Ivan Petrov said on Monday."


def given(number, word="text", **more):
    """An item whose text begins with the word, and is like no other."""
    return Given(f"news#{number}", f"{word} {report_id(str(number))}", DAY, **more)


def counted(summary):
    return {what: count for what, count in summary.counts.items() if count}


@pytest.fixture
def quick(monkeypatch):
    """Adds with a reading that needs no model; gives what was told, item by item."""
    monkeypatch.setattr(adding, "Reading", QuickReading)

    def run(ledger, coming, workers=1, **more):
        told = []
        summary = add_all(ledger, coming, Options(False, workers=workers, **more), told.append)
        assert summary.counts.total() == len(told)
        return told

    return run


def what(told):
    return [done.what for done in told]


def test_each_item_is_told_in_order_and_found_in_the_ledger(quick):
    ledger = MemoryLedger()
    coming = [
        given(1, url="http://a.example/1", publisher="A", title="One", language="en"),
        Refused("news#2", "no text in it"),
        given(3),
        replace(given(1), item="again#1"),
        given(3),
    ]
    told = quick(ledger, coming, 2)
    first = report_id(coming[0].text)
    assert told == [
        Done("news#1", "new", first),
        Done("news#2", "refused", reason="no text in it"),
        Done("news#3", "new", report_id(coming[2].text)),
        Done("again#1", "appearance", first),
        Done("news#3", "known", report_id(coming[2].text)),
    ]
    assert set(ledger.appearances(first)) == {
        Appearance(first, "news#1", DAY, "http://a.example/1", "A", "One"),
        Appearance(first, "again#1", DAY),
    }
    assert ledger.outcome(first).report.language == "en"
    content = ledger.info().content
    assert what(quick(ledger, coming)) == ["known", "refused", "known", "known", "known"]
    assert ledger.info().content == content


def test_what_is_known_is_not_read(quick):
    ledger = MemoryLedger()
    quick(ledger, [given(1)])
    told = quick(ledger, [given(1), replace(given(1), item="b#1")], seconds=0.0)
    assert what(told) == ["known", "appearance"]
    (reading,) = ledger.readings(told[0].report)
    assert reading.appearance.item == "news#1"


def test_what_was_forgotten_stays_out(quick):
    ledger = MemoryLedger()
    ((done,)) = quick(ledger, [given(1)])
    with ledger.writing() as writer:
        writer.forget(done.report, "asked for", DAY)
    assert quick(ledger, [given(1)]) == [Done("news#1", "forgotten", done.report)]
    assert not ledger.info().reports


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("leave", "the process that worked on it ended (code 3)"),
        ("die", "the process that worked on it ended (killed, as systems do when memory runs out)"),
        ("refuse", "news#7: is refused"),
        ("fault", "a fault of the program: KeyError: 'news#7'"),
        ("hang", "took longer than 0.5 seconds"),
    ],
)
def test_a_report_that_cannot_be_read_costs_only_itself(quick, word, reason):
    ledger = MemoryLedger()
    coming = [given(number) for number in range(7)] + [given(7, word), given(8)]
    told = quick(ledger, coming, seconds=0.5 if word == "hang" else 60.0)
    assert told[7] == Done("news#7", "refused", reason=reason)
    assert what(told[:7] + told[8:]) == ["new"] * 8


class Fragile(MemoryLedger):
    """A ledger that fails when a report with a certain word is written."""

    error: Exception = BadValue("that word is not wanted")

    @contextmanager
    def writing(self):
        with super().writing() as writer:
            yield _Fragile(writer, self.error)


class _Fragile:
    def __init__(self, writer, error):
        self.writer, self.error, self.keep = writer, error, writer.keep

    def add(self, filed):
        if "poison" in filed.outcome.report.text:
            raise self.error
        return self.writer.add(filed)


def test_a_report_that_cannot_be_written_costs_only_itself(quick):
    ledger = Fragile()
    coming = [given(1), Refused("news#2", "no"), given(3, "poison"), Noted("a", "b", 1), given(4)]
    told = quick(ledger, coming)
    assert what(told) == ["new", "refused", "refused", "new"]
    assert told[2].reason == "cannot be written: that word is not wanted"
    assert ledger.info().reports == 2
    assert ledger.kept("a") is None


def test_a_ledger_that_cannot_be_written_ends_it(quick):
    ledger = Fragile()
    ledger.error = DataError("ledger: the disk is full")
    coming = [*map(given, range(60)), given(60, "poison"), *map(given, range(61, 200))]
    with pytest.raises(DataError, match="the disk is full"):
        quick(ledger, coming)
    assert 0 < ledger.info().reports <= 60
    ledger.error = BadValue("not this")
    quick(ledger, coming)
    assert ledger.info().reports == 199


def test_words_are_kept_only_after_what_they_speak_of_is_in(quick):
    ledger = MemoryLedger()
    coming = [
        given(1),
        Noted("page 1", "x", 1),
        given(2, "leave"),
        Noted("page 2", "x", 1),
        Refused("news#3", "no text in it"),
        Noted("page 3", "x", 1),
        Unchanged("news#4"),
        Noted("feed", "x", 4),
        Noted("empty", "x", 0),
    ]
    told = quick(ledger, coming)
    assert what(told) == ["new", "refused", "refused", "known"]
    kept = {name for name in ("page 1", "page 2", "page 3", "feed", "empty") if ledger.kept(name)}
    assert kept == {"page 1", "page 3", "empty"}
    quick(ledger, [given(5), Unchanged("news#6"), Noted("feed", "y", 2)])
    assert ledger.kept("feed") == "y"


class Stop:
    """A source that is interrupted after some items."""

    def __init__(self, coming, after):
        self.coming, self.after = coming, after

    def __iter__(self):
        yield from itertools.islice(self.coming, self.after)
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("after", "workers", "file"), [(0, 1, False), (1, 2, True), (50, 1, True), (119, 2, False)]
)
def test_interrupted_and_taken_up_again_it_ends_the_same(quick, tmp_path, after, workers, file):
    coming = [given(number % 100, url=f"http://a.example/{number}") for number in range(120)]
    whole = MemoryLedger()
    ledger = open_ledger(tmp_path / "ledger.sqlite") if file else MemoryLedger()
    quick(whole, coming, 3 - workers)
    with pytest.raises(KeyboardInterrupt):
        quick(ledger, Stop(coming, after), workers)
    assert ledger.info().reports <= min(after, 100)
    if after > 51:
        # All but those that were just being read.
        assert ledger.info().reports > after - 60
    quick(ledger, coming, workers)
    assert ledger.info().content == whole.info().content
    assert list(ledger.verify()) == []
    ledger.close()
    assert whole.info().reports == 100
    assert whole.info().appearances == 120


def test_an_interruption_while_writing_loses_no_batch(quick, monkeypatch):
    ledger = MemoryLedger()
    left = iter([KeyboardInterrupt])

    class Interrupted(_Fragile):
        def add(self, filed):
            for error in left:
                raise error
            return self.writer.add(filed)

    @contextmanager
    def writing():
        with MemoryLedger.writing(ledger) as writer:
            yield Interrupted(writer, None)

    monkeypatch.setattr(ledger, "writing", writing)
    with pytest.raises(KeyboardInterrupt):
        quick(ledger, map(given, range(50)))
    assert ledger.info().reports == 50


def test_little_is_held_at_once(quick):
    ledger, told, taken = MemoryLedger(), [], []

    def coming():
        for number in range(400):
            taken.append(number)
            assert number - len(told) <= 50 + 2 * 8 + 1
            yield given(number) if number % 2 else Refused(f"news#{number}", "no text in it")

    options = Options(False, workers=2)
    summary = add_all(ledger, coming(), options, told.append)
    assert counted(summary) == {"new": 200, "refused": 200}
    assert len(taken) == 400


def test_a_summary_stays_small():
    summary = Summary()
    for number in range(5000):
        summary.count(Done(f"item {number}", "refused", reason=f"reason {number}"))
        summary.count(Done(f"item {number}", "refused", reason="often"))
    assert counted(summary) == {"refused": 10000}
    assert len(summary.groups) == 1001
    assert summary.groups["refused", "often"].count == 5000
    assert summary.groups["refused", ""].count == 4001
    assert all(len(group.items) <= 5 for group in summary.groups.values())
    assert not summary.usable


@pytest.mark.parametrize(
    ("text", "published", "day", "noted"),
    [
        ("date 2024-05-06\nWords", None, DAY, ()),
        ("date 2024-05-06\nWords", date(2024, 5, 7), date(2024, 5, 7), ("is used",)),
        ("Words", DAY, DAY, ()),
        ("Words", None, None, ("No day of publication",)),
    ],
)
def test_the_day_is_the_items_or_that_at_the_head(text, published, day, noted):
    found = text_of(Given("a", text, published, notes=("first",)))
    assert found.report.published == found.appearance.published == day
    assert found.notes[0] == "first"
    assert len(found.notes) == 1 + len(noted)
    assert all(word in note for word, note in zip(noted, found.notes[1:], strict=True))


def test_the_checks_are_named_by_what_they_rest_on(tmp_path):
    assert checked_by(None) == checked_by(tmp_path / "none.sqlite")
    version, _, digest = checked_by(None).partition(" ")
    assert version
    assert len(bytes.fromhex(digest)) == 6


def test_what_is_added_was_read_and_checked():
    """The one test here that reads as users do."""
    ledger = MemoryLedger()
    coming = [Given("a", CLAIM, DAY), Given("b", CLAIM + " It was cold.", DAY)]
    told = []
    summary = add_all(ledger, coming, Options(workers=1), told.append)
    assert [done.claims for done in told] == [1, 1]
    assert summary.claims == 2
    (filed,) = ledger.readings(told[0].report)
    assert filed.checked_by == checked_by(None)
    assert {finding.check for finding in filed.outcome.findings} >= {"control"}
    unchecked = MemoryLedger()
    add_all(unchecked, coming, Options(False, workers=1))
    (bare,) = unchecked.readings(told[0].report)
    assert bare == replace(filed, outcome=replace(filed.outcome, findings=()), checked_by="")
