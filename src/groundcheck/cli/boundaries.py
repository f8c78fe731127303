"""``groundcheck boundaries``: outlines of regions brought by a user."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from groundcheck.cli.options import Plain, TextOrJson
from groundcheck.cli.output import write_out
from groundcheck.cli.progress import Progress
from groundcheck.cli.store import At, store_path

boundaries = typer.Typer(help="Outlines of regions, in several sets.", no_args_is_help=True)


@boundaries.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False)],
    source: Annotated[str, typer.Argument(metavar="SOURCE", show_default=False)],
    description: Annotated[
        Path | None,
        typer.Option(
            "--description", metavar="TOML", help="Your own description.", show_default=False
        ),
    ] = None,
    store: At = None,
) -> None:
    """Add a set of outlines from a file, a folder, an archive or an address.

    Example: groundcheck boundaries add minregion oblasts.geojson
    """
    from groundcheck.ledger.descriptions import read_boundaries, text_of
    from groundcheck.ledger.importing import outlines_of
    from groundcheck.ledger.layer_figures import all_figures
    from groundcheck.ledger.layer_store import LayerStore, Stored
    from groundcheck.ledger.sources import items

    text = text_of("boundaries", name, description)
    described = read_boundaries(text, str(description or name))
    with Progress(described.name) as progress:
        files = items(source, progress.refused, wanted=described.wants)
        outlines = outlines_of(described, files, progress.tell)
        with LayerStore(store_path(store)) as opened:
            opened.put_boundaries(Stored(described.name, text, source), outlines)
            all_figures(opened)
    mended = sum(1 for outline in outlines if outline.notice)
    more = f", {mended} repaired" if mended else ""
    write_out(f"{described.name}: {len(outlines)} outline(s){more}\n")


@boundaries.command(name="list")
def list_boundaries(kind: TextOrJson = Plain.text, store: At = None) -> None:
    """List the boundary sets that were added, and the descriptions at hand.

    Example: groundcheck boundaries list
    """
    from groundcheck.ledger.descriptions import shipped
    from groundcheck.ledger.layer_report import boundary_summaries
    from groundcheck.ledger.layer_store import LayerStore
    from groundcheck.publish.layer_pages import boundary_listing

    with LayerStore(store_path(store)) as opened:
        write_out(
            boundary_listing(boundary_summaries(opened), shipped("boundaries"), kind is Plain.json)
        )


@boundaries.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False)], store: At = None
) -> None:
    """Take a boundary set out of the store.

    Example: groundcheck boundaries remove "Natural Earth"
    """
    from groundcheck.ledger.layer_store import LayerStore

    with LayerStore(store_path(store)) as opened:
        opened.remove_boundaries(name)
    write_out(f"{name}: removed\n")
