"""The search page, and the index that its script looks through without a server.

The index comes in parts, each a script that hands over one value, since a page opened from a disk
may load scripts beside it and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, get_args

from groundcheck.geo import gazetteer, regions
from groundcheck.geo.lineage import lineage
from groundcheck.ledger.store import View
from groundcheck.model import Kind, Statement, Verdict
from groundcheck.publish.site.addresses import Addresses
from groundcheck.publish.site.parts import Row, batches, row

PART = 2000
"""So many claims stand in a part of the index."""
_OFFERED = 500
_TOWN = "geonames:"


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The form, with names to choose from. ``parts`` are the scripts that make up the index."""

    template: ClassVar[str] = "search"

    title: str
    total: int
    parts: tuple[str, ...]
    kinds: tuple[str, ...]
    verdicts: tuple[str, ...]
    sources: tuple[str, ...]
    places: tuple[str, ...]


def search_page(view: View, at: Addresses) -> SearchPage:
    """The page over an index of everything on record."""
    total = view.count()
    parts = -(-total // PART)
    return SearchPage(
        title="Search",
        total=total,
        parts=tuple(at.index_part(number) for number in range(1, parts + 1)),
        kinds=get_args(Kind),
        verdicts=get_args(Verdict),
        sources=tuple(name for name, _ in view.sources()[:_OFFERED]),
        places=tuple(dict.fromkeys(name for _, name, _ in view.places()[:_OFFERED])),
    )


def index_parts(view: View, at: Addresses) -> Iterator[tuple[str, bytes]]:
    """The parts of the index, the latest claims first: path and content of each."""
    for number, batch in enumerate(batches(view.statements(), PART), 1):
        if batch:
            yield at.index_part(number), _part(batch, at)


def _part(statements: Sequence[Statement], at: Addresses) -> bytes:
    data = [_item(statement, row(statement, at)) for statement in statements]
    # Every other letter than those of ASCII is escaped, whatever a server calls the file's coding.
    inner = ",\n".join(json.dumps(item, separators=(",", ":")) for item in data)
    return f"groundcheckIndex.push([\n{inner}\n]);\n".encode()


def _item(statement: Statement, shown: Row) -> list[object]:
    """What the script reads by position: see ``static/search.js``."""
    return [
        shown.said.isoformat() if shown.said else "",
        shown.claim.text,
        shown.claim.path,
        [shown.source.text, shown.source.path],
        [shown.outlet.text, shown.outlet.path],
        shown.kind,
        [[place.text, place.path] for place in shown.places],
        [verdict for verdict, _ in shown.verdicts],
        _around(statement),
        shown.figures,
        "" if shown.certainty == "stated" else shown.certainty,
    ]


def _around(statement: Statement) -> list[str]:
    """The names of all that the places lie in."""
    own = {place.id for place in statement.claim.places}
    wider = {id_ for place in own for id_ in lineage(place)} - own
    return sorted(filter(None, map(_name, wider)))


def _name(place: str) -> str:
    if place.startswith(_TOWN):
        town = gazetteer.known(place.removeprefix(_TOWN))
        return town.name if town else ""
    region = regions.place(place)
    return region.name if region else ""
