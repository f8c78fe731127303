"""The page's colours can be told apart from their ground, in light and in dark (WCAG 2.2, AA)."""

import re
from importlib import resources
from typing import get_args

import pytest

from groundcheck.model import Kind

PUBLISH = resources.files("groundcheck.publish")
SHEET = (PUBLISH / "static" / "base.css").read_text("utf-8")
OTHERS = [PUBLISH / "static" / "report.css", PUBLISH / "site" / "static" / "site.css"]
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[:2]
)
INKS = ("ink", "soft", "link", "agrees", "apart", "depends", "open")
GROUNDS = ("paper", "sheet")
MARKS = ("hold", "move", "tally", "voice")
KINDS = get_args(Kind)


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_the_known_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_can_be_read(theme):
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [("ink", mark) for mark in MARKS]
    low = {p: contrast(theme[p[0]], theme[p[1]]) for p in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_line_under_a_claim_can_be_seen(theme):
    grounds = ("paper", "sheet", *MARKS)
    low = {(k, g): contrast(theme[k], theme[g]) for k in KINDS for g in grounds}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 3} == {}


def test_no_two_kinds_have_both_the_same_colour_and_the_same_line():
    looks = {}
    for kind in KINDS:
        rule = re.search(rf"mark\.{kind} \{{(.*?)\}}", SHEET)[1]
        line = re.search(r"decoration-style: (\w+)", rule)
        looks[kind] = (line[1] if line else "solid", LIGHT[kind])
    assert len(set(looks.values())) == len(KINDS)


def test_both_themes_set_the_same_colours():
    assert set(LIGHT) == set(DARK)


@pytest.mark.parametrize("sheet", [SHEET, *(each.read_text("utf-8") for each in OTHERS)])
def test_a_sheet_loads_nothing_and_has_no_colour_of_its_own(sheet):
    assert not re.search(r"url\(|@import|@font-face|https?:", sheet)
    rules = re.sub(r":root \{.*?\}|\[(fill|stroke)=.*?\]", "", sheet, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-f]{6}\b", rules) == []
