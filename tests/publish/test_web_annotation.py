"""Web Annotations, held against the rules of the W3C's recommendation (Data Model, 2017)."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.model import Outcome, Report, report_id
from groundcheck.publish.web_annotation import render

IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{1,30}:[^\s#?]+")
# The motivations that the recommendation defines.
MOTIVATIONS = set(
    "assessing bookmarking classifying commenting describing editing highlighting identifying "
    "linking moderating questioning replying tagging".split()
)


def many(value):
    return value if isinstance(value, list) else [value]


def valid_collection(data):
    """§5: a collection has its total and, unless it is empty, a first page with the annotations."""
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert IRI.fullmatch(data["id"])
    assert data["type"] == "AnnotationCollection"
    assert isinstance(data["total"], int)
    assert data["total"] >= 0
    if not data["total"]:
        assert "first" not in data
        return []
    page = data["first"]
    assert IRI.fullmatch(page["id"])
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == data["id"]
    assert page["startIndex"] == 0
    assert "@context" not in page
    assert 1 <= len(page["items"]) == data["total"]
    return page["items"]


def valid_annotation(data):
    """§3: one id, the type, at least one target; a body that is embedded has a text."""
    assert IRI.fullmatch(data["id"])
    assert data["type"] == "Annotation"
    assert set(many(data["motivation"])) <= MOTIVATIONS
    assert many(data["target"])
    for body in many(data["body"]):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert set(many(body["purpose"])) <= MOTIVATIONS
        if body.get("format") == "application/json":
            json.loads(body["value"])
    for target in many(data["target"]):
        valid_target(target)


def valid_target(data):
    """§4: a specific resource has one source; each selector selects the same."""
    if data["type"] == "Text":
        assert IRI.fullmatch(data["id"])
        return
    assert data["type"] == "SpecificResource"
    assert IRI.fullmatch(data["source"]["id"])
    position, quote = data["selector"]
    assert position["type"] == "TextPositionSelector"
    assert 0 <= position["start"] <= position["end"]
    assert quote["type"] == "TextQuoteSelector"
    assert isinstance(quote["exact"], str)


def read(outcome, checked=False):
    return json.loads(render(outcome, checked))


@pytest.mark.parametrize("checked", [False, True])
def test_it_keeps_the_rules(demo, checked):
    items = valid_collection(read(demo, checked))
    assert len(items) == len(demo.claims)
    for item in items:
        valid_annotation(item)


def test_both_selectors_find_the_words(demo):
    text = demo.report.text
    claims = {f"urn:groundcheck:claim:{claim.id}": claim for claim in demo.claims}
    for item in valid_collection(read(demo)):
        spans = claims[item["id"]].spans
        assert len(item["target"]) == len(spans)
        for target, span in zip(item["target"], spans, strict=True):
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"] == span.of(text)
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[position["start"] - len(quote["prefix"]) :].startswith(around)


def test_slots_and_findings_are_bodies(demo):
    first = valid_collection(read(demo, True))[0]
    tag, slots, *found = first["body"]
    assert (tag["purpose"], tag["value"]) == ("tagging", "control")
    assert json.loads(slots["value"])["quantities"][0]["bounds"] == [74.5, 75.5]
    assert {body["purpose"] for body in found} == {"assessing"}
    claim = next(claim for claim in demo.claims if first["id"].endswith(claim.id))
    assert [body["value"] for body in found] == [
        f"{one.check}: {one.verdict}. {one.summary}"
        for one in demo.findings
        if one.claim == claim.id
    ]
    assert first["motivation"] == ["describing", "assessing"]
    assert valid_collection(read(demo))[0]["motivation"] == "describing"


def test_ids_are_stable_and_name_the_report(demo):
    assert read(demo) == read(demo)
    collection = read(demo)
    assert URN.fullmatch(collection["id"])
    source = collection["first"]["items"][0]["target"][0]["source"]
    assert source["id"] == f"urn:groundcheck:report:{demo.report.id}"
    assert source["format"] == "text/plain"
    url = "https://example.org/report"
    known = replace(demo, report=replace(demo.report, url=url, language="en", title="A title"))
    collection = read(known)
    source = collection["first"]["items"][0]["target"][0]["source"]
    assert source == {"id": url, "type": "Text", "language": "en"}
    assert collection["label"] == "A title"


def test_no_claims_are_no_page():
    text = "Nothing here."
    assert valid_collection(read(Outcome(Report(report_id(text), text), ()))) == []


@settings(max_examples=40, deadline=None)
@given(st.from_type(Outcome))
def test_every_outcome_is_json(outcome):
    plain = replace(outcome, report=replace(outcome.report, url=None, id="ab12"))
    for item in valid_collection(read(plain, True)):
        assert item["target"]
