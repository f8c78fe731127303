import pytest

from groundcheck.checks.parties import is_state, party


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (None, None),
        ("Sweden", "Sweden"),
        ("Swedish forces", "Sweden"),
        ("the Swedish army", "Sweden"),
        ("Sweden's armed forces", "Sweden"),
        ("Sudanese army", "Sudan"),
        ("Sudanese Armed Forces", "Sudan"),
        ("RSF", "RSF"),
        ("Rapid Support Forces", "RSF"),
        ("Arakan Army", "Arakan Army"),
        ("Free Syrian Army", "Free Syrian Army"),
        ("Syrian army", "Syria"),
        ("Syrian government", "Syria"),
        ("Assad regime", "Syria"),
        ("National Unity Government", "National Unity Government"),
        ("opposition factions", "opposition factions"),
        ("forces", "forces"),
        ("army", "army"),
    ],
)
def test_one_name_a_party(said, expected):
    assert party(said) == expected
    assert party(party(said)) == expected


@pytest.mark.parametrize(
    ("name", "state"), [("Sweden", True), ("Swedish", False), ("RSF", False), (None, False)]
)
def test_states(name, state):
    assert is_state(name) == state
