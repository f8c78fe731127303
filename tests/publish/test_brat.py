"""What is written for brat is what brat loads: its own rules, as its server has them."""

import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.model import AttributionRelation, Finding, Outcome, Report, Span, report_id
from groundcheck.publish import brat
from groundcheck.publish.standoff import parse

ID = {"T": r"T\d+", "E": r"E\d+", "A": r"A\d+", "#": r"#\d+"}


def configured():
    sections, current = {}, None
    for line in brat.configuration().splitlines():
        if found := re.fullmatch(r"\[(\w+)\]", line):
            current = sections.setdefault(found[1], {})
        elif line and not line.startswith("#"):
            name, _, rest = line.partition("\t")
            current[name] = rest
    return sections


def loads(written, text):
    """Every line as brat's server takes it, every type one that the configuration names."""
    known, seen = configured(), set()
    # It splits at whatever ends a line for Python.
    for line in written.splitlines():
        head, rest = line.split("\t", 1)
        assert re.fullmatch(ID[head[0]], head)
        assert head not in seen
        seen.add(head)
        if head[0] == "T":
            data, words = rest.split("\t", 1)
            kind, offsets = data.split(" ", 1)
            assert kind in known["entities"] or kind in known["events"]
            spans = [tuple(map(int, piece.split(" "))) for piece in offsets.split(";")]
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
            assert words == " ".join(text[start:end] for start, end in spans)
        elif head[0] == "E":
            (kind, _), *arguments = (argument.split(":") for argument in rest.split(" "))
            roles = dict(part.split("*:") for part in known["events"][kind].split(", "))
            assert {re.sub(r"\d+$", "", role) for role, _ in arguments} <= set(roles)
        elif head[0] == "A":
            name, _, value = rest.split(" ")
            assert value in known["attributes"][name].partition("Value:")[2].split("|")
        else:
            assert re.fullmatch(r"\w+ [TE]\d+\t.+", rest)


def test_claims_are_events_with_their_slots(demo):
    written = brat.render(replace(demo, findings=()), ())
    loads(written, demo.report.text)
    rows = [line.split("\t") for line in written.splitlines()]
    entities = {row[0]: (row[1].split()[0], row[2]) for row in rows if row[0][0] == "T"}
    first = next(row[1] for row in rows if row[0] == "E1")
    assert first == "Control:T1 Place:T2 Place2:T3 Figure:T4 Time:T5 Source:T6"
    assert entities["T3"] == ("Place", "Lowerland")
    assert ["A1", "Certainty E1 stated"] in rows
    assert ["A2", "Mode E1 indirect"] in rows
    notes = {row[1]: row[2] for row in rows if row[0][0] == "#"}
    assert notes["AnnotatorNotes T3"] == "name:Lowerland Lowerland"
    assert notes["AnnotatorNotes T4"] == "exact 75 percent [74.5, 75.5]"
    assert "readings each or together" in notes["AnnotatorNotes E1"]


def test_words_with_two_parts_to_play_are_one_entity(demo):
    relation = AttributionRelation((demo.claims[0].attribution.source_span,), (), ())
    written = brat.render(demo, [relation])
    loads(written, demo.report.text)
    sources = [line for line in written.splitlines() if re.match(r"T\d+\tSource ", line)]
    assert len(sources) == len({line.split("\t", 1)[1] for line in sources})


def test_findings_are_notes_on_the_claim(demo):
    written = brat.render(demo, ())
    loads(written, demo.report.text)
    for finding in demo.findings:
        assert f"\t{finding.check}: {finding.verdict}: " in written


def test_nothing_found_is_no_line():
    assert brat.render(Outcome(Report("x", ""), ()), ()) == ""


@settings(max_examples=30, deadline=None)
@given(st.from_type(Outcome), st.lists(st.from_type(AttributionRelation), max_size=3))
def test_every_outcome_can_be_written(outcome, relations):
    written = brat.render(outcome, relations)
    loads(written, outcome.report.text)
    parse(written, outcome.report.text)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\u2028", "\x85", "\x0b", "\ufeff"])
def test_a_claim_over_a_line_end_is_two_pieces(demo, break_):
    text = f"The hills{break_}lay empty."
    claim = replace(demo.claims[-1], spans=(Span(0, len(text)),), text=text)
    finding = Finding(claim.id, "control", "agrees", f"All{break_}agree.")
    written = brat.render(Outcome(Report(report_id(text), text), (claim,), (finding,)), ())
    loads(written, text)
    assert written.splitlines()[0].endswith("\tThe hills lay empty.")
