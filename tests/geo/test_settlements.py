from collections import Counter

import pytest

from groundcheck.geo import regions, settlements
from groundcheck.geo.settlements import find, key, read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Velyka Novosilka", "velyka-novosilka"),
        ("Chasiv Yar", "Chasiv’ Yar"),
        ("Nyu-York", "Niu York"),
        ("Krasnyi Luch", "Krasny Luch"),
        ("Alekseyevka", "Alekseevka"),
        ("Vovčansk", "Vovcansk"),
        ("Їжаківка", "їжаківка"),
        ("Torec'k", "Toreck"),
    ],
)
def test_spellings_that_come_out_alike(one, other):
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Rubizhne", "Rubizhanske"), ("Horlivka", "Gorlovka")])
def test_spellings_that_stay_apart(one, other):
    assert key(one) != key(other)


def test_a_table_is_turned_as_its_names_are():
    names = ["Chasiv Yar", "Часів Яр", "Alekseyevka"]
    assert key("|".join(names)).split("|") == [key(name) for name in names]


@pytest.mark.parametrize("name", ["Melitopol", "Melitopol'", "Мелитополь", "Мелітополь"])
def test_one_town_by_its_names(name):
    (town, *_) = find(name)
    assert (town.region, town.country) == ("UA-23", "UA")
    assert town.lat == pytest.approx(46.84, abs=0.1)
    assert town.lon == pytest.approx(35.37, abs=0.1)


def test_all_candidates_the_most_populous_first():
    found = find("Oleksandrivka")
    assert len(found) > 10
    assert [town.population for town in found] == sorted(
        (town.population for town in found), reverse=True
    )
    assert find("Oleksandrivka", "RU") == ()
    assert find("Nowhere at all") == ()


def test_every_region_is_known_and_has_settlements():
    counted = Counter(town.region for town in settlements.settlements())
    assert set(counted) == {*regions.parts("UA"), "RU-BEL", "RU-BRY", "RU-KRS"}
    assert min(counted.values()) > 10


def test_the_rows_are_sound():
    towns = settlements.settlements()
    assert len({town.id for town in towns}) == len(towns) > 5000
    assert all(44 < town.lat < 55 and 22 < town.lon < 41 for town in towns)
    assert all(town.name in [t.name for t in find(town.name)] for town in towns[:50])


@pytest.mark.parametrize("text", ["1\tAway\tXA-1\n", "1\tAway\tXA-1\tnorth\t2\t3\t\n"])
def test_a_table_that_is_none(text):
    with pytest.raises(ValueError, match=r"unpack|float"):
        read(text)


def test_rows_and_their_notes():
    (town,) = read("# note\n7\tAway\tXA-1\t1.5\t-2.5\t0\tFar|Off\n")
    assert (town.id, town.names, town.population, town.country) == (7, ("Far", "Off"), 0, "XA")
