"""Clauses that leave their predicate, or the ground they speak of, to the one before."""

import pytest


def told(claims):
    return [
        (c.kind, [p.name for p in c.places], c.when and c.when.edtf)
        for c in claims
        if c.kind in ("capture", "control", "change")
    ]


def test_a_town_that_followed_fell_too(claims_of):
    text = "Velmora was captured on 2 March. The town of Dorvan followed on the 5th."
    assert told(claims_of(text)) == [
        ("capture", ["Velmora"], "2026-03-02"),
        ("capture", ["Dorvan"], "2026-03-05"),
    ]


def test_talks_that_followed_are_no_capture(claims_of):
    text = "Velmora was captured on 2 March. Talks followed."
    assert told(claims_of(text)) == [("capture", ["Velmora"], "2026-03-02")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # Ground without a name of its own.
        ("The last bridge was retaken.", ["capture"]),
        ("The rest of the ridge is ours.", ["control"]),
        # Presence, fire, the want of anybody's rule.
        ("Gangs now move freely in the town of Velmora.", ["control"]),
        ("The bridge lies under the fire of our guns.", ["control"]),
        ("Eight communes are out of reach of the authorities.", ["control"]),
        ("Of 12 barangays, 9 are free of gunmen.", ["control"]),
        # Nobody is said to hold anything.
        ("Ukraine has European support in Kyiv.", []),
        ("The minister was present in Kyiv.", []),
        ("Readers ask who holds how much of the Kherson region.", []),
        ("Nobody says how much ground was lost.", []),
    ],
)
def test_what_is_held_without_a_place(claims_of, text, kinds):
    assert [c.kind for c in claims_of(text) if c.kind in ("capture", "control")] == kinds


@pytest.mark.parametrize(
    ("text", "words", "certainty"),
    [
        # A negation belongs to the clause in which it stands.
        ("Velmora, a town that nobody had heard of, was captured.", "captured", "stated"),
        ("No gang controls the town of Velmora.", "controls", "denied"),
        ("They no longer control the port of Hodeidah.", "control", "denied"),
        ("It is not true that our men have entered the town of Velmora.", "entered", "denied"),
        ("They do not exceed 2,000 fighters in Velmora.", "2,000", "stated"),
        # One "could" for both; what is insisted on; what lies ahead.
        (
            "Velmora could be surrounded in March and taken in April 2026.",
            "taken in",
            "forecast",
        ),
        ("The minister insists that Russian troops leave Velmora.", "leave", "demanded"),
        ("Russia takes another 300 sq km next year.", "300", "forecast"),
    ],
)
def test_the_certainty(claim_of, text, words, certainty):
    assert claim_of(text, words).certainty == certainty
