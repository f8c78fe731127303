"""The map for a page: parts by which a script finds its way, nothing in line, no id twice."""

import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
import shapely

from groundcheck.publish.map_data import Held
from groundcheck.publish.page_map import PageMap, frame_of, looks, page_map, samples

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2025, 2, 20)
WEST, EAST = shapely.box(36, 47, 38, 49), shapely.box(38, 47, 40, 49)
FIRST = Held("Valley", DAY, shapely.box(37, 46, 41, 50), shapely.box(36.5, 46, 37, 50))
SECOND = Held("Hill", DAY, shapely.box(37.5, 46, 41, 50))
OUTLINES = (("XX-1", "West", WEST), ("XX-2", "East", EAST))
BITE = "<script>alert(1)</script>\"'\x1b"


def shown(*layers, **more):
    given = {"title": "Both", "says": "What they show.", "outlines": OUTLINES, "key": "k"}
    return PageMap(**given | {"layers": layers or (FIRST,)} | more)


def drawn(picture):
    return ET.fromstring(page_map(picture).replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def paths(root, ground):
    return [
        each.get("d", "") for each in root.iter(f"{SVG}path") if each.get("data-ground") == ground
    ]


@pytest.mark.parametrize("layers", [(FIRST,), (FIRST, SECOND), (None,), (None, None)])
def test_what_is_used_is_there_once(layers):
    text = page_map(shown(*layers))
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    used = set(re.findall(r"url\(#([^)]+)\)", text)) | set(re.findall(r'href="#([^"]+)"', text))
    assert used <= set(ids)
    assert "style=" not in text


def test_grounds_are_numbered_on():
    root = drawn(shown(SECOND, number=1))
    assert all(paths(root, "1 held"))
    assert not paths(root, "0 held")
    both = drawn(shown(FIRST, SECOND))
    # The first map's ground also clips the second's, for what both show.
    assert [len(paths(both, ground)) for ground in ("0 held", "1 held", "0 contested")] == [2, 2, 1]


def test_without_a_map_there_is_no_ground():
    root = drawn(shown(None, None))
    assert set(paths(root, "0 held") + paths(root, "1 held")) == {""}


def test_silent_regions_are_blank_and_two_maps_are_not_compared_there():
    silent = frozenset({"XX-2"})
    for layers, clips in (((FIRST,), 2), ((FIRST, SECOND), 1)):
        root = drawn(shown(*layers, silent=silent))
        land = next(each for each in root.iter(f"{SVG}clipPath") if each.get("id") == "land-k")
        assert len(list(land)) == clips
        looks_of = {
            each.get("data-region"): each.get("class")
            for each in root.iter(f"{SVG}use")
            if each.get("data-region")
        }
        assert looks_of == {"XX-1": "rest", "XX-2": "silent"}


def test_a_script_can_place_what_it_draws():
    root, frame = drawn(shown()), frame_of(shown())
    told = {name: float(root.get(f"data-{name}")) for name in ("west", "north", "left", "top")}
    assert told == {"west": 36, "north": 49, "left": frame.left, "top": frame.top}
    assert float(root.get("data-across")) == pytest.approx(frame.across)
    assert float(root.get("data-down")) == pytest.approx(frame.per_degree)


def test_words_cannot_break_out():
    outlines = ((BITE, BITE, WEST), ("XX-2", BITE, EAST))
    root = drawn(shown(title=BITE, says=BITE, outlines=outlines, points=((BITE, 37.0, 48.0),)))
    assert not list(root.iter(f"{SVG}script"))
    assert root.find(f"{SVG}title").text == "<script>alert(1)</script>\"'�"
    assert root.get("role") == "img"


@pytest.mark.parametrize("count", [1, 2])
def test_every_look_has_a_sample(count):
    made = samples(count, "k")
    assert tuple(made) == looks(count)
    assert all(ET.fromstring(each).get("fill") for each in made.values())
