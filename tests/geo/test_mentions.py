import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.geo import regions
from groundcheck.geo.mentions import find_places


def ids(text: str) -> list[str]:
    return [place.id for place in find_places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A unit word, after or before, alone or closing or opening a list.
        ("in Kursk region", ["RU-KRS"]),
        ("in Kharkiv Oblast", ["UA-63"]),
        ("the state of Rakhine", ["MM-16"]),
        ("Donetsk, Zaporizhzhia and Kherson regions", ["UA-14", "UA-23", "UA-65"]),
        ("the regions of Kharkiv and Sumy", ["UA-63", "UA-59"]),
        ("the Amhara and Afar regional states", ["ET-AM", "ET-AF"]),
        ("Daraa governorate", ["SY-DR"]),
        ("Lachin district of Azerbaijan", ["AZ-LAC", "AZ"]),
        # The town, said in so many words or for want of any sign.
        ("the city of Kharkiv", ["name:Kharkiv"]),
        ("Kharkiv city", ["name:Kharkiv"]),
        ("the cities of Donetsk and Luhansk", ["name:Donetsk", "name:Luhansk"]),
        ("they entered Aleppo", ["name:Aleppo"]),
        ("5 kilometres from the centre of Kherson", ["name:Kherson"]),
        ("20 kilometres west of Donetsk", ["name:Donetsk"]),
        # A part of the first level is not the region.
        ("Kharkiv district", ["name:Kharkiv district"]),
        # Beside its like, or measured, it is the region.
        ("Donetsk and Luhansk", ["UA-14", "UA-09"]),
        ("75% of Kherson", ["UA-65"]),
        ("74 percent each of Zaporizhzhia and Kherson", ["UA-23", "UA-65"]),
        ("two thirds of the Donetsk front", ["UA-14"]),
        ("12 square kilometres in Sumy", ["UA-59"]),
        ("nearly all of neighbouring Luhansk", ["UA-09"]),
        # Variant spellings, accents and marks.
        ("Lugansk and Zaporozhye", ["UA-09", "UA-23"]),
        ("the Lugansk People’s Republic", ["UA-09"]),
        ("Nord-Kivu", ["CD-NK"]),
        ("Hadhramaut, Hadramout", ["YE-HD", "YE-HD"]),
        ("Deir al-Zour province", ["SY-DY"]),
        ("ménaka region", []),
        ("Ménaka region", ["ML-9"]),
        # Areas without a code.
        ("Donbas, Darfur and Nagorno-Karabakh", [
            "name:Donbas", "name:Darfur", "name:Nagorno-Karabakh",
        ]),
        ("Gaza City in the Gaza Strip", ["name:Gaza City", "name:Gaza Strip"]),
        # Namesakes are told apart by their unit word.
        ("Kyiv region", ["UA-32"]),
        ("Niger State and Niger", ["NG-NI", "NE"]),
        ("Northern State in Sudan", ["SD-NO", "SD"]),
        ("Northern District of Israel", ["IL-Z", "IL"]),
        # Countries outside our tables: only with a unit word or beside their country.
        ("Borno State", ["NG-BO"]),
        ("Borno, Yobe and Adamawa states", ["NG-BO", "NG-YO", "NG-AD"]),
        ("the state of Bayern", ["DE-BY"]),
        ("Nigeria lost parts of Borno", ["NG", "NG-BO"]),
        ("Borno fell silent", []),
        ("Central and Western parts; Male voters", []),
    ],
)  # fmt: skip
def test_what_a_name_is(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russian forces and Ukrainian troops",
        "the Arakan Army and the Shan State Army",
        "the Sudan Liberation Movement",
        "New Mexico, Lake Chad and the Niger River",
        "Gen. Jordan spoke",
        "Chad Miller and Michael Jordan",
        "Israel Katz said nothing",
        "they told us so",
        "turkey for dinner in china cups",
        "Kyiv denied it, and Moscow's forces advanced",
        "Islamic State Sahel Province",
        "",
        "12 %, — \u200f \u0301",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert ids(text) == []


def test_a_span_covers_the_unit_word_and_no_possessive() -> None:
    text = "Ukraine's Kursk-bound men left the Donetsk Oblast's west and the U.S."
    assert [place.text for place in find_places(text)][-2:] == ["Donetsk Oblast", "U.S."]
    assert find_places(text)[0].text == "Ukraine"


def test_what_was_not_chosen_is_kept_with_the_reason() -> None:
    town = find_places("They fled Kherson.")[0]
    assert (town.kind, town.candidates[0].id) == ("town", "UA-65")
    region = find_places("75% of Kherson")[0]
    assert (region.kind, region.candidates[0].id) == ("region", "name:Kherson")
    congo = find_places("Congo")[0]
    assert (congo.id, congo.candidates[0].id) == ("CD", "CG")
    assert all(c.why for place in (town, region, congo) for c in place.candidates)


PIECES = st.sampled_from(
    [
        "Kharkiv", "Donetsk", "Kyiv", "Congo", "Borno", "Nigeria", "Georgia", "Shan", "Gaza",
        "U.S.", "Niger", "Côte d’Ivoire", "Cəbrayıl", "region", "regions", "of", "the", "city",
        "State", "and", ",", ".", "’s", "%", "75", "-", "\n\n", "\u0301", "Army", "Gen.",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25).map(" ".join))
def test_places_are_in_order_apart_and_cut_from_the_text(text: str) -> None:
    end = 0
    for place in find_places(text):
        assert place.span is not None
        assert end <= place.span.start < place.span.end <= len(text)
        assert place.span.of(text) == place.text
        assert place.kind in {"town", "area"} or regions.place(place.id) is not None
        end = place.span.end
