"""Statements on record for a person: the day, who says so and where, the words, what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from groundcheck.ledger.questions.history import HistoryRow
from groundcheck.ledger.questions.search import SaidRow
from groundcheck.model import THE_REPORT, Interval, Verdict
from groundcheck.publish import words
from groundcheck.publish.figures import interval
from groundcheck.publish.safe import one_line, shortened
from groundcheck.publish.terminal import Screen

LEAD = 12
NO_DAY = "no day"
NOTHING = "No statement on record is so."


def page(rows: Sequence[SaidRow], count: int, screen: Screen) -> str:
    """The statements, and how many of the ``count`` that were asked for they are."""
    return "".join(_page(rows, count, screen))


def _page(rows: Sequence[SaidRow], count: int, screen: Screen) -> Iterator[str]:
    if not rows:
        yield f"{NOTHING}\n"
        return
    for row in rows:
        yield from statement(row, screen)
        yield "\n"
    shown = words.plural(count, "statement")
    if len(rows) < count:
        shown = f"{len(rows):,} of {count:,} statements (--limit and --skip show others)"
    pledge = f" {words.PLEDGE}" if any(row.verdicts for row in rows) else ""
    yield screen.block(("", ""), f"{shown}.{pledge}", "dim")


def statement(row: SaidRow, screen: Screen) -> Iterator[str]:
    """One statement as a few lines."""
    day = str(row.said) if row.said else NO_DAY
    yield screen.block((day.ljust(LEAD), "bold"), who(row), "bold", LEAD)
    under = (" " * LEAD, "")
    yield screen.block(under, f"“{shortened(row.words, 600)}”", "", LEAD)
    facts = [row.kind, *([] if row.certainty == "stated" else [row.certainty])]
    facts += [one_line(fact) for fact in (row.actor or "", _where(row), committed(row)) if fact]
    yield screen.block(under, " · ".join(facts), "dim", LEAD)
    for found in dict.fromkeys(row.verdicts):
        look = words.VERDICTS[cast(Verdict, found.rpartition(": ")[2])]
        yield screen.block((f"{under[0]}{look.sign} ", look.colour), one_line(found), "", LEAD + 2)
    yield screen.block(
        under, " · ".join(filter(None, map(one_line, (row.claim, row.url or "")))), "dim", LEAD
    )


def who(row: SaidRow) -> str:
    """Who says so, through whom, and who carried it."""
    source = "the report itself" if row.source == THE_REPORT else one_line(row.source)
    via = f", via {one_line(', via '.join(row.via))}" if row.via else ""
    return f"{source}{via} · {row.mode}, in {one_line(row.outlet)}"


def committed(row: SaidRow | HistoryRow) -> str:
    """What the words of its figure commit to, "" where there is none."""
    if row.bounds is None:
        return ""
    closed = row.bounds[0] == "[", row.bounds[-1] == "]"
    return interval(Interval(row.low, row.high, not closed[0], not closed[1]), row.unit)


def _where(row: SaidRow) -> str:
    pairs = zip(row.place_names, row.place_ids, strict=True)
    return ", ".join(f"{name} ({id_})" if id_[:5] != "name:" else name for name, id_ in pairs)
