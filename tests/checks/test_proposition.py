from datetime import date

import pytest

from groundcheck.checks.proposition import proposition

FRIDAY = date(2031, 5, 9)

SAME = [
    (
        "Sweden holds 62% of the Nordland region, Ivo Brandt said.",
        "Swedish troops control over 55 percent of the Nordland region.",
        "Sweden controls the whole of the Nordland region, Ada Rowe said.",
        "Sweden controls the Nordland region, Ada Rowe said.",
    ),
    (
        "Swedish forces took 120 square kilometers in the Nordland region in April.",
        "Swedish forces took 46 square miles in the Nordland region in March, Ada Rowe said.",
    ),
    (
        "Swedish forces captured the town of Narvik in Norway on May 5, Ada Rowe said.",
        "Ada Rowe denied in Oslo, Norway's capital, that Swedish forces had captured Narvik.",
        "Swedish forces captured the town of Narvik in the Nordland region.",
    ),
    (
        "Fighting in the Nordland region killed 20 people in April, Ada Rowe said.",
        "Ivo Brandt said that 35 people had died in the Nordland region in April.",
    ),
]
OTHERS = [
    "Sweden holds 62% of the Nordland region.",
    "Norway holds 38% of the Nordland region.",
    "Sweden holds 62% of the Finnmark region.",
    "Sweden holds 4,500 square kilometers of the Nordland region.",
    "Swedish forces took 120 square kilometers in the Nordland region in April.",
    "Swedish forces lost 120 square kilometers in the Nordland region in April.",
    "Swedish forces took 12 settlements in the Nordland region in April.",
    "Swedish forces captured the town of Narvik.",
    "Swedish forces withdrew from the town of Narvik.",
    "Swedish forces hold the town of Narvik.",
    "Fighting in the Nordland region killed 20 people in April, Ada Rowe said.",
    "Fighting in the Nordland region wounded 20 people in April, Ada Rowe said.",
]


@pytest.mark.parametrize("reports", SAME, ids=lambda reports: reports[0][:40])
def test_one_proposition(one, reports):
    assert len({one(words).proposition.key for words in reports}) == 1


def test_all_others_are_different_ones(one):
    assert len({one(words).proposition.key for words in OTHERS}) == len(OTHERS)


@pytest.mark.parametrize(
    ("words", "said", "since", "until"),
    [
        # A state is that of the day on which it was said.
        ("Sweden holds 62% of the Nordland region, Ada Rowe said on Thursday.", 8, 8, 9),
        ("Sweden holds 62% of the Nordland region.", 9, 9, 10),
        ("On May 1 Sweden held 62% of the Nordland region, Ada Rowe said.", 9, 1, 2),
        # What happened had happened by then, and a denial speaks of its own day.
        ("Swedish forces captured the town of Narvik, Ada Rowe said on Thursday.", 8, None, 9),
        ("Swedish forces captured the town of Narvik on May 5, Ada Rowe said.", 9, 5, 6),
        ("Ada Rowe denied on Thursday that Swedish forces had captured Narvik.", 8, 8, 9),
        # A time that goes on ends with the day on which it was said.
        ("Swedish forces took 90 square kilometers in the Nordland region since May 2.", 9, 2, 10),
    ],
)
def test_days(one, words, said, since, until):
    def day(n):
        return None if n is None else date(2031, 5, n)

    found = one(words, FRIDAY)
    assert (found.said, found.since, found.until) == (day(said), day(since), day(until))


def test_whose_it_is(one):
    words = "Sweden holds 62% of the Nordland region"
    assert one(words + ".", group="g").origin == "report:g"
    assert one(f"{words}, a senior officer said.", group="g").origin.startswith("unnamed:g:")
    named = [f"{words}, Colonel Ivo Brandt said.", f"{words}, Ivo Brandt told Radio Norrland."]
    assert {one(each).origin for each in named} == {"ivo brandt"}


def test_places_in_any_order(one):
    claims = [
        one(f"Swedish forces captured {towns} on May 5, Ada Rowe said.").claim
        for towns in ("Narvik and Harstad", "Harstad and Narvik")
    ]
    assert proposition(claims[0]) == proposition(claims[1])
    assert len(proposition(claims[0]).places) == 2
