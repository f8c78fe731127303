"""Statements as rows, and rows as CSV and Parquet: read back by other libraries, nothing lost."""

import csv
import io
import json
from dataclasses import dataclass, fields

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.model import Entry, Quantity, Record
from groundcheck.publish import tables
from groundcheck.publish.safe import writable
from groundcheck.publish.shape_back import from_published
from groundcheck.publish.statement_rows import StatementRow, row, rows

NAMES = [field.name for field in fields(StatementRow)]


@dataclass(frozen=True, slots=True)
class One:
    words: str


def csv_of(found):
    return b"".join(tables.csv_parts(found, StatementRow))


def parquet_of(found):
    return b"".join(tables.parquet_parts(found, StatementRow))


def cell(value):
    """What a reader of CSV has to find for a value."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return repr(value) if isinstance(value, float) else str(value)


def test_the_columns_of_a_statement(demo, recorded):
    first = row(recorded(demo).entries[0])
    assert (first.claim, first.report) == (demo.claims[0].id, demo.report.id)
    assert (first.words, first.source) == (demo.claims[0].text, "Ada Brook")
    assert (first.figure, first.low, first.high) == ("75%", 74.5, 75.5)
    assert (first.unit, first.measure, first.bounds) == ("percent", "share", "[74.5, 75.5]")
    assert first.place_ids == ("XX-01", "name:Lowerland")
    assert first.verdicts == ("control: more than measured",)
    assert (first.time, str(first.said)) == ("2024-05-06", "2024-05-05")
    assert (first.appearances, first.copies, first.title) == (1, 0, None)


def test_the_first_figure_is_no_conversion_and_all_figures_are_there(demo, recorded, plain):
    one = recorded(demo).entries[2]
    shown = row(one)
    assert (shown.figure, shown.low, shown.high) == ("over 800 square kilometres", 800.0, None)
    assert shown.bounds == "(800, ∞)"
    figures = tuple(from_published(Quantity, each) for each in json.loads(shown.figures))
    assert figures == plain(one.statement.claim.quantities)


def test_a_statement_without_figures_has_empty_cells(demo, recorded):
    shown = row(recorded(demo).entries[4])
    assert (shown.figure, shown.low, shown.bounds, shown.unit, shown.measure) == (None,) * 5


def test_rows_stand_in_the_order_of_the_records(demo, recorded):
    record = recorded(demo)
    found = [one.claim for one in rows([record, Record(demo), record])]
    assert found == [claim.id for claim in demo.claims] * 2


@settings(max_examples=25, deadline=None)
@given(st.lists(st.from_type(Entry), max_size=4))
def test_csv_is_read_back_by_two_readers(entries):
    found = [row(entry) for entry in entries]
    wanted = [[writable(cell(value)) for value in values(one)] for one in found]
    written = csv_of(found)
    head, *back = csv.reader(io.StringIO(written.decode(), newline=""), strict=True)
    assert (head, back) == (NAMES, wanted)
    arrow = pa.csv.read_csv(
        io.BytesIO(written),
        parse_options=pa.csv.ParseOptions(newlines_in_values=True),
        convert_options=pa.csv.ConvertOptions(column_types=dict.fromkeys(NAMES, pa.string())),
    )
    columns = [arrow.column(name).to_pylist() for name in NAMES]
    assert [list(one) for one in zip(*columns, strict=True)] == wanted


def values(one):
    return [getattr(one, name) for name in NAMES]


def test_csv_keeps_to_rfc_4180(demo, recorded):
    written = csv_of(rows([recorded(demo)])).decode()
    assert written.endswith("\r\n")
    assert written.startswith(",".join(NAMES) + "\r\n")
    quoted = [line for line in written.split("\r\n") if '""' in line]
    assert quoted


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+3", "-2", "\t=1", "it's"])
def test_words_stay_exactly_as_they_were_said(words):
    [_, [shown]] = csv.reader(io.StringIO(tables.as_csv([One(words)], One), newline=""))
    assert shown == words


@settings(max_examples=20, deadline=None)
@given(st.lists(st.from_type(Entry), max_size=4))
def test_parquet_is_read_back_with_its_types(entries):
    found = [row(entry) for entry in entries]
    table = pa.parquet.read_table(pa.BufferReader(parquet_of(found)))
    back = [StatementRow(**{k: as_tuple(v) for k, v in one.items()}) for one in table.to_pylist()]
    assert back == [safe(one) for one in found]
    assert table.schema.field("low").type == pa.float64()
    assert table.schema.field("said").type == pa.date32()
    assert table.schema.field("place_ids").type == pa.list_(pa.string())


def as_tuple(value):
    return tuple(value) if isinstance(value, list) else value


def safe(one):
    def plain(value):
        if isinstance(value, tuple):
            return tuple(map(writable, value))
        return writable(value) if isinstance(value, str) else value

    return StatementRow(*map(plain, values(one)))


def test_duckdb_reads_both_alike(tmp_path, demo, recorded):
    found = list(rows([recorded(demo)]))
    (tmp_path / "a.csv").write_bytes(csv_of(found))
    (tmp_path / "a.parquet").write_bytes(parquet_of(found))
    asked = "SELECT claim, words, low, said, appearances FROM '{}' ORDER BY claim"
    with duckdb.connect() as db:
        from_csv = db.execute(asked.format(tmp_path / "a.csv")).fetchall()
        from_parquet = db.execute(asked.format(tmp_path / "a.parquet")).fetchall()
    wanted = sorted((o.claim, o.words, o.low, o.said, o.appearances) for o in found)
    assert from_csv == from_parquet == wanted


def test_a_stream_is_not_held(demo, recorded):
    """Parts come while rows are still being made."""
    made = 0

    def many():
        nonlocal made
        for one in [row(recorded(demo).entries[0])] * 21_000:
            made += 1
            yield one

    parts = tables.parquet_parts(many(), StatementRow)
    first = next(parts)
    assert made == 20_000
    whole = first + b"".join(parts)
    assert pa.parquet.read_metadata(pa.BufferReader(whole)).num_row_groups == 2
    made = 0
    parts = tables.csv_parts(many(), StatementRow)
    next(parts), next(parts)
    assert made == 1000


def test_no_rows_are_a_header_or_an_empty_table():
    assert csv_of([]).decode() == ",".join(NAMES) + "\r\n"
    table = pa.parquet.read_table(pa.BufferReader(parquet_of([])))
    assert (table.num_rows, table.column_names) == (0, NAMES)
