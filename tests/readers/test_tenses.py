"""The tense of a clause, by its first finite verb."""

import pytest

from groundcheck.readers.tenses import tense_of


@pytest.mark.parametrize(
    ("words", "tense"),
    [
        ("they hold four hills", "present"),
        ("the army has 600 men there", "present"),
        ("the army has lost 600 men", "perfect"),
        ("we've lost 600 men", "perfect"),
        ("those besieged in the quarter are 2,000", "present"),
        ("600 people fled to homes that are safe", "past"),
        ("the rebels were still 8 km away", "state"),
        ("600 were thought to be inside", "state"),
        ("600 men were killed", "past"),
        ("they took four hills", "past"),
        ("a further 300 are to leave", "future"),
        ("they'll be there", "future"),
        ("six car bombs", None),
    ],
)
def test_the_tense(words, tense):
    assert tense_of(words) == tense
