"""Contradictions for a person: who says what against whom, and by how much they are apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from groundcheck.ledger.contradictions import Contradiction
from groundcheck.ledger.questions.search import SaidRow, said_row
from groundcheck.publish import words
from groundcheck.publish.answers.said import statement
from groundcheck.publish.figures import gap
from groundcheck.publish.safe import one_line
from groundcheck.publish.terminal import Screen

NOTHING = "Nothing on record that is asked for is contradicted."
_NOTE = (
    "Each statement is its source's. That two do not go together says nothing on which of them, "
    "if either, is so."
)
_UNITS = {"points": "percent"}
"""Shares are points apart; see ``figures.gap``."""


def page(found: Sequence[Contradiction], screen: Screen) -> str:
    """Each contradiction with its statements by the day they were said."""
    return "".join(_page(found, screen))


def _page(found: Sequence[Contradiction], screen: Screen) -> Iterator[str]:
    if not found:
        yield f"{NOTHING}\n"
        return
    for number, one in enumerate(found, 1):
        yield screen.block((f"{number}. ", "bold"), _head(one), "bold", 3) + "\n"
        for said in one.statements:
            yield from statement(said_row(said), screen)
        yield screen.paint("─" * screen.width, "dim") + "\n"
    yield screen.block(("", ""), f"{words.plural(len(found), 'contradiction')}. {_NOTE}", "dim")


def _head(one: Contradiction) -> str:
    places = dict.fromkeys(place for said in one.statements for place in _places(said_row(said)))
    parts = [", ".join(map(one_line, places)), *map(one_line, one.why)]
    if one.gap is not None:
        parts.append(f"up to {gap(one.gap, _UNITS.get(one.unit or '', one.unit))} apart")
    parts.append(
        f"{words.plural(len(one.origins), 'source')}, {words.plural(one.reports, 'report')}"
    )
    return " · ".join(filter(None, parts))


def _places(row: SaidRow) -> Iterator[str]:
    for name, id_ in zip(row.place_names, row.place_ids, strict=True):
        yield name if id_.startswith("name:") else f"{name} ({id_})"
