"""Words and figures that every format shares."""

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.model import Attribution, Claim, Confidence, Interval, Report, Verdict
from groundcheck.publish import figures, words
from groundcheck.publish.safe import one_line, shortened, visible

LONG_TITLE = (
    "A long talk with Col. Brook of the valleys and and and and and and and and and and and…"
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (75.0, "75"),
        (70.5, "70.5"),
        (1250.0, "1,250"),
        (100.0, "100"),
        (116219.456, "116,219"),
        (705.25, "705.2"),
        (99.954, "99.95"),
        (1240.31, "1,240"),
        (-3.25, "-3.25"),
        (0.004, "0.004"),
        (1e6, "1,000,000"),
    ],
)
def test_numbers(value, shown):
    assert figures.number(value) == shown


@pytest.mark.parametrize(
    ("interval", "unit", "shown"),
    [
        (Interval(74.5, 75.5), "percent", "74.5 to 75.5%"),
        (Interval(99, 100, low_open=True), "percent", "more than 99, up to 100%"),
        (Interval(18, 20, high_open=True), "percent", "from 18 to less than 20%"),
        (Interval(1, 2, True, True), "km", "more than 1 and less than 2 km"),
        (Interval(800, None, low_open=True), "km2", "more than 800 km²"),
        (Interval(800, None), "people", "at least 800 people"),
        (Interval(None, 5), "number", "at most 5"),
        (Interval(None, 5, high_open=True), None, "less than 5"),
        (Interval(None, None), "km2", "any figure"),
        (Interval.point(3), "drone", "3 drone"),
    ],
)
def test_intervals(interval, unit, shown):
    assert figures.interval(interval, unit) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, "no claims"), (1, "1 claim"), (2, "2 claims")])
def test_plural(count, shown):
    assert words.plural(count, "claim") == shown


def test_points_apart_are_not_percent():
    assert figures.gap(3.3, "percent") == "3.3 percentage points"
    assert figures.gap(40, "km2") == "40 km²"


def test_every_verdict_has_its_own_sign_and_none_speaks_of_truth():
    assert set(words.VERDICTS) == set(get_args(Verdict))
    assert len({look.sign for look in words.VERDICTS.values()}) == len(words.VERDICTS)
    assert not {"true", "false", "correct", "wrong", "lie"} & set(" ".join(words.VERDICTS).split())


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1)))
def test_long_days_come_round_every_week(day):
    shown = words.long_day(day).split()
    assert shown[0] == words.long_day(day + timedelta(7)).split()[0]
    assert shown[1:] == [str(day.day), f"{day:%B}", str(day.year)]


def test_a_long_day():
    assert words.long_day(date(2024, 5, 6)) == "Monday 6 May 2024"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("date 2024-05-06 Two valleys\nmore", "Two valleys"),
        ("\ufeff\n date 2024-05-06\n\nTwo valleys", "Two valleys"),
        ("Two valleys", "Two valleys"),
        (f"Who holds the two valleys? {'More words. ' * 20}", "Who holds the two valleys?"),
        (f"An officer held the valleys. {'More words. ' * 20}", "An officer held the valleys."),
        (f"A long talk with Col. Brook of the valleys {'and ' * 30}", LONG_TITLE),
        ("\n" * 9999 + "\ufeff Two valleys\r\nmore", "Two valleys"),
        ("date 2024-05-06", "a report without words"),
        ("", "a report without words"),
        ("a\x1b[31m\u202eb", "a�[31m¤b"),
    ],
)
def test_titles(text, title):
    assert words.title(Report("id", text)) == title


def test_a_given_title_goes_first():
    assert words.title(Report("id", "Two valleys", title="One river")) == "One river"


def test_the_chain_is_told_from_the_asserter_outward(demo):
    assert words.who(demo.claims[2].attribution) == (
        "northern army, via Ada Brook, in Valley Post, said 2024-05-05"
    )


def test_a_time_without_days_says_why(demo):
    assert words.when(demo.claims[2].when) == "unresolved (no day to count from)"


def test_the_tally_counts_each_verdict(demo):
    twice = (*demo.findings, replace(demo.findings[2]))
    assert words.tally(twice) == "2 agree, 1 depends, 1 more than measured, 1 not checkable"


@given(st.text())
def test_visible_keeps_the_count_and_lets_nothing_steer(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 32 and c not in "\n\t" for c in shown)
    assert not set(shown) & set("\x1b\x7f\x9b\u202e\u2066\u200f\u061c\u2028")


@given(st.text(), st.integers(8, 60))
def test_shortened_text_fits_on_one_line(text, width):
    short = shortened(text, width)
    assert len(short) <= width
    assert "\n" not in short
    if len(one_line(text)) <= width:
        assert short == one_line(text)


def read_with(**sure):
    names = "claim kind actor places quantities time source mode certainty medium said_on".split()
    confidence = Confidence(**dict.fromkeys(names, 0.9) | sure)
    said = Attribution("Ada Brook", "direct")
    return Claim("a", "words", (), "event", said, actor="the army", confidence=confidence)


@pytest.mark.parametrize(
    ("sure", "told"),
    [
        ({}, []),
        ({"actor": words.UNSURE}, []),
        ({"actor": 0.554}, ["actor (0.55)"]),
        ({"places": 0.2, "source": 0.4}, ["no places (0.20)", "who says (0.40)"]),
        (
            {"said_on": 0.1, "claim": 0.3},
            ["whether it is a claim (0.30)", "no day it was said (0.10)"],
        ),
    ],
)
def test_only_what_is_unsure_is_told(sure, told):
    claim = read_with(**sure)
    assert words.unsure(claim) == told
    assert dict(words.slots(claim)).get("unsure", "") == ", ".join(told)


def test_without_a_confidence_nothing_is_unsure():
    assert words.unsure(replace(read_with(actor=0.1), confidence=None)) == []
