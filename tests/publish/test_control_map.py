"""Maps of control: every shape, area and maker stands in them, and odd shapes break nothing."""

import math
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
import shapely

from groundcheck.errors import BadValue
from groundcheck.geo.areas import area_km2
from groundcheck.publish import figures
from groundcheck.publish.control_map import ControlMap, Held, map_svg
from groundcheck.publish.map_frame import KM_PER_DEGREE, map_frame, outline
from groundcheck.publish.map_ground import cut, region

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2025, 2, 20)
REGION = shapely.box(36, 47, 39, 49)
EAST = shapely.box(37.5, 46, 40, 50)
MORE = shapely.box(37, 46, 40, 48)
NOTHING = shapely.Polygon()


def held(ground=EAST, contested=None, maker="Valley maps") -> Held:
    return Held(maker, DAY, ground, contested)


def pictured(*layers: Held, outlines=(("Upperland", REGION),), title="Upperland") -> ControlMap:
    return ControlMap(title, tuple(outlines), layers or (held(),), "Valley maps, CC BY 4.0.")


def drawn(picture: ControlMap) -> ET.Element:
    return ET.fromstring(map_svg(picture))


def words(root: ET.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def of(root: ET.Element, kind: str) -> list[ET.Element]:
    return [element for element in root.iter() if element.get("class") == kind]


def km2(shape: shapely.Geometry) -> str:
    return figures.with_unit(figures.number(area_km2(shape)), "km2")


def test_one_layer():
    gap = shapely.box(37.2, 47, 37.6, 49)
    root = drawn(pictured(held(contested=gap)))
    said = words(root)
    east = EAST.intersection(REGION)
    assert f"held, says Valley maps, 20 February 2025: {km2(east)}" in said
    assert f"contested, says Valley maps, 20 February 2025: {km2(gap.difference(EAST))}" in said
    assert f"the rest of the region: {km2(shapely.box(36, 47, 37.2, 49))}" in said
    assert "Valley maps, CC BY 4.0." in said
    # Each once on the map and once in the legend.
    assert [len(of(root, kind)) for kind in ("held", "open", "rest", "outline")] == [2, 2, 2, 1]
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Upperland"
    assert km2(east) in root.find(f"{SVG}desc").text


def test_two_layers():
    root = drawn(pictured(held(contested=MORE), held(MORE, EAST, "Hill maps")))
    said = words(root)
    both, first, second = (
        shapely.box(37.5, 47, 39, 48),
        shapely.box(37.5, 48, 39, 49),
        shapely.box(37, 47, 37.5, 48),
    )
    assert f"held on both maps: {km2(both)}" in said
    assert f"held only on the map of Valley maps, 20 February 2025: {km2(first)}" in said
    assert f"held only on the map of Hill maps, 20 February 2025: {km2(second)}" in said
    assert f"contested, says Valley maps, 20 February 2025: {km2(second)}" in said
    assert f"contested, says Hill maps, 20 February 2025: {km2(first)}" in said
    kinds = ("both", "first", "second", "open-first", "open-second", "rest")
    assert [len(of(root, kind)) for kind in kinds] == [2] * 6
    assert all(path.get("stroke-dasharray") for path in of(root, "open-first"))


def test_kinds_of_ground_make_up_the_region():
    picture = pictured(held(), held(MORE))
    parts = cut(picture, region(picture))
    assert sum(part.km2 for part in parts) == pytest.approx(area_km2(REGION), rel=1e-6)


def test_hatches_that_are_used_are_there_and_not_shared():
    roots = [drawn(pictured(held(), held(MORE))), drawn(pictured(held(), held(NOTHING)))]
    named = [{pattern.get("id") for pattern in root.iter(f"{SVG}pattern")} for root in roots]
    assert named[0].isdisjoint(named[1])
    for root, names in zip(roots, named, strict=True):
        used = re.findall(r"url\(#([\w-]+)\)", ET.tostring(root, encoding="unicode"))
        assert set(used) == names


def test_places_lie_where_the_projection_says():
    frame = map_frame(REGION, 50)
    assert frame.at(36, 49)[1] == 50
    assert frame.at(36, 47)[1] == pytest.approx(frame.bottom)
    east, west = frame.at(39, 48)[0], frame.at(36, 48)[0]
    assert (east + west) / 2 == pytest.approx(400)
    assert east - west == pytest.approx(3 * math.cos(math.radians(48)) * frame.per_degree)


def test_the_scale_bar_is_as_long_as_it_says():
    root = drawn(pictured())
    (bar,) = of(root, "scale")
    left, right = re.fullmatch(r"M([\d.]+) [\d.]+v5H([\d.]+)v-5", bar.get("d")).groups()
    said = float(re.search(r"([\d.]+) km ", words(root))[1])
    per_km = map_frame(REGION, 50).per_degree / KM_PER_DEGREE
    assert float(right) - float(left) == pytest.approx(said * per_km, abs=0.2)


def star(count: int, size: float = 1.0) -> shapely.Polygon:
    rays = (
        (n * math.tau / count, size * (1 + 0.001 * math.sin(n * math.tau / 40)))
        for n in range(count)
    )
    return shapely.Polygon([(36 + far * math.cos(at), 48 + far * math.sin(at)) for at, far in rays])


def test_huge_outlines_become_small_paths():
    shape = star(80_000)
    root = drawn(pictured(held(shapely.box(36, 40, 40, 50)), outlines=(("Star", shape),)))
    assert len(of(root, "outline")[0].get("d")) < 20_000
    assert of(root, "held")[0].get("d")


def test_detail_that_cannot_be_seen_is_left_out():
    frame = map_frame(REGION, 0)
    assert outline(shapely.box(36, 47, 36.0001, 47.0001), frame) == ""
    fine = shapely.segmentize(REGION, 0.001)
    assert outline(fine, frame) == outline(REGION, frame)


@pytest.mark.parametrize(
    ("picture", "says"),
    [
        (pictured(held(NOTHING), outlines=()), "No ground to show."),
        (pictured(held(NOTHING, NOTHING), outlines=(("x", NOTHING),)), "No ground to show."),
        (pictured(held(NOTHING, NOTHING)), "20 February 2025: 0 km²"),
        (pictured(outlines=()), "held, says Valley maps"),
        (pictured(held(shapely.Point(37, 48))), "20 February 2025: 0 km²"),
        (pictured(held(shapely.Polygon([(36, 47), (39, 49), (39, 47), (36, 49)]))), "held, says"),
        (
            pictured(held(shapely.GeometryCollection([EAST, EAST, shapely.Point(1, 1)]))),
            km2(EAST.intersection(REGION)),
        ),
        (
            pictured(outlines=(("tiny", shapely.box(38, 48, 38.00001, 48.00001)),)),
            "the rest of the region: 0 km²",
        ),
        (pictured(outlines=(("wide", shapely.box(-180, -90, 180, 90)),)), "held, says"),
    ],
)
def test_odd_shapes(picture, says):
    root = drawn(picture)
    assert says in words(root)
    assert 0 < float(root.get("height")) < 900


def test_several_regions_are_named_but_not_on_top_of_each_other():
    outlines = (("West", shapely.box(36, 47, 37, 49)), ("East", shapely.box(37, 47, 39, 49)))
    small = ("A name far too long for so small a place", shapely.box(38, 48, 38.01, 48.01))
    root = drawn(pictured(outlines=(*outlines, small)))
    said = words(root)
    assert "West" in said
    assert "East" in said
    assert small[0] not in said
    assert small[0] in root.find(f"{SVG}desc").text
    assert len(of(root, "outline")) == 3


def test_names_cannot_break_out():
    bite = "<script>alert(1)</script>\x1b & \"'"
    outlines = ((bite, REGION), (bite, shapely.box(39, 47, 45, 49)))
    picture = ControlMap(bite, outlines, (held(maker=bite), held(MORE, MORE, bite)), bite)
    root = drawn(picture)
    assert not list(root.iter(f"{SVG}script"))
    assert "<script>alert(1)</script>� & \"'" in words(root)


def test_the_same_values_give_the_same_picture():
    picture = pictured(held(contested=MORE), held(MORE))
    assert map_svg(picture) == map_svg(picture)


@pytest.mark.parametrize("count", [0, 3])
def test_one_or_two_makers(count):
    with pytest.raises(BadValue, match="wants one or two"):
        ControlMap("x", (), (held(),) * count)
