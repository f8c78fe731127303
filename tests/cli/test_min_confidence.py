"""Claims that were read less surely than asked for are left out, and a note says so."""

import json
from dataclasses import replace

import pytest

import groundcheck
from groundcheck.cli.app import main
from groundcheck.errors import BadValue
from groundcheck.model import Attribution, Claim, Confidence, Finding, Outcome, Report, Span

WORDS = "One fell. Two fell. Three fell."


def claim(number, start, end, sure):
    confidence = None if sure is None else Confidence(sure, *[0.9] * 10)
    said = Attribution("the report", "narrator")
    spans = (Span(start, end),)
    return Claim(f"id{number}", WORDS[start:end], spans, "event", said, confidence=confidence)


CLAIMS = (claim(1, 0, 9, 0.95), claim(2, 10, 19, 0.6), claim(3, 20, 31, None))
FINDINGS = tuple(Finding(f"id{n}", "chronology", "agrees", f"Summary {n}.") for n in (1, 2, 2, 3))
OUTCOME = Outcome(Report("r", WORDS), CLAIMS, (), ("A note.",))


@pytest.mark.parametrize(
    ("least", "left"),
    [(0, [1, 2, 3]), (0.6, [1, 2, 3]), (0.61, [1, 3]), (0.95, [1, 3]), (1, [3])],
)
def test_claims_below_go_with_their_findings(least, left):
    kept = groundcheck.confident(replace(OUTCOME, findings=FINDINGS), least)
    assert [c.id for c in kept.claims] == [f"id{n}" for n in left]
    assert {f.claim for f in kept.findings} == {f"id{n}" for n in left}
    gone = 3 - len(left)
    note = f"Left out: {gone} claim{'s' * (gone > 1)} read with a confidence below {least:g}."
    assert kept.notes == ("A note.", note) if gone else kept.notes == ("A note.",)


@pytest.mark.parametrize("least", [-0.01, 1.5, float("nan"), float("inf")])
def test_what_is_no_probability_is_refused(least):
    with pytest.raises(BadValue, match="between 0 and 1"):
        groundcheck.confident(OUTCOME, least)


@pytest.fixture
def run(monkeypatch, capfd, tmp_path):
    monkeypatch.setattr(groundcheck, "read", lambda *_: OUTCOME)
    monkeypatch.setattr(groundcheck, "check", lambda *_: replace(OUTCOME, findings=FINDINGS))
    path = tmp_path / "report.txt"
    path.write_text(WORDS, encoding="utf-8")

    def call(command, *more):
        with pytest.raises(SystemExit) as end:
            main([command, str(path), *more])
        return end.value.code, *capfd.readouterr()

    return call


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize("form", ["text", "json", "html", "brat", "webannotation"])
def test_every_format_leaves_them_out(run, command, form):
    code, out, err = run(command, "--format", form, "--min-confidence", "0.9")
    assert (code, err) == (0, "")
    assert "Summary 2" not in out
    if form == "json":
        printed = json.loads(out)
        assert [c["id"] for c in printed["claims"]] == ["id1", "id3"]
        assert [c["confidence"] and c["confidence"]["claim"] for c in printed["claims"]] == [
            0.95,
            None,
        ]
    if form in ("text", "html", "json"):
        assert "Left out: 1 claim read with a confidence below 0.9." in out
    if form == "webannotation":
        assert json.loads(out)["total"] == 2
    if form == "brat":
        assert "Two fell" not in out
    if form == "text":
        assert "“Two fell.”" not in out


@pytest.mark.parametrize("wrong", ["1.5", "-1", "nan", "much"])
def test_a_bad_value_is_one_line(run, wrong):
    code, out, err = run("read", "--min-confidence", wrong)
    assert (code, out) == (2, "")
    assert err.startswith("groundcheck: ")
    assert err.count("\n") == 1
