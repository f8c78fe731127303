"""Where something took place that names no place itself, and which names are towns."""

import pytest


def names(claim):
    return [place.name for place in claim.places]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            "Shells struck Velmora on Monday. At least 12 civilians were killed.",
            "12",
            ["Velmora"],
            id="what follows in a paragraph took place there",
        ),
        pytest.param(
            "The army struck Velmora on Monday. Its enemy lost 40 soldiers and two tanks.",
            "40",
            [],
            id="losses are of no place",
        ),
        pytest.param(
            "Residents fled El Obeid and Umm Dam. In El Obeid shops are shut. In North Kordofan "
            "the army also holds Umm Dam. In the city 300 people were injured.",
            "300",
            ["El Obeid"],
            id="the city is the one spoken of most",
        ),
        pytest.param(
            "Gangs in Haiti burned homes in Kenscoff on Monday. They control 85% of the capital.",
            "85%",
            ["Port-au-Prince"],
            id="the capital is the country's",
        ),
        pytest.param(
            "Fighting went on in North Darfur. The RSF controls 70% of the land.",
            "70%",
            ["North Darfur"],
            id="an area without a place is of the paragraph's region",
        ),
    ],
)
def test_where_it_was(claim_of, text, words, expected):
    assert names(claim_of(text, words)) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            "Velmora, Dorvan and Kesh were captured on Monday.",
            "captured",
            ["Velmora", "Dorvan", "Kesh"],
            id="all of a list",
        ),
        pytest.param(
            "Velmora is calm, doctors in Velmora said. The army retook Velmora on Friday.",
            "retook",
            ["Velmora"],
            id="those who speak are in the town",
        ),
        pytest.param(
            "Ministers fell silent. The army retook Velmora on Friday.",
            "retook",
            ["Velmora"],
            id="any word may stand at a head",
        ),
        pytest.param(
            "The rebels of Yemen took twelve of Marib's fourteen districts.",
            "twelve",
            ["Marib"],
            id="what has so many districts is a region",
        ),
        pytest.param(
            "Militias entered Tal Afar in Iraq on Friday.",
            "entered",
            ["Tal Afar"],
            id="a region's name inside a town's",
        ),
    ],
)
def test_what_is_a_town(claim_of, text, words, expected):
    assert names(claim_of(text, words)) == expected


def test_the_region_of_so_many_districts(claim_of):
    claim = claim_of("The rebels of Yemen took twelve of Marib's fourteen districts.", "twelve")
    assert [place.id for place in claim.places] == ["YE-MA"]


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        (
            "Soldiers drove into Kesh Kila, Houlat and Meiss el-Jabal on Tuesday.",
            "drove into",
            ["name:Kesh Kila", "name:Houlat", "name:Meiss el-Jabal"],
        ),
        ("Russia seized 464 sq km of Ukrainian land in August.", "seized", ["UA"]),
        ("Russia captured three Ukrainian villages on Monday.", "captured", ["UA"]),
        ("Fano holds Western Tigray.", "holds", ["name:Western Tigray"]),
        ("In Shabwah, Usaylat was retaken by the Houthis on Monday.", "retaken", ["name:Usaylat"]),
        (
            "Rebels left Kupiansk. The city, a hub in the Kharkiv region, was seized by Russia.",
            "was seized",
            ["geonames:703656"],
        ),
        ("The Rwanda-backed group captured Kesh on Monday.", "captured", ["name:Kesh"]),
        (
            "The army took Kesh and Velmora in Sudan. It holds 12 of 40 posts.",
            "12 of 40",
            ["SD"],
        ),
        (
            "The army took the town of Kesh in Sudan. Some 350,000 people were displaced.",
            "350,000",
            ["SD"],
        ),
        ("Mai Kesh, on the other hand, was captured.", "was captured", ["name:Mai Kesh"]),
        ("The rebels expect to free Majet by Sunday.", "free", ["name:Majet"]),
    ],
)
def test_rows_lands_and_what_is_of_a_country(claims_of, text, words, places):
    claim = next(c for c in claims_of(text) if words in c.text)
    assert [p.id for p in claim.places] == places


@pytest.mark.parametrize(
    ("raid", "places"),
    [
        ("Russia launched 121 drones overnight.", ["UA"]),
        ("Ukraine downed 90 drones overnight.", ["UA"]),
        ("Russia downed 73 drones overnight.", []),
    ],
)
def test_raids_are_on_the_one_that_did_not_fly_them(claims_of, raid, places):
    claims = claims_of(f"Russia holds Donetsk and Kherson in Ukraine. {raid}")
    claim = next(c for c in claims if c.text in raid)
    assert [p.id for p in claim.places] == places
