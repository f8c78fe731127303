import zlib

import pytest

from groundcheck.errors import DataError
from groundcheck.geo import gazetteer, regions
from groundcheck.geo import packed as packed_file
from groundcheck.geo.gazetteer import find, named, spelled, town
from groundcheck.geo.packed import Packed, pack


@pytest.mark.parametrize("name", ["Melitopol", "Melitopol'", "Мелитополь", "Мелітополь"])
def test_one_town_by_its_names(name):
    (found, *_) = find(name)
    assert (found.id, found.region, found.country) == (701404, "UA-23", "UA")
    assert found.lat == pytest.approx(46.84, abs=0.1)
    assert found.lon == pytest.approx(35.37, abs=0.1)


@pytest.mark.parametrize(
    ("name", "country", "id_"),
    [
        ("Kharkov", "UA", 706483),
        ("Lugansk", "UA", 702658),
        ("Artyomovsk", "UA", 713174),
        ("Artemivsk", "UA", 713174),
        ("Dzerzhinsk", "UA", 709354),
        ("Krasnoarmeysk", "UA", 704422),
        ("Krasnoarmiisk", "UA", 704422),
        ("Ugledar", "UA", 690823),
        ("Nikolaev", "UA", 700569),
        ("Bolshaya Novoselka", "UA", 690237),
        ("New York", "UA", 699751),
        ("Stepanakert", "AZ", 146970),
        ("Deir Ezzor", "SY", 170794),
        ("Khan Younis", "PS", 281124),
        ("el-Fasher", "SD", 379555),
        ("al-Ubayyid", "SD", 379003),
        ("Raqqa", "SY", 172955),
        ("Gamishli", "SY", 173377),
    ],
)
def test_old_new_and_variant_names(name, country, id_):
    assert id_ in [found.id for found in find(name, {country})]


def test_all_candidates_the_most_populous_first():
    found = find("Oleksandrivka", {"UA"})
    assert len(found) > 10
    assert [t.population for t in found] == sorted((t.population for t in found), reverse=True)
    assert {t.country for t in found} == {"UA"}
    assert find("Nowhere at all") == ()


def test_a_spelling_goes_before_its_variants():
    assert named("Kharkov").exact
    assert find("Belogorovka", {"UA"}) != ()
    assert spelled("Dayr ez Zoor") == ()
    assert [t.id for t in find("Dayr ez Zoor", {"SY"})] == [170794]


def test_the_regions_are_of_their_country_and_of_iso():
    places = list(gazetteer.towns())
    assert len({t.id for t in places}) == len(places) > 200_000
    found = {t.region for t in places} - {""}
    assert all(regions.place(code) for code in found)
    assert {"UA-14", "RU-BEL", "SD-DN", "SY-DY", "MM-16", "ML-8", "US-TX"} <= found
    assert all(t.region[:2] in ("", t.country) for t in places)


@pytest.mark.parametrize(
    ("id_", "region"),
    [(379003, "SD-KN"), (379535, "SD-GK"), (170794, "SY-DY"), (713174, "UA-14"), (380308, "")],
)
def test_regions_of_some_towns(id_, region):
    assert town(id_).region == region


def test_what_is_not_there():
    with pytest.raises(DataError, match="geonames:1: not in the gazetteer"):
        town(1)


def test_a_look_up_unpacks_a_block_of_each_table_and_no_more(monkeypatch):
    unpacked = []

    def counted(data):
        unpacked.append(decompress(data))
        return unpacked[-1]

    find("Avdiivka")
    decompress = zlib.decompress
    monkeypatch.setattr(packed_file.zlib, "decompress", counted)
    for name in (f"{a}{b}ivka" for a in ("Novo", "Horo") for b in "bdhklmnprstv"):
        unpacked.clear()
        named(name)
        assert len(unpacked) <= 2
        assert sum(map(len, unpacked)) < 2**17


LINES = [f"{number:05}\tvalue {number}" for number in range(0, 2000, 2)]


@pytest.fixture
def packed(tmp_path):
    (tmp_path / "it.pack").write_bytes(pack(LINES))
    return Packed(tmp_path / "it.pack")


def test_what_is_packed_is_read_again(packed):
    assert list(packed.lines()) == LINES
    assert pack(LINES) == pack(iter(LINES))
    for line in LINES:
        assert packed.line(line[:5]) == line[6:]


@pytest.mark.parametrize("key", ["", "00001", "0000", "000000", "99999", "value", "00000\tvalue 0"])
def test_keys_that_no_line_has(packed, key):
    assert packed.line(key) is None


def test_an_empty_file_has_no_line(tmp_path):
    (tmp_path / "it.pack").write_bytes(pack([]))
    assert Packed(tmp_path / "it.pack").line("a") is None
    assert list(Packed(tmp_path / "it.pack").lines()) == []


@pytest.mark.parametrize("content", [b"", b"something else", b"groundcheck-packed-1 9\nabc"])
def test_a_file_that_is_none(tmp_path, content):
    (tmp_path / "it.pack").write_bytes(content)
    with pytest.raises(DataError, match=r"it\.pack: cannot be read"):
        Packed(tmp_path / "it.pack")


def test_a_missing_and_a_cut_file(tmp_path):
    with pytest.raises(DataError, match=r"no\.pack: cannot be read"):
        Packed(tmp_path / "no.pack")
    (tmp_path / "it.pack").write_bytes(pack(LINES)[:-9])
    with pytest.raises(DataError, match="a block is damaged"):
        list(Packed(tmp_path / "it.pack").lines())
