"""Many words as one pattern, beside the plain alternation of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.alternatives import any_of

WORDS = st.lists(st.text("ab c.", min_size=1, max_size=5), min_size=1, max_size=8)


@given(WORDS, st.text("ab c.", max_size=12))
def test_it_finds_what_a_plain_alternation_finds_longest_first(words, text):
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    assert re.findall(any_of(words), text) == re.findall(plain, text)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["say", "says", "said"], "he says", ["says"]),
        (["a", "ab"], "abc", ["ab"]),
        (["U.N."], "the U.N. UxNx", ["U.N."]),
    ],
)
def test_the_longest_word_is_taken(words, text, found):
    assert re.findall(any_of(words), text) == found
