"""One map file's bytes, in any of the usual formats, as features."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, groupby
from pathlib import PurePath
from typing import Any

from groundcheck.errors import BadValue
from groundcheck.ledger.features import Feature

# How each format's bytes begin.
STARTS = {
    b"PAR1": "GeoParquet",
    b"SQLite format 3\x00": "GeoPackage",
    b"fgb\x03fgb": "FlatGeobuf",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
}
ENDINGS = {
    ".parquet": "GeoParquet", ".geoparquet": "GeoParquet", ".gpkg": "GeoPackage",
    ".fgb": "FlatGeobuf", ".kml": "KML", ".kmz": "KML", ".shp": "Shapefile", ".zip": "zip",
}  # fmt: skip
KML_ROOT = re.compile(rb"<(\w+:)?kml[\s>]")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
Layer = tuple[list[Feature], str]


def read_features(
    data: bytes, name: str, collection: str = "", crs: str = ""
) -> tuple[Feature, ...]:
    """The features of a map file in its order, with shapes in degrees on WGS84.

    Reads GeoJSON (also one document a line), TopoJSON, KML, KMZ, zipped Shapefile, GeoPackage,
    FlatGeobuf and GeoParquet, told apart by their content. ``name`` is what messages call the
    file. ``collection`` is where in a JSON document the map stands, as ``"data.map"``. ``crs``,
    like ``"EPSG:3857"``, goes before the coordinate system that the file declares. In a file
    of layers the property ``layer`` names the layer. Raises ``BadValue`` where the file cannot
    be read; a shape that cannot be used is a ``Feature`` with a ``fault`` and not an error.
    """
    # Shapely, numpy and GDAL are slow to import, and most runs never get here.
    from groundcheck.ledger.degrees import in_degrees  # noqa: PLC0415

    return tuple(
        chain.from_iterable(
            in_degrees(features, crs or declared, name)
            for features, declared in _layers(data, name, collection)
        )
    )


def _layers(data: bytes, name: str, collection: str) -> Iterator[Layer] | list[Layer]:
    form = _form(data, name)
    if form == "JSON":
        return _json_layers(data, name, collection)
    if form == "GeoParquet":
        from groundcheck.ledger.geoparquet import read_table  # noqa: PLC0415

        return [read_table(data, name)]
    from groundcheck.ledger import gdal  # noqa: PLC0415

    return gdal.read_zip(data, name) if form == "zip" else gdal.read_layers(data, form, name)


def _form(data: bytes, name: str) -> str:
    """The format by content; the name only serves to say what the file should have been."""
    for start, form in STARTS.items():
        if data.startswith(start):
            return form
    head = data[:4096].removeprefix(BYTE_ORDER_MARK).lstrip()
    if head.startswith(b"<"):
        if KML_ROOT.search(head):
            return "KML"
        raise BadValue(f"{name}: is neither KML nor JSON")
    expected = ENDINGS.get(PurePath(name).suffix.lower())
    if expected == "Shapefile":
        raise BadValue(f"{name}: a shapefile is read from a zip of its .shp, .shx, .dbf and .prj")
    if expected and not head.startswith((b"{", b"[", b"\x1e")):
        raise BadValue(f"{name}: cannot be read as {expected}: does not begin like one")
    return "JSON"


def _json_layers(data: bytes, name: str, collection: str) -> Iterator[Layer]:
    from groundcheck.ledger import geojson, topojson  # noqa: PLC0415

    maps = (_under(document, collection, name) for document in _documents(data, name))
    # With one document a line there are thousands: those alike are built together.
    for (topological, crs), alike in groupby(maps, _kind):
        if topological:
            for topology in alike:
                yield geojson.built(topojson.feature_list(topology, name)), crs
        else:
            features = [each for held in alike for each in geojson.feature_list(held, name)]
            yield geojson.built(features), crs


def _documents(data: bytes, name: str) -> Iterator[Any]:
    try:
        yield json.loads(data)
        return
    except RecursionError:
        raise BadValue(f"{name}: is nested too deeply") from None
    except ValueError:
        lines = [line.strip(b" \t\x1e") for line in data.splitlines()]
    if not any(lines):
        raise BadValue(f"{name}: is not JSON")
    for number, line in enumerate(lines, 1):
        try:
            if line:
                yield json.loads(line)
        except (ValueError, RecursionError):
            where = f" (line {number})" if number > 1 else ""
            raise BadValue(f"{name}: is not JSON{where}") from None


def _under(document: Any, collection: str, name: str) -> dict[str, Any]:
    """The map that stands in a document under the keys of ``collection``."""
    held = document
    for key in filter(None, collection.split(".")):
        try:
            held = held[int(key)] if isinstance(held, list) else held[key]
        except (IndexError, KeyError, TypeError, ValueError):
            raise BadValue(f"{name}: holds nothing under {collection!r}") from None
    if isinstance(held, list) and collection:
        return {"type": "FeatureCollection", "features": held}
    if not isinstance(held, dict):
        raise BadValue(f"{name}: is JSON, but no GeoJSON object")
    return held


def _kind(held: dict[str, Any]) -> tuple[bool, str]:
    """Whether a map is TopoJSON, and the coordinate system it declares (GeoJSON of 2008)."""
    topological = held.get("type") == "Topology"
    declared = held.get("crs")
    if declared is None:
        return topological, ""
    try:
        return topological, str(declared["properties"]["name"])
    except (IndexError, KeyError, TypeError):
        # Not named, so not known either: the caller can still say which it is.
        return topological, json.dumps(declared)
