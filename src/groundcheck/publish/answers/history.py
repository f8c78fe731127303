"""The history of a place for a person: claims, each with what makers' maps show beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from groundcheck.ledger.questions.history import HistoryRow
from groundcheck.model import THE_REPORT
from groundcheck.publish import words
from groundcheck.publish.answers.said import LEAD, NO_DAY, committed
from groundcheck.publish.safe import one_line, shortened
from groundcheck.publish.terminal import Screen

_NOTE = (
    "A claim stands in its source's words, a map in its maker's name. A map shows its own day; "
    "how far it may lag, and what a difference hangs on, the findings say (groundcheck show)."
)


def page(rows: Sequence[HistoryRow], place: str, screen: Screen, limit: int | None = None) -> str:
    """The claims by day under the name of the place, then each layer's series.

    Where there are as many claims as ``limit``, it is told that there may be earlier ones.
    """
    claims = [row for row in rows if row.what == "said"]
    head = f"{place}: {words.plural(len(claims), 'claim')} on record beside what maps show"
    cut = f" (the latest {limit:,}; --limit shows more)" if len(claims) == limit else ""
    title = screen.block(("", ""), head + cut, "bold")
    return title + "".join(_page(claims, rows, screen))


def _page(
    claims: Sequence[HistoryRow], rows: Sequence[HistoryRow], screen: Screen
) -> Iterator[str]:
    yield from _claims(claims, rows, screen)
    series = [row for row in rows if row.claim is None]
    for layer, of_layer in groupby(sorted(series, key=_layer), key=_layer):
        yield "\n" + screen.block(("", ""), " · ".join(map(one_line, layer)), "bold", 2)
        yield from _series(list(of_layer), screen)
    yield "\n" + screen.block(("", ""), _NOTE, "dim")


def _claims(
    claims: Sequence[HistoryRow], rows: Sequence[HistoryRow], screen: Screen
) -> Iterator[str]:
    """Each claim; maps that stand beside several in a row are shown once, after the last."""
    beside: dict[str | None, list[HistoryRow]] = {}
    for row in rows:
        if row.what == "measured":
            beside.setdefault(row.claim, []).append(replace(row, claim=None, report=None))
    shown = [beside.get(claim.claim, []) for claim in claims]
    for claim, maps, after in zip(claims, shown, [*shown, None][1:], strict=True):
        yield "\n"
        yield from _said(claim, screen)
        for one in maps if maps != after else ():
            yield screen.block((f"{' ' * LEAD}map of {one.day}  ", "dim"), _map(one), "", LEAD + 2)


def _layer(row: HistoryRow) -> tuple[str, str, str]:
    return row.who, row.through, row.words if row.bounds else f"held by {row.actor}"


def _series(rows: Sequence[HistoryRow], screen: Screen) -> Iterator[str]:
    """A line for each run of maps that show the same."""
    for told, run in groupby(rows, key=_told):
        days = [row.day for row in run]
        span = f"{days[0]}" if len(days) == 1 else f"{days[0]} to {days[-1]}"
        yield screen.block((f"  {span}".ljust(28), "dim"), told, "", 28)


def _map(row: HistoryRow) -> str:
    shown = f"{committed(row)} held by {row.actor}" if row.bounds else row.words
    return f"{one_line(row.who)} · {one_line(row.through)}: {one_line(shown)}"


def _told(row: HistoryRow) -> str:
    return committed(row) or one_line(row.words)


def _said(row: HistoryRow, screen: Screen) -> Iterator[str]:
    who = "the report itself" if row.who == THE_REPORT else one_line(row.who)
    day = str(row.day) if row.day else NO_DAY
    yield screen.block(
        (day.ljust(LEAD), "bold"), f"{who}, in {one_line(row.through)}", "bold", LEAD
    )
    under = (" " * LEAD, "")
    sure = "" if row.certainty == "stated" else f" ({row.certainty})"
    yield screen.block(under, f"{row.kind}{sure}: “{shortened(row.words, 600)}”", "", LEAD)
    facts = [one_line(row.actor or ""), committed(row), one_line(row.claim or "")]
    yield screen.block(under, " · ".join(filter(None, facts)), "dim", LEAD)
