"""Whether what is lost, left or taken is ground."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The party lost the election in Kherson.",
        "The ministers left the talks in Kherson.",
        "The shelling took many lives in Kherson.",
        "The prices fell on Monday.",
        "Inflation is expected to fall this year.",
    ],
)
def test_what_is_no_ground_is_not_captured(claims_of, text):
    assert [c for c in claims_of(text) if c.kind == "capture"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The army lost the city of Kherson.",
        "The army withdrew its troops from Kherson.",
        "The rebels hold the roads into the town.",
        "The town fell on Monday.",
    ],
)
def test_ground_is(claims_of, text):
    assert [c for c in claims_of(text) if c.kind in ("capture", "control")]
