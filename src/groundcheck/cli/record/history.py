"""``groundcheck history``: what was claimed about a place beside what makers' maps show."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from groundcheck.cli.ground_options import (
    By,
    Holder,
    LayerName,
    Period,
    Since,
    Table,
    To,
    Until,
    write_rows,
)
from groundcheck.cli.grouped import grouped
from groundcheck.cli.ledger_option import LedgerAt, opened
from groundcheck.cli.output import screen_for, write_picture
from groundcheck.cli.store import At, store_path

if TYPE_CHECKING:
    from groundcheck.ledger.asking import Layers
    from groundcheck.ledger.questions.history import Wanted
    from groundcheck.ledger.store import View

SHOWN = 200
"""So many claims are shown to a person who has not said how many."""


class Form(StrEnum):
    """The formats of a history: rows, or a picture."""

    text = "text"
    csv = "csv"
    json = "json"
    parquet = "parquet"
    svg = "svg"
    png = "png"


@dataclass(frozen=True, slots=True)
class History:
    """What ``history`` is given."""

    place: Annotated[str, typer.Argument(metavar="PLACE", show_default=False)]
    since: Since = None
    until: Until = None
    by: By = Period.month
    km2: Annotated[bool, typer.Option("--km2", help="Areas instead of shares.")] = False
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", help="The latest N claims.", show_default=False),
    ] = None
    every: Annotated[
        bool,
        typer.Option("--every-report", help="A claim for each report that carries it, not once."),
    ] = False
    holder: Holder = ""
    layer: LayerName = ""
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            metavar="text|csv|json|parquet|svg|png",
            help="For a person, for programs, or as a picture.",
        ),
    ] = Form.text
    output: To = None
    ledger: LedgerAt = None
    store: At = None


@grouped(History)
def history(given: History) -> None:
    """Show what was claimed about how things stand in a place beside what makers' maps show.

    A claim is shown where it speaks of just this place, and once however many reports carry it;
    what was said of places inside it is found by search. As text the latest 200 claims are shown
    where no --limit is given.

    Example: groundcheck history Kherson --since 2025-01-01 --by week
    """
    from groundcheck.ledger.asking import Layers
    from groundcheck.ledger.questions.filters import day
    from groundcheck.ledger.questions.history import HistoryRow, Wanted
    from groundcheck.ledger.questions.history import history as asked
    from groundcheck.ledger.questions.places import described, place_asked
    from groundcheck.publish.answers import history as answer

    since, until = day("--since", given.since or ""), day("--until", given.until or "")
    unit = "km2" if given.km2 else "percent"
    limit = SHOWN if given.limit is None and given.form is Form.text else given.limit
    wanted = Wanted(since, until, given.by.value, unit, not given.every, limit)
    layers = Layers(store_path(given.store), given.holder, (given.layer,) if given.layer else ())
    with opened(given.ledger) as view:
        place = place_asked(view, given.place)
        if given.form in (Form.svg, Form.png):
            write_picture(_picture(view, layers, place, wanted), given.output, given.form.value)
            return
        rows = asked(view, layers, place, wanted)
    screen = screen_for(given.output)
    write_rows(
        rows,
        HistoryRow,
        lambda rows: answer.page(rows, described(place), screen, limit),
        (Table(given.form.value), given.output),
    )


def _picture(view: View, layers: Layers, place: str, wanted: Wanted) -> str:
    from groundcheck.ledger.questions.history import claims
    from groundcheck.publish.plots import record_svg

    return record_svg(layers, place, wanted, claims(view, place, wanted))
