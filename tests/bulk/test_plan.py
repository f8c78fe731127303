"""The plan: partitions by id, months, the order of reading, tallies."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.bulk.plan import (
    LEAST,
    MOST,
    Plan,
    Tally,
    hash_of,
    in_order,
    month,
    part,
    partitions_for,
)
from groundcheck.ledger.filed_rows import FailureRow
from groundcheck.model import report_id

IDS = st.text().map(report_id)


def plan(partitions=16, **more):
    given = {"sources": ("a",), "checks": True, "reader": "r", "version": "1", "checked_by": "x"}
    return Plan(**(given | more), partitions=partitions)


@given(st.lists(IDS, min_size=1), st.integers(1, 70_000))
def test_partitions_are_stretches_of_the_ids(ids, count):
    found = [plan(count).partition(one) for one in sorted(ids)]
    assert found == sorted(found)
    assert found[0] >= 0
    assert found[-1] < count


def test_partitions_are_about_equally_full():
    found = [plan(4).partition(report_id(str(n))) for n in range(4000)]
    assert all(900 < found.count(each) < 1100 for each in range(4))


@pytest.mark.parametrize(
    ("size", "count"),
    [(0, LEAST), (2**27 - 1, LEAST), (2**30, 128), (2**50, MOST)],
)
def test_how_many_partitions(size, count):
    assert partitions_for(size) == count


@pytest.mark.parametrize(
    ("day", "folder"),
    [
        (date(2024, 5, 31), "month=2024-05"),
        (date(987, 1, 1), "month=0987-01"),
        (None, "month=unknown"),
    ],
)
def test_months(day, folder):
    assert month(day) == folder


def test_files_sort_as_their_numbers():
    assert [part(n) for n in (0, 9, 10, 65535)] == sorted(part(n) for n in (0, 9, 10, 65535))


def test_the_shortest_is_read_first_and_equal_ones_by_id():
    assert in_order({"c": 5, "b": 5, "a": 9, "d": 1}) == ["d", "b", "c", "a"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, ""),
        ({"sources": ("a", "b")}, "other sources"),
        ({"checks": False}, "the other command (read or check)"),
        ({"reader": "s"}, "another reader"),
        ({"version": "2"}, "another version of the reader"),
        ({"checked_by": "y"}, "other checks or layers"),
        ({"intake": "z"}, "other fields or another encoding"),
        ({"partitions": 99}, ""),
    ],
)
def test_what_makes_two_runs_different(more, words):
    assert plan().differs(plan(**more)) == words


ROWS = st.lists(st.builds(FailureRow, st.text(), st.none(), st.text(), st.booleans()))


@given(ROWS, ROWS)
def test_the_hash_of_rows_hangs_on_the_rows_alone(some, others):
    together = Tally(rows=hash_of([some])) + Tally(rows=hash_of([others]))
    assert together.rows == hash_of([others, some]) == hash_of([[*reversed(others + some)]])
    assert hash_of([[*some, FailureRow("x", None, "y", fault=True)]]) != hash_of([some])


@given(st.lists(st.builds(Tally, *[st.integers(0, 10**9)] * 5), max_size=4))
def test_tallies_add_up_in_any_order(tallies):
    assert sum(tallies, Tally()) == sum(reversed(tallies), Tally())
    assert sum(tallies, Tally()).claims == sum(one.claims for one in tallies)
