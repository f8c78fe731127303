"""What was filed comes back from its rows without loss, and rows that were changed are refused."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundcheck.errors import DataError
from groundcheck.ledger.filed_folder import is_filled
from groundcheck.ledger.filed_rows import (
    ClaimRow,
    FindingRow,
    ReportRow,
    claim_rows,
    filed,
    finding_rows,
    report_row,
)
from groundcheck.ledger.parquet_rows import parquet_parts, read
from groundcheck.model import Appearance, Claim, Filed, Finding, Outcome


def tables(all_filed, others=()):
    return (
        [report_row(one, others) for one in all_filed],
        [row for one in all_filed for row in claim_rows(one)],
        [row for one in all_filed for row in finding_rows(one)],
    )


def test_the_example_comes_back_through_files(example_feed, tmp_path):
    kinds = (ReportRow, ClaimRow, FindingRow)
    back = []
    for kind, rows in zip(kinds, tables(example_feed), strict=True):
        path = tmp_path / "month=2024-05.parquet"
        path.write_bytes(b"".join(parquet_parts(rows, kind)))
        back.append(read(path, kind))
        assert back[-1] == rows
    made = sorted(example_feed, key=lambda one: one.outcome.report.id)
    assert list(filed(*map(reversed, map(list, back)))) == made


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=25, deadline=None)
@given(st.from_type(Claim), st.lists(st.from_type(Finding), max_size=2), st.from_type(Appearance))
def test_any_reading_comes_back(example_feed, claim, findings, where):
    report = replace(example_feed[0].outcome.report, id=where.report)
    outcome = Outcome(report, (claim,), tuple(findings), ("a note \ud800",))
    one = Filed(outcome, where, "r", "1", "x")
    again = replace(where, item=f"{where.item}2")
    first, second = filed(*tables([one], [again]))
    assert first == one
    assert second == Filed(Outcome(report), again, "r", "1")


def test_rows_that_are_missing_or_damaged_are_told(example_feed):
    reports, claims, findings = tables(example_feed[:1])
    with pytest.raises(DataError, match="not all that was read in it is there"):
        list(filed(reports, claims[1:], findings))
    with pytest.raises(DataError, match="not all that was read in it is there"):
        list(filed(reports, claims, []))
    for data in ("{", "{}", "[" * 9):
        with pytest.raises(DataError, match=f"^report {reports[0].report}: "):
            list(filed(reports, [replace(claims[0], data=data), *claims[1:]], findings))


def test_what_is_no_such_folder(tmp_path):
    assert not any(map(is_filled, (str(tmp_path), "", "a\0b", os.devnull, "http://a.example")))
