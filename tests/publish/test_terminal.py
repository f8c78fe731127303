"""Text for the terminal: plain where it must be, within its columns, harmless always."""

import re
from dataclasses import replace

import pytest

from groundcheck.publish.terminal import Screen, render

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_plain_text_has_no_escape_and_keeps_to_80_columns(demo):
    shown = render(demo, True)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_every_width_holds_all_the_words(demo, width):
    shown = render(demo, True, Screen(width, working=True))
    assert max(map(len, shown.splitlines())) <= width
    flat = " ".join(shown.split())
    for words in ("75% of", "more than measured", "not checkable", "Ada Brook", "705 km²"):
        assert words in flat


def test_colour_changes_no_word(demo):
    coloured = render(demo, True, Screen(colour=True))
    assert ANSI.search(coloured)
    bare = [line.rstrip() for line in ANSI.sub("", coloured).splitlines()]
    assert bare == render(demo, True).splitlines()


def test_an_escape_of_the_report_never_reaches_the_terminal(demo):
    evil = "\x1b]0;owned\x07 \x9b31m [bold]x[/bold] :smile:"
    claim = replace(demo.claims[0], actor=evil)
    finding = replace(demo.findings[0], summary=evil, decided_by=evil)
    shown = render(replace(demo, claims=(claim,), findings=(finding,), notes=(evil,)), True)
    assert not set("\x1b\x07\x9b") & set(shown)
    assert "[bold]x[/bold] :smile:" in shown


def test_reading_shows_no_findings(demo):
    shown = render(demo, False)
    assert "more than measured" not in shown
    assert "finding" not in shown


def test_a_claim_without_finding_says_so(demo):
    assert render(demo, True).count("No check speaks of this claim.") == 1


def test_the_working_is_shown_on_demand(demo):
    assert "divide by the whole" not in render(demo, True)
    assert "2. divide by the whole" in render(demo, True, Screen(working=True))


def test_no_claims_is_an_outcome_too(demo):
    assert "no claims · no findings" in render(replace(demo, claims=(), findings=()), True)
