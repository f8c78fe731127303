"""Measure a layer's days on all regions of several boundary sets, against geopandas' overlay.

python benchmarks/measuring.py LAYERS [--runs 5] [--days 769]

LAYERS is the folder with the archives that ``tools/derive_figures.toml`` names. Three ways, in
the same run on the same days and outlines, each as often, medians told:

- overlay: geopandas overlays all days at once with each boundary set, in the fastest of four
  forms (in degrees, or projected to an equal-area plane beforehand; days with regions, or
  regions with days), with areas;
- from the files: every file read, cleaned and measured;
- from the store: the maps and outlines taken from a store on disk and measured.

All three must agree within 0.01 km² for every day and region, or it exits with 1.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from groundcheck.geo.areas import areas_km2
from groundcheck.geo.held import areas_by_day
from groundcheck.geo.layers import Ground
from groundcheck.ledger.cleaning import cleaned
from groundcheck.ledger.descriptions import read_boundaries, read_layer, text_of
from groundcheck.ledger.formats import read_features
from groundcheck.ledger.importing import import_layer, outlines_of
from groundcheck.ledger.layer_store import LayerStore, Stored
from groundcheck.ledger.sources import items

LAYER, SETS = "deepstate-daily", ("minregion", "natural-earth")
LATEST = date(2030, 1, 1)
HELD = Ground("Russia", "held")
SOURCES = tomllib.loads(
    (Path(__file__).parent.parent / "tools" / "derive_figures.toml").read_text("utf-8")
)


def _quiet(*_: object) -> None:
    """Nothing is told."""


def from_files(folder: Path, days: int) -> Any:
    """The km² by day and outline, everything read anew."""
    regions = np.concatenate([outlines(folder, name) for name in SETS])
    return areas_by_day(shapes_of_files(folder, days), regions)


def shapes_of_files(folder: Path, days: int) -> Any:
    """The cleaned shape of each day."""
    layer = read_layer(text_of("layers", LAYER), LAYER)
    shapes: list[Any] = []
    for item in items(str(folder / SOURCES["layers"][LAYER]), _quiet, wanted=layer.wants):
        if len(shapes) < days:
            features = read_features(item.data, item.name)
            shapes.append(cleaned(features, layer, item.name, LATEST).grounds[HELD])
    return np.array(shapes, dtype=object)


def outlines(folder: Path, name: str) -> Any:
    """The outlines of a boundary set, by region."""
    described = read_boundaries(text_of("boundaries", name), name)
    found = outlines_of(described, items(str(folder / SOURCES["boundaries"][name]), _quiet), _quiet)
    return np.array([outline.shape for outline in found], dtype=object)


def fill(path: Path, folder: Path) -> None:
    """Put the layer and the outlines into a store."""
    with LayerStore(path) as store:
        text = text_of("layers", LAYER)
        source = folder / SOURCES["layers"][LAYER]
        store.put_layer(Stored(LAYER, text, str(source)))
        layer = read_layer(text, LAYER)
        import_layer(store, layer, items(str(source), _quiet, wanted=layer.wants), LATEST, _quiet)
        for name in SETS:
            words = text_of("boundaries", name)
            described = read_boundaries(words, name)
            file = str(folder / SOURCES["boundaries"][name])
            found = outlines_of(described, items(file, _quiet), _quiet)
            store.put_boundaries(Stored(described.name, words, file), found)


def from_store(path: Path, days: int) -> Any:
    """The km² by day and outline, from what the store keeps."""
    with LayerStore(path) as store:
        maps = list(store.maps(LAYER).values())[:days]
        shapes = np.array([shown[HELD] for shown in maps], dtype=object)
        regions = [o.shape for each in ("Minregion", "Natural Earth") for o in store.outlines(each)]
        return areas_by_day(shapes, np.array(regions, dtype=object))


def overlay(shapes: Any, sets: list[Any], form: tuple[bool, bool]) -> tuple[float, list[Any]]:
    """geopandas: seconds that overlay and areas took, and the pieces (day, region, shape)."""
    import geopandas  # noqa: PLC0415

    frames = [
        geopandas.GeoDataFrame({name: range(len(each))}, geometry=list(each), crs=4326)
        for name, each in (("day", shapes), *(("region", regions) for regions in sets))
    ]
    projected, turned = form
    begin = time.perf_counter()
    if projected:
        frames = [frame.to_crs(6933) for frame in frames]
    pieces = []
    for regions in frames[1:]:
        pair = (regions, frames[0]) if turned else (frames[0], regions)
        # Projecting can make an outline touch itself.
        found = geopandas.overlay(*pair, how="intersection", make_valid=projected)
        areas = found.area if projected else found.to_crs(6933).area
        assert len(areas) == len(found)  # noqa: S101
        pieces.append(found)
    return time.perf_counter() - begin, pieces


def areas_of(pieces: list[Any], days: int, sets: list[Any]) -> Any:
    """The pieces in degrees as km² by day and outline."""
    tables = []
    for found, regions in zip(pieces, sets, strict=True):
        table = np.zeros((days, len(regions)))
        at = (found["day"].to_numpy(), found["region"].to_numpy())
        np.add.at(table, at, areas_km2(found.geometry.to_numpy()))
        tables.append(table)
    return np.concatenate(tables, axis=1)


def timed(work: Callable[[], Any], runs: int) -> tuple[float, Any]:
    """The median of the seconds that it takes, and what it gives."""
    seconds, result = [], None
    for _ in range(runs):
        begin = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds), result


def main() -> int:
    """Run all three and say how they compare."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("layers", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--days", type=int, default=769)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layers.sqlite"
        fill(path, options.layers)
        size = path.stat().st_size
        stored, kept = timed(lambda: from_store(path, options.days), options.runs)
    files, read = timed(lambda: from_files(options.layers, options.days), options.runs)
    ours_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shapes = shapes_of_files(options.layers, options.days)
    sets = [outlines(options.layers, name) for name in SETS]
    sample = shapes[:40]
    forms = [(projected, turned) for projected in (False, True) for turned in (False, True)]
    form = min(forms, key=lambda form: min(overlay(sample, sets, form)[0] for _ in range(3)))
    seconds = [overlay(shapes, sets, form)[0] for _ in range(options.runs)]
    slow = statistics.median(seconds)
    exact = areas_of(overlay(shapes, sets, (False, False))[1], len(shapes), sets)
    apart = max(float(np.abs(each - exact).max()) for each in (kept, read))
    words = f"{'projected beforehand' if form[0] else 'in degrees'}, "
    words += "regions with days" if form[1] else "days with regions"
    print(f"{len(shapes)} days, {sum(map(len, sets))} outlines, medians of {options.runs}")
    print(f"geopandas overlay, {words}: {slow:.2f} s")
    print(f"from the files: {files:.2f} s, {slow / files:.1f} times as fast")
    print(f"from the store: {stored:.2f} s, {slow / stored:.1f} times as fast")
    print(f"largest difference: {apart:.2g} km² of a region on a day")
    print(f"memory of ours at most {ours_mb:,.0f} MB; store {size:,} bytes; GEOS "
          f"{shapely.geos_version_string}")  # fmt: skip
    return int(apart > 0.01)


if __name__ == "__main__":
    sys.exit(main())
