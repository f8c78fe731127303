"""The figures in the package: whole, in agreement with themselves, and read lazily."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from groundcheck.errors import DataError
from groundcheck.geo.control import ControlFigures
from groundcheck.ledger.descriptions import read_layer, text_of
from groundcheck.ledger.shipped import load_figures, read_figures

FOLDER = resources.files("groundcheck") / "data" / "control"
LAYERS = ("deepstate", "deepstate-daily", "isw", "nzz")
CONTENT = (FOLDER / "deepstate.parquet").read_bytes()
DAY = date(2025, 2, 20)
NEW_YEAR = date(2026, 1, 1)


def figures_of(layer: str, holder: str = "Russia") -> ControlFigures:
    (only,) = (one for one in load_figures() if (one.layer, one.holder) == (layer, holder))
    return only


def table_of(layer: str) -> pa.Table:
    return parquet.read_table(pa.BufferReader((FOLDER / f"{layer}.parquet").read_bytes()))


def provenance_of(layer: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{layer}.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def daily() -> ControlFigures:
    return figures_of("deepstate-daily")


@pytest.fixture(scope="module")
def table() -> pa.Table:
    return table_of("deepstate")


def encoded(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink)
    return sink.getvalue().to_pybytes()


def test_loaded_once() -> None:
    assert load_figures() is load_figures()


def test_there_is_one_for_each_layer_and_holder() -> None:
    assert [(one.layer, one.holder, one.country) for one in load_figures()] == [
        ("deepstate", "Russia", "UA"),
        ("deepstate", "Ukraine", "RU"),
        ("deepstate-daily", "Russia", "UA"),
        ("isw", "Russia", "UA"),
        ("nzz", "Russia", "UA"),
        ("nzz", "Ukraine", "RU"),
    ]


def test_what_it_says_of_itself(daily: ControlFigures) -> None:
    assert "deepstatemap.live" in daily.maker
    assert "not counted" in daily.definition
    assert (daily.first_day, daily.last_day) == (date(2024, 7, 8), date(2026, 8, 22))
    assert len(daily.days) == 769
    assert daily.boundary_sets == ("Minregion", "Natural Earth")
    assert len(daily.covers) == 27
    assert not daily.contested
    assert len(set(daily.inputs)) == 3
    assert all(len(one) == 64 for one in daily.inputs)


@pytest.mark.parametrize("layer", LAYERS)
def test_it_says_what_the_description_says(layer: str) -> None:
    described = read_layer(text_of("layers", layer), layer)
    ours = [one for one in load_figures() if one.layer == layer]
    assert [one.holder for one in ours] == [cover.holder for cover in described.covers]
    for one, cover in zip(ours, described.covers, strict=True):
        assert (one.maker, one.origin) == (described.maker, described.origin)
        assert (one.definition, one.valid_days) == (described.definition, described.valid_days)
        assert (one.country, one.partial) == (cover.country, cover.partial)
        assert one.contested == cover.contested
        assert one.covers <= cover.regions - cover.partial


def test_layers_of_one_origin_are_told() -> None:
    origins = {one.layer: one.origin for one in load_figures()}
    assert origins["deepstate"] == origins["deepstate-daily"]
    assert len(set(origins.values())) == 3


def test_it_fits_the_package() -> None:
    sizes = {layer: len((FOLDER / f"{layer}.parquet").read_bytes()) for layer in LAYERS}
    assert sum(sizes.values()) < 300_000


@pytest.mark.parametrize("layer", LAYERS)
def test_the_provenance_beside_is_the_one_inside(layer: str) -> None:
    table, provenance = table_of(layer), provenance_of(layer)
    beside = (FOLDER / f"{layer}.toml").read_text("utf-8")
    assert table.schema.metadata[b"provenance"].decode() == beside
    assert provenance["table"]["rows"] == table.num_rows
    days = figures_of(layer).days
    named = provenance["days"]
    assert (named["first"], named["last"], named["count"]) == (days[0], days[-1], len(days))


def test_the_missing_days_are_named(daily: ControlFigures) -> None:
    days = {daily.first_day + timedelta(n) for n in range(776)}
    assert max(days) == daily.last_day
    assert days - set(daily.days) == set(provenance_of("deepstate-daily")["days"]["missing"])


@pytest.mark.parametrize("layer", LAYERS)
def test_every_outline_has_every_day_in_order(layer: str) -> None:
    table, days = table_of(layer), figures_of(layer).days
    assert all(old < new for old, new in pairwise(days))
    assert table["day"].to_pylist() == [*days] * (table.num_rows // len(days))
    columns = ("holder", "boundary_set", "place", "status")
    keys = list(zip(*(table[name].to_pylist() for name in columns), strict=True))
    outlines = list(dict.fromkeys(keys))
    assert keys == [outline for outline in outlines for _ in days]
    assert outlines == sorted(outlines)
    ukraine = [key for key in outlines if key[0] == "Russia" and key[3] == "held"]
    assert len(ukraine) == 27 + 25 + 2


def test_the_columns_are_small(table: pa.Table) -> None:
    words = pa.dictionary(pa.int32(), pa.string())
    for name in ("layer", "place", "holder", "status", "boundary_set"):
        assert table.schema.field(name).type == words
    assert table.schema.field("day").type == pa.date32()


@pytest.mark.parametrize("layer", LAYERS)
def test_rows_agree_with_themselves(layer: str) -> None:
    table = table_of(layer)
    columns = (table[name].to_pylist() for name in ("km2", "whole_km2", "share", "place"))
    for km2, whole, share, place in zip(*columns, strict=True):
        assert km2 >= 0
        if place:
            assert km2 <= whole + 0.02
            assert share == pytest.approx(100 * km2 / whole, abs=1e-4)
        else:
            assert (whole, share) == (0, 0)


def test_held_and_contested_ground_fit_into_the_region() -> None:
    for one in (figures_of("deepstate"), figures_of("deepstate", "Ukraine")):
        for series in one.series:
            assert series.contested_km2 is not None
            both = map(sum, zip(series.km2, series.contested_km2, strict=True))
            assert max(both) <= series.whole_km2 + 0.03


def test_both_boundary_sets_add_up_to_the_same_whole_layer(daily: ControlFigures) -> None:
    # What one set's outlines do not hold the other's do, or it lies outside of both.
    sums = [
        [
            sum(each)
            for each in zip(
                *(s.km2 for s in (*daily.series, *daily.outside) if s.boundary_set == name),
                strict=True,
            )
        ]
        for name in daily.boundary_sets
    ]
    assert sums[0] == pytest.approx(sums[1], abs=0.3)


@pytest.mark.parametrize(
    ("places", "ministry", "other"),
    [
        (["UA-14"], 68.9, 68.3),
        (["UA-23"], 72.3, 72.8),
        (["UA-65"], 70.3, 72.1),
        (["UA-09"], 99.1, 98.2),
        (["UA-14", "UA-23", "UA-65"], 70.5, 71.1),
        (["UA"], 18.6, 18.5),
        (["UA-30"], 0.0, None),
        (["UA-40", "UA-43"], 100.0, 99.0),
    ],
)  # fmt: skip
def test_shares_as_measured_elsewhere(
    daily: ControlFigures, places: list[str], ministry: float, other: float | None
) -> None:
    shares = {one.boundary_set: round(one.share, 1) for one in daily.measure(places, DAY)}
    expected = {"Minregion": ministry, "Natural Earth": other}
    assert shares == {name: share for name, share in expected.items() if share is not None}


def test_the_country_as_the_maker_published_it(daily: ControlFigures) -> None:
    # The maker gave 116,165 km² for the same day, 19.25% of the official 603,628 km², and a
    # gain of 4,336 km² in the year before.
    ministry = daily.measure(["UA"], NEW_YEAR)[0]
    (outside,) = (one for one in daily.outside if one.boundary_set == "Minregion")
    own = ministry.km2 + outside.km2[daily.days.index(NEW_YEAR)]
    assert own == pytest.approx(116_165, rel=1e-3)
    assert (round(ministry.km2), round(ministry.whole_km2)) == (115_707, 602_313)
    assert ministry.share == pytest.approx(19.25, abs=0.1)
    gains = {c.new.boundary_set: c.km2 for c in daily.change(["UA"], date(2025, 1, 1), NEW_YEAR)}
    assert gains["Minregion"] == pytest.approx(4_336, rel=0.01)


def test_the_maps_of_one_maker_agree_on_one_day() -> None:
    # The daily files are taken in the night, the export in the evening of the same day.
    for place in ("UA-09", "UA-14", "UA-23", "UA-65", "UA"):
        export, _ = figures_of("deepstate").measure([place], DAY)[:2]
        file = figures_of("deepstate-daily").measure([place], DAY)[0]
        assert export.whole_km2 == file.whole_km2
        assert export.share == pytest.approx(file.share, abs=0.2)


def test_what_ukraine_held_in_kursk() -> None:
    held, contested = figures_of("deepstate", "Ukraine").measure(["RU-KRS"], DAY)
    assert (held.contested, contested.contested) == (False, True)
    assert (round(held.km2), round(contested.km2)) == (425, 595)
    (other,) = figures_of("nzz", "Ukraine").measure(["RU-KRS"], DAY)
    assert (round(other.km2), other.day) == (526, date(2025, 2, 19))


def test_of_regions_that_a_maker_does_not_draw_whole_no_total_is_given() -> None:
    nzz = figures_of("nzz")
    for place in ("UA-43", "UA-14", "UA"):
        assert nzz.measure([place], DAY) == ()
    assert nzz.measure(["UA-65"], DAY) != ()
    # Gains in these regions are told: the ground that is left out stays left out.
    (change, _) = nzz.change(["UA-14"], date(2025, 1, 1), DAY)
    assert change.km2 > 0


def test_a_city_and_its_region_are_told_apart_only_where_the_outlines_do(
    daily: ControlFigures,
) -> None:
    assert [one.boundary_set for one in daily.measure(["UA-43"], DAY)] == ["Minregion"]
    assert len(daily.measure(["UA-43", "UA-40"], DAY)) == 2


def test_a_missing_day_is_the_one_before(daily: ControlFigures) -> None:
    assert daily.measure(["UA"], date(2025, 1, 1))[0].day == date(2024, 12, 31)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_last_map_speaks_for_some_days_more(layer: str) -> None:
    figures = figures_of(layer)
    last = figures.last_day + timedelta(figures.valid_days)
    assert figures.measure(["UA-65"], last)[0].day == figures.last_day
    assert figures.measure(["UA-65"], last + timedelta(1)) == ()


@pytest.mark.parametrize("place", ["RU-KRS", "RU", "PL", "UA-99"])
def test_other_countries_are_not_covered(daily: ControlFigures, place: str) -> None:
    assert daily.regions_of(place) == ()
    assert daily.measure([place], DAY) == ()


@pytest.mark.parametrize("place", ["RU", "RU-MOW", "UA"])
def test_of_russia_three_regions_are_covered_and_not_the_country(place: str) -> None:
    kursk = figures_of("deepstate", "Ukraine")
    assert kursk.covers == {"RU-KRS", "RU-BEL", "RU-BRY"}
    assert kursk.regions_of(place) == ()
    assert kursk.measure([place], DAY) == ()


def test_damaged_tables_are_refused_in_one_line(table: pa.Table) -> None:
    moved = table.slice(1).replace_schema_metadata(table.schema.metadata)
    shuffled = pa.concat_tables([table.slice(5), table.slice(0, 5)])
    damaged = {
        "cut": CONTENT[:-100],
        "empty": b"",
        "text": b"day,place",
        "unsigned": encoded(table.replace_schema_metadata({})),
        "garbled": encoded(table.replace_schema_metadata({"provenance": "[["})),
        "short": encoded(moved),
        "shuffled": encoded(shuffled),
        "no rows": encoded(table.slice(0, 0)),
        "no column": encoded(table.drop_columns(["km2"])),
    }
    for name, content in damaged.items():
        with pytest.raises(DataError, match=f"^{name}: the table of control figures") as caught:
            read_figures(content, name)
        assert "\n" not in str(caught.value), name


def test_nothing_heavy_is_imported_before_it_is_asked_for() -> None:
    code = (
        "import sys, groundcheck.ledger.shipped, groundcheck.geo.control;"
        "print([m for m in ('pyarrow', 'numpy', 'shapely', 'pyproj') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
