"""The formats that GDAL reads for us: KML, zipped Shapefile, GeoPackage, FlatGeobuf.

Only bytes that begin like one of these are handed to it, since GDAL would also follow files
that point to other files or to servers.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from pathlib import PurePosixPath
from typing import Any

import pyogrio
from pyogrio import raw

from groundcheck.errors import BadValue
from groundcheck.ledger.features import Feature
from groundcheck.ledger.wkb import from_columns

# What GDAL remarks on without having lost anything.
HARMLESS = re.compile("non conformant file extension|winding order|Non closed ring")
POINTER = re.compile(rb"<OGR\w*DataSource")
IN_MEMORY = re.compile(r"'?/vsi\S*pyogrio_[^\s']*'?|pyogrio_[0-9a-f]{32}")
BROKEN_ZIP = (
    EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
SHAPEFILE_PARTS = {".shp", ".shx", ".dbf", ".prj", ".cpg"}
SHAPEFILE_START = b"\x00\x00\x27\x0a"
MOST_UNPACKED = 1 << 30


def read_layers(data: bytes, form: str, name: str) -> list[tuple[list[Feature], str]]:
    """Each layer's features and the coordinate system they are in, ``""`` where none is said.

    ``form`` is the format's name. The property ``layer`` names the layer, unless the features
    have such a property. Raises ``BadValue`` with ``name`` for whatever GDAL cannot read whole.
    """
    if POINTER.search(data):
        raise BadValue(f"{name}: cannot be read as {form}: points to other data")
    with _refusing(form, name):
        # By number: GDAL calls a layer without a name after its own name for the bytes.
        layers = [
            _layer(data, number, layer)
            for number, (layer, kind) in enumerate(pyogrio.list_layers(data))
            if kind is not None
        ]
    if not layers and form == "FlatGeobuf":
        raise BadValue(f"{name}: cannot be read as {form}: holds no layer")
    return layers


def read_zip(data: bytes, name: str) -> list[tuple[list[Feature], str]]:
    """The same for a zip of shapefiles, in any folders, or of KML (KMZ)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = list(_members(archive, name))
    except BadValue:
        raise
    except BROKEN_ZIP as error:
        raise BadValue(f"{name}: cannot be unpacked: {_one_line(error)}") from None
    if not found:
        raise BadValue(f"{name}: holds neither a shapefile nor KML")
    return [layer for form, member in found for layer in read_layers(member, form, name)]


def _layer(data: bytes, number: int, layer: str) -> tuple[list[Feature], str]:
    meta, _, shapes, columns = raw.read(data, layer=number, force_2d=True)
    fields: dict[str, Any] = dict(zip(map(str, meta["fields"]), columns, strict=True))
    for field, kind in zip(fields, meta.get("ogr_types", ()), strict=False):
        # A column of integers with gaps arrives as floats, its gaps as NaN.
        if kind.startswith("OFTInteger") and fields[field].dtype.kind == "f":
            fields[field] = [int(cell) if isfinite(cell) else None for cell in fields[field]]
    if not IN_MEMORY.search(layer):
        fields = {"layer": [layer] * len(shapes)} | fields
    return from_columns(shapes, fields), meta["crs"] or ""


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, bytes]]:
    """Each shapefile as a zip of its own, as GDAL wants it, and each KML file."""
    files = {
        PurePosixPath(entry.filename): entry
        for entry in archive.infolist()
        # Beside every file macOS packs another of the same ending.
        if not PurePosixPath(entry.filename).name.startswith("._")
    }
    if sum(entry.file_size for entry in files.values()) > MOST_UNPACKED:
        raise BadValue(f"{name}: is too large when unpacked")
    for path, entry in files.items():
        if path.suffix.lower() == ".kml":
            yield "KML", archive.read(entry)
        elif path.suffix.lower() == ".shp":
            parts = {
                "shape" + other.suffix.lower(): archive.read(part)
                for other, part in files.items()
                if other.with_suffix("") == path.with_suffix("")
                and other.suffix.lower() in SHAPEFILE_PARTS
            }
            if not parts["shape.shp"].startswith(SHAPEFILE_START):
                raise BadValue(f"{name}: cannot be read as Shapefile: {path.name!r:.60} is none")
            yield "Shapefile", _packed(parts, path.stem)


def _packed(parts: dict[str, bytes], stem: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part.replace("shape", stem, 1), content)
    return packed.getvalue()


@contextmanager
def _refusing(form: str, name: str) -> Iterator[None]:
    """Errors and warnings of GDAL as one ``BadValue``.

    Warnings are gathered, not raised, since they come from within GDAL's own code.
    """
    try:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            yield
    except (RuntimeError, ValueError, IndexError) as error:
        raise BadValue(f"{name}: cannot be read as {form}: {_one_line(error)}") from None
    for warning in said:
        text = _one_line(warning.message)
        if issubclass(warning.category, RuntimeWarning) and not HARMLESS.search(text):
            raise BadValue(f"{name}: cannot be read as {form}: {text}")


def _one_line(error: Warning | Exception | str) -> str:
    said = IN_MEMORY.sub("the file", " ".join(str(error).split()))
    return said.partition("; It might help")[0][:160] or type(error).__name__
