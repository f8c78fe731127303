"""The tool that derives the shipped figures, on a made-up folder of all its layers."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
import tarfile
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
import pytest
import shapely
from pyarrow import parquet

from groundcheck.geo.areas import area_km2
from groundcheck.geo.control import ControlFigures
from groundcheck.ledger.shipped import read_figures

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "src/groundcheck/data/control"
LAYERS = ("deepstate", "deepstate-daily", "isw", "nzz")

WEST, EAST = shapely.box(30, 48, 31, 49), shapely.box(31, 48, 32, 49)
KURSK = shapely.box(35, 51, 37, 52)
QUARTER, MORE = shapely.box(30, 48, 30.5, 49), shapely.box(29.5, 48, 31.5, 49)
DAYS = tuple(date(2029, 5, n) for n in (1, 2, 3))


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "derive_figures", ROOT / "tools/derive_figures.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def feature(shape: shapely.Geometry, **properties: Any) -> dict[str, Any]:
    geometry = shapely.geometry.mapping(shape)
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, Any]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def archive(path: Path, files: dict[str, str]) -> None:
    with tarfile.open(path, "w:xz") as tar:
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            tar.addfile(entry, io.BytesIO(text.encode()))


def native(held: shapely.Geometry) -> str:
    status = "UA /// EN /// geoJSON.status"
    return collection(
        feature(held, name=f"{status}.occupied", fill="#a52714"),
        feature(shapely.box(30.5, 48, 30.75, 49), name=f"{status}.unknown", fill="#bcaaa4"),
        feature(shapely.box(35, 51, 36, 52), name=f"{status}.dismissed", fill="#01579b"),
    )


def moment(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, 20, 47, tzinfo=UTC).timestamp())


def window(day: date, held: shapely.Geometry) -> str:
    parts = [feature(held, type="nochange", _dateto=str(day)),
             feature(KURSK, type="losses", _dateto=str(day))]  # fmt: skip
    return json.dumps({"value": json.loads(collection(*parts))})


@pytest.fixture
def folder(tmp_path: Path, tool: ModuleType) -> Path:
    """Two regions, three days: held are a quarter, again a quarter, and more with some sea."""
    held = dict(zip(DAYS, (QUARTER, QUARTER, MORE), strict=True))
    # The days of an archive need not come in order, and there are other things in it.
    turned = [DAYS[0], DAYS[2], DAYS[1]]
    made = {
        "deepstate": {f"{moment(day)}.geojson": native(held[day]) for day in turned},
        "deepstate-daily": {f"map_{day:%Y%m%d}.geojson": collection(feature(held[day]))
                            for day in turned},
        "isw": {f"territory_geojson/{day}.geojson":
                collection(feature(held[day], layer_type="ukraine_control_map"))
                for day in turned},
        "nzz": {f"{day}.json": window(day, held[day]) for day in turned},
    }  # fmt: skip
    for name, files in made.items():
        archive(tmp_path / tool.SOURCES["layers"][name], {**files, "readme.txt": "no map"})
    sets = tool.SOURCES["boundaries"]
    (tmp_path / sets["minregion"]).write_text(
        collection(feature(WEST, ADMIN_1="Київська область"), feature(EAST, ADMIN_1="Місто Київ")),
        encoding="utf-8",
    )
    both = {"UA_32_West.geojson": collection(feature(shapely.box(30, 48, 32, 49))),
            "UA_FULL.geojson": collection(feature(WEST))}  # fmt: skip
    archive(tmp_path / sets["natural-earth"], both)
    (tmp_path / sets["russia-west"]).write_text(
        collection(feature(KURSK, name_latin="Kursk Oblast")), encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def output(tmp_path: Path) -> Path:
    made = tmp_path / "figures"
    made.mkdir()
    return made


def run(tool: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["derive_figures", *map(str, arguments)])
    return int(tool.main())


def figures(output: Path, layer: str, holder: str = "Russia") -> ControlFigures:
    found = read_figures((output / f"{layer}.parquet").read_bytes(), layer)
    (only,) = (one for one in found if one.holder == holder)
    return only


def test_a_small_country(
    tool: ModuleType, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(tool, monkeypatch, folder, "--output", output) == 0
    assert sorted(path.name for path in output.iterdir()) == sorted(
        f"{name}.{ending}" for name in LAYERS for ending in ("parquet", "toml")
    )
    for layer in LAYERS:
        found = figures(output, layer)
        assert found.days == DAYS
        assert found.covers == {"UA-30", "UA-32"}
        for day, share in zip(DAYS, (25.0, 25.0, 75.0), strict=True):
            shown = found.measure(["UA-30", "UA-32"], day)
            shares = {one.boundary_set: round(one.share, 3) for one in shown if not one.contested}
            assert shares == {"Minregion": share, "Natural Earth": share}
        west = found.measure(["UA-32"], DAYS[2])[0]
        assert (round(west.share, 3), west.whole_km2) == (
            100.0,
            pytest.approx(area_km2(WEST), abs=0.01),
        )


def test_contested_ground_and_what_ukraine_holds(
    tool: ModuleType, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tool, monkeypatch, folder, "--output", output)
    shares = [
        round(one.share, 2) for one in figures(output, "deepstate").measure(["UA-32"], DAYS[0])
    ]
    assert shares == [50.0, 75.0]
    kursk = figures(output, "deepstate", "Ukraine")
    assert [round(one.share, 2) for one in kursk.measure(["RU-KRS"], DAYS[0])] == [50.0, 50.0]
    other = figures(output, "nzz", "Ukraine")
    assert [round(one.share, 2) for one in other.measure(["RU-KRS"], DAYS[0])] == [100.0]
    assert not other.contested


def test_what_lies_outside_every_outline_is_told(
    tool: ModuleType, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tool, monkeypatch, folder, "--output", output)
    sea = area_km2(MORE) - area_km2(shapely.box(30, 48, 31.5, 49))
    for outside in figures(output, "deepstate-daily").outside:
        assert list(outside.km2) == pytest.approx([0, 0, sea], abs=0.02)


def test_the_provenance_names_every_input(
    tool: ModuleType, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tool, monkeypatch, folder, "--output", output)
    for layer in LAYERS:
        table = parquet.read_table(output / f"{layer}.parquet")
        beside = (output / f"{layer}.toml").read_text("utf-8")
        assert table.schema.metadata[b"provenance"].decode() == beside
        told = tomllib.loads(beside)
        assert told["layer"]["sha256"] == tool._sha256(folder / told["layer"]["file"])
        assert (told["days"]["first"], told["days"]["last"]) == (DAYS[0], DAYS[2])
        assert told["table"] == {
            **told["table"], "rows": table.num_rows, "sha256": tool.table_hash(table),
        }  # fmt: skip
        for boundaries in told["boundaries"]:
            assert boundaries["sha256"] == tool._sha256(folder / boundaries["file"])
        kursk = "CARTO" in [boundaries["name"] for boundaries in told["boundaries"]]
        assert kursk == (len(told["covers"]) == 2)


def test_the_same_inputs_give_the_same_bytes(
    tool: ModuleType, folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for _ in range(2):
        run(tool, monkeypatch, folder, "--output", output)
        made.append({path.name: path.read_bytes() for path in sorted(output.iterdir())})
    assert made[0] == made[1]


def test_write_and_check(
    tool: ModuleType,
    folder: Path,
    output: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(tool, monkeypatch, folder, "--output", output)
    before = {path: path.read_bytes() for path in output.iterdir()}
    capsys.readouterr()
    assert run(tool, monkeypatch, folder, "--output", output, "--check") == 0
    assert capsys.readouterr().out.splitlines() == [f"{name}: the same bytes" for name in LAYERS]
    assert {path: path.read_bytes() for path in output.iterdir()} == before

    path = output / "isw.parquet"
    table = parquet.read_table(path)
    parquet.write_table(table, path)
    assert run(tool, monkeypatch, folder, "--output", output, "--check") == 0
    assert "isw: the same figures, other bytes\n" in capsys.readouterr().out

    km2 = [value + (at == 2) for at, value in enumerate(table["km2"].to_pylist())]
    number = table.column_names.index("km2")
    parquet.write_table(table.set_column(number, "km2", pa.array(km2)), path)
    assert run(tool, monkeypatch, folder, "--output", output, "--check") == 1
    assert "isw: the column km2 differs by up to 1\n" in capsys.readouterr().out


def test_a_changed_map_is_found(
    tool: ModuleType,
    folder: Path,
    output: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(tool, monkeypatch, folder, "--output", output)
    archive(
        folder / tool.SOURCES["layers"]["isw"],
        {f"territory_geojson/{day}.geojson":
         collection(feature(MORE, layer_type="ukraine_control_map")) for day in DAYS},
    )  # fmt: skip
    capsys.readouterr()
    assert run(tool, monkeypatch, folder, "--output", output, "--check") == 1
    told = dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines())
    assert told["isw"].startswith("the column km2 differs by up to")
    assert [told[name] for name in LAYERS if name != "isw"] == ["the same bytes"] * 3


def test_tables_of_other_days_differ(tool: ModuleType) -> None:
    table = parquet.read_table(SHIPPED / "isw.parquet")
    assert tool.differences(table, table) == []
    assert tool.differences(table, table.slice(1)) == ["the column day differs"]


def test_what_is_left_out_is_told(
    tool: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tool.read_sets(folder)
    (told,) = capsys.readouterr().err.splitlines()
    assert (
        told == "notice: UA_FULL.geojson: passed over: names no region that the description knows"
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_each_shipped_table_has_the_hash_it_names(tool: ModuleType, layer: str) -> None:
    table = parquet.read_table(SHIPPED / f"{layer}.parquet")
    told = tomllib.loads((SHIPPED / f"{layer}.toml").read_text("utf-8"))
    assert told["table"]["sha256"] == tool.table_hash(table)
    assert told["layer"]["file"] == tool.SOURCES["layers"][layer]
    assert told["table"]["method"] == tool.SOURCES["method"]
