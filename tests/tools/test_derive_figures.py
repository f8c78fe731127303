"""The tool that derives the shipped figures, on a made-up country and, if at hand, the real one."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
import tarfile
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
import pytest
import shapely
from pyarrow import parquet

from groundcheck.geo.areas import area_km2
from groundcheck.ledger.shipped import read_figures

ROOT = Path(__file__).parent.parent.parent
LAYERS = ROOT.parent / "shared" / "layers"
SHIPPED = ROOT / "src/groundcheck/data/control/ukraine-daily.parquet"
needs_layers = pytest.mark.skipif(not LAYERS.exists(), reason="the layers are not at hand")

WEST, EAST = shapely.box(30, 48, 31, 49), shapely.box(31, 48, 32, 49)


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


def archive(path: Path, **files: str) -> None:
    with tarfile.open(path, "w:xz") as tar:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"{name}.geojson")
            entry.size = len(text.encode())
            tar.addfile(entry, io.BytesIO(text.encode()))


@pytest.fixture
def layers(tmp_path: Path, tool: ModuleType) -> Path:
    """Two regions, three days: held are a quarter, again a quarter, and more with some sea."""
    quarter = collection(feature(shapely.box(30, 48, 30.5, 49)))
    more = collection(feature(shapely.box(29.5, 48, 31.5, 49)))
    archive(
        tmp_path / tool.LAYER["file"],
        map_20300501=quarter, map_20300503=more, map_20300502=quarter, readme="no map",
    )  # fmt: skip
    ministry, other = tool.BOUNDARIES
    (tmp_path / ministry["file"]).write_text(
        collection(feature(WEST, ADMIN_1="Київська область"), feature(EAST, ADMIN_1="Місто Київ")),
        encoding="utf-8",
    )
    archive(tmp_path / other["file"], UA_32_West=collection(feature(shapely.box(30, 48, 32, 49))),
            UA_FULL=collection(feature(WEST)))  # fmt: skip
    return tmp_path


def test_a_small_country(tool: ModuleType, layers: Path) -> None:
    table = tool.derive(layers)
    content = tool.encode(table, tool.provenance(table, layers))
    figures = read_figures(content, "small")
    assert figures.days == (date(2030, 5, 1), date(2030, 5, 2), date(2030, 5, 3))
    assert figures.covers == {"UA-30", "UA-32"}
    shares = [
        {one.boundary_set: round(one.share, 3) for one in figures.measure(["UA"], day)}
        for day in figures.days
    ]
    assert shares == [{"Minregion": share, "Natural Earth": share} for share in (25.0, 25.0, 75.0)]
    west, east = (figures.measure([place], figures.last_day)[0] for place in ("UA-32", "UA-30"))
    assert (round(west.share, 3), round(east.share, 3)) == (100.0, 50.0)
    assert west.whole_km2 == pytest.approx(area_km2(WEST), abs=0.01)


def test_what_lies_outside_every_outline_is_told(tool: ModuleType, layers: Path) -> None:
    rows = [row for row in tool.derive(layers).to_pylist() if not row["place"]]
    assert [round(row["share"], 2) for row in rows] == [0, 0, 25, 0, 0, 25]
    assert rows[2]["whole_km2"] == pytest.approx(2 * area_km2(WEST), abs=0.02)


def test_the_same_inputs_give_the_same_bytes(tool: ModuleType, layers: Path) -> None:
    first, second = (tool.derive(layers) for _ in range(2))
    words = tool.provenance(first, layers)
    assert tool.encode(first, words) == tool.encode(second, tool.provenance(second, layers))


def run(tool: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["derive_figures", *map(str, arguments)])
    return int(tool.main())


def test_write_and_check(
    tool: ModuleType, layers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    output = layers / "figures.parquet"
    assert run(tool, monkeypatch, layers, "--output", output) == 0
    assert output.with_suffix(".toml").exists()
    before = output.read_bytes()
    assert run(tool, monkeypatch, layers, "--output", output, "--check") == 0
    assert capsys.readouterr().out.endswith("the same bytes\n")
    table = parquet.read_table(output)
    km2 = [value + (at == 2) for at, value in enumerate(table["km2"].to_pylist())]
    changed = table.set_column(5, "km2", pa.array(km2))
    parquet.write_table(changed, output)
    assert run(tool, monkeypatch, layers, "--output", output, "--check") == 1
    assert capsys.readouterr().out == "the column km2 differs by up to 1\n"
    assert output.read_bytes() != before


def test_tables_of_other_days_differ(tool: ModuleType, layers: Path) -> None:
    table = tool.derive(layers)
    assert tool.differences(table, table) == []
    assert tool.differences(table, table.slice(1)) == ["the column day differs"]


def test_every_region_has_one_code(tool: ModuleType) -> None:
    assert len(tool.NAMES) == len(set(tool.NAMES.values())) == 27


def test_the_shipped_table_has_the_hash_it_names(tool: ModuleType) -> None:
    table = parquet.read_table(SHIPPED)
    words = table.schema.metadata[b"provenance"].decode()
    assert tool.table_hash(table) in words


@needs_layers
def test_the_real_days_come_out_as_shipped(tool: ModuleType) -> None:
    regions = tool.read_regions(LAYERS)
    asked = {date(2024, 7, 8), date(2025, 2, 20), date(2026, 1, 1), date(2026, 8, 22)}
    days = [entry for entry in tool.read_days(LAYERS / tool.LAYER["file"]) if entry[0] in asked]
    derived = tool.tabulate(list(tool.measure(days, regions)), regions)
    shipped = parquet.read_table(SHIPPED)
    kept = pa.array([day in asked for day in shipped["day"].to_pylist()])
    assert tool.differences(derived, shipped.filter(kept)) == []


@needs_layers
def test_what_is_outside_is_the_difference_of_the_shapes(tool: ModuleType) -> None:
    regions = tool.read_regions(LAYERS)
    content = dict(tool.read_days(LAYERS / tool.LAYER["file"]))[date(2025, 2, 20)]
    (shape,) = tool.read_outlines(content)
    (day,) = tool.measure([(date(2025, 2, 20), content)], regions)
    for name, km2 in day.outside.items():
        outlines = [one.geometry for one in regions if one.boundary_set == name]
        outside = shapely.difference(shape.geometry, shapely.union_all(outlines))
        assert km2 == pytest.approx(area_km2(outside), abs=0.05)


@needs_layers
def test_three_outlines_of_the_second_set_are_repaired_with_a_notice(
    tool: ModuleType, capsys: pytest.CaptureFixture
) -> None:
    tool.read_regions(LAYERS)
    told = capsys.readouterr().err.splitlines()
    assert [line[8:13] for line in told] == ["UA_48", "UA_51", "UA_65"]
    assert all("Hole lies outside shell" in line for line in told)
