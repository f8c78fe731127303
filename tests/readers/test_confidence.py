"""Confidence: probabilities from signs, for every claim that is read."""

import math
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import groundcheck
from groundcheck.errors import BadValue
from groundcheck.evaluation.slots import SLOTS
from groundcheck.model import Certainty, Confidence, Kind, Mode, Report, report_id
from groundcheck.readers import RuleReader
from groundcheck.readers import signs as module
from groundcheck.readers.claims import find_claims
from groundcheck.readers.confidence import LEVEL, probability, signs_of, weights
from groundcheck.readers.document import annotate

WEIGHT = st.floats(-1e3, 1e3)
WORTH = st.dictionaries(st.text(max_size=3), WEIGHT).flatmap(
    lambda signs: st.builds(lambda level: signs | {LEVEL: level}, WEIGHT)
)
SURE = dict.fromkeys((field.name for field in fields(Confidence)), 0.5)


def read(text):
    report = Report(report_id(text), text)
    return annotate(report), RuleReader().read(report)


@given(WORTH, st.lists(st.text(max_size=3)))
def test_a_probability_is_one(worth, held):
    assert 0 <= probability(worth, held) <= 1


@given(WORTH, st.lists(st.text(max_size=3)), st.floats(0, 1e3))
def test_a_higher_level_makes_surer(worth, held, more):
    higher = worth | {LEVEL: worth[LEVEL] + more}
    assert probability(higher, held) >= probability(worth, held)


def test_weights_add_up_and_unknown_signs_weigh_nothing():
    worth = {LEVEL: 0.5, "+a": 1.0, "-b": -0.25}
    assert probability(worth, ["+a", "-b", "c"]) == pytest.approx(1 / (1 + math.exp(-1.25)))
    assert probability({LEVEL: 0.0}, ["c"]) == 0.5


@pytest.mark.parametrize("wrong", [-0.1, 1.01, math.nan, math.inf])
def test_what_is_no_probability_is_refused(wrong):
    with pytest.raises(BadValue, match="between 0 and 1"):
        Confidence(**SURE | {"time": wrong})


def test_the_fields_are_the_slots():
    assert tuple(SURE) == ("claim", *SLOTS)
    (seen,) = signs_of(*read("Rebels seized Goma."))
    assert tuple(seen) == tuple(SURE)


def test_every_claim_has_a_confidence():
    outcome = groundcheck.read("Rebels seized Goma. They hold 40% of the region, Ada Brook said.")
    assert len(outcome.claims) == 2
    assert all(claim.confidence is not None for claim in outcome.claims)


def test_nothing_else_of_a_claim_changes():
    doc, claims = read("Rebels seized Goma on Monday. They hold 40% of it, Ada Brook said.")
    bare = find_claims(doc)
    assert [replace(claim, confidence=None) for claim in claims] == list(bare)


def test_an_actor_named_in_the_claim_is_surer_than_none():
    named, silent = (
        groundcheck.read(text).claims[0].confidence.actor
        for text in ("Russian troops hold 40% of Kherson.", "About 40% of Kherson is held.")
    )
    assert named > silent


def test_the_table_has_every_slot_with_its_level():
    assert set(weights()) == set(SURE)
    assert all(LEVEL in worth for worth in weights().values())


def test_no_weight_runs_against_its_sign():
    for worth in weights().values():
        assert all(weight >= 0 for sign, weight in worth.items() if sign[0] == "+")
        assert all(weight <= 0 for sign, weight in worth.items() if sign[0] == "-")


def test_the_table_knows_no_sign_that_is_never_seen():
    written = set(re.findall(r'"([^"\n]+)"', Path(module.__file__).read_text(encoding="utf-8")))
    known = written | {LEVEL, *get_args(Kind), *get_args(Mode), *get_args(Certainty)}
    assert {sign for worth in weights().values() for sign in worth} <= known
