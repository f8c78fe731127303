"""Bringing files into the store: nothing twice, nothing lost, whatever happens on the way."""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import shapely

from groundcheck.errors import BadValue, DataError, UnreadableInput
from groundcheck.geo.layers import CONTESTED, BoundarySet, Dating, Ground
from groundcheck.ledger.descriptions import read_boundaries, text_of
from groundcheck.ledger.importing import Imported, import_layer, outlines_of
from groundcheck.ledger.layer_store import LayerStore, Stored, open_existing
from groundcheck.ledger.sources import Item

HELD = Ground("Sylvania", "held")
BOX = shapely.box(30, 47, 31, 48)
SMALL = shapely.box(30, 47, 30.5, 48)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LayerStore]:
    with LayerStore(tmp_path / "store.sqlite") as opened:
        yield opened


def counts(outcome: Imported) -> tuple[int, int, int]:
    return outcome.new, outcome.known, outcome.refused


def test_every_map_comes_back_as_it_was_drawn(store: LayerStore, atlas: SimpleNamespace) -> None:
    assert counts(atlas.add(store, atlas.files())) == (40, 0, 0)
    maps = store.maps("atlas")
    assert list(maps) == sorted(maps)
    assert {day.year for day in maps} == {2030, 2031}
    assert list(store.maps("atlas", 2031)) == [day for day in maps if day.year == 2031]
    for number, shown in enumerate(maps.values()):
        assert shown[HELD].equals(shapely.orient_polygons(atlas.front(number)))
        grey = shown.get(CONTESTED, shapely.Polygon())
        assert shapely.intersection(shown[HELD], grey).area == pytest.approx(0)


def test_each_file_and_year_is_told(store: LayerStore, atlas: SimpleNamespace) -> None:
    told: list[str] = []
    made = atlas.files(3)
    atlas.add(store, made, told.append)
    assert told == [*(each.name for each in made), "2030"]


def test_adding_again_adds_nothing(
    store: LayerStore, atlas: SimpleNamespace, tmp_path: Path
) -> None:
    atlas.add(store, atlas.files())
    before = atlas.dump(tmp_path / "store.sqlite")
    assert counts(atlas.add(store, atlas.files())) == (0, 40, 0)
    assert atlas.dump(tmp_path / "store.sqlite") == before


def test_the_order_in_which_files_come_does_not_matter(
    atlas: SimpleNamespace, tmp_path: Path
) -> None:
    dumps = []
    for seed in range(3):
        made = atlas.files(12)
        random.Random(seed).shuffle(made)
        # In one import, in two, in many.
        for part in {0: [made], 1: [made[:5], made[5:]], 2: [[each] for each in made]}[seed]:
            with LayerStore(tmp_path / f"{seed}.sqlite") as store:
                atlas.add(store, part)
        dumps.append(atlas.dump(tmp_path / f"{seed}.sqlite"))
    assert dumps[0] == dumps[1] == dumps[2]


BROKEN = {
    "no JSON": b'{"type": "FeatureCollection", "features": [',
    "empty": b"",
    "text": b"no map",
    "bytes": bytes(range(256)),
    "no shape": b'{"type": "Feature"}',
    "a list": b"[]",
    "null": b"null",
    "metres": json.dumps({"type": "Polygon", "coordinates":
                          [[[3e6, 6e6], [4e6, 6e6], [4e6, 7e6], [3e6, 6e6]]]}).encode(),
    "deep": b'{"type":' * 50_000,
}  # fmt: skip


def test_one_broken_file_among_hundreds_is_told_and_the_rest_goes_on(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    made = atlas.files(10)
    made[3:3] = [Item(f"maps/2030-02-{n:02}.json", data)
                 for n, data in enumerate(BROKEN.values(), 1)]  # fmt: skip
    outcome = atlas.add(store, made)
    assert counts(outcome) == (10, 0, len(BROKEN))
    assert len(outcome.lines) == len(BROKEN)
    assert all("\n" not in line and ": refused: " in line for line in outcome.lines)
    refused = [file for file in store.files("atlas") if file.day is None]
    assert [file.notices for file in refused] == [
        (line.partition(": ")[2],) for line in outcome.lines
    ]


NAN = b"""{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"status": "held"}, "geometry":
 {"type": "Polygon", "coordinates": [[[30, 47], [NaN, 47], [31, 48], [30, 47]]]}},
{"type": "Feature", "properties": {"status": "held"}, "geometry":
 {"type": "Polygon", "coordinates": [[[30, 47], [31, 47], [31, 1e400], [30, 47]]]}},
{"type": "Feature", "properties": {"status": "held"}, "geometry": null},
{"type": "Feature", "properties": {"status": "stolen"}, "geometry":
 {"type": "Polygon", "coordinates": [[[30, 47], [31, 47], [31, 48], [30, 47]]]}},
{"type": "Feature", "properties": {"status": "held"}, "geometry":
 {"type": "Polygon", "coordinates": [[[30, 47], [31, 48], [31, 47], [30, 48], [30, 47]]]}}]}"""


def test_faulty_shapes_are_told_and_the_rest_of_the_map_is_kept(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    outcome = atlas.add(store, [Item("2030-05-01.json", NAN)])
    assert counts(outcome) == (1, 0, 0)
    (file,) = store.files("atlas")
    assert [f"2030-05-01.json: {notice}" for notice in file.notices] == outcome.lines
    assert sum("left out" in line for line in outcome.lines) == 3
    assert sum("repaired" in line for line in outcome.lines) == 1
    assert store.maps("atlas")[date(2030, 5, 1)][HELD].area == pytest.approx(0.5)


def test_a_refused_file_is_looked_at_again(store: LayerStore, atlas: SimpleNamespace) -> None:
    good = atlas.item("2030-05-01.json", held=BOX)
    cut = Item(good.name, good.data[:-20])
    assert counts(atlas.add(store, [cut])) == (0, 0, 1)
    assert counts(atlas.add(store, [cut])) == (0, 0, 1)
    assert counts(atlas.add(store, [good])) == (1, 0, 0)
    assert counts(atlas.add(store, [good])) == (0, 1, 0)
    (file,) = store.files("atlas")
    assert (file.day, file.notices) == (date(2030, 5, 1), ())


def test_a_day_that_had_not_come_may_come(store: LayerStore, atlas: SimpleNamespace) -> None:
    tomorrow = atlas.item("2030-05-02.json", held=BOX)
    store.put_layer(Stored("atlas", atlas.description, "somewhere"))
    for latest, expected in ((date(2030, 5, 1), (0, 0, 1)), (date(2030, 5, 2), (1, 0, 0))):
        found = import_layer(store, atlas.layer, [tomorrow], latest, lambda _: None)
        assert counts(found) == expected


def test_a_changed_file_is_refused_and_what_was_there_stays(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    atlas.add(store, [atlas.item("2030-05-01.json", held=BOX)])
    outcome = atlas.add(store, [atlas.item("2030-05-01.json", held=SMALL)])
    assert counts(outcome) == (0, 0, 1)
    assert outcome.lines == [
        "2030-05-01.json: differs from the file of that name imported before; "
        "remove the layer to replace it"
    ]
    assert store.maps("atlas")[date(2030, 5, 1)][HELD].equals(BOX)
    store.remove_layer("atlas")
    assert atlas.add(store, [atlas.item("2030-05-01.json", held=SMALL)]).new == 1
    assert store.maps("atlas")[date(2030, 5, 1)][HELD].equals(SMALL)


@pytest.mark.parametrize("order", [1, -1], ids=["in order", "backwards"])
@pytest.mark.parametrize("at_once", [True, False], ids=["one import", "two imports"])
def test_of_files_of_one_day_the_one_taken_last_is_the_map(
    store: LayerStore, atlas: SimpleNamespace, order: int, at_once: bool
) -> None:
    # Names sort against the moments: the later moment decides, not the later name.
    early = atlas.item("b-1740009600.json", held=SMALL)
    late = atlas.item("a-1740090000.json", held=BOX)
    layer = replace(atlas.layer, dating=Dating("unix time", re.compile(r"(\d+)\.json$")))
    store.put_layer(Stored("atlas", atlas.description, "somewhere"))
    made = [early, late][::order]
    for part in [made] if at_once else [[each] for each in made]:
        import_layer(store, layer, part, atlas.latest, lambda _: None)
    (shown,) = store.maps("atlas").values()
    assert shown[HELD].equals(BOX)
    assert len(store.files("atlas")) == 2


def test_without_a_moment_the_last_name_of_a_day_is_the_map(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    atlas.add(store, [atlas.item("b/2030-05-01.json", held=BOX)])
    atlas.add(store, [atlas.item("a/2030-05-01.json", held=SMALL)])
    assert store.maps("atlas")[date(2030, 5, 1)][HELD].equals(BOX)


def test_a_source_that_breaks_off_leaves_what_came_before(
    store: LayerStore, atlas: SimpleNamespace
) -> None:
    def broken() -> Iterator[Item]:
        yield from atlas.files(4)
        raise UnreadableInput("maps.tar: damaged after 4 files")

    with pytest.raises(UnreadableInput, match="damaged after 4 files"):
        atlas.add(store, broken())
    assert len(store.maps("atlas")) == 4
    assert store.staged_years("atlas") == ()


def test_maps_that_are_not_packed_yet_are_seen(
    store: LayerStore, atlas: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas.add(store, atlas.files(4))
    monkeypatch.setattr(LayerStore, "pack", lambda *_: None)
    atlas.add(store, atlas.files(9))
    assert store.staged_years("atlas") == (2030,)
    found = store.maps("atlas")
    monkeypatch.undo()
    atlas.add(store, [])
    assert store.staged_years("atlas") == ()
    packed = store.maps("atlas")
    assert list(found) == list(packed)
    assert len(found) == 9
    for day in found:
        assert {g: s.wkb for g, s in found[day].items()} == {
            g: s.wkb for g, s in packed[day].items()
        }


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_process_killed_anywhere_leaves_whole_maps_and_the_next_goes_on(tmp_path: Path) -> None:
    script = Path(__file__).with_name("killed_imports.py")
    ran = subprocess.run(
        [sys.executable, str(script), str(tmp_path), "50"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(ran.stdout)
    assert (found["files"], found["years"], found["staged"]) == (40, 2, 0)
    assert found["killed"] == found["points"] == 60
    # Kills between two statements of one transaction and outside of all of them.
    assert 10 < found["in a transaction"] < 50
    assert found["different"] == []
    assert (found["failed at once"], found["same at once"]) == (0, True)


# What goes wrong with the store itself --------------------------------------------------------


def one_line(error: pytest.ExceptionInfo[BaseException], path: Path) -> bool:
    said = str(error.value)
    return said.startswith(f"{path}: ") and "\n" not in said


def test_a_full_disk_is_one_line_and_what_was_kept_stays(
    atlas: SimpleNamespace, tmp_path: Path
) -> None:
    path = tmp_path / "store.sqlite"
    with LayerStore(path) as store:
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(DataError, match=r"cannot be written .*full") as caught:
            atlas.add(store, atlas.files())
        assert one_line(caught, path)
    with LayerStore(path) as store:
        kept = len(store.maps("atlas"))
        assert 0 < kept < 40
        assert counts(atlas.add(store, atlas.files())) == (40 - kept, kept, 0)
        assert len(store.maps("atlas")) == 40


def test_a_store_that_may_only_be_read_is_read_and_not_written(
    store: LayerStore, atlas: SimpleNamespace, tmp_path: Path
) -> None:
    atlas.add(store, atlas.files(3))
    store._db.execute("PRAGMA query_only = ON")
    assert len(store.maps("atlas")) == 3
    with pytest.raises(DataError, match="cannot be written") as caught:
        atlas.add(store, atlas.files(4))
    assert one_line(caught, tmp_path / "store.sqlite")


def changed_by(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    LayerStore(path).__exit__(None, None, None)
    changed_by(path, "PRAGMA user_version = 99")
    with pytest.raises(DataError, match="a store of version 99; this program knows 1") as caught:
        LayerStore(path)
    assert one_line(caught, path)


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    changed_by(path, "CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(DataError, match="is a database of something else") as caught:
        LayerStore(path)
    assert one_line(caught, path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough " * 50, b"SQLite for" * 20]
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    with pytest.raises(DataError, match="cannot be used as a store of layers") as caught:
        LayerStore(path)
    assert one_line(caught, path)
    assert path.read_bytes() == content


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be used as a store of layers"):
        LayerStore(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="cannot be used as a store of layers") as caught:
        LayerStore(tmp_path / "file" / "store.sqlite")
    assert "\n" not in str(caught.value)


def test_a_damaged_store_is_told_when_it_is_read(atlas: SimpleNamespace, tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with LayerStore(path) as store:
        atlas.add(store, atlas.files(3))
        changed_by(path, "UPDATE year SET block = x'00112233'")
        with pytest.raises(DataError, match="atlas 2030: damaged") as caught:
            store.maps("atlas")
    assert one_line(caught, path)
    changed_by(path, "DROP TABLE file")
    with LayerStore(path) as store, pytest.raises(DataError, match="cannot be read") as caught:
        store.files("atlas")
    assert one_line(caught, path)


def test_where_nothing_was_added_there_is_no_store(tmp_path: Path) -> None:
    assert open_existing(tmp_path / "none.sqlite") is None
    assert list(tmp_path.iterdir()) == []
    LayerStore(tmp_path / "deep" / "er" / "store.sqlite").__exit__(None, None, None)
    found = open_existing(tmp_path / "deep" / "er" / "store.sqlite")
    assert found is not None
    with found:
        assert found.layers() == ()


def test_layers_are_kept_by_name(store: LayerStore, atlas: SimpleNamespace) -> None:
    with pytest.raises(
        BadValue, match=r"'atlas': no layer of that name has been added \(none yet\)"
    ):
        store.layer("atlas")
    atlas.add(store, atlas.files(2))
    assert store.layer("atlas") == Stored("atlas", atlas.description, "somewhere")
    store.put_layer(Stored("atlas", atlas.description, "elsewhere"))
    assert store.layer("atlas").source == "elsewhere"
    with pytest.raises(BadValue, match="another description; remove it first"):
        store.put_layer(Stored("atlas", atlas.description + "# more", "elsewhere"))
    store.remove_layer("atlas")
    assert store.layers() == store.files("atlas") == ()
    assert store.maps("atlas") == {}
    with pytest.raises(BadValue, match="'atlas': no layer of that name"):
        store.remove_layer("atlas")


# Boundary sets --------------------------------------------------------------------------------

SURVEY = read_boundaries(
    'name = "Survey"\nmaker = "Survey"\nlicence = "free"\nattribution = "Survey"\n[region]\n'
    'property = "status"\ntemplate = "UA-{}"\nids = { "city" = "UA-30+UA-32" }',
    "survey",
)


def outlined(
    boundaries: BoundarySet, *items: Item
) -> tuple[dict[str, shapely.Geometry], list[str]]:
    told: list[str] = []
    found = outlines_of(boundaries, items, told.append)
    return {one.region: one.shape for one in found}, told


def test_outlines_are_named_by_property(atlas: SimpleNamespace) -> None:
    found, told = outlined(SURVEY, atlas.item("all.json", **{"14": BOX, "city": SMALL}))
    assert set(found) == {"UA-14", "UA-30+UA-32"}
    assert found["UA-14"].equals(BOX)
    assert told == []


def test_outlines_are_named_by_their_file(atlas: SimpleNamespace) -> None:
    shipped = read_boundaries(text_of("boundaries", "natural-earth"), "natural-earth")
    found, told = outlined(
        shipped,
        atlas.item("UA_14_Donetska.geojson", x=BOX),
        atlas.item("UA_32_Kyivska.geojson", x=SMALL),
        atlas.item("UA_FULL_Ukraine.geojson", x=BOX),
    )
    assert set(found) == {"UA-14", "UA-30+UA-32"}
    assert told == [
        "UA_FULL_Ukraine.geojson: passed over: names no region that the description knows"
    ]


def test_what_is_wrong_with_outlines_is_told(atlas: SimpleNamespace) -> None:
    bow = shapely.Polygon([(30, 47), (31, 48), (31, 47), (30, 48)])
    found, told = outlined(
        SURVEY,
        atlas.item("a.json", **{"14": bow}),
        Item("b.json", b"no map"),
        atlas.item("c.json", **{"14": BOX, "23": SMALL}),
        atlas.item("d.json", **{"65": shapely.Point(30, 47)}),
    )
    assert set(found) == {"UA-14", "UA-23"}
    assert found["UA-14"].area == pytest.approx(0.5)
    assert [line.partition(":")[0] for line in told] == [
        "a.json",
        "b.json",
        "c.json",
        "d.json",
        "d.json",
    ]
    assert "repaired into 2 part(s)" in told[0]
    assert "UA-14 was outlined before" in told[2]
    assert "a shape without an area (UA-65)" in told[3]
    assert all("\n" not in line for line in told)


def test_parts_of_a_region_in_one_file_are_one_outline(atlas: SimpleNamespace) -> None:
    one = json.loads(atlas.item("x", **{"14": BOX}).data)
    other = json.loads(atlas.item("x", **{"14": shapely.box(33, 47, 34, 48)}).data)
    one["features"] += other["features"]
    found, _ = outlined(SURVEY, Item("all.json", json.dumps(one).encode()))
    assert found["UA-14"].area == pytest.approx(2)


def test_without_any_known_region_there_is_no_boundary_set(atlas: SimpleNamespace) -> None:
    for made in ([], [Item("b.json", b"no map")]):
        with pytest.raises(BadValue, match="Survey: no outline of a region"):
            outlined(SURVEY, *made)


def test_boundary_sets_are_kept_by_name(store: LayerStore, atlas: SimpleNamespace) -> None:
    for shapes in ({"14": BOX, "23": SMALL}, {"14": SMALL}):
        found = outlines_of(SURVEY, [atlas.item("all.json", **shapes)], lambda _: None)
        store.put_boundaries(Stored("Survey", "words", "somewhere"), found)
        assert [stored.name for stored in store.boundaries()] == ["Survey"]
        assert store.outlines("Survey") == found
    store.remove_boundaries("Survey")
    assert store.boundaries() == store.outlines("Survey") == ()
    with pytest.raises(BadValue, match=r"'Survey': no boundaries of that name .*\(none yet\)"):
        store.remove_boundaries("Survey")
