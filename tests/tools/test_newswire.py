"""Invented news: the same for the same seed, varied, and true to its own record."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent.parent / "tools"))

from groundcheck.text.copies import LEAST, share
from invented import Length, clauses, frames, generate, recorded
from invented.figures import reach

TOOLS = Path(__file__).parent.parent.parent / "tools"
SHORT = Length(60, 150)


@pytest.fixture(scope="module")
def items():
    return list(generate(3000, 5, SHORT))


@pytest.fixture(scope="module")
def record(items):
    return recorded(items)


def test_a_longer_run_begins_with_the_shorter_one(items):
    assert list(generate(50, 5, SHORT)) == items[:50]
    assert list(generate(50, 6, SHORT)) != items[:50]


def test_both_files_are_the_same_each_time(tmp_path):
    told = []
    for seed in ("3", "4"):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, TOOLS / "newswire.py", "--count", "60", "--out", out],
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        told.append([(out / name).read_bytes() for name in ("news.jsonl", "record.json")])
    assert told[0] == told[1]
    lines, kept = told[0]
    reports = [json.loads(line) for line in lines.splitlines()]
    assert len(reports) == 60
    assert {key for one in reports for key in one} == {
        "text", "published", "url", "publisher", "title",
    }  # fmt: skip
    assert len(json.loads(kept)["reports"]) == 60


def test_days_go_on(items):
    days = [item.published for item in items]
    assert days == sorted(days)


@pytest.mark.parametrize(("least", "most"), [(60, 150), (100, 3000)])
def test_reports_are_as_long_as_asked_for(least, most):
    found = [len(item.text.split()) for item in generate(400, 2, Length(least, most))]
    # Copies are cut to the half, or have a lead of their own; statements are never left out.
    assert min(found) >= least * 0.4
    assert max(found) <= most * 1.5 + 100
    assert max(found) > most * 0.7


def test_there_are_many_wordings():
    shapes = [*clauses.CLAUSES.values(), clauses.DENIALS]
    shapes.append((*frames.DATED, *frames.PERSONAL, *frames.TO_MEDIUM, *frames.UNDATED))
    assert min(len(set(each)) for each in shapes) >= 12


def test_every_sort_is_planted(record):
    kinds = Counter(said.matter for said in record.statements.values())
    assert min(kinds.values()) > 25
    assert set(kinds) == set(clauses.CLAUSES)
    changed = Counter(
        way for each in record.carried.values() for one in each for way in one.changed
    )
    assert set(changed) == {"figure", "hedge", "attribution"}
    planted = (record.copies, record.drifts, record.contradictions, record.corrections)
    assert min(map(len, planted)) > 40


def test_what_is_told_otherwise_is_marked_as_changed(record):
    for carried in record.carried.values():
        for one in carried:
            assert bool(one.changed) == ((one.told, one.source) != (one.said.told, one.said.source))


def test_no_other_statements_stand_against_each_other(record):
    """The oracle: of one thing and the same days, figures that no words make meet."""
    by_thing = defaultdict(list)
    for said in record.statements.values():
        if said.told is not None:
            by_thing[said.matter, said.actors, said.places].append(said)
    clash = set()
    for told in by_thing.values():
        for one, other in combinations(told, 2):
            (low, high), (least, most) = reach(one.told), reach(other.told)
            if (one.since, one.until) == (other.since, other.until) and (
                high < least or most < low
            ):
                clash.add(frozenset((one.id, other.id)))
    denied = {
        pair for pair in record.contradictions if any(record.statements[one].denied for one in pair)
    }
    assert clash | denied == record.contradictions | set(map(frozenset, record.corrections))


def test_two_sides_never_hold_more_than_all(record):
    shares = [said for said in record.statements.values() if said.matter == "share"]
    for one, other in combinations(shares, 2):
        if one.actors != other.actors and set(one.places) & set(other.places):
            assert abs((one.day - other.day).days) > 7


def test_who_contradicts_is_another_and_who_corrects_is_the_same(record):
    for one, other in record.contradictions:
        assert record.statements[one].source != record.statements[other].source
    for one, other in record.corrections:
        assert record.statements[one].source == record.statements[other].source
        assert record.statements[one].day < record.statements[other].day


def test_copies_share_most_of_the_shorter_text(items, record):
    for group in record.copies[:60]:
        texts = [items[number - 1].text for number in group]
        found = [share(texts[0], text) for text in texts]
        assert min(found) >= 0.5
        assert sum(one >= LEAST for one in found) >= 0.9 * len(found)


def test_reports_of_different_wires_are_no_copies(items):
    by_day = defaultdict(list)
    for item in items[:600]:
        by_day[item.published].append(item)
    for found in by_day.values():
        for one, other in combinations(found, 2):
            if one.wire is None or one.wire != other.wire:
                assert share(one.text, other.text) < LEAST
