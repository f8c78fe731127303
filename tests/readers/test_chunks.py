"""One claim a figure or a predicate, each with what belongs to it."""

from itertools import pairwise

import pytest

XFAIL = pytest.mark.xfail


def places(claim):
    return [p.name for p in claim.places]


def figures(claim):
    return [q.value for q in claim.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia controls 99% of the Luhansk region, 66% of the Donetsk region and 74% of the "
            "Zaporizhzhia region.",
            [([99], ["Luhansk"]), ([66], ["Donetsk"]), ([74], ["Zaporizhzhia"])],
        ),
        (
            "Russia took 120 square kilometres (46 square miles) in the Kharkiv region.",
            [([120, 46], ["Kharkiv"])],
        ),
        (
            "Russia controls 75% of the Donetsk, Kherson and Zaporizhzhia regions.",
            [([75], ["Donetsk", "Kherson", "Zaporizhzhia"])],
        ),
        ("The army holds 14 of 17 townships in Kachin State.", [([14, 17], ["Kachin"])]),
        (
            "Russia holds all of the Luhansk region and three quarters of the Donetsk region.",
            [([100], ["Luhansk"]), ([75], ["Donetsk"])],
        ),
        (
            "The Kherson region covers 28,461 square kilometres; Russia holds 70% of it.",
            [([28461], ["Kherson"]), ([70], ["Kherson"])],
        ),
        (
            "Russia holds between 60 and 65% of the Donetsk region, up from 55% last year.",
            [([(60, 65)], ["Donetsk"]), ([55], ["Donetsk"])],
        ),
        (
            "Russian forces advanced 5 km towards Velmora and took three villages.",
            [([5], ["Velmora"]), ([3], ["Velmora"])],
        ),
        ("Russia has taken Velmora, Dorvan and Kesh.", [([], ["Velmora", "Dorvan", "Kesh"])]),
        (
            "Russia took Velmora, which had 12,000 people, and Ukraine retook Dorvan.",
            [([], ["Velmora"]), ([12000], ["Velmora"]), ([], ["Dorvan"])],
        ),
        (
            "Russia holds 60.5% of the Donetsk region. Ukraine holds 1,200.75 square kilometres "
            "of the Kharkiv region.",
            [([60.5], ["Donetsk"]), ([1200.75], ["Kharkiv"])],
        ),
        pytest.param(
            "Ukraine took 30 sq km and lost 95 sq km in the Kharkiv region.",
            [([30], ["Kharkiv"]), ([95], ["Kharkiv"])],
        ),
        pytest.param(
            "Russia took 800 square kilometres, or 64% of what Ukraine had seized, in the Kursk "
            "region.",
            [([800], ["Kursk"]), ([64], ["Kursk"])],
        ),
        pytest.param(
            "Russia holds 66% and 72% of the Donetsk and Kherson regions respectively.",
            [([66], ["Donetsk"]), ([72], ["Kherson"])],
        ),
        pytest.param(
            "In the Donetsk and Kherson regions Russia holds 66% and 72% respectively.",
            [([66], ["Donetsk"]), ([72], ["Kherson"])],
        ),
        pytest.param(
            "Of the Kherson region's 28,461 square kilometres, Russia holds 70%.",
            [([28461], ["Kherson"]), ([70], ["Kherson"])],
        ),
    ],
)
def test_figures_and_places_keep_together(claims_of, text, expected):
    assert [(figures(c), places(c)) for c in claims_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia captured Velmora on 3 March and Dorvan on 9 March.",
            [("Velmora", "2026-03-03"), ("Dorvan", "2026-03-09")],
        ),
        (
            "Russia captured Velmora on 3 March, and on 9 March it captured Dorvan.",
            [("Velmora", "2026-03-03"), ("Dorvan", "2026-03-09")],
        ),
        (
            "On 3 March Russia captured Velmora and Ukraine took Dorvan.",
            [("Velmora", "2026-03-03"), ("Dorvan", "2026-03-03")],
        ),
        (
            "Russia captured Velmora on 3 March. Ukraine took Dorvan.",
            [("Velmora", "2026-03-03"), ("Dorvan", None)],
        ),
    ],
)
def test_each_capture_has_its_own_day(claims_of, text, expected):
    found = [(places(c)[0], c.when and c.when.edtf) for c in claims_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia took 120 square kilometres in January and 95 in February.",
            [(120, "km2", "2026-01"), (95, "km2", "2026-02")],
        ),
        (
            "On 3 March Russia held 60% of the Donetsk region; on 9 March, 61%.",
            [(60, "percent", "2026-03-03"), (61, "percent", "2026-03-09")],
        ),
        pytest.param(
            "Russia took 30 villages in January and 12 tanks in February.",
            [(30, "settlements", "2026-01"), (12, "tank", "2026-02")],
        ),
    ],
)
def test_a_second_figure_takes_its_unit_and_has_its_own_time(claims_of, text, expected):
    found = [(c.quantities[0].value, c.quantities[0].unit, c.when.edtf) for c in claims_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia took 120 square kilometres (46 square miles), Lena Costa said.",
        "Russia took Velmora and lost Dorvan; Ukraine, meanwhile, held Kesh.",
        "“We hold 40% of it,” she said, “and 60% of the Kherson region.”",
        "Russia holds 66%, Ukraine 34%, of the Donetsk region.",
    ],
)
def test_no_words_are_in_two_claims(claims_of, text):
    spans = sorted(s for c in claims_of(text) for s in c.spans)
    assert spans
    assert all(a.end <= b.start for a, b in pairwise(spans))
