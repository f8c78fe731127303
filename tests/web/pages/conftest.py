"""A small layer store: two squares, on which a front moves from day to day."""

import json
from datetime import date, timedelta

import pytest
import shapely

from groundcheck.ledger.descriptions import read_layer
from groundcheck.ledger.importing import import_layer
from groundcheck.ledger.layer_store import LayerStore, Stored, StoredOutline
from groundcheck.ledger.sources import Item


def _description(name, contested, without=""):
    changes = f"changes_only = [{without}]" if without else ""
    return f"""
name = "{name}"
maker = "{name.capitalize()} <b>maps</b>"
definition = "what the map shows"
licence = "CC0"
attribution = "{name.capitalize()}"
valid_days = 3

[date]
from = "file name"
pattern = '(\\d{{4}})-(\\d\\d)-(\\d\\d)'

[[status]]
is = "held"
by = "Sylvania"
where = {{ status = '^held$' }}

[[status]]
is = "contested"
where = {{ status = '^grey$' }}

[[covers]]
holder = "Sylvania"
country = "UA"
contested = {str(contested).lower()}
{changes}
"""


BOUNDARIES = """
name = "Squares"
maker = "Squares"
licence = "CC0"
attribution = "Squares of ours"

[region]
property = "code"
template = "{}"
"""
WEST, EAST = shapely.box(30, 47, 32, 49), shapely.box(32, 47, 34, 49)


def _map(day, **shapes):
    features = [
        {
            "type": "Feature",
            "properties": {"status": status},
            "geometry": shapely.geometry.mapping(shape),
        }
        for status, shape in shapes.items()
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    return Item(f"{day}.json", content)


@pytest.fixture(scope="session")
def layer_store(tmp_path_factory):
    """A store of two squares, UA-14 and UA-23, on which a front moves east by a tenth a day.

    ``atlas`` has twenty days and tells contested ground; ``hill`` has the first and tenth, and is
    not whole in UA-23.
    """
    path = tmp_path_factory.mktemp("layers") / "layers.sqlite"
    atlas, hill = [], []
    for number in range(20):
        day = date(2030, 3, 1) + timedelta(number)
        front = 31 + number / 10
        held = shapely.box(29, 46, front, 50)
        atlas.append(_map(day, held=held, grey=shapely.box(front, 46, front + 0.2, 50)))
        if number in (0, 9):
            hill.append(_map(day, held=shapely.box(29, 46, front + 0.3, 50)))
    with LayerStore(path) as store:
        outlines = (("UA-14", WEST), ("UA-23", EAST))
        store.put_boundaries(
            Stored("Squares", BOUNDARIES, "here"),
            tuple(StoredOutline(id_, shape, id_ * 12, "") for id_, shape in outlines),
        )
        for name, items, given in (
            ("atlas", atlas, (True,)),
            ("hill", hill, (False, '"UA-23"')),
        ):
            text = _description(name, *given)
            store.put_layer(Stored(name, text, "here"))
            import_layer(store, read_layer(text, name), items, date(2031, 1, 1), lambda _: None)
    return path
