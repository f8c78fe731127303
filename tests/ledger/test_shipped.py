"""The figures in the package: whole, in agreement with themselves, and read lazily."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise

import pyarrow as pa
import pytest
from pyarrow import parquet

from groundcheck.errors import DataError
from groundcheck.geo.control import ControlFigures
from groundcheck.ledger.shipped import load_figures, read_figures

FOLDER = resources.files("groundcheck") / "data" / "control"
CONTENT = (FOLDER / "ukraine-daily.parquet").read_bytes()
BESIDE = (FOLDER / "ukraine-daily.toml").read_text("utf-8")
DAY = date(2025, 2, 20)
NEW_YEAR = date(2026, 1, 1)


@pytest.fixture(scope="module")
def figures() -> ControlFigures:
    (only,) = load_figures()
    return only


@pytest.fixture(scope="module")
def table() -> pa.Table:
    return parquet.read_table(pa.BufferReader(CONTENT))


def encoded(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink)
    return sink.getvalue().to_pybytes()


def test_loaded_once(figures: ControlFigures) -> None:
    assert load_figures()[0] is figures


def test_what_it_says_of_itself(figures: ControlFigures) -> None:
    assert (figures.layer, figures.holder, figures.country) == ("DeepState", "Russia", "UA")
    assert "deepstatemap.live" in figures.maker
    assert "not counted" in figures.definition
    assert (figures.first_day, figures.last_day) == (date(2024, 7, 8), date(2026, 8, 22))
    assert len(figures.days) == 769
    assert figures.boundary_sets == ("Minregion", "Natural Earth")
    assert len(figures.covers) == 27
    assert len(set(figures.inputs)) == 3
    assert all(len(one) == 64 for one in figures.inputs)


def test_it_fits_the_package() -> None:
    assert len(CONTENT) < 300_000


def test_the_provenance_beside_is_the_one_inside(table: pa.Table) -> None:
    assert table.schema.metadata[b"provenance"].decode() == BESIDE
    provenance = tomllib.loads(BESIDE)
    assert provenance["table"]["rows"] == table.num_rows
    days = {provenance["days"]["first"] + timedelta(n) for n in range(776)}
    assert days - set(load_figures()[0].days) == set(provenance["days"]["missing"])
    assert max(days) == provenance["days"]["last"] == provenance["table"]["derived_through"]


def test_every_outline_has_every_day_in_order(table: pa.Table) -> None:
    days = load_figures()[0].days
    assert all(old < new for old, new in pairwise(days))
    assert table["day"].to_pylist() == [*days] * (table.num_rows // len(days))
    keys = list(zip(table["boundary_set"].to_pylist(), table["place"].to_pylist(), strict=True))
    outlines = list(dict.fromkeys(keys))
    assert keys == [outline for outline in outlines for _ in days]
    assert outlines == sorted(outlines)
    assert len(outlines) == 27 + 25 + 2


def test_the_columns_are_small(table: pa.Table) -> None:
    words = pa.dictionary(pa.int32(), pa.string())
    for name in ("layer", "place", "holder", "status", "boundary_set"):
        assert table.schema.field(name).type == words
    assert table.schema.field("day").type == pa.date32()


def test_rows_agree_with_themselves(table: pa.Table) -> None:
    for row in table.to_pylist():
        assert 0 <= row["km2"] <= row["whole_km2"] + 0.02
        assert row["share"] == pytest.approx(100 * row["km2"] / row["whole_km2"], abs=1e-4)
        assert (row["layer"], row["holder"], row["status"]) == ("DeepState", "Russia", "held")


def test_regions_and_what_lies_outside_are_the_whole_layer(table: pa.Table) -> None:
    sums: dict[tuple[str, date], float] = {}
    wholes: dict[tuple[str, date], float] = {}
    for row in table.to_pylist():
        key = (row["boundary_set"], row["day"])
        sums[key] = sums.get(key, 0) + row["km2"]
        if not row["place"]:
            wholes[key] = row["whole_km2"]
    assert sums == pytest.approx(wholes, abs=0.2)


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
    figures: ControlFigures, places: list[str], ministry: float, other: float | None
) -> None:
    shares = {one.boundary_set: round(one.share, 1) for one in figures.measure(places, DAY)}
    expected = {"Minregion": ministry, "Natural Earth": other}
    assert shares == {name: share for name, share in expected.items() if share is not None}


def test_the_country_as_the_maker_published_it(figures: ControlFigures, table: pa.Table) -> None:
    # The maker gave 116,165 km² for the same day, 19.25% of the official 603,628 km², and a
    # gain of 4,336 km² in the year before.
    (own,) = {
        row["whole_km2"] for row in table.to_pylist() if not row["place"] and row["day"] == NEW_YEAR
    }
    assert own == pytest.approx(116_165, rel=1e-3)
    ministry = figures.measure(["UA"], NEW_YEAR)[0]
    assert (round(ministry.km2), round(ministry.whole_km2)) == (115_707, 602_313)
    assert ministry.share == pytest.approx(19.25, abs=0.1)
    gains = dict(figures.change(["UA"], date(2025, 1, 1), NEW_YEAR))
    assert gains["Minregion"] == pytest.approx(4_336, rel=0.01)


def test_a_city_and_its_region_are_told_apart_only_where_the_outlines_do(
    figures: ControlFigures,
) -> None:
    assert [one.boundary_set for one in figures.measure(["UA-43"], DAY)] == ["Minregion"]
    assert len(figures.measure(["UA-43", "UA-40"], DAY)) == 2


def test_a_missing_day_is_the_one_before(figures: ControlFigures) -> None:
    assert figures.measure(["UA"], date(2025, 1, 1))[0].day == date(2024, 12, 31)


@pytest.mark.parametrize("place", ["RU-KRS", "RU", "PL", "UA-99"])
def test_other_countries_are_not_covered(figures: ControlFigures, place: str) -> None:
    assert figures.regions_of(place) == ()
    assert figures.measure([place], DAY) == ()


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
