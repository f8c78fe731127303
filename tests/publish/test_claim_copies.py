"""A claim to be pasted elsewhere: as text and as a picture."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

import groundcheck
from groundcheck.publish.claim_picture import claim_svg
from groundcheck.publish.claim_text import claim_text
from groundcheck.publish.png import png
from groundcheck.publish.words import PLEDGE

SAID = "Russia holds 80% of the Kherson region, the ministry said on Monday."


@pytest.fixture(scope="module")
def checked():
    outcome = groundcheck.check(SAID, published="2025-06-12")
    return outcome.claims[0], outcome.findings


def test_the_text_has_who_says_so_every_verdict_and_whose_maps_they_rest_on(checked):
    claim, findings = checked
    text = claim_text(claim, findings, "A desk, 2025-06-12")
    assert text.splitlines()[0] == f"“{claim.text}”"
    assert "who says: ministry" in text
    assert "in: A desk, 2025-06-12" in text
    assert [f.summary in text for f in findings] == [True] * len(findings)
    assert "From maps of DeepState" in text
    assert text.endswith(f"{PLEDGE}\n")
    assert "No check speaks of this claim." in claim_text(claim, (), "")


def test_nothing_in_the_text_steers_a_screen(checked):
    claim, findings = checked
    odd = replace(claim, text="a\x1b[31m\u202eb")
    text = claim_text(odd, (replace(findings[0], summary="c\x07\u2066d"),), "e\x00\nf")
    assert not set("\x1b\u202e\x07\u2066\x00") & set(text)


def test_the_picture_is_whole_and_shows_each_maker_on_one_axis(checked):
    claim, findings = checked
    main = next(one for one in findings if one.check == "control")
    svg = claim_svg(claim, findings, "A desk")
    root = ElementTree.fromstring(svg)
    words = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "stated: 79.5 to 80.5%" in words
    assert len(main.by_maker) > 1
    assert all(f"{one.maker}: " in " ".join(words) for one in main.by_maker)
    assert main.verdict in words
    assert 'class="' not in svg
    assert png(svg).startswith(b"\x89PNG")


def test_a_picture_without_findings_has_the_words_alone(checked):
    claim, _ = checked
    evil = replace(claim, text="<script>alert(1)</script>\u202e")
    svg = claim_svg(evil, (), "")
    assert "<script" not in svg
    assert ElementTree.fromstring(svg).tag.endswith("svg")
