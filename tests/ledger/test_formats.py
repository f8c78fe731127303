"""Every format of map file read alike, exactly, and broken shapes told one by one."""

from __future__ import annotations

import io
import json
import math
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from groundcheck.errors import BadValue
from groundcheck.ledger.features import Feature, describe
from groundcheck.ledger.formats import read_features

SQUARE = [[30, 48], [31, 48], [31, 49], [30, 49], [30, 48]]
HOLE = [[30.2, 48.2], [30.4, 48.2], [30.4, 48.4], [30.2, 48.2]]
UNREADABLE = "the coordinates of a shape cannot be read"
CROSSING = "crosses the antimeridian without being cut there"
ENDINGS = {"GPKG": ".gpkg", "FlatGeobuf": ".fgb"}
KML_START = '<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
LAYERS = Path(__file__).parents[3] / "shared" / "layers"


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: Any, **members: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **members}


def read(document: Any, **options: str) -> tuple[Feature, ...]:
    return read_features(json.dumps(document).encode(), "day.geojson", **options)


def wkt(features: tuple[Feature, ...]) -> list[str | None]:
    return [each.geometry and shapely.to_wkt(each.geometry, trim=True) for each in features]


def one_line(error: pytest.ExceptionInfo[BadValue], name: str) -> bool:
    text = str(error.value)
    return text.startswith(f"{name}: ") and "\n" not in text and len(text) < 300


# GeoJSON


@pytest.mark.parametrize(
    "document",
    [
        collection(feature(polygon(SQUARE, HOLE), side="x")),
        feature(polygon(SQUARE, HOLE), side="x"),
        collection(feature(polygon([[*at, 7.5] for at in SQUARE], [[*at, 0] for at in HOLE]),
                           side="x")),
        collection(feature(polygon(SQUARE, [[*at, 9, 9] for at in HOLE]), side="x")),
    ],
    ids=["collection", "feature", "height", "mixed"],
)  # fmt: skip
def test_a_map_is_read_with_its_properties_and_without_height(document: Any) -> None:
    (only,) = read(document)
    assert only == Feature(shapely.Polygon(SQUARE, [HOLE]), {"side": "x"})
    assert not only.geometry.has_z


def test_a_geometry_alone_has_no_properties() -> None:
    assert read(polygon(SQUARE)) == (Feature(shapely.Polygon(SQUARE), {}),)


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\n\n", "\n\x1e"])
def test_one_document_a_line(separator: str) -> None:
    lines = [feature(polygon(SQUARE), n=1), collection(feature(None, n=2), feature(None, n=3)),
             {"type": "Point", "coordinates": [1, 2]}]  # fmt: skip
    data = separator.join(map(json.dumps, lines)).encode()
    features = read_features(data, "day.jsonl")
    assert [each.properties.get("n") for each in features] == [1, 2, 3, None]
    assert wkt(features)[3] == "POINT (1 2)"


def test_lines_keep_their_own_systems() -> None:
    metres = {"type": "name", "properties": {"name": "EPSG:3857"}}
    far = {"type": "Point", "coordinates": [0, 1e6], "crs": metres}
    near = {"type": "Point", "coordinates": [1, 2]}
    data = "\n".join(map(json.dumps, [near, far, near])).encode()
    ys = [each.geometry.y for each in read_features(data, "day.jsonl")]
    assert ys == [2, pytest.approx(8.9465, abs=1e-3), 2]


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ({"value": collection(feature(None))}, "value"),
        ({"a": {"b": collection(feature(None))}}, "a.b"),
        ({"a": [0, feature(None)]}, "a.1"),
        ({"a": {"features": [feature(None)]}}, "a.features"),
    ],
)
def test_a_map_deeper_in_its_document(document: Any, where: str) -> None:
    assert read(document, collection=where) == (Feature(None, {}),)
    with pytest.raises(BadValue, match=r"holds nothing under 'no\.where'"):
        read(document, collection="no.where")


def test_the_keys_are_told_where_no_map_is_found() -> None:
    with pytest.raises(BadValue, match=r"under which key\? It has 'value', 'at'"):
        read({"value": collection(), "at": 1})


@pytest.mark.parametrize(
    "geometry",
    [None, polygon(), {"type": "Point", "coordinates": []},
     {"type": "GeometryCollection", "geometries": []},
     {"type": "GeometryCollection", "geometries": [polygon()]}],
)  # fmt: skip
def test_nothing_is_no_fault(geometry: Any) -> None:
    assert read(collection(feature(geometry, n=1))) == (Feature(None, {"n": 1}),)


@pytest.mark.parametrize("empty", [b'{"type": "FeatureCollection", "features": []}',
                                   (KML_START + "</Document></kml>").encode()])  # fmt: skip
def test_an_empty_day_is_a_statement(empty: bytes) -> None:
    assert read_features(empty, "day") == ()


@pytest.mark.parametrize(
    "broken",
    [
        polygon([[30, 48], [31, 48], [30, 48]]),
        polygon([[30, 48], [31, 48], [31, 49]]),
        polygon([]),
        polygon(SQUARE, []),
        polygon([["30", "48"]] * 4),
        polygon(["ab", "cd", "ef", "ab"]),
        polygon([{"a": 1, "b": 2}] * 4),
        polygon([[30]] * 4),
        polygon([[]] * 4),
        polygon([[None, 48]] * 4),
        polygon([[30, math.nan]] * 4),
        polygon([[math.inf, 48]] * 4),
        polygon([[10**400, 48]] * 4),
        polygon([[[30, 48]]] * 4),
        polygon(*SQUARE),
        polygon(3),
        {"type": "Polygon", "coordinates": {}},
        {"type": "Polygon", "coordinates": "text"},
        {"type": "Polygon", "coordinates": None},
        {"type": "Polygon"},
        {"type": "MultiPolygon", "coordinates": [[SQUARE], []]},
        {"type": "MultiPolygon", "coordinates": [SQUARE]},
        {"type": "LineString", "coordinates": [[1, 2]]},
        {"type": "Point", "coordinates": [[1, 2]]},
        {"type": "Point", "coordinates": "ab"},
        {"type": "Circle", "coordinates": [1, 2]},
        {"type": ["Point"], "coordinates": [1, 2]},
        {"type": "GeometryCollection"},
        {"type": "GeometryCollection", "geometries": "text"},
        {"type": "GeometryCollection", "geometries": [polygon(SQUARE), polygon([])]},
        {},
        [],
        "text",
        7,
    ],
    ids=repr,
)
def test_a_broken_shape_costs_only_itself(broken: Any) -> None:
    before, between, after = read(
        collection(feature(polygon(SQUARE)), feature(broken, n=1), feature(polygon(HOLE)))
    )
    assert between == Feature(None, {"n": 1}, UNREADABLE)
    assert (before.fault, after.fault) == ("", "")
    assert wkt((before, after)) == wkt(
        read(collection(*map(feature, [polygon(SQUARE), polygon(HOLE)])))
    )


@pytest.mark.parametrize("other", [3, None, "Feature", [], {}, {"type": "Polygon"}, collection()])
def test_what_is_no_feature_is_told(other: Any) -> None:
    assert read(collection(other)) == (Feature(None, {}, "is no GeoJSON feature"),)


def test_collections_within_collections_end_in_a_fault_or_a_shape() -> None:
    nested: Any = polygon(SQUARE)
    for _ in range(150):
        nested = {"type": "GeometryCollection", "geometries": [nested]}
    (only,) = read(feature(nested))
    assert only.fault == UNREADABLE or only.geometry.area == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is not JSON"),
        (b"  \n ", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"hello", "is not JSON"),
        (b'{"type": "Feature"', "is not JSON"),
        (b'{"type": "FeatureCollection", "features": []}\n{', r"is not JSON \(line 2\)"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b"9" * 5000, "is not JSON"),
        (b"[]", "no GeoJSON object"),
        (b"null", "no GeoJSON object"),
        (b"{}", "is no GeoJSON"),
        (b'{"type": 3}', "is no GeoJSON"),
        (b'{"type": []}', "is no GeoJSON"),
        (b'{"type": "FeatureCollection", "features": 3}', "no list of features"),
        (b'{"type": "Topology"}', "no objects"),
        (b'{"type": "Topology", "objects": {"a": {"type": "GeometryCollection"}}}', "no list"),
        (b"<html></html>", "neither KML nor JSON"),
        (b"<kml>", "cannot be read as KML: "),
        (b"<kml><Document></kml>", "cannot be read as KML: "),
        (b"<OGRVRTDataSource><kml ></kml></OGRVRTDataSource>", "points to other data"),
        (b"PAR1", "cannot be read as GeoParquet: "),
        (b"PK\x03\x04zzz", "cannot be unpacked: "),
        (b"SQLite format 3\x00" + b"x" * 200, "cannot be read as GeoPackage: "),
        (b"fgb\x03fgb\x00" + b"\xff" * 50, "cannot be read as FlatGeobuf: "),
    ],
    ids=lambda value: repr(value[:30]),
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_line(
    data: bytes, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(BadValue, match=reason) as caught:
        read_features(data, "day.map")
    assert one_line(caught, "day.map")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a.kml", "as KML: does not begin like one"), ("a.GPKG", "as GeoPackage: "),
     ("a.shp.zip", "as zip: "), ("a.shp", "is read from a zip"), ("a.json", "is not JSON")],
)  # fmt: skip
def test_the_name_says_what_the_file_should_have_been(name: str, reason: str) -> None:
    with pytest.raises(BadValue, match=reason):
        read_features(b"hello", name)


def test_the_content_goes_before_the_name() -> None:
    assert len(read_features(json.dumps(polygon(SQUARE)).encode(), "day.kml")) == 1


numbers = st.floats(-90, 90) | st.integers(-90, 90)
positions = st.lists(numbers, min_size=2, max_size=2)


def ring(points: list[Any]) -> list[Any]:
    return [*points, points[0]]


rings = st.lists(positions, min_size=3, max_size=6).map(ring)
polygons = st.lists(rings, min_size=1, max_size=3)
lines = st.lists(positions, min_size=2, max_size=5)
simple = st.one_of(
    *(
        st.fixed_dictionaries({"type": st.just(kind), "coordinates": coordinates})
        for kind, coordinates in {
            "Point": positions,
            "MultiPoint": st.lists(positions, min_size=1, max_size=3),
            "LineString": lines,
            "MultiLineString": st.lists(lines, min_size=1, max_size=3),
            "Polygon": polygons,
            "MultiPolygon": st.lists(polygons, min_size=1, max_size=3),
        }.items()
    )
)
geometries = simple | st.fixed_dictionaries(
    {"type": st.just("GeometryCollection"), "geometries": st.lists(simple, min_size=1, max_size=3)}
)


@given(st.lists(geometries, max_size=5))
def test_shapes_are_those_of_another_reader_to_the_last_digit(given_: list[Any]) -> None:
    features = read(collection(*map(feature, given_)))
    theirs = [shapely.from_geojson(json.dumps(geometry)) for geometry in given_]
    assert [each.geometry.wkb for each in features] == [each.wkb for each in theirs]


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3)
    | st.sampled_from(["Polygon", "Feature", "Topology", "GeometryCollection", "Point"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["type", "coordinates", "geometry", "geometries", "features", "arcs",
                         "objects", "transform", "scale", "translate", "properties", "crs"]),
        inner, max_size=5),
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(anything, st.sampled_from(["Feature", "FeatureCollection", "Topology", "MultiPolygon"]))
def test_whatever_is_written_there_is_no_traceback(held: Any, kind: str) -> None:
    document = {"type": kind, **(held if isinstance(held, dict) else {"geometry": held})}
    document |= {"type": kind}
    try:
        features = read(document)
    except BadValue:
        features = ()
    assert all(each.geometry is None or not each.fault for each in features)


# Degrees


def mercator(x: float, y: float) -> tuple[float, float]:
    """The inverse of the spherical Mercator of EPSG:3857, in closed form."""
    radius = 6378137.0
    return math.degrees(x / radius), math.degrees(2 * math.atan(math.exp(y / radius)) - math.pi / 2)


METRES = [[3.3e6, 6e6], [4.2e6, 6e6], [4.2e6, 6.2e6], [3.3e6, 6e6]]


@pytest.mark.parametrize("crs", ["EPSG:3857", "urn:ogc:def:crs:EPSG::3857"])
def test_projected_coordinates_become_degrees(crs: str) -> None:
    declared = {"type": "name", "properties": {"name": crs}}
    expected = shapely.Polygon([mercator(*at) for at in METRES])
    for document, options in [
        (collection(feature(polygon(METRES)), crs=declared), {}),
        (collection(feature(polygon(METRES))), {"crs": crs}),
        (collection(feature(polygon(METRES)), crs={"type": "link"}), {"crs": crs}),
    ]:
        (only,) = read(document, **options)
        assert shapely.equals_exact(only.geometry, expected, tolerance=1e-9)


@pytest.mark.parametrize(
    "crs", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "epsg:4326", "OGC:CRS84"]
)
def test_degrees_stay_as_they_are(crs: str) -> None:
    exact = polygon([[30.123456789012345, 48], [31, 48], [31, 49], [30.123456789012345, 48]])
    declared = {"type": "name", "properties": {"name": crs}}
    assert read(collection(feature(exact), crs=declared)) == read(exact)
    assert read(exact, crs=crs) == read(exact)


@pytest.mark.parametrize("declared", ["x", {"type": "link", "properties": {"href": "u"}}, []])
def test_an_unknown_system_is_refused(declared: Any) -> None:
    with pytest.raises(BadValue, match=r"the coordinate system .* is not known") as caught:
        read(collection(feature(polygon(SQUARE)), crs=declared))
    assert one_line(caught, "day.geojson")


@pytest.mark.parametrize(
    ("point", "message"),
    [
        ([4.203e6, 6.187e6], "coordinates up to 4,203,000, 6,187,000 are not degrees; they look "
                             "like EPSG:3857: say so with crs in the description"),
        ([-190.5, 10], "coordinates up to -190.5, 10 are not degrees; name their system"),
        ([10, 91], "coordinates up to 10, 91 are not degrees; name their system"),
        ([1e300, 1], r"coordinates up to 1e\+300, 1 are not degrees; name their system"),
    ],
)  # fmt: skip
def test_coordinates_that_are_no_degrees_are_refused(point: list[float], message: str) -> None:
    with pytest.raises(BadValue, match=f"^day.geojson: {message}"):
        read(collection(feature({"type": "Point", "coordinates": point})))


def test_a_rounding_error_beyond_the_antimeridian_is_kept() -> None:
    (only,) = read({"type": "Point", "coordinates": [180.00000000000003, 90]})
    assert only.geometry.x == 180.00000000000003


def test_what_a_projection_cannot_hold_is_a_fault() -> None:
    near, far = read(
        collection(
            feature(polygon(METRES)), feature({"type": "Point", "coordinates": [1e30, 1e30]})
        ),
        crs="EPSG:32637",
    )
    assert far == Feature(None, {}, "its coordinates cannot be turned into degrees")
    assert near.fault == ""


FAR_EAST = [[170, 60], [180, 60], [180, 70], [170, 70], [170, 60]]
FAR_WEST = [[-180, 60], [-170, 60], [-170, 70], [-180, 70], [-180, 60]]
UNCUT = [[170, 60], [-170, 60], [-170, 70], [170, 70], [170, 60]]
POLE = [[-180, -60], [0, -60], [180, -60], [180, -90], [0, -90], [-180, -90], [-180, -60]]


@pytest.mark.parametrize(
    ("geometry", "fault"),
    [
        (polygon(UNCUT), CROSSING),
        (polygon(SQUARE, UNCUT), CROSSING),
        ({"type": "MultiPolygon", "coordinates": [[SQUARE], [UNCUT]]}, CROSSING),
        ({"type": "LineString", "coordinates": [[179, 0], [-179, 0]]}, CROSSING),
        ({"type": "GeometryCollection", "geometries": [
            {"type": "MultiPolygon", "coordinates": [[SQUARE], [UNCUT]]}]}, CROSSING),
        ({"type": "MultiPolygon", "coordinates": [[FAR_EAST], [FAR_WEST]]}, ""),
        ({"type": "MultiPoint", "coordinates": [[179, 0], [-179, 0]]}, ""),
        (polygon(POLE), ""),
        (polygon([[-90, 0], [90, 0], [90, 10], [-90, 10], [-90, 0]]), ""),
        (polygon([[-90, 0], [90.001, 0], [90, 10], [-90, 10], [-90, 0]]), CROSSING),
    ],
)  # fmt: skip
def test_the_antimeridian_must_be_cut(geometry: Any, fault: str) -> None:
    before, found = read(collection(feature(polygon(SQUARE)), feature(geometry, n=1)))
    assert (found.fault, found.geometry is None) == (fault, bool(fault))
    assert (before.fault, found.properties) == ("", {"n": 1})


# Other formats


def test_topojson_is_put_together_from_its_arcs() -> None:
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.25], "translate": [30, 48]},
        "arcs": [
            [[2, 0], [0, 4]],
            [[2, 4], [-2, 0], [0, -4], [2, 0]],
            [[2, 4], [2, 0], [0, -4], [-2, 0]],
        ],
        "objects": {
            "held": {"type": "GeometryCollection", "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"side": {"a": [1]}}},
                {"type": "MultiPolygon", "arcs": [[[2, 0]], [[0, 1]]]},
                {"type": "Polygon", "arcs": [[~1, ~0]], "properties": {"layer": "own"}},
                {"type": "Polygon", "arcs": [[9]]},
                {"type": None},
                {"type": "GeometryCollection", "geometries": [{"type": "LineString", "arcs": [1]}]},
            ]},
            "town": {"type": "Point", "coordinates": [1, 1], "properties": {"n": 1}},
        },
    }  # fmt: skip
    features = read(topology)
    assert wkt(features) == [
        "POLYGON ((31 48, 31 49, 30 49, 30 48, 31 48))",
        "MULTIPOLYGON (((31 49, 32 49, 32 48, 31 48, 31 49)), "
        "((31 48, 31 49, 30 49, 30 48, 31 48)))",
        "POLYGON ((31 48, 30 48, 30 49, 31 49, 31 48))",
        None,
        None,
        "GEOMETRYCOLLECTION (LINESTRING (31 49, 30 49, 30 48, 31 48))",
        "POINT (30.5 48.25)",
    ]
    assert [each.fault for each in features] == ["", "", "", UNREADABLE, "", "", ""]
    assert features[0].properties == {"layer": "held", "side": {"a": [1]}}
    assert features[2].properties == {"layer": "own"}
    assert features[6].properties == {"layer": "town", "n": 1}


def test_topojson_without_a_transform_is_as_it_stands() -> None:
    topology = {"type": "Topology", "arcs": [[[*at, 5] for at in SQUARE], 7],
                "objects": {"a": {"type": "Polygon", "arcs": [[0]]},
                            "b": {"type": "Polygon", "arcs": [[1]]}}}  # fmt: skip
    good, bad = read(topology)
    assert good.geometry == shapely.Polygon(SQUARE)
    assert bad.fault == UNREADABLE


def placemark(name: str, ring: list[Any], extra: str = "") -> str:
    at = " ".join(f"{x},{y},0" for x, y in ring)
    return (f"<Placemark><name>{name}</name>{extra}<Polygon><outerBoundaryIs><LinearRing>"
            f"<coordinates>{at}</coordinates></LinearRing></outerBoundaryIs></Polygon>"
            "</Placemark>")  # fmt: skip


def kml(*folders: tuple[str, str]) -> bytes:
    inside = "".join(f"<Folder><name>{name}</name>{marks}</Folder>" for name, marks in folders)
    return f"{KML_START}{inside}</Document></kml>".encode()


def test_kml_with_its_folders_as_layers() -> None:
    data = "<ExtendedData><Data name='side'><value>x</value></Data></ExtendedData>"
    features = read_features(
        kml(("Red", placemark("a", SQUARE, data)),
            ("Blue", placemark("b", SQUARE) + placemark("c", SQUARE[:2]))),
        "day.txt",
    )  # fmt: skip
    assert [(each.properties["layer"], each.properties["Name"]) for each in features] == [
        ("Red", "a"), ("Blue", "b"), ("Blue", "c"),
    ]  # fmt: skip
    assert features[0].properties["side"] == "x"
    assert features[0].geometry == features[1].geometry == shapely.Polygon(SQUARE)
    assert features[2].fault == UNREADABLE


def test_a_kml_without_names_gives_the_same_twice() -> None:
    data = f"{KML_START}{placemark('a', SQUARE)}</Document></kml>".encode()
    assert read_features(data, "a.kml") == read_features(data, "b.kml")
    assert not any("pyogrio" in str(each.properties) for each in read_features(data, "a.kml"))


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def test_a_kmz_is_a_zipped_kml() -> None:
    packed = zipped(doc__kml=kml(("Red", placemark("a", SQUARE))))
    (only,) = read_features(packed, "day.kmz")
    assert only.properties["layer"] == "Red"


def written(tmp_path: Path, driver: str, ending: str, crs: str = "EPSG:4326") -> Path:
    from pyogrio import raw

    x, y = (3.3e6, 6e6) if crs == "EPSG:3857" else (30, 48)
    step = 1e5 if crs == "EPSG:3857" else 1
    shapes = [shapely.box(x, y, x + step, y + step), shapely.box(x, y, x + step, y + 2 * step)]
    path = tmp_path / f"lines{ending}"
    raw.write(
        path,
        shapely.to_wkb(np.array(shapes, dtype=object)),
        [np.array(["Київ", None], dtype=object), np.array([1, 2]), np.array([0.5, np.nan])],
        ["name", "count", "share"],
        driver=driver, crs=crs, geometry_type="Polygon", encoding="utf-8",
    )  # fmt: skip
    return path


def shapefile(tmp_path: Path, crs: str = "EPSG:4326", folder: str = "") -> bytes:
    path = written(tmp_path, "ESRI Shapefile", ".shp", crs)
    parts = {part.name: part.read_bytes() for part in tmp_path.glob(path.stem + ".*")}
    parts["._lines.shp"] = b"beside every file macOS packs another"
    return zipped(**{folder + name: content for name, content in parts.items()})


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
@pytest.mark.parametrize("form", ["GPKG", "FlatGeobuf", "shapefile", "folder", "GeoParquet"])
def test_every_table_reads_alike(tmp_path: Path, form: str, crs: str) -> None:
    if form in ("shapefile", "folder"):
        data = shapefile(tmp_path, crs, "in/a folder/" if form == "folder" else "")
    elif form == "GeoParquet":
        data = geoparquet(crs)
    else:
        data = written(tmp_path, form, ENDINGS[form], crs).read_bytes()
    features = sorted(read_features(data, "day"), key=lambda each: each.properties["count"])
    corner = mercator(3.3e6, 6e6) if crs == "EPSG:3857" else (30, 48)
    for each in features:
        assert each.geometry.bounds[:2] == pytest.approx(corner, abs=1e-9)
        assert each.fault == ""
    first, second = ({**each.properties, "layer": "lines"} for each in features)
    assert first == {"layer": "lines", "name": "Київ", "count": 1, "share": 0.5}
    assert second == {"layer": "lines", "name": None, "count": 2, "share": None}


def test_a_callers_system_goes_before_the_files(tmp_path: Path) -> None:
    data = written(tmp_path, "GPKG", ".gpkg", "EPSG:3857").read_bytes()
    with pytest.raises(BadValue, match="are not degrees"):
        read_features(data, "day.gpkg", crs="EPSG:4326")


def test_all_layers_of_a_geopackage_each_in_its_system(tmp_path: Path) -> None:
    from pyogrio import raw

    path = written(tmp_path, "GPKG", ".gpkg")
    point = shapely.to_wkb(np.array([shapely.Point(0, 0, 5), None], dtype=object))
    many = [np.array([3, 4]), np.array(["2024-01-02", "NaT"], dtype="datetime64[D]")]
    raw.write(path, point, many, ["n", "day"], driver="GPKG", layer="towns", append=True,
              crs="EPSG:3857", geometry_type="Point Z")  # fmt: skip
    features = read_features(path.read_bytes(), "day.gpkg")
    assert [each.properties["layer"] for each in features] == ["lines"] * 2 + ["towns"] * 2
    assert wkt(features)[2:] == ["POINT (0 0)", None]
    assert features[2].properties == {"layer": "towns", "n": 3, "day": "2024-01-02"}
    assert features[3].properties == {"layer": "towns", "n": 4, "day": None}


def test_half_a_file_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for driver in ("GPKG", "FlatGeobuf"):
        data = written(tmp_path, driver, ENDINGS[driver]).read_bytes()
        with pytest.raises(BadValue, match="cannot be read as") as caught:
            read_features(data[: len(data) * 2 // 3], "day.map")
        assert one_line(caught, "day.map")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "holds neither a shapefile nor KML"),
        ({"a__txt": b"x"}, "holds neither a shapefile nor KML"),
        ({"a__shp": b"<OGRVRTDataSource>"}, "'a.shp' is none"),
        ({"a__shp": b"\x00\x00\x27\x0a" + b"\x00" * 96}, "cannot be read as Shapefile: "),
        ({"a__kml": b"x"}, "cannot be read as KML: "),
    ],
)
def test_a_zip_of_something_else_is_refused(files: dict[str, bytes], reason: str) -> None:
    with pytest.raises(BadValue, match=reason) as caught:
        read_features(zipped(**files), "day.zip")
    assert one_line(caught, "day.zip")


def geoparquet(crs: str = "EPSG:4326", **column: Any) -> bytes:
    import pyproj

    metres = crs == "EPSG:3857"
    x, y, step = (3.3e6, 6e6, 1e5) if metres else (30, 48, 1)
    shapes = [shapely.box(x, y, x + step, y + step).wkb, shapely.box(x, y, x + step, y + 2).wkb]
    described = {"encoding": "WKB", "geometry_types": ["Polygon"]}
    described |= {"crs": pyproj.CRS(crs).to_json_dict()} if metres else {}
    geo = {"version": "1.1.0", "primary_column": "at", "columns": {"at": described | column}}
    table = pa.table({"name": ["Київ", None], "count": [1, 2], "share": [0.5, None], "at": shapes})
    sink = pa.BufferOutputStream()
    parquet.write_table(table.replace_schema_metadata({"geo": json.dumps(geo)}), sink)
    return sink.getvalue().to_pybytes()


def test_parquet_without_shapes_is_refused() -> None:
    with pytest.raises(BadValue, match="not written as WKB"):
        read_features(geoparquet(encoding="polygon"), "day.parquet")
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.table({"a": [1]}), sink)
    with pytest.raises(BadValue, match="without the shapes of GeoParquet"):
        read_features(sink.getvalue().to_pybytes(), "day.parquet")


# Describing


def test_the_values_of_each_property_are_counted() -> None:
    features = [
        Feature(None, {"side": "a", "n": 1, "long": "x" * 70}),
        Feature(None, {"side": "b", "n": None, "long": "x" * 80}),
        Feature(None, {"side": "b", "n": {"є": True}}),
    ]
    assert describe(features) == {
        "side": {"b": 2, "a": 1},
        "n": {"1": 1, "null": 1, '{"є": true}': 1},
        "long": {"x" * 60: 2},
    }
    assert list(describe(features)["side"]) == ["b", "a"]
    assert len(describe(Feature(None, {"id": n}) for n in range(50))["id"]) == 20


@pytest.mark.skipif(not LAYERS.is_dir(), reason="the shared layers are not there")
def test_the_shared_outlines_are_read_exactly() -> None:
    for path in LAYERS.glob("*.geojson"):
        data = path.read_bytes()
        features = read_features(data, path.name)
        theirs = shapely.get_parts(shapely.from_geojson(data))
        assert [each.geometry.wkb for each in features] == [each.wkb for each in theirs]
