"""Lines by the columns they take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from groundcheck.publish.layout import wrapped


@pytest.mark.parametrize(
    ("text", "width", "taken", "lines"),
    [
        ("", 10, 0, [""]),
        ("one two three", 7, 0, ["one two", "three"]),
        ("one two three", 7, 4, ["one", "two", "three"]),
        ("one two", 7, 7, ["", "one two"]),
        ("abcdefghij", 4, 0, ["abcd", "efgh", "ij"]),
        ("東京 都", 5, 0, ["東京", "都"]),
        ("東京都市", 5, 0, ["東京", "都市"]),
    ],
)
def test_lines(text, width, taken, lines):
    assert wrapped(text, width, taken) == lines


@given(st.text(alphabet="ab 東é", max_size=80), st.integers(4, 30), st.integers(0, 30))
def test_no_line_is_too_long_and_no_letter_is_lost(text, width, taken):
    lines = wrapped(text, width, min(taken, width))
    assert all(cell_len(line) <= width for line in lines)
    assert cell_len(lines[0]) <= width - min(taken, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
