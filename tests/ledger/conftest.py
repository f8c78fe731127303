"""A small made-up layer: forty maps of two years, drawn of a front that moves east and back."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import shapely

from groundcheck.ledger.descriptions import read_layer
from groundcheck.ledger.importing import Imported, import_layer
from groundcheck.ledger.layer_store import LayerStore, Stored
from groundcheck.ledger.sources import Item

LATEST = date(2032, 1, 1)
DESCRIPTION = """
name = "atlas"
maker = "Atlas"
definition = "what the map shows"
licence = "free"
attribution = "Atlas"

[date]
from = "file name"
pattern = '(\\d{4})-(\\d\\d)-(\\d\\d)'

[[status]]
is = "held"
by = "Sylvania"
where = { status = '^held$' }

[[status]]
is = "contested"
where = { status = '^grey$' }

[[covers]]
holder = "Sylvania"
country = "UA"
contested = true
"""
LAYER = read_layer(DESCRIPTION, "atlas")


def item(name: str, **shapes: shapely.Geometry) -> Item:
    """A map file that shows shapes by status."""
    features = [
        {
            "type": "Feature",
            "properties": {"status": status},
            "geometry": shapely.geometry.mapping(shape),
        }
        for status, shape in shapes.items()
        if not shape.is_empty
    ]
    return Item(name, json.dumps({"type": "FeatureCollection", "features": features}).encode())


def front(number: int) -> shapely.Geometry:
    """What is held on the map of that number."""
    east = 31.5 + math.sin(number / 5)
    line = [(east + 0.1 * math.sin(number * n + n), 47 + n / 10) for n in range(21)]
    return shapely.Polygon([*line, (30, 49), (30, 47)])


def files(count: int = 40) -> list[Item]:
    """The maps, one every sixteen days of two years."""
    made = []
    for number in range(count):
        held = front(number)
        grey = shapely.difference(shapely.box(30, 47.5, 31.75, 48), held)
        day = date(2030, 3, 1) + timedelta(16 * number)
        made.append(item(f"maps/{day}.json", held=held, grey=grey))
    return made


def add(store: LayerStore, items: Iterable[Item], progress: Any = lambda _: None) -> Imported:
    """Import the items as the layer ``atlas``."""
    store.put_layer(Stored("atlas", DESCRIPTION, "somewhere"))
    return import_layer(store, LAYER, items, LATEST, progress)


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(path)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master ORDER BY name")
                 if not name.startswith("sqlite_")]  # fmt: skip
        return {name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


@pytest.fixture(scope="session")
def atlas() -> SimpleNamespace:
    """All of the above, since a test module cannot import from the one beside it."""
    return SimpleNamespace(
        layer=LAYER, latest=LATEST, description=DESCRIPTION, item=item, front=front, files=files,
        add=add, dump=dump,
    )  # fmt: skip
