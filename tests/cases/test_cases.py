"""The annotated reports keep their own form: exact quotes, known words, real codes, real days."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pycountry
import pytest

FOLDER = Path(__file__).parent
TEXTS = {p.stem: p for p in sorted(FOLDER.rglob("*.txt"))}
NAMES = sorted(TEXTS)
KINDS = {"control", "change", "capture", "share", "count", "event", "status"}
MODES = {"direct", "mixed", "indirect", "narrator"}
CERTAINTIES = {"stated", "hedged", "forecast", "demanded", "denied"}
BOUNDS = {"exact", "about", "over", "under", "nearly", "between"}
MEASURES = {"percent", "km2", "mi2", "ha", "km", "mi", "m"}
PLURALS = {"people", "settlements", "days", "weeks", "months", "years"}
FIELDS = {
    *("quote", "kind", "actor", "places", "quantities", "time"),
    *("source", "mode", "certainty", "medium", "said_on"),
}
POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
SEASONS = range(21, 25)


@cache
def case(name):
    file = TEXTS[name]
    text = file.read_text(encoding="utf-8")
    return text, json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))


def is_point(text):
    """Whether ``text`` is a year, a month or season, or a day of the calendar."""
    found = POINT.fullmatch(text)
    if not found:
        return False
    _, month, day = found.groups()
    if day:
        return str(date.fromisoformat(text)) == text
    return month is None or int(month) in (*range(1, 13), *SEASONS)


def is_time(text):
    ends = text.split("/")
    if len(ends) == 1:
        return is_point(text)
    known = [end for end in ends if end != ".."]
    in_order = known == sorted(known)
    return len(ends) == 2 and bool(known) and all(map(is_point, known)) and in_order


def is_place(place, text):
    if place.startswith("name:"):
        return place[5:] in text
    if "-" in place:
        return pycountry.subdivisions.get(code=place) is not None
    return pycountry.countries.get(alpha_2=place) is not None


def is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_quantity(quantity):
    value, unit, bound = quantity["value"], quantity["unit"], quantity["bound"]
    if bound == "between":
        fits = len(value) == 2 and all(map(is_number, value)) and value[0] < value[1]
    else:
        fits = is_number(value)
    singular = unit.isalpha() and unit.islower() and not unit.endswith("s")
    known = unit in MEASURES | PLURALS or singular
    return set(quantity) == {"value", "unit", "bound"} and bound in BOUNDS and fits and known


def is_names(names):
    return isinstance(names, list) and bool(names) and all(isinstance(n, str) and n for n in names)


def faults(claim, text):
    """Every way in which ``claim`` breaks the form, in words."""
    count = text.count(claim["quote"])
    held = {
        "fields": set(claim) == FIELDS,
        f"quote found {count} times": count == 1,
        "kind": claim["kind"] in KINDS,
        "mode": claim["mode"] in MODES,
        "certainty": claim["certainty"] in CERTAINTIES,
        "places": all(is_place(p, text) for p in claim["places"]),
        "quantities": all(map(is_quantity, claim["quantities"])),
        "time": claim["time"] is None or is_time(claim["time"]),
        "source": is_names(claim["source"]),
        "actor": claim["actor"] is None
        or is_names([claim["actor"]] if isinstance(claim["actor"], str) else claim["actor"]),
        "medium": claim["medium"] is None or bool(claim["medium"]),
        "said_on": claim["said_on"] is None or len(claim["said_on"]) == 10,
    }
    return [f"{claim['quote'][:50]}: {what}" for what, right in held.items() if not right]


def test_every_text_has_its_claims():
    assert len(NAMES) >= 80
    assert sorted(p.stem for p in FOLDER.rglob("*.json")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_claims_keep_the_form(name):
    text, gold = case(name)
    assert [fault for claim in gold["claims"] for fault in faults(claim, text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_reports_are_dated_and_of_the_agreed_size(name):
    text, gold = case(name)
    assert text.startswith(f"date {gold['date']}")
    assert name.startswith(gold["date"])
    assert 180 <= len(text.split()) <= 450
    assert 10 <= len(gold["claims"]) <= 24


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_after_publication(name):
    _, gold = case(name)
    late = [c["quote"] for c in gold["claims"] if c["said_on"] and c["said_on"] > gold["date"]]
    assert late == []


@pytest.mark.parametrize("name", NAMES)
def test_claims_stand_in_the_order_of_the_text(name):
    text, gold = case(name)
    starts = [text.index(claim["quote"]) for claim in gold["claims"]]
    assert starts == sorted(set(starts))


def test_each_certainty_mode_and_bound_occurs():
    claims = [claim for name in NAMES for claim in case(name)[1]["claims"]]
    assert {c["certainty"] for c in claims} == CERTAINTIES
    assert {c["mode"] for c in claims} == MODES
    assert {q["bound"] for c in claims for q in c["quantities"]} == BOUNDS
    assert {c["kind"] for c in claims} == KINDS
