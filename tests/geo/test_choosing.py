import pytest

from groundcheck.geo.choosing import Clues, choose
from groundcheck.geo.gazetteer import town


def clues(countries="", regions="", sentence="", beside="", namesakes=""):
    cells = (countries, regions, sentence, beside, namesakes)
    return Clues(*(frozenset(cell.split()) for cell in cells))


BAKHMUT, TORETSK, AFRIN = town(713174), town(709354), town(173811)


@pytest.mark.parametrize(
    ("name", "known", "id_"),
    [
        ("Omdurman", clues("SD"), 365137),
        ("Tripoli", clues("LY TR"), 2210247),
        ("Tripoli", clues("LB IL"), 266826),
        ("Bara", clues("SD", "SD-KN", beside="SD-KN"), 377724),
        ("Pokrovsk", clues("UA RU", "UA-14"), 704422),
        ("Kostiantynivka", clues("UA RU", "UA-23", beside="UA-23"), 705115),
        ("New York", clues("UA RU", "UA-14", beside="UA-14"), 699751),
        ("Kyiv", clues("UA"), 703448),
        ("Tyre", clues("LB IL"), 267008),
    ],
)
def test_countries_and_regions_decide(name, known, id_):
    found = choose(name, known)
    assert found.town is not None
    assert found.town.id == id_
    assert f"geonames:{id_}" not in [c.id for c in found.candidates]


@pytest.mark.parametrize(
    ("name", "known", "why"),
    [
        ("Kostiantynivka", clues("UA RU"), "bears the same name"),
        ("Lyman", clues("UA", "UA-63"), "bears the same name"),
        ("Bakhmut", clues("SD"), "the report does not name the country"),
        ("Bakhmut", clues("UA", "UA-14 UA-23", beside="UA-23"), "the words say where it lies"),
        ("Yunakivka", clues("UA", "UA-14"), "too small to be known by its name alone"),
        ("Perth", clues("GB"), "a larger city bears the name"),
        ("Paris", clues("UA US"), "bears the same name"),
        ("Novotroitskoye", clues("UA", "UA-63"), "spelled otherwise"),
    ],
)
def test_what_does_not_decide_is_told(name, known, why):
    found = choose(name, known)
    assert found.town is None
    assert why in found.candidates[0].why
    assert 1 <= len(found.candidates) <= 6


def test_the_towns_beside_it_decide():
    known = clues("UA RU")
    assert choose("Kostiantynivka", known).town is None
    found = choose("Kostiantynivka", known, (BAKHMUT, TORETSK))
    assert found.town is not None
    assert found.town.id == 705104
    assert "farther from the report's other towns" in found.candidates[0].why
    assert choose("Kostiantynivka", known, (AFRIN,)).town is None


def test_a_village_is_known_beside_a_town():
    known = clues("UA", "UA-14")
    assert choose("Ocheretyne", clues("UA")).town is None
    assert choose("Ocheretyne", known).town is not None
    assert choose("Ocheretyne", clues("UA"), (TORETSK,)).town is not None


@pytest.mark.parametrize("name", ["Looters", "Victoria Nuland", "Nowhere at all", ""])
def test_what_is_no_town_has_no_candidates(name):
    assert choose(name, clues("UA US GB")).town is None
    assert choose(name, clues("UA US GB")).candidates == ()
