"""Countries and their first-level regions: names, what lies in what, published areas.

The names of ``data/regions.tsv`` and ``countries.tsv`` are our own; the regions of all other
countries have the codes and native names of ISO 3166-2 as ``pycountry`` gives them, and are
read only when one of them is asked for.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from groundcheck.errors import DataError
from groundcheck.model.measurement import PublishedArea

Kind = Literal["country", "region", "area"]


@dataclass(frozen=True, slots=True)
class Region:
    """A country (ISO 3166-1), a first-level region (ISO 3166-2) or an area with a name of its own.

    ``country`` is the alpha-2 code of the country that ISO 3166-2 lists it under. ``names``
    holds ``name`` and the other spellings.
    """

    id: str
    name: str
    kind: Kind
    country: str
    names: tuple[str, ...]


@cache
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/<table>.tsv``, without the notes at its head."""
    lines = (files("groundcheck") / "data" / f"{table}.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


def plain(names: str) -> tuple[str, ...]:
    """The names of a cell, without the marks that say how a name is to be read."""
    return tuple(dict.fromkeys(n.lstrip("=~*") for n in names.split("|") if n))


@cache
def _ours() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for code, name, others, _, _ in rows("countries"):
        names = plain(f"{name}|{others}")
        found[code] = Region(code, names[0], "country", code, names)
    for code, _, cell in rows("regions"):
        known = found[code].names if code in found else ()
        names = tuple(dict.fromkeys(known + plain(cell)))
        found[code] = Region(code, names[0], "region", code[:2], names)
    for code, country, _, cell in rows("wholes"):
        names = plain(cell)
        found[code] = Region(code, names[0], "area", country, names)
    return found


@cache
def named_by_us() -> frozenset[str]:
    """The countries whose first-level regions stand in our own table."""
    return frozenset(code[:2] for code, _, _ in rows("regions")) - {"NG", "US"}


@cache
def _iso() -> dict[str, Region]:
    # pycountry's own import reads its distribution's metadata and takes five times as long.
    found = find_spec("pycountry")
    if found is None or found.origin is None:
        raise DataError("pycountry: not installed, and ISO 3166-2 is read from it")
    path = Path(found.origin).parent / "databases" / "iso3166-2.json"
    try:
        entries = json.loads(path.read_text("utf-8"))["3166-2"]
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"pycountry: no table of ISO 3166-2 in {path.name}: {error}") from error
    return {
        e["code"]: Region(e["code"], name, "region", e["code"][:2], (name,))
        for e in entries
        if "parent" not in e and (name := e["name"].split(",")[0].split("[")[0].strip())
    }


def iso_regions() -> tuple[Region, ...]:
    """The first-level regions of ISO 3166-2 outside our own tables, by their native names."""
    ours = named_by_us()
    return tuple(r for r in _iso().values() if r.country not in ours)


@cache
def place(id: str) -> Region | None:  # noqa: A002
    """The country, region or area with this id, ``None`` where there is none.

    Raises ``DataError`` where a table of the installation is missing.
    """
    if id in _ours():
        return _ours()[id]
    return _iso().get(id) if id[2:3] == "-" else None


@cache
def parts(id: str) -> tuple[str, ...]:  # noqa: A002
    """The ids of a country's first-level regions, or of the regions that make up an area.

    A country's are all entries of ISO 3166-2 without a parent entry; in the countries of our
    own tables they do not overlap.
    """
    for code, _, cell, _ in rows("wholes"):
        if code == id:
            return tuple(cell.split("|")) if cell else ()
    if id in named_by_us():
        return tuple(dict.fromkeys(code for code, _, _ in rows("regions") if code[:2] == id))
    return tuple(code for code in _iso() if code[:2] == id)


@cache
def wholes(id: str) -> tuple[str, ...]:  # noqa: A002
    """The ids of the areas that a region is a part of, often none."""
    return tuple(code for code, _, cell, _ in rows("wholes") if cell and id in cell.split("|"))


@cache
def capital(id: str) -> str:  # noqa: A002
    """The usual name of a country's capital, "" where our table has none."""
    cells = (row for row in rows("countries") if row[0] == id and len(row) > 4)
    return next((row[4].split("|")[0].lstrip("=~*") for row in cells), "")


def inside(id: str) -> str | None:  # noqa: A002
    """The alpha-2 code of the country of a region or area, ``None`` for a country itself."""
    found = place(id)
    return None if found is None or found.kind == "country" else found.country


@cache
def _sources() -> dict[str, dict[str, float | str]]:
    return tomllib.loads((files("groundcheck") / "data" / "areas.toml").read_text("utf-8"))


@cache
def _areas() -> dict[str, tuple[PublishedArea, ...]]:
    found: dict[str, list[PublishedArea]] = {}
    for source, sizes in _sources().items():
        for code, km2 in sizes.items():
            if code != "checked":
                found.setdefault(code, []).append(PublishedArea(code, float(km2), source))
    return {code: tuple(areas) for code, areas in found.items()}


def areas(id: str) -> tuple[PublishedArea, ...]:  # noqa: A002
    """What named sources publish as the size of a place, the usual one first; often none."""
    return _areas().get(id, ())


def with_areas() -> tuple[str, ...]:
    """The ids of all places whose size some source publishes."""
    return tuple(_areas())


def sources() -> dict[str, str]:
    """The sources of the published areas, the usual ones first, and how each was checked."""
    return {source: str(sizes["checked"]) for source, sizes in _sources().items()}
