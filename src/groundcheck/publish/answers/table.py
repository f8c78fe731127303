"""Rows with columns of any name as a text table, CSV (RFC 4180), JSON or JSON lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from math import isfinite
from typing import Any

from rich.cells import cell_len, set_cell_size

from groundcheck.errors import BadValue
from groundcheck.publish.json import one_line as json_line
from groundcheck.publish.safe import one_line

_WIDEST = 60
"""Columns of a terminal that one cell of a text table takes at most."""

Columns = Sequence[str]
Rows = Sequence[Sequence[Any]]


def as_text(columns: Columns, rows: Rows) -> str:
    """A table for a person: cells on one line, long ones cut, numbers to the right."""
    cells = [[_cell(value) for value in row] for row in rows]
    head = [one_line(column) for column in columns]
    widths = [min(_WIDEST, max(map(cell_len, column))) for column in zip(head, *cells, strict=True)]
    right = [
        bool(rows) and all(isinstance(row[at], int | float) for row in rows)
        for at in range(len(head))
    ]
    rule = ["─" * width for width in widths]
    lines = (_line(line, widths, right) for line in (head, rule, *cells))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (_padded(*one) for one in zip(cells, widths, right, strict=True))
    return "  ".join(padded)


def _padded(cell: str, width: int, right: bool) -> str:
    if cell_len(cell) > width:
        return f"{set_cell_size(cell, width - 1)}…"
    blanks = " " * (width - cell_len(cell))
    return blanks + cell if right else cell + blanks


def _cell(value: Any) -> str:
    plain = _plain(value)
    return "" if plain is None else one_line(str(plain))


def as_csv(columns: Columns, rows: Rows) -> str:
    """A header and a line for each row; what is not known is empty, bytes are hexadecimal."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return file.getvalue()


def as_json(columns: Columns, rows: Rows) -> str:
    """A list of objects, a line each; raises ``BadValue`` where two columns have one name."""
    lines = ",\n ".join(_objects(columns, rows))
    return f"[{lines}]\n" if lines else "[]\n"


def as_jsonl(columns: Columns, rows: Rows) -> str:
    """An object on each line; raises ``BadValue`` where two columns have one name."""
    return "".join(f"{line}\n" for line in _objects(columns, rows))


def _objects(columns: Columns, rows: Rows) -> list[str]:
    twice = sorted({one for one in columns if list(columns).count(one) > 1})
    if twice:
        raise BadValue(f"sql: two columns are called {twice[0]!r}; name one with AS")
    objects = (dict(zip(columns, map(_plain, row), strict=True)) for row in rows)
    return [json_line(one) for one in objects]


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    # JSON has no form for what is not finite.
    return str(value) if isinstance(value, float) and not isfinite(value) else value
