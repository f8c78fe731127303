"""What a timeline takes from statements: never another's words, figure or ground."""

from dataclasses import replace
from datetime import date

import pytest

import groundcheck
from groundcheck.errors import BadValue
from groundcheck.ledger.asking import Layers
from groundcheck.ledger.questions.history import Wanted, claims
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.model import Appearance, Filed, Interval
from groundcheck.publish.plots import record_svg
from groundcheck.publish.timeline import claimed

DAY = date(2025, 2, 20)


def statements(*sentences):
    ledger = MemoryLedger()
    with ledger.writing() as writer:
        for number, sentence in enumerate(sentences):
            outcome = groundcheck.check(sentence, DAY)
            where = Appearance(outcome.report.id, f"{number}.txt", DAY, None, "The Ledger")
            writer.add(Filed(outcome, where, "english", "1", "all"))
    return claims(ledger, "UA-14", Wanted())


@pytest.mark.parametrize(
    ("sentence", "whose", "percent", "km2"),
    [
        (
            "Russia controls 70% of the Donetsk region, Ada Brook said.",
            "Ada Brook",
            Interval(69.5, 70.5),
            None,
        ),
        (
            "Ada Brook denied that Russia controls 70% of the Donetsk region.",
            "Ada Brook, denied",
            Interval(69.5, 70.5),
            None,
        ),
        (
            "Russia controls 70% of the Donetsk region.",
            "The Ledger, in its own voice",
            Interval(69.5, 70.5),
            None,
        ),
        ("Ukraine controls 30% of the Donetsk region, Ada Brook said.", "Ada Brook", None, None),
        (
            "Russia controls 18,300 square kilometers of the Donetsk region, Ada Brook said.",
            "Ada Brook",
            None,
            Interval(18_250, 18_350),
        ),
    ],
)
def test_what_is_taken(sentence, whose, percent, km2):
    (one,) = claimed(statements(sentence), {"Russia"})
    assert (one.whose, one.percent, one.km2) == (whose, percent, km2)
    assert (one.since, one.until) == (DAY, DAY)
    assert one.told.startswith(f"{whose}: “{one.words}”")


def test_a_claim_that_no_day_is_known_of_has_none():
    (one,) = statements("Russia controls 70% of the Donetsk region, Ada Brook said.")
    (found,) = claimed([replace(one, said=None, since=None, until=None)], ())
    assert (found.since, found.until) == (None, None)


def many(count):
    (one,) = statements("Russia controls 70% of the Donetsk region, Ada Brook said.")
    return [replace(one, claim=replace(one.claim, id=f"{number:016x}")) for number in range(count)]


@pytest.mark.parametrize(("count", "told"), [(1, 1), (40, 40), (41, 0)])
def test_few_claims_are_told_one_by_one_and_many_by_source(count, told):
    svg = record_svg(Layers(), "UA-14", Wanted(), many(count))
    assert svg.count("Claim: ") == told
    assert ("Ada Brook · 41 claims" in svg) == (count > 40)


def test_of_nothing_no_picture_is_made():
    with pytest.raises(BadValue, match="no layer covers it"):
        record_svg(Layers(), "geonames:1", Wanted(), ())
