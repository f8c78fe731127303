"""Who says so, where only a neighbouring sentence tells it."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Russia holds 40% of Kesh. That is the estimate of Lena Costa.", "40%", "Costa"),
        ("Russia holds 40% of Kesh. That figure is the ministry's.", "40%", "ministry"),
        ("Russia holds 40% of Kesh. So, at least, says the mayor of Kesh.", "40%", "mayor"),
        ("Russia holds 40% of Kesh. That is what the army claims.", "40%", "army"),
        ("Here is the count, from the army. Russia lost 40 tanks.", "40 tanks", "army"),
        ("Russia lost 40 tanks, the army said. Another 12 were captured.", "12", "army"),
        ("Some 900 people fled, he says. A third of them are children.", "third", "he"),
        (
            "The army holds 74% of the Kherson region, according to a map by the Desk. "
            "The same map gives it 12% of the Donetsk region.",
            "12%",
            "Desk",
        ),
        ('"Russia holds 40% of the Kherson region." — Lena Costa, mayor of Kesh', "40%", "Costa"),
    ],
)  # fmt: skip
def test_a_neighbour_says_whose_it_is(claim_of, text, words, source):
    assert source in claim_of(text, words).attribution.source


@pytest.mark.parametrize(
    "text",
    [
        "Russia lost 12 tanks, the army said. Ukraine holds 40% of the Kherson region.",
        "Ukraine holds 40% of the Kherson region. That is the largest share of any year.",
        "Ukraine holds 40% of the Kherson region.\n\nThat figure is the ministry's.",
        "The army said it had lost 12 tanks and left. Russia holds 40% of Kesh.",
    ],
)
def test_other_neighbours_do_not(claim_of, text):
    assert claim_of(text, "40%").attribution.mode == "narrator"


@pytest.mark.parametrize(
    ("text", "words", "source", "day"),
    [
        (
            "Lena Costa, reached by phone on Tuesday, said Russia held 40% of the Kherson region.",
            "40%",
            "Lena Costa",
            "2026-03-10",
        ),
        (
            "Jan Weld told reporters on Tuesday that Kesh was lost. Dorvan was taken on Sunday, "
            "he said, adding that 40 tanks had been captured.",
            "40 tanks",
            "Jan Weld",
            "2026-03-10",
        ),
    ],
)
def test_the_day_of_the_talk(claim_of, text, words, source, day):
    link = claim_of(text, words).attribution
    assert (link.source, link.said and link.said.edtf) == (source, day)


def test_an_aside_ends_with_its_comma(claim_of):
    text = "Kesh, which the army says it holds, lost 300 people in February."
    assert claim_of(text, "300 people").attribution.mode == "narrator"


def test_what_is_said_goes_on_after_an_aside(claim_of):
    text = (
        "The mayor said that Kesh, which the army claims to hold, had lost 300 people in February."
    )
    assert claim_of(text, "300 people").attribution.source == "mayor"


def test_a_name_is_the_source_though_an_apposition_stands_nearer(claim_of):
    text = (
        "Four towns fell, according to the Kesh Research Desk, a monitoring group in Velmora, "
        "which puts the losses at 40 tanks."
    )
    assert claim_of(text, "40 tanks").attribution.source == "Kesh Research Desk"
