"""The history of a place for a person: claims, each with what makers' maps show beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def page(rows: Sequence[HistoryRow], place: str, screen: Screen) -> str:
    """The rows by day under the name of the place."""
    return "".join(_page(rows, place, screen))


def _page(rows: Sequence[HistoryRow], place: str, screen: Screen) -> Iterator[str]:
    said = sum(row.what == "said" for row in rows)
    head = f"{place}: {words.plural(said, 'claim')} on record beside what each maker's maps show"
    yield screen.block(("", ""), head, "bold") + "\n"
    for row in rows:
        yield from _said(row, screen) if row.what == "said" else _measured(row, screen)
    yield "\n" + screen.block(("", ""), _NOTE, "dim")


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


def _measured(row: HistoryRow, screen: Screen) -> Iterator[str]:
    told = ": ".join(filter(None, (committed(row), row.words)))
    text = f"{one_line(row.who)} · {one_line(row.through)}: {one_line(told)}"
    if row.claim is None:
        yield screen.block((str(row.day).ljust(LEAD), "dim"), text, "", LEAD)
        return
    lead = f"{' ' * LEAD}map of {row.day}  "
    yield screen.block((lead, "dim"), text, "", LEAD + 2)
