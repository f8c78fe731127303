"""When a claim holds, where the clause does not say it. Published on Thursday, 12 March 2026."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # Told in the present, a figure holds on the day of the report; in the past it has none.
        ("Some 4,000 people live in Velmora.", "4,000", "2026-03-12"),
        ("The army has 600 soldiers in Velmora.", "600", "2026-03-12"),
        ("Some 4,000 people were killed in Velmora.", "4,000", None),
        # What somebody said was so, was so when it was said.
        ("On Monday Lena Costa said that 80 men were still in Velmora.", "80", "2026-03-09"),
        # The past week of words said on Monday ends on Monday.
        (
            "On Monday Lena Costa said that 80 men had fled in the past week.",
            "80",
            "2026-03-02/2026-03-09",
        ),
        # A part of what was counted.
        ("On 3 March 80 people fled, half of them children.", "half", "2026-03-03"),
        # What stands behind "since", and one time behind two figures.
        ("Russia advanced 8 km since it took Velmora on 3 March.", "8 km", "2026-03-03/.."),
        ("They lost 40 soldiers and 12 policemen in January.", "40", "2026-01"),
        ("The raid came on 3 March, in which 30 people were killed.", "30", "2026-03-03"),
        # The toll of what was told before it, in the same paragraph only.
        ("The raid on Velmora began on 3 March. It killed 33 soldiers.", "33", "2026-03-03"),
        ("The raid on Velmora began on 3 March.\n\nIt killed 33 soldiers.", "33", None),
        # Sizes and distances hold on any day.
        ("The Kherson region covers 28,461 square kilometres.", "28,461", None),
        ("Velmora lies 40 km north of Kherson.", "40 km", None),
    ],
)
def test_the_time_that_follows(claim_of, text, words, expected):
    when = claim_of(text, words).when
    assert (when and when.edtf) == expected


def test_a_bulletin_of_one_day_and_night_gives_its_claims_both_days(claim_of):
    text = (
        "General Staff of the Armed Forces. Bulletin for the 24 hours to 6 p.m. on 11 March 2026.\n"
        "\nOur units destroyed 12 drones."
    )
    assert claim_of(text, "12 drones").when.edtf == "2026-03-10/2026-03-11"


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The army holds 75 percent of the Kherson region, up from 20 percent.", "20 percent"),
        ("The army holds 75 percent of the Kherson region, against 60 percent.", "60 percent"),
        (
            "The army holds 75 percent of the Kherson region, compared with 60 percent.",
            "60 percent",
        ),
        ("The share of the Kherson region that it holds rose from 60 percent.", "60 percent"),
    ],
)
def test_what_a_figure_is_set_against_was_so_before(claim_of, text, earlier):
    when = claim_of(text, earlier).when
    assert (when.edtf, when.start, when.end) == ("../2026-03-11", None, date(2026, 3, 12))


def test_what_is_set_against_with_a_day_of_its_own_keeps_it(claim_of):
    text = "The army holds 75 percent of the Kherson region, down from 80 percent in May 2024."
    assert claim_of(text, "80 percent").when.edtf == "2024-05"
    fierce = "The army holds 75 percent of the Kherson region against fierce resistance."
    assert claim_of(fierce, "75 percent").when.edtf == "2026-03-12"
