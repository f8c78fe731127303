from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.shingles import LENGTH, is_figure, shingles, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        (" \n\t…—!", ()),
        ("Borland’s troops", ("borland's", "troops")),
        ("“They LEFT,” he said.", ("they", "left", "he", "said")),
        ("date 2031-05-08\n\nThey left", ("they", "left")),
        ("4,500 km² (1.5%)", ("4,500", "km2", "1.5")),
        ("ﬁve\u00a0towns", ("five", "towns")),
        ("62% or 62 per cent, 62 percent", ("62", "or", "62", "62")),
        ("a\ud800b", ("a", "b")),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("count", "runs"), [(0, 0), (1, 1), (LENGTH, 1), (LENGTH + 1, 2), (LENGTH + 9, 10)]
)
def test_runs(count, runs):
    assert len(shingles(tuple(map(str, range(count))))) == runs


def test_figures():
    assert [word for word in words("5 of the 3rd km² or km2") if is_figure(word)] == ["5", "3rd"]


@given(st.text(max_size=200))
def test_case_and_spacing_change_nothing(text):
    assert words(text.replace(" ", "\n ")) == words(text)
    assert all(words(text))
