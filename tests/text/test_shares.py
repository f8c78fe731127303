import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.shares import open_shares


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They hold but a tiny percentage of the valley.", ["percentage"]),
        ("Column two: % of the land", ["%"]),
        ("Neither the per cent nor the size was given.", ["per cent"]),
        ("What percentage is held, 12% or 15 percent?", ["percentage"]),
    ],
)
def test_a_share_left_open(text, words):
    assert [span.of(text) for span in open_shares(text)] == words


@pytest.mark.parametrize(
    "text",
    ["12%", "12 %", "twelve per cent", "half a percent", "2-percent", "three percentage points",
     "60+ percent", "98 or more percent", "Per cent of 12", "the 90th percentile",
     "https://example.org/?p=30%20x%2D"],
)  # fmt: skip
def test_a_share_with_its_figure_is_not_open(text):
    assert open_shares(text) == ()


@given(st.text(alphabet="1 2%perctof-\n", max_size=60))
def test_open_shares_hold_their_words_in_order(text):
    end = 0
    for span in open_shares(text):
        assert span.start >= end
        assert not span.of(text)[0].isspace()
        end = span.end
