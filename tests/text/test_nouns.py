import pytest

from groundcheck.text.nouns import is_plural, singular, unit_for


@pytest.mark.parametrize(
    ("plural", "one"),
    [("missiles", "missile"), ("batteries", "battery"), ("aircraft", "aircraft"),
     ("bases", "base"), ("losses", "loss"), ("trenches", "trench"), ("boxes", "box"),
     ("men", "man"), ("houses", "house"), ("bridge", "bridge"), ("Bridges", "bridge"),
     ("headquarters", "headquarters")],
)  # fmt: skip
def test_singular(plural, one):
    assert singular(plural) == one


@pytest.mark.parametrize("word", ["has", "this", "across", "previous", "loss", "status", "is"])
def test_words_in_s_that_are_no_plural(word):
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("noun", "unit"),
    [("soldiers", "people"), ("dead", "people"), ("Germans", "people"), ("lives", "people"),
     ("villages", "settlements"), ("localities", "settlements"), ("townships", "township"),
     ("drones", "drone"), ("means", "means")],
)  # fmt: skip
def test_the_unit_of_a_noun(noun, unit):
    assert unit_for(noun) == unit
