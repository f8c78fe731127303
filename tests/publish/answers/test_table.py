"""Rows of any columns as a table, CSV, JSON and JSON lines."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.errors import BadValue
from groundcheck.publish.answers import table

VALUES = st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


def test_a_table_for_a_person_has_its_numbers_to_the_right():
    rows = [("Élan", 7), ("a\x1b[31m\nb", 1200)]
    assert table.as_text(("who", "n"), rows).splitlines() == [
        "who          n",
        "────────  ────",
        "Élan         7",
        "a�[31m b  1200",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (b"\x00\xff", "00ff"), (float("inf"), "inf"), ("x" * 99, "x" * 59 + "…")],
)
def test_values_that_are_not_plain(value, shown):
    assert table.as_text(("a",), [(value,)]).splitlines()[-1].strip() == shown


@given(st.lists(st.tuples(VALUES, VALUES), max_size=5))
def test_json_and_its_lines_give_the_values_back(rows):
    wanted = [{"a": a, "b": b} for a, b in rows]
    assert json.loads(table.as_json(("a", "b"), rows)) == wanted
    lines = table.as_jsonl(("a", "b"), rows).splitlines()
    assert [json.loads(line) for line in lines] == wanted
    table.as_json(("a", "b"), rows).encode()


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.integers())))
def test_csv_gives_the_words_back(rows):
    read = list(csv.reader(io.StringIO(table.as_csv(("a", "b"), rows), newline="")))
    assert read == [["a", "b"], *([words, str(number)] for words, number in rows)]


def test_two_columns_of_one_name_have_no_form_in_json():
    assert table.as_csv(("a", "a"), [(1, 2)]) == "a,a\r\n1,2\r\n"
    with pytest.raises(BadValue, match="two columns are called 'a'"):
        table.as_json(("a", "a"), [(1, 2)])
    with pytest.raises(BadValue, match="two columns are called 'a'"):
        table.as_jsonl(("a", "a"), [])
