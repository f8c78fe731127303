"""Statements as JSON Lines: one object a line with all that is on record of a statement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from groundcheck.errors import BadValue
from groundcheck.model import Entry, Record
from groundcheck.publish.json import one_line
from groundcheck.publish.shape import published
from groundcheck.publish.shape_back import from_published


def chunks(records: Iterable[Record]) -> Iterator[bytes]:
    """The lines, a report's at a time. The same records give the same bytes."""
    for record in records:
        yield "".join(f"{line(entry)}\n" for entry in record.entries).encode()


def line(entry: Entry) -> str:
    """The statement as one line: no line end in it, and nothing that UTF-8 has no form for."""
    shape = published(entry)
    shape["statement"]["proposition"]["key"] = entry.statement.proposition.key
    return one_line(shape)


def entry(written: str) -> Entry:
    """The statement that ``line`` wrote. Raises ``BadValue`` where it is no such line.

    Nothing is lost but whether an end without limit is open, which says nothing.
    """
    try:
        data = json.loads(written)
    except (ValueError, RecursionError):
        raise BadValue("a line of statements: is not JSON") from None
    return from_published(Entry, data)
