"""``groundcheck layers``: control layers brought by a user."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundcheck.cli.options import Plain, TextOrJson
from groundcheck.cli.output import write_out
from groundcheck.cli.progress import Progress
from groundcheck.cli.store import At, store_path
from groundcheck.errors import BadValue

if TYPE_CHECKING:
    from groundcheck.geo.layers import Layer
    from groundcheck.ledger.layer_store import LayerStore

layers = typer.Typer(help="Control layers: any maker's dated polygons.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]


@layers.command()
def add(
    name: Name,
    source: Annotated[str, typer.Argument(metavar="SOURCE", show_default=False)],
    description: Annotated[
        Path | None,
        typer.Option(
            "--description", metavar="TOML", help="Your own description.", show_default=False
        ),
    ] = None,
    describe: Annotated[
        bool, typer.Option("--describe", help="Draft a description from SOURCE; add nothing.")
    ] = False,
    store: At = None,
) -> None:
    """Add a layer's maps from a file, a folder, an archive or an address; again is harmless.

    Example: groundcheck layers add deepstate-daily maps.tar.xz
    """
    from groundcheck.ledger import descriptions
    from groundcheck.ledger.layer_store import LayerStore, Stored

    if describe:
        from groundcheck.ledger.drafting import draft

        with Progress("looking at files") as progress:
            write_out(draft(name, source, progress.refused), "utf-8")
        return
    with LayerStore(store_path(store)) as opened:
        known = {stored.name: stored for stored in opened.layers()}
        if name in known and description is None:
            text = known[name].description
        else:
            text = descriptions.text_of("layers", name, description)
        layer = descriptions.read_layer(text, str(description or name))
        if layer.name != name:
            raise BadValue(f"{description}: describes {layer.name!r}, not {name!r}")
        opened.put_layer(Stored(name, text, known[name].source if name in known else source))
        try:
            _import(opened, layer, source)
            opened.put_layer(Stored(name, text, source))
        finally:
            if name not in known and not opened.files(name):
                opened.remove_layer(name)


@layers.command()
def update(name: Name, store: At = None) -> None:
    """Look at a layer's source again and add the days that are new.

    Example: groundcheck layers update deepstate-daily
    """
    from groundcheck.ledger.descriptions import read_layer
    from groundcheck.ledger.layer_store import LayerStore

    with LayerStore(store_path(store)) as opened:
        stored = opened.layer(name)
        _import(opened, read_layer(stored.description, name), stored.source)


def _import(store: LayerStore, layer: Layer, source: str) -> None:
    from groundcheck.ledger.importing import import_layer
    from groundcheck.ledger.layer_figures import layer_figures, stored_outlines
    from groundcheck.ledger.sources import items

    # A map may speak of today wherever it is already tomorrow.
    latest = (datetime.now(UTC) + timedelta(days=1)).date()
    with Progress(layer.name) as progress:
        files = items(source, progress.refused, wanted=layer.wants)
        outcome = import_layer(store, layer, files, latest, progress)
        shown = outcome.lines[:20]
        for line in shown:
            progress.tell(line)
        if len(outcome.lines) > len(shown):
            more = len(outcome.lines) - len(shown)
            progress.tell(f"… and {more} more: groundcheck layers report {layer.name}")
        layer_figures(store, layer, stored_outlines(store))
    count = f"{outcome.new} new map(s), {outcome.known} known, {outcome.refused} refused"
    write_out(f"{layer.name}: {count}\n")
    if not outcome.new and not outcome.known:
        raise BadValue(f"{source}: no map of {layer.name} could be used")


@layers.command(name="list")
def list_layers(kind: TextOrJson = Plain.text, store: At = None) -> None:
    """List the layers that were added, and the descriptions at hand.

    Example: groundcheck layers list
    """
    from groundcheck.ledger.descriptions import shipped
    from groundcheck.ledger.layer_report import summaries
    from groundcheck.ledger.layer_store import LayerStore
    from groundcheck.publish.layer_pages import listing

    with LayerStore(store_path(store)) as opened:
        write_out(listing(summaries(opened), shipped("layers"), kind is Plain.json))


@layers.command()
def show(name: Name, store: At = None) -> None:
    """Show a layer's description: whose it is, what counts as held, what it covers.

    Example: groundcheck layers show nzz
    """
    from groundcheck.ledger.descriptions import shipped, text_of
    from groundcheck.ledger.layer_store import LayerStore

    path = store_path(store)
    if path.exists():
        with LayerStore(path) as opened:
            for stored in opened.layers():
                if stored.name == name:
                    write_out(f"# added from {stored.source}\n{stored.description}", "utf-8")
                    return
    if name not in shipped("layers"):
        raise BadValue(f"{name!r}: neither added nor described in the package")
    write_out(f"# not added yet\n{text_of('layers', name)}", "utf-8")


@layers.command()
def report(name: Name, kind: TextOrJson = Plain.text, store: At = None) -> None:
    """Report what was repaired, refused, missing or odd in a layer's maps.

    Example: groundcheck layers report isw
    """
    from groundcheck.ledger.layer_report import report_of
    from groundcheck.ledger.layer_store import LayerStore
    from groundcheck.publish.layer_pages import report_page

    with LayerStore(store_path(store)) as opened:
        write_out(report_page(report_of(opened, name), kind is Plain.json))


@layers.command()
def remove(name: Name, store: At = None) -> None:
    """Take a layer and all that came with it out of the store.

    Example: groundcheck layers remove nzz
    """
    from groundcheck.ledger.layer_store import LayerStore

    with LayerStore(store_path(store)) as opened:
        opened.remove_layer(name)
    write_out(f"{name}: removed\n")
