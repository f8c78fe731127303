"""What figures count that stand without a unit, and which figures belong together."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # The words of the clause say that people are meant.
        ("The front moved 4 km. Another 310 were wounded.", "310", [(310, "people")]),
        ("The army took 9 hills. More than 2,400 have fled since.", "2,400", [(2400, "people")]),
        # A label before the figure.
        ("Losses of the week. Outposts: 14, vehicles: 6.", "14", [(14, "outpost")]),
        # What "its", "their" own.
        ("It has 40 tanks. Some 700 of its fighters were killed.", "700", [(700, "people")]),
        # "Of them" after ground can only be people.
        ("They hold 3 sq km there. Some 90 of them remain.", "90", [(90, "people")]),
        # A row of percents, and a figure that only goes on from the last one.
        ("The army holds 60 percent of Kordofan, the rebels 35.", "35", [(35, "percent")]),
        ("They burned 30 boats in May and 12 in June.", "12", [(12, "boat")]),
        # A whole set before its part.
        ("Of the 40 gates on the road, 25 are ours.", "25", [(25, "gate"), (40, "gate")]),
        ("Only 300 of the promised 900 trucks arrived.", "300", [(300, "truck"), (900, "truck")]),
        # A length of time beside another figure only says when.
        ("Russia took 40 square kilometres in three weeks.", "40", [(40, "km2")]),
        # The same again in another unit, set apart.
        (
            "The region measured 1,000 square kilometres in 1990, or 386 square miles.",
            "1,000",
            [(1000, "km2"), (386, "mi2")],
        ),
    ],
)  # fmt: skip
def test_a_figure_and_what_it_counts(claim_of, text, words, expected):
    found = [(q.value, q.unit) for q in claim_of(text, words).quantities]
    assert sorted(found) == sorted(expected)


def test_not_one_is_no_figure(claim_of):
    claim = claim_of("Not a single village in the Kherson region was lost.", "village")
    assert claim.quantities == ()
    assert claim.certainty == "denied"


def test_a_question_says_what_the_answer_counts(claim_of):
    text = "How many fighters are left? Between 300 and 400 in the city, she said."
    assert claim_of(text, "300").quantities[0].unit == "people"
