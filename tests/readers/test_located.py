"""Which towns of the gazetteer a report's towns are."""

import pytest


def places(claim):
    return [(p.id, p.text, p.name) for p in claim.places]


def test_the_spelling_stays_and_the_id_is_given(claim_of):
    claim = claim_of("On Monday the RSF captured el-Fasher, in Sudan's North Darfur.", "el-Fasher")
    assert ("geonames:379555", "el-Fasher", "el-Fasher") in places(claim)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Russia captured Kostiantynivka in the Donetsk region.", 705104),
        ("Russia captured Kostiantynivka in the Zaporizhzhia region.", 705115),
        ("Sudan's army retook Bara, in North Kordofan, on Monday.", 377724),
        ("Fighters entered Hama, in central Syria, on Monday.", 170017),
        ("Russia captured New York in Ukraine's Donetsk region.", 699751),
        ("The army of Ukraine left Bakhmut, Toretsk and Kostiantynivka.", 705104),
    ],
)
def test_words_beside_it_and_other_towns_decide(claims_of, text, id_):
    found = [p.id for claim in claims_of(text) for p in claim.places]
    assert f"geonames:{id_}" in found


def test_candidates_are_kept_where_nothing_decides(claims_of):
    (claim,) = claims_of("Russia captured Kostiantynivka from Ukraine on Monday.")
    (place,) = [p for p in claim.places if p.kind == "town"]
    assert place.id == "name:Kostiantynivka"
    assert "geonames:705104" in [c.id for c in place.candidates]
    assert all(c.why.startswith("in ") for c in place.candidates)


def test_candidates_that_were_not_chosen_are_told(claims_of):
    (claim,) = claims_of("Russia captured Kostiantynivka in Ukraine's Donetsk region on Monday.")
    place = claim.places[0]
    assert place.id == "geonames:705104"
    assert ("geonames:705115", "in Zaporizhzhia: the sentence names another region") in [
        (c.id, c.why) for c in place.candidates
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Victoria Nuland said on Monday that Ukraine had lost 3 villages.",
        "Reading the map, analysts said that Ukraine had lost 30 square kilometres.",
        "Of the 40 tanks that Ukraine had, 12 were lost on Monday.",
        "It was nice of Russia to give up 20 villages on Monday.",
        "A mobile unit of Ukraine captured 20 soldiers on Monday.",
        "The sale of 40 tanks to Ukraine was agreed on 3 May.",
    ],
)
def test_words_and_people_do_not_become_towns(claims_of, text):
    found = [p for claim in claims_of(text) for p in claim.places]
    assert [p for p in found if p.kind == "town"] == []


@pytest.mark.parametrize(
    "text",
    [
        "In the Donetsk region Russia advanced 3 kilometres beyond Toretsk on Monday.",
        "In the Donetsk region Russia took half of central Toretsk on Monday.",
    ],
)
def test_a_large_town_is_known_wherever_it_stands(claims_of, text):
    assert "geonames:709354" in [p.id for claim in claims_of(text) for p in claim.places]


def test_a_town_of_another_country_is_not(claims_of):
    found = claims_of(
        "In the Donetsk region Russia advanced 3 kilometres beyond Reading on Monday."
    )
    assert [p for claim in found for p in claim.places if p.kind == "town"] == []
