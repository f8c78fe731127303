"""The page's colours can be told apart from their ground, in light and in dark (WCAG 2.2, AA)."""

import re
from importlib import resources

import pytest

SHEET = (resources.files("groundcheck.publish") / "static" / "base.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[:2]
)
INKS = ("ink", "soft", "link", "agrees", "apart", "depends", "open")
GROUNDS = ("paper", "sheet")
MARKS = ("hold", "move", "tally", "voice")


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


def test_both_themes_set_the_same_colours():
    assert set(LIGHT) == set(DARK)


def test_the_sheet_loads_nothing():
    assert not re.search(r"url\(|@import|@font-face|https?:", SHEET)
