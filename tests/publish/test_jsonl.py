"""Statements as JSON Lines: all that is on record of each, and back again."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.model import Entry, Interval, Outcome, Record
from groundcheck.publish import jsonl
from groundcheck.publish.shape_back import from_published


@settings(max_examples=40, deadline=None)
@given(st.from_type(Entry))
def test_every_statement_comes_back_from_its_line(plain, entry):
    written = jsonl.line(entry)
    assert len(written.splitlines()) == 1
    assert jsonl.entry(written.encode().decode()) == plain(entry)


def test_the_lines_of_records_come_back(demo, recorded):
    record = recorded(demo)
    lines = b"".join(jsonl.chunks([record, Record(demo), record])).decode().split("\n")
    assert lines.pop() == ""
    assert [jsonl.entry(one) for one in lines] == [*record.entries, *record.entries]


def test_a_line_has_the_published_form(demo, recorded):
    entry = recorded(demo).entries[0]
    data = json.loads(jsonl.line(entry))
    said = data["statement"]
    assert said["claim"]["spans"] == [[entry.statement.claim.spans[0].start, 98]]
    assert said["claim"]["source"] == "Ada Brook"
    assert said["proposition"]["key"] == entry.statement.proposition.key
    assert (said["said"], said["verdicts"]) == ("2024-05-05", [["control", "more than measured"]])
    assert data["findings"][0]["stated_words"] == "[74.5, 75.5]"
    assert data["appearances"][0]["report"] == demo.report.id


REFUSED = [
    ("{", "is not JSON"),
    ("[" * 100_000, "is not JSON"),
    ("[]", "wants an object"),
    ("{}", "'statement' is missing"),
    ('{"statement": {"claim": 3}}', "wants an object"),
]


@pytest.mark.parametrize(("written", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_another_line_is_refused(written, reason):
    with pytest.raises(BadValue, match=reason):
        jsonl.entry(written)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"bounds": [1, 2], "bounds_words": None}, "which ends"),
        ({"bounds": [1, 2], "bounds_words": "1 to 2"}, "which ends"),
        ({"bounds": [2, 1]}, "above the high end"),
        ({"bounds": [1]}, "wants an object"),
        ({"bounds": ["1", 2]}, "wants float"),
        ({"span": [1]}, "wants an object"),
        ({"span": [5, 1]}, "wants 0 <= start"),
    ],
)
def test_a_damaged_figure_is_refused(demo, recorded, change, reason):
    data = json.loads(jsonl.line(recorded(demo).entries[0]))
    data["statement"]["claim"]["quantities"][0] |= change
    with pytest.raises(BadValue, match=reason):
        jsonl.entry(json.dumps(data))


def test_numbers_are_not_taken_from_their_words(demo, recorded):
    exact = Interval(1 / 3, 2 / 3, low_open=True)
    finding = replace(demo.findings[0], stated=exact)
    entry = replace(recorded(demo).entries[0], findings=(finding,))
    assert "(0.333333, 0.666667]" in jsonl.line(entry)
    assert jsonl.entry(jsonl.line(entry)).findings[0].stated == exact


def test_an_outcome_comes_back_too(demo, plain):
    from groundcheck.publish.shape import published

    assert from_published(Outcome, published(demo)) == plain(demo)
    assert from_published(Outcome, published(replace(demo, notes=()))) == replace(demo, notes=())
