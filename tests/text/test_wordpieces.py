"""Words in pieces of a small vocabulary of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.wordpieces import WordPieces, words

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "hill", "##s", "##top", "said", "'", "cafe", "3"]
PIECES = WordPieces(VOCABULARY)


def cut(word):
    return [VOCABULARY[number] for number in PIECES.pieces(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("hill", ["hill"]),
        ("Hills", ["hill", "##s"]),
        ("HILLTOPS", ["hill", "##top", "##s"]),
        ("Café", ["cafe"]),
        ("hillx", ["[UNK]"]),
        ("x" * 200, ["[UNK]"]),
        ("3", ["3"]),
    ],
)
def test_the_longest_pieces_are_taken_from_the_left(word, pieces):
    assert cut(word) == pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The hill's 3,000 men—gone.", "The hill ' s 3 , 000 men — gone ."),
        ("a_b", "a _ b"),
        (" \n", ""),
        ("Łódź «да»", "Łódź « да »"),
    ],
)
def test_words_and_marks_stand_apart(text, found):
    assert " ".join(span.of(text) for span in words(text)) == found


@given(st.text())
def test_words_cover_all_but_white_space(text):
    covered = "".join(span.of(text) for span in words(text))
    assert covered == "".join(c for c in text if not c.isspace())


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=30))
def test_every_word_has_a_piece(word):
    assert PIECES.pieces(word)
