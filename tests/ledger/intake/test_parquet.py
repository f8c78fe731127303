"""Parquet files as reports: columns are fields, rows come in order, damage is told."""

from __future__ import annotations

import gzip
from datetime import date, datetime

import pyarrow as pa
import pytest
from pyarrow import parquet

from groundcheck.ledger.intake import Given, IntakeOptions, Refused
from groundcheck.ledger.intake.sources import from_bytes, given


def file(**columns):
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.table(columns), sink)
    return sink.getvalue().to_pybytes()


def test_rows_are_records():
    data = file(
        text=["One.", "Two.", None],
        published=pa.array([date(2024, 5, 6), None, None]),
        publisher=["The Post", None, None],
        other=[1, 2, 3],
    )
    assert list(from_bytes("a.parquet", data)) == [
        Given("a.parquet#1", "One.", date(2024, 5, 6), publisher="The Post"),
        Given("a.parquet#2", "Two."),
        Refused(
            "a.parquet#3",
            "no field in it that is known to hold a text; it has 'text', 'published', "
            "'publisher', 'other'",
        ),
    ]


def test_the_user_says_which_columns(tmp_path):
    day = datetime(2024, 5, 6, 23, 59)
    (tmp_path / "x").write_bytes(gzip.compress(file(body=[{"article": "One."}], when=[day])))
    options = IntakeOptions(fields={"text": "body.article", "published": "when"})
    assert list(given(str(tmp_path / "x"), options)) == [Given("x#1", "One.", date(2024, 5, 6))]


@pytest.mark.parametrize("cut", [4, 30, -5])
def test_a_file_that_is_cut_is_told(cut):
    (one,) = from_bytes("a", file(text=["One."])[:cut])
    assert one.item == "a"
    assert one.reason.startswith("no Parquet that can be read after 0 rows: ")


def test_any_number_of_rows():
    texts = [f"Text {n}." for n in range(200)]
    assert [one.text for one in from_bytes("a", file(text=texts))] == texts
    assert list(from_bytes("a", file(text=pa.array([], pa.string())))) == []
