"""The published JSON: its shape, its order, its schema."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.model import Finding, Outcome, Report, from_json
from groundcheck.publish import json as as_json
from groundcheck.publish.command_schema import schema


def data(outcome: Outcome, checked: bool):
    return json.loads(as_json.render(outcome, checked))


@pytest.mark.parametrize("command", ["read", "check"])
def test_the_schema_is_one_and_what_is_printed_fits_it(demo, command):
    found = schema(command)
    jsonschema.Draft202012Validator.check_schema(found)
    printed = data(demo, command == "check")
    jsonschema.validate(printed, found, jsonschema.Draft202012Validator)
    assert set(printed) == set(found["required"])


@pytest.mark.parametrize("command", ["read", "check"])
def test_the_schema_knows_every_field_that_is_printed(demo, command):
    strict = json.loads(json.dumps(schema(command)))
    for shape in (strict, *strict["$defs"].values()):
        shape["additionalProperties"] = False
    jsonschema.validate(data(demo, command == "check"), strict, jsonschema.Draft202012Validator)


@settings(max_examples=40, deadline=None)
@given(st.from_type(Outcome))
def test_every_outcome_fits_the_schema(outcome):
    validator = jsonschema.Draft202012Validator(schema("check"))
    assert [str(error) for error in validator.iter_errors(data(outcome, True))] == []


def test_the_schema_refuses_another_shape(demo):
    printed = data(demo, True)
    printed["claims"][0]["spans"] = [[1, 2, 3]]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(printed, schema("check"), jsonschema.Draft202012Validator)


def test_there_is_no_schema_of_another_command():
    with pytest.raises(BadValue, match="'list' is not one of read, check"):
        schema("list")


def test_a_claim_has_flat_slots_and_its_words(demo):
    first = data(demo, False)["claims"][0]
    start, end = first["spans"][0]
    assert demo.report.text[start:end] == first["text"]
    slots = ("time", "source", "mode", "medium", "said_on", "kind", "actor", "certainty")
    assert [first[slot] for slot in slots] == [
        *("2024-05-06", "Ada Brook", "indirect", "Valley Post", "2024-05-05"),
        *("control", "northern army", "stated"),
    ]
    assert [place["id"] for place in first["places"]] == ["XX-01", "name:Lowerland"]


def test_open_ends_are_null_and_in_words(demo):
    printed = data(demo, True)
    [said, _] = printed["claims"][2]["quantities"]
    assert (said["bounds"], said["bounds_words"]) == ([800.0, None], "(800, ∞)")
    assert printed["findings"][1]["stated_words"] == "(99, 100]"
    assert printed["findings"][3]["stated"] is printed["findings"][3]["stated_words"] is None


def test_claims_stand_in_the_order_of_the_text_and_findings_in_theirs(demo):
    mixed = replace(demo, claims=demo.claims[::-1], findings=demo.findings[::-1])
    assert data(mixed, True) == data(demo, True)


def test_the_same_outcome_gives_the_same_bytes(demo):
    assert as_json.render(demo, True) == as_json.render(replace(demo), True)


def test_findings_are_left_out_where_nothing_was_checked(demo):
    assert "findings" not in data(demo, False)


def test_a_lone_surrogate_can_be_written_and_comes_back(demo):
    text = "a\ud800b é 😀"
    printed = as_json.render(Outcome(Report("id", text)), False)
    assert printed.encode("utf-8").decode("utf-8") == printed
    assert json.loads(printed)["report"]["text"] == text
    assert "é 😀" in printed


def test_a_time_that_is_no_day_is_no_said_on(demo):
    claim = demo.claims[0]
    said = replace(claim.attribution.said, edtf="2024-05")
    month = replace(claim, attribution=replace(claim.attribution, said=said))
    assert data(replace(demo, claims=(month,)), False)["claims"][0]["said_on"] is None


def test_the_model_reads_its_own_findings_but_for_the_short_forms(demo):
    finding = data(demo, True)["findings"][0]
    plain = {k: v for k, v in finding.items() if k not in ("stated", "found")}
    assert from_json(Finding, plain) == replace(demo.findings[0], stated=None, found=None)
