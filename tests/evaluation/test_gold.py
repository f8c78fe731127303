import json

import pytest

import groundcheck
from groundcheck.errors import BadValue
from groundcheck.evaluation.corpus import Paired
from groundcheck.evaluation.counts import Counts
from groundcheck.evaluation.gold import GoldReport, judged, score
from groundcheck.evaluation.gold_file import gold_claims
from groundcheck.evaluation.slots import SLOTS, slot

TEXT = (
    "date 2025-06-12\n\nRussia holds 80% of the Kherson region, the ministry said on Monday. "
    "That is a disgrace, the minister said."
)
CLAIM = {
    "quote": "Russia holds 80% of the Kherson region",
    "kind": "control",
    "actor": "Russia",
    "places": ["UA-65"],
    "quantities": [{"value": 80, "unit": "percent", "bound": "exact"}],
    "time": None,
    "source": ["ministry", "defence ministry"],
    "mode": "indirect",
    "certainty": "stated",
    "medium": None,
    "said_on": None,
}


def annotated(*claims, **more):
    notes = json.dumps({"claims": claims, **more})
    return gold_claims(Paired("one", "one.txt", TEXT, "one.json", notes))


def figures(*claims, **more):
    found = groundcheck.read(TEXT).claims
    return score([GoldReport("one", annotated(*claims, **more), found)])


def test_what_is_as_wanted_is_right():
    found = figures(CLAIM)
    assert list(found.rows) == ["claims", *SLOTS, "slots"]
    # The opinion that follows has no figure and is not annotated.
    assert found.rows["claims"] == Counts(1, 1, 1)
    for name in ("kind", "actor", "places", "quantities", "source", "mode", "certainty"):
        assert found.rows[name] == Counts(1, 1, 1), name


def test_misses_are_told():
    found = figures(CLAIM | {"places": ["UA-14"], "kind": "share"})
    assert found.rows["places"] == Counts(0, 1, 1)
    misses = {miss.slot: miss for miss in found.misses}
    assert (misses["kind"].wanted, misses["kind"].given) == ("share", "control")
    assert misses["places"].quote == CLAIM["quote"]


def test_a_claim_that_none_answers_misses_every_slot():
    found = figures(CLAIM | {"quote": "date 2025-06-12"})
    assert found.rows["claims"] == Counts(0, 1, 1)
    assert found.rows["quantities"] == Counts(0, 1, 0)
    assert [miss.given for miss in found.misses if miss.slot == "claims"] == ["control"]


def test_a_place_may_go_by_its_name():
    claim = CLAIM | {"places": ["geonames:1"]}
    assert figures(claim).rows["places"].right == 0
    assert figures(claim, place_names={"geonames:1": "Kherson"}).rows["places"].right == 1


def test_nothing_is_no_figures():
    assert score([]).rows["slots"] == Counts()


@pytest.mark.parametrize(
    ("name", "wanted", "given", "counts"),
    [
        ("kind", "control", "control", (1, 1, 1)),
        ("kind", "control", None, (0, 1, 0)),
        ("time", None, "2025", (0, 0, 1)),
        ("time", None, None, (0, 0, 0)),
        ("actor", ["Russia", "the Russian army"], "Russian Army", (1, 1, 1)),
        ("actor", "Russia", "Ukraine", (0, 1, 1)),
        ("source", ["Gen. José Ruiz"], "Jose Ruiz", (1, 1, 1)),
        ("source", ["Ruiz"], "José Ruiz", (1, 1, 1)),
        ("medium", None, "Telegram", (0, 0, 1)),
        ("medium", [], None, (0, 0, 0)),
        ("actor", "Russia", "", (0, 1, 0)),
        ("quantities", None, None, (0, 0, 0)),
    ],
)
def test_slots(name, wanted, given, counts):
    assert slot(name, wanted, given) == Counts(*counts)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ((80, "percent", "exact"), (80.3, "%", "exact"), True),
        ((80, "percent", "exact"), (80.5, "percent", "exact"), False),
        ((80, "percent", "exact"), (80, "percent", "about"), False),
        ((80, "km²", "over"), (80, "km2", "over"), True),
        ((80, "km2", "over"), (80, "mi2", "over"), False),
        (([1, 2], "days", "between"), ([1, 2], "day", "between"), True),
        ((1, "days", "between"), ([1, 2], "day", "between"), False),
        ((0.1, "days", "exact"), (0.104, "days", "exact"), True),
    ],
)
def test_figures(wanted, given, right):
    sides = [dict(zip(("value", "unit", "bound"), side, strict=True)) for side in (wanted, given)]
    assert slot("quantities", [sides[0]], [sides[1]]) == Counts(int(right), 1, 1)


def test_each_figure_and_place_answers_one():
    place = {"id": "UA-14", "name": "Donetsk", "text": "Donetsk region"}
    assert slot("places", [["UA-14"], ["UA-14"]], [place]) == Counts(1, 2, 1)
    assert slot("places", [["name:Donetsk Region"]], [place]) == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("notes", "reason"),
    [
        ("{", "one.json: Expecting property name"),
        ("[]", "one.json: not of the form"),
        ('{"claims": [{}]}', "one.json: not of the form"),
        ('{"claims": [{"quote": "minist"}]}', "stands 2 times in the text, not once: 'minist'"),
        ('{"claims": [{"quote": ""}]}', "one.json: stands 0 times in the text, not once: ''"),
        (json.dumps({"claims": [CLAIM | {"actor": 5}]}), "actor of 'Russia holds"),
        (json.dumps({"claims": [CLAIM | {"places": [5]}]}), "places of 'Russia holds"),
        (
            json.dumps({"claims": [CLAIM]}).replace(": 80", ": NaN"),
            "one.json: not a figure with value, unit and bound",
        ),
        (json.dumps({"claims": [CLAIM | {"quantities": ["80%"]}]}), "not of the form"),
        (
            json.dumps(
                {"claims": [CLAIM | {"quantities": [CLAIM["quantities"][0] | {"unit": 1}]}]}
            ),
            "one.json: not a figure with value, unit and bound",
        ),
    ],
)
def test_broken_annotations_are_refused(notes, reason):
    with pytest.raises(BadValue) as refused:
        gold_claims(Paired("one", "one.txt", TEXT, "one.json", notes))
    assert reason in str(refused.value)


def test_found_claims_are_judged_one_by_one():
    found = groundcheck.read(TEXT).claims
    (one,) = judged(GoldReport("one", annotated(CLAIM | {"places": [], "time": "2025"}), found))
    assert one.answers
    assert not one.right["places"]
    assert not one.right["time"]
    # Both left it empty.
    assert one.right["medium"]
    (other,) = judged(GoldReport("one", (), found))
    assert (other.answers, other.right) == (False, {})


@pytest.mark.parametrize("more", [{}, {"kind": "share"}, {"actor": ["Borland"], "places": []}])
def test_what_is_judged_right_is_no_miss(more):
    report = GoldReport("one", annotated(CLAIM | more), groundcheck.read(TEXT).claims)
    (one,) = judged(report)
    missed = {miss.slot for miss in score([report]).misses}
    assert {name for name, right in one.right.items() if not right} == missed
