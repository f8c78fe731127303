"""A small record of one week, and everything that is found in it."""

from datetime import date

import pytest

from groundcheck import read
from groundcheck.errors import BadValue
from groundcheck.ledger import contradictions as module
from groundcheck.ledger.comparing import compared, contradictions, corrections, drifts
from groundcheck.ledger.store import Query
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.model import Appearance, Filed

REGION = "the Nordland region"
TOWN = "the town of Narvik in the Nordland region"

REPORTS = {
    "Ann": (9, f"Sweden holds 68% of {REGION}, Colonel Ivo Brandt said on Thursday."),
    "Bee": (10, f"Brandt said on Thursday that Sweden holds over 68% of {REGION}."),
    "Cee": (10, f"Sweden holds 75% of {REGION}, Ivo Brandt said on Thursday."),
    "Dee": (10, f"Sweden holds 62% of {REGION}, Norway's general staff said on Thursday."),
    "Eee": (10, f"As of Thursday, Sweden held 68% of {REGION}, Ada Rowe said on Thursday."),
    "Fee": (12, f"Swedish forces captured {TOWN} on May 10, Sweden's Defence Ministry said."),
    "Gee": (13, f"The Norwegian General Staff denied that Swedish forces had captured {TOWN}."),
    "Hee": (13, f"Norwegian forces hold {TOWN}, Bo Lind said."),
    "Iee": (20, f"Swedish forces captured {TOWN} on April 20, the Swedish Defense Ministry said."),
    "Jee": (21, "Sweden holds 40% of the Finnmark region, Ada Rowe said."),
}


def filed(outlet, day, words):
    day = date(2031, 5, day)
    outcome = read(f"date {day}\n\n{words}")
    stood = Appearance(outcome.report.id, f"{outlet}.txt", day, publisher=outlet)
    return Filed(outcome, stood, "rules", "1")


@pytest.fixture(scope="module")
def ledger():
    made = MemoryLedger()
    with made.writing() as writer:
        for outlet, (day, words) in REPORTS.items():
            writer.add(filed(outlet, day, words))
    return made


@pytest.fixture(scope="module")
def by_outlet(ledger):
    return {of.appeared.outlet: of for of in ledger.statements()}


def outlets(found, ledger):
    return [[of.appeared.outlet for of in group.statements] for group in found]


def test_every_report_has_one_statement(by_outlet):
    assert sorted(by_outlet) == sorted(REPORTS)


def test_contradictions(ledger):
    found = list(contradictions(ledger))
    shares = next(of for of in found if of.gap == 5.5)
    assert sorted(of.appeared.outlet for of in shares.statements) == ["Ann", "Bee", "Dee", "Eee"]
    assert shares.origins == ("ada rowe", "general staff state:NO", "ivo brandt")
    assert shares.unit == "points"
    assert shares.days == (date(2031, 5, 8),)
    assert shares.reports == 4
    # Cee has another figure in the same mouth on the same day: that is the outlet's.
    (town,) = [of for of in found if of is not shares]
    assert sorted(of.appeared.outlet for of in town.statements) == ["Fee", "Gee", "Hee"]
    assert town.why == ("one denies what the other says", "one place cannot be held by both")
    assert town.gap is None


def test_contradictions_that_are_asked_for(ledger):
    assert len(list(contradictions(ledger, Query(kind="capture")))) == 1
    assert len(list(contradictions(ledger, Query(kind="control")))) == 1
    assert not list(contradictions(ledger, Query(kind="count")))
    everything = list(contradictions(ledger))
    assert list(contradictions(ledger, Query(limit=1))) == everything[:1]
    assert list(contradictions(ledger, Query(limit=1, skip=1))) == everything[1:]


def test_drifts(ledger, by_outlet):
    found = {of.claim: of for of in drifts(ledger)}
    assert set(found) == {by_outlet[outlet].claim.id for outlet in ("Bee", "Cee")}
    assert found[by_outlet["Bee"].claim.id].summary == (
        "Not as Ann (2031-05-09) has it (bound: “68%” became “over 68%”)"
    )
    assert found[by_outlet["Cee"].claim.id].verdict == "disagrees"


def test_corrections(ledger, by_outlet):
    (found,) = corrections(ledger)
    assert found.claim == by_outlet["Iee"].claim.id
    assert (found.verdict, found.gap, found.unit) == ("disagrees", 20, "days")


def test_one_claim_beside_everything_else(ledger, by_outlet):
    def checks(outlet):
        found = compared(ledger, by_outlet[outlet].claim.id)
        assert {of.claim for of in found} == {by_outlet[outlet].claim.id}
        return [(of.check, of.verdict) for of in found]

    assert checks("Ann") == [("corroboration", "depends")]
    assert checks("Cee") == [("corroboration", "disagrees"), ("drift", "disagrees")]
    assert checks("Dee") == [("corroboration", "disagrees")]
    assert checks("Gee") == [("corroboration", "disagrees")]
    assert checks("Iee")[-1] == ("self-correction", "disagrees")
    assert compared(ledger, by_outlet["Jee"].claim.id) == ()
    with pytest.raises(BadValue):
        compared(ledger, "no such claim")


def test_a_surname_of_two_is_set_beside_neither(ledger):
    made = MemoryLedger()
    with made.writing() as writer:
        for outlet in ("Ann", "Bee"):
            writer.add(filed(outlet, *REPORTS[outlet]))
        writer.add(filed("Kee", 9, f"Sweden holds 50% of {REGION}, Ada Brandt said on Thursday."))
    (found,) = contradictions(made)
    assert found.origins == ("ada brandt", "ivo brandt")


def test_the_work_for_a_huge_group_is_bounded(ledger, monkeypatch):
    asked = []
    real = module.bearing
    monkeypatch.setattr(module, "MOST", 5)
    monkeypatch.setattr(module, "bearing", lambda *two: asked.append(two) or real(*two))
    made = MemoryLedger()
    with made.writing() as writer:
        for at in range(40):
            who = f"Ada R{'aeiou'[at % 5]}{'bdfglmnp'[at // 5]}e"
            words = f"Sweden holds {40 + at}% of {REGION}, {who} said on Thursday."
            writer.add(filed(f"Outlet {at}", 9, words))
    assert len(list(contradictions(made))) == 1
    assert len(asked) <= 5 * 40
