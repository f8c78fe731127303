"""What a share is of: ground, or something else."""

import pytest

from groundcheck.readers.wholes import is_of_ground


@pytest.mark.parametrize(
    ("before", "share", "after", "expected"),
    [
        ("", "40%", " of the urban area", True),
        ("", "40%", " of Ukraine", True),
        ("", "40%", " of the Kherson region is held", True),
        ("", "nearly all of", " neighbouring Luhansk", True),
        ("", "half", " of Ras al-Ain today", True),
        ("", "half", " of Sudan answers to us", True),
        ("", "a third", " of Ménaka", True),
        ("", "40%", " of the townships", True),
        ("the rebels' share of the governorate at about ", "80%", "", True),
        ("Of the surface, about ", "40%", "", True),
        ("", "40%", " of the population", False),
        ("", "15%", " of the world's cobalt", False),
        ("", "a third", " of Ukraine's steel", False),
        ("", "45%", " of Afghans", False),
        ("", "64%", " of the territory Ukraine had seized", False),
        ("", "four-fifths", " of the lost ground", False),
        ("", "a third", " of them", False),
        ("Of our people, perhaps ", "a third", "", False),
        ("it was ", "40%", "", None),
        ("it was ", "40%", " higher", None),
    ],
)
def test_ground_or_not(before, share, after, expected):
    assert is_of_ground(before, share, after) is expected
