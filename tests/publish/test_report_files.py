"""Reports as files for annotators: what brat reads, and annotation collections."""

import json
from dataclasses import replace

from groundcheck.model import Outcome, Record, Report
from groundcheck.publish.report_files import annotation_files, brat_files
from groundcheck.publish.standoff import parse


def test_brat_has_a_pair_for_each_report_and_reads_it(demo, recorded):
    files = dict(brat_files([recorded(demo)]))
    name = demo.report.id
    assert list(files) == ["annotation.conf", f"{name}.txt", f"{name}.ann"]
    text = files[f"{name}.txt"].decode()
    assert text == demo.report.text
    read = parse(files[f"{name}.ann"].decode(), text)
    events = [link for link in read.links if link.trigger]
    assert len(events) == len(demo.claims)
    notes = [one.text for one in read.remarks if one.text]
    for finding in demo.findings:
        assert f"{finding.check}: {finding.verdict}: {finding.summary}" in notes


def test_only_the_statements_asked_for_are_in_them(demo, recorded):
    record = recorded(demo)
    one = replace(record, entries=record.entries[:1])
    [(name, written)] = annotation_files([one])
    assert name == f"{demo.report.id}.jsonld"
    data = json.loads(written)
    assert data["total"] == 1
    assert data["first"]["items"][0]["id"].endswith(demo.claims[0].id)
    assert "assessing" in data["first"]["items"][0]["motivation"]
    lines = dict(brat_files([one]))[f"{demo.report.id}.ann"].decode().split("\n")
    assert len([line for line in lines if line.startswith("E")]) == 1


def test_a_text_that_utf_8_lacks_keeps_its_offsets(demo, recorded):
    text = f"\ud800{demo.report.text}"
    claim = demo.claims[0]
    claim = replace(
        claim, spans=tuple(span.shifted(1) for span in claim.spans), places=(), quantities=()
    )
    claim = replace(claim, when=None, attribution=replace(claim.attribution, source_span=None))
    moved = Outcome(replace(demo.report, text=text), (claim,))
    files = dict(brat_files([recorded(moved)]))
    written = files[f"{demo.report.id}.txt"].decode()
    assert written == "\ufffd" + text[1:]
    assert parse(files[f"{demo.report.id}.ann"].decode(), written).entities


def test_a_report_without_claims_is_a_text_and_an_empty_collection():
    empty = Record(Outcome(Report("a" * 64, "Nothing.")))
    assert dict(brat_files([empty]))["a" * 64 + ".ann"] == b""
    [(_, written)] = annotation_files([empty])
    assert json.loads(written)["total"] == 0
