"""Everything that a ledger can be published as: one file, or a folder of files.

A format makes its bytes part by part from a ledger, never all at once. It joins by a line in
``FORMATS``; ``records`` is what most of them need, and a format that wants more asks the view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from groundcheck.errors import BadValue
from groundcheck.ledger.exporting import records
from groundcheck.ledger.store import Query, View
from groundcheck.ledger.store.query import ALL
from groundcheck.publish.claimreview import NOBODY, Reviewer


@dataclass(frozen=True, slots=True)
class Asked:
    """What is published: of which ledger, which statements, in whose name.

    Outlines of regions are those in the layer store ``store``, of the set ``boundaries``.
    """

    view: View
    query: Query = ALL
    reviewer: Reviewer = NOBODY
    store: Path | None = None
    boundaries: str = ""


File = Callable[[Asked], Iterator[bytes]]
"""The parts of one file, in order."""
Folder = Callable[[Asked], Iterator[tuple[str, bytes]]]
"""The files of a folder: each path, with "/" and relative to the folder, and its content."""


@dataclass(frozen=True, slots=True)
class Format:
    """A published form. ``file`` or ``folder`` is ``None`` where it cannot be that.

    ``endings`` are those of names by which a file is told from a folder where it can be both.
    """

    file: File | None = None
    folder: Folder | None = None
    endings: tuple[str, ...] = ()


# Each imports what it needs when it is asked for, since some of it is slow to import.
# ruff: noqa: PLC0415


def _csv(asked: Asked) -> Iterator[bytes]:
    from groundcheck.publish import statement_rows, tables

    rows = statement_rows.rows(records(asked.view, asked.query))
    return tables.csv_parts(rows, statement_rows.StatementRow)


def _parquet(asked: Asked) -> Iterator[bytes]:
    from groundcheck.publish import statement_rows, tables

    rows = statement_rows.rows(records(asked.view, asked.query))
    return tables.parquet_parts(rows, statement_rows.StatementRow)


def _jsonl(asked: Asked) -> Iterator[bytes]:
    from groundcheck.publish import jsonl

    return jsonl.chunks(records(asked.view, asked.query))


def _geojson(asked: Asked) -> Iterator[bytes]:
    from groundcheck.ledger.located import Located
    from groundcheck.publish import geojson

    located = Located(asked.store, asked.boundaries)
    return geojson.chunks(records(asked.view, asked.query), located.of)


def _review_lines(asked: Asked) -> Iterator[bytes]:
    from groundcheck.publish import claimreview

    return claimreview.lines(records(asked.view, asked.query), asked.reviewer)


def _review_files(asked: Asked) -> Iterator[tuple[str, bytes]]:
    from groundcheck.publish import claimreview

    return claimreview.files(records(asked.view, asked.query), asked.reviewer)


def _brat(asked: Asked) -> Iterator[tuple[str, bytes]]:
    from groundcheck.publish import report_files

    return report_files.brat_files(records(asked.view, asked.query))


def _annotations(asked: Asked) -> Iterator[tuple[str, bytes]]:
    from groundcheck.publish import report_files

    return report_files.annotation_files(records(asked.view, asked.query))


def _html(asked: Asked) -> Iterator[tuple[str, bytes]]:
    from groundcheck.ledger.evidence import figures
    from groundcheck.publish.site import Setting, site

    if asked.query != ALL:
        raise BadValue("--format html: shows the whole ledger and takes no choice of statements")
    return site(asked.view, Setting(figures(asked.store), asked.reviewer))


FORMATS: dict[str, Format] = {
    "claimreview": Format(_review_lines, _review_files, (".json", ".jsonl", ".jsonld")),
    "geojson": Format(_geojson),
    "csv": Format(_csv),
    "parquet": Format(_parquet),
    "jsonl": Format(_jsonl),
    "brat": Format(folder=_brat),
    "webannotation": Format(folder=_annotations),
    "html": Format(folder=_html),
}
