"""``groundcheck export``: what is on record, in the forms that others read."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundcheck.cli.grouped import grouped
from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.output import write_stream
from groundcheck.cli.progress import Progress
from groundcheck.cli.query_options import Filters
from groundcheck.cli.store import At, store_path
from groundcheck.errors import BadValue, InputError

if TYPE_CHECKING:
    from groundcheck.publish.claimreview import Reviewer
    from groundcheck.publish.exports import Asked, Format


@dataclass(frozen=True, slots=True)
class Export(Filters):
    """What ``export`` is given."""

    kind_of_file: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="csv, parquet, jsonl, geojson, claimreview, brat, webannotation or html.",
            show_default=False,
        ),
    ] = ""
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="PATH", help="The file or folder to write.", show_default=False
        ),
    ] = None
    organisation: Annotated[
        str,
        typer.Option(
            "--organisation",
            metavar="NAME",
            help="claimreview: who reviews; else the program.",
            show_default=False,
        ),
    ] = ""
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="claimreview: the address under which the pages are published.",
            show_default=False,
        ),
    ] = ""
    published: Annotated[
        str,
        typer.Option(
            "--published",
            metavar="DAY",
            help="claimreview: the day of publication; else today.",
            show_default=False,
        ),
    ] = ""
    boundaries: Annotated[
        str,
        typer.Option(
            "--boundaries",
            metavar="NAME",
            help="geojson: outlines of this set; else of the first that has a region.",
            show_default=False,
        ),
    ] = ""
    ledger: LedgerAt = None
    store: At = None


@grouped(Export)
def export(given: Export) -> None:
    """Publish the statements on record, with where they appeared and what was found.

    csv, parquet, jsonl and geojson are one file, brat and webannotation a folder; html is a
    folder of linked pages that need no server; claimreview is a folder, or a file where its name
    ends in .json, .jsonl or .jsonld, or on stdout. A folder that holds anything but an earlier
    export of the same format is refused.

    Example: groundcheck export --format csv --place Donetsk --since 2025-01-01 --output said.csv
    """
    from groundcheck.ledger.output_files import write_file, write_folder
    from groundcheck.publish.exports import Asked

    form, reviewer, output = _form(given.kind_of_file), _reviewer(given), given.output
    folder = _is_folder(form, output)
    if not folder and form.file is None:
        raise BadValue(f"--format {given.kind_of_file}: makes a folder; name it by --output")
    if folder and form.folder is None:
        raise InputError(f"{output}: is a folder; {given.kind_of_file} is one file")
    with opened(given.ledger) as view:
        store = store_path(given.store)
        asked = Asked(view, given.query(view), reviewer, store, given.boundaries)
        if folder and output is not None and form.folder is not None:
            with Progress("written") as progress:
                count = write_folder(output, _shown(form, asked, progress), given.kind_of_file)
                progress.tell(f"{output}: {count:,} {'file' if count == 1 else 'files'}")
        elif form.file is not None and output is not None:
            write_file(output, form.file(asked))
        elif form.file is not None:
            write_stream(form.file(asked))


def _shown(form: Format, asked: Asked, progress: Progress) -> Iterator[tuple[str, bytes]]:
    for name, content in form.folder(asked) if form.folder else ():
        progress(name)
        yield name, content


def _is_folder(form: Format, output: Path | None) -> bool:
    if output is None or form.folder is None:
        return output is not None and output.is_dir()
    return output.is_dir() or form.file is None or output.suffix.lower() not in form.endings


def _form(name: str) -> Format:
    from groundcheck.publish.exports import FORMATS

    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise BadValue(f"{f'--format {name}'.rstrip()}: wants one of {known}")
    return FORMATS[name]


def _reviewer(given: Export) -> Reviewer:
    from groundcheck.publish.claimreview import Reviewer, is_address

    if given.base_url and not is_address(given.base_url):
        raise BadValue(f"--base-url {given.base_url}: is no http(s) address")
    try:
        day = date.fromisoformat(given.published) if given.published else date.today()
    except ValueError:
        raise BadValue(f"--published {given.published}: is not a day like 2025-02-20") from None
    return Reviewer(given.organisation.strip(), given.base_url, day)
