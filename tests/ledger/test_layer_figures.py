"""Figures derived from a store: the same each time, kept, and not kept too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import shapely

from groundcheck.errors import BadValue
from groundcheck.geo.areas import area_km2
from groundcheck.geo.control import ControlFigures
from groundcheck.geo.layers import CONTESTED, Ground, Layer
from groundcheck.ledger import layer_figures as module
from groundcheck.ledger.descriptions import read_layer
from groundcheck.ledger.layer_figures import (
    all_figures,
    layer_figures,
    old_days,
    sound_maps,
    stored_outlines,
)
from groundcheck.ledger.layer_store import LayerStore, Stored, StoredOutline

HELD = Ground("Sylvania", "held")
WEST, EAST = shapely.box(30, 47, 31.25, 48.5), shapely.box(31.25, 47, 33, 48.5)
SURVEY = """
name = "Survey"
maker = "Survey"
licence = "free"
attribution = "© Survey"
[region]
property = "code"
template = "UA-{}"
"""


def outline(region: str, shape: shapely.Geometry, sha256: str = "a" * 64) -> StoredOutline:
    return StoredOutline(region, shape, sha256, "")


BOTH = (outline("UA-14", WEST), outline("UA-23", EAST))


def draw(store: LayerStore, *outlines: StoredOutline, name: str = "Survey") -> None:
    store.put_boundaries(Stored(name, SURVEY, "somewhere"), outlines)


@pytest.fixture
def store(tmp_path: Path, atlas: SimpleNamespace) -> Iterator[LayerStore]:
    with LayerStore(tmp_path / "store.sqlite") as opened:
        atlas.add(opened, atlas.files())
        draw(opened, *BOTH)
        yield opened


def figures(store: LayerStore, atlas: SimpleNamespace) -> ControlFigures:
    (only,) = layer_figures(store, atlas.layer, stored_outlines(store))
    return only


def test_each_day_and_region_is_the_overlay_of_map_and_outline(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    found = figures(store, atlas)
    maps = store.maps("atlas")
    assert found.days == tuple(maps)
    assert (found.layer, found.maker, found.holder, found.country) == (
        "atlas", "Atlas", "Sylvania", "UA",
    )  # fmt: skip
    for series, drawn in zip(found.series, BOTH, strict=True):
        assert series.regions == {drawn.region}
        assert series.source == drawn.sha256
        assert series.whole_km2 == pytest.approx(area_km2(drawn.shape))
        assert series.contested_km2 is not None
        for slot, shown in enumerate(maps.values()):
            held = shapely.intersection(shown[HELD], drawn.shape)
            grey = shapely.intersection(shown.get(CONTESTED, shapely.Polygon()), drawn.shape)
            assert series.km2[slot] == pytest.approx(area_km2(held), abs=1e-6)
            assert series.contested_km2[slot] == pytest.approx(area_km2(grey), abs=1e-6)


def test_outside_is_the_layers_own_area_less_its_regions(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    draw(store, outline("UA-14", WEST), name="West only")
    found = figures(store, atlas)
    maps = store.maps("atlas")
    assert [one.boundary_set for one in found.outside] == ["Survey", "West only"]
    for outside, drawn in zip(found.outside, (shapely.union(WEST, EAST), WEST), strict=True):
        assert (outside.regions, outside.whole_km2) == (frozenset(), 0.0)
        rest = [area_km2(shapely.difference(shown[HELD], drawn)) for shown in maps.values()]
        assert list(outside.km2) == pytest.approx(rest, abs=1e-6)
        assert max(rest) > 100
        assert outside.contested_km2 is not None
        grey = [shown.get(CONTESTED, shapely.Polygon()) for shown in maps.values()]
        assert list(outside.contested_km2) == pytest.approx(
            [area_km2(shapely.difference(shape, drawn)) for shape in grey], abs=1e-6
        )


def test_derived_twice_is_the_same(atlas: SimpleNamespace, tmp_path: Path) -> None:
    found = []
    for turn in range(2):
        with LayerStore(tmp_path / f"{turn}.sqlite") as store:
            made = atlas.files()
            atlas.add(store, made if turn else made[::-1])
            draw(store, *BOTH)
            found.append(figures(store, atlas))
    assert found[0] == found[1]


def test_kept_figures_are_the_derived_ones_and_are_used_again(
    store: LayerStore, atlas: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived = figures(store, atlas)
    monkeypatch.setattr(module, "_derived", lambda *_: pytest.fail("derived again"))
    assert figures(store, atlas) == derived
    assert all_figures(store) == (derived,)


CODE = """
import sys
from groundcheck.ledger import layer_figures
from groundcheck.ledger.layer_store import LayerStore
def never(*_): raise SystemExit("derived again")
layer_figures._derived = never
with LayerStore(sys.argv[1]) as store:
    (found,) = layer_figures.all_figures(store)
    print(found.inputs[0])
"""


def test_another_process_uses_them_too(
    store: LayerStore, atlas: SimpleNamespace, tmp_path: Path
) -> None:
    derived = figures(store, atlas)
    for seed in "12":
        # Sets come in another order in every process; the key must not hang on it.
        ran = subprocess.run(
            [sys.executable, "-c", CODE, str(tmp_path / "store.sqlite")],
            check=False, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        assert (ran.stdout.strip(), ran.stderr) == (derived.inputs[0], "")


def another_file(store: LayerStore, atlas: SimpleNamespace) -> None:
    atlas.add(store, [atlas.item("2031-12-24.json", held=WEST)])


def another_map_of_a_day(store: LayerStore, atlas: SimpleNamespace) -> None:
    day = atlas.files(1)[0].name.removeprefix("maps/")
    atlas.add(store, [atlas.item(f"zz/{day}", held=WEST)])


def another_outline(store: LayerStore, _: SimpleNamespace) -> None:
    draw(store, outline("UA-14", EAST, "b" * 64), BOTH[1])


def another_shape_from_the_same_file(store: LayerStore, _: SimpleNamespace) -> None:
    draw(store, outline("UA-14", EAST), outline("UA-23", WEST))


def one_region_less(store: LayerStore, _: SimpleNamespace) -> None:
    draw(store, BOTH[0])


def another_set(store: LayerStore, _: SimpleNamespace) -> None:
    draw(store, *BOTH, name="Other survey")


@pytest.mark.parametrize(
    "change",
    [another_file, another_map_of_a_day, another_outline, another_shape_from_the_same_file,
     one_region_less, another_set],
)  # fmt: skip
def test_kept_figures_are_not_used_when_their_inputs_change(
    store: LayerStore,
    atlas: SimpleNamespace,
    change: Callable[[LayerStore, SimpleNamespace], None],
) -> None:
    before = figures(store, atlas)
    change(store, atlas)
    after = figures(store, atlas)
    assert after.inputs != before.inputs
    assert after != replace(before, inputs=after.inputs)
    store._db.execute("DELETE FROM figures")
    assert figures(store, atlas) == after


def test_another_way_of_deriving_does_not_use_them(
    store: LayerStore, atlas: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = figures(store, atlas)
    monkeypatch.setattr(module, "VERSION", "other")
    assert figures(store, atlas).inputs != before.inputs


def test_figures_between_a_kill_and_the_next_import_do_not_stay(
    store: LayerStore, atlas: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(LayerStore, "pack", lambda *_: None)
        another_file(store, atlas)
    waiting = figures(store, atlas)
    assert waiting.last_day == date(2031, 12, 24)
    assert all(len(series.km2) == len(waiting.days) for series in waiting.series)
    atlas.add(store, [])
    assert figures(store, atlas) == waiting


def described(atlas: SimpleNamespace, covers: str) -> Layer:
    head = atlas.description.partition("[[covers]]")[0]
    return read_layer(f"{head}[[covers]]\n{covers}", "atlas")


def test_only_outlines_of_regions_that_are_covered_count(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    layer = described(atlas, 'holder = "Sylvania"\ncountry = "UA"\nonly = ["UA-14"]')
    draw(store, outline("UA-14+UA-23", shapely.union(WEST, EAST)), name="Joined")
    (found,) = layer_figures(store, layer, stored_outlines(store))
    assert [sorted(one.regions) for one in found.series] == [["UA-14"]]
    assert not found.contested
    joined = layer_figures(store, atlas.layer, stored_outlines(store))
    assert {"UA-14", "UA-23"} in [one.regions for one in joined[0].series]


def test_what_there_is_nothing_to_say_of(store: LayerStore, atlas: SimpleNamespace) -> None:
    elsewhere = described(atlas, 'holder = "Sylvania"\ncountry = "PL"')
    assert layer_figures(store, elsewhere, stored_outlines(store)) == ()
    assert layer_figures(store, atlas.layer, ()) == ()
    store.remove_layer("atlas")
    store.put_layer(Stored("atlas", atlas.description, "somewhere"))
    assert layer_figures(store, atlas.layer, stored_outlines(store)) == ()
    with LayerStore(":memory:") as empty:
        assert all_figures(empty) == ()
        with pytest.raises(BadValue, match="no layer of that name"):
            layer_figures(empty, atlas.layer, ())


def test_a_map_of_long_ago_under_a_new_day_is_left_out(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    # The fronts of this layer move by thousands of square kilometres from map to map.
    first, last = atlas.files(1)[0], date(2031, 12, 24)
    again = json.loads(first.data)
    atlas.add(store, [replace(first, name=f"{last}.json", data=json.dumps(again).encode())])
    maps = store.maps("atlas")
    assert old_days(maps, atlas.layer)[last] == min(maps)
    assert last not in sound_maps(maps, atlas.layer)
    found = figures(store, atlas)
    assert found.days == tuple(sound_maps(maps, atlas.layer))
    assert found.last_day < last - timedelta(1)
