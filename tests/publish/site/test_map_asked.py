"""Which map an address asks for, and which one a claim does."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import pytest

from groundcheck import read
from groundcheck.errors import BadValue
from groundcheck.publish.site.map_asked import MapAsked, claim_map, places_asked, region_of

DAY = date(2025, 2, 20)


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        (MapAsked(), ""),
        (MapAsked("isw", day=DAY), "layer=isw&day=2025-02-20"),
        (MapAsked("a", "b", "difference"), "layer=a&with=b&mode=difference"),
        # Two maps need two layers.
        (MapAsked("a", mode="difference"), "layer=a"),
        (MapAsked(places=("UA-14", "geonames:7")), "place=UA-14,geonames:7"),
        (MapAsked("a&b=\"'<", holder="Ö"), "layer=a%26b%3D%22%27%3C&holder=%C3%96"),
    ],
)
def test_an_address_says_no_more_than_it_must(asked, query):
    assert asked.query == query


def test_an_address_leads_to_the_same_map():
    asked = MapAsked("a+b", "c d", "difference", DAY, ("UA-14", "UA-23"), "Russia")
    told = {name: values[0] for name, values in parse_qs(asked.query).items()}
    places = places_asked(told["place"])
    again = MapAsked(told["layer"], told["with"], told["mode"], DAY, places, told["holder"])
    assert again == asked
    assert asked.single == replace(asked, other="", mode="side")


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("", ()),
        (" , ,", ()),
        ("UA-14", ("UA-14",)),
        ("ua-14, Donetsk,UA-23", ("UA-14", "UA-23")),
        ("UA-14+UA-23", ("UA-14", "UA-23")),
        ("Ukraine", ("UA",)),
        ("geonames:713122", ("geonames:713122",)),
    ],
)
def test_places_of_an_address(words, places):
    assert places_asked(words) == places


@pytest.mark.parametrize(
    "words", ["Nowhere at all", "geonames:", "geonames:0", "geonames:-1", ",".join(["UA-14"] * 21)]
)
def test_places_that_are_none(words):
    with pytest.raises(BadValue):
        places_asked(words)


@pytest.mark.parametrize(
    ("place", "region"),
    [("UA-14", "UA-14"), ("geonames:713122", "UA-14"), ("geonames:0", ""), ("name:Somewhere", "")],
)
def test_the_region_of_a_place(place, region):
    assert region_of(place) == region


@pytest.mark.parametrize(
    ("text", "query"),
    [
        (
            "date 2025-02-20\nThe ministry said Russia holds 70% of the Donetsk region.",
            "place=UA-14&day=2025-02-20",
        ),
        (
            "date 2025-02-20\nThe ministry said Russia held 60% of the Donetsk region on "
            "1 January 2025.",
            "place=UA-14&day=2025-01-01",
        ),
        ("The ministry said Russia holds 70% of the Donetsk region.", None),
        ("date 2025-02-20\nThe ministry said its troops hold 70% of it.", None),
    ],
)
def test_the_map_of_a_claim(text, query):
    outcome = read(text)
    asked = claim_map(outcome.claims[0], outcome.report.published)
    assert (asked and asked.query) == query
