"""Who holds a place by being in it, and who is only there."""

import pytest


def held(claims):
    return [
        (c.kind, c.certainty, [p.name for p in c.places])
        for c in claims
        if c.kind in ("control", "capture")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("Rebel fighters are still in the town of Velmora.", "control", "stated"),
        ("The paramilitaries have been inside Kherson since Monday.", "control", "stated"),
        ("There are no soldiers in Kherson.", "control", "denied"),
        ("The militia has no armed men in Kherson.", "control", "denied"),
        ("Kherson has been Russian since May.", "control", "stated"),
        ("Kherson is Ukrainian again.", "control", "stated"),
        ("Kherson has been under the junta since May.", "control", "stated"),
        ("Our troops are back in Kherson.", "capture", "stated"),
        ("The army will be back in Kherson by the end of June.", "capture", "forecast"),
    ],
)
def test_the_armed_hold_a_place_by_being_in_it(claims_of, text, kind, certainty):
    assert [found[:2] for found in held(claims_of(text))] == [(kind, certainty)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister was in Kherson.",
        "The soldiers were in a convoy of lorries.",
        "The doctors have been in Kherson since Monday.",
        "The president was in power for a year.",
        "The singer is Ukrainian.",
        "The troops were in March still at home.",
    ],
)
def test_to_be_somewhere_is_not_to_hold_it(claims_of, text):
    assert held(claims_of(text)) == []
