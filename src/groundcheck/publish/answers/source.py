"""What a source said and how it compared, for a person: counts with what they are counts of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from groundcheck.ledger.questions.source import MOST, ComparedRow, SourcePage
from groundcheck.model import THE_REPORT, Finding
from groundcheck.publish import words
from groundcheck.publish.answers.said import statement
from groundcheck.publish.figures import gap
from groundcheck.publish.safe import one_line
from groundcheck.publish.terminal import Screen

_NOTE = (
    "What many reports carry counts once, as the earliest of them has it. Counts are of findings: "
    "a claim has one for each reading or place that a check speaks of. "
    "They say how statements compare with other statements, not whom to trust: what is not "
    "covered is no finding either way, and what is checkable is not a sample of all that was said."
)
_MANY = (
    "This is no one source: reports in their own voice, or speakers whom no report names. How they "
    'compare is not counted. What one outlet says itself is: source "the report" --outlet NAME.'
)


def page(found: SourcePage, screen: Screen) -> str:
    """The page as text."""
    return "".join(_page(found, screen))


def _page(found: SourcePage, screen: Screen) -> Iterator[str]:
    name = words.OWN_VOICE if found.source == THE_REPORT else one_line(found.source)
    days = f", {found.first} to {found.last}" if found.first else ""
    head = f"{name}: {words.plural(found.statements, 'statement')} on record{days}"
    yield screen.block(("", ""), head, "bold")
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in found.kinds)
    yield screen.block(("", ""), f"by kind: {kinds}" if kinds else "", "dim")
    if not found.is_one:
        yield "\n" + screen.block(("", ""), _MANY, "dim")
    for (kind, year, check), rows in groupby(
        found.compared, key=lambda row: (row.kind, row.year, row.check)
    ):
        yield from _compared((kind, year, check), list(rows), screen)
    if found.compared:
        yield "\n" + screen.block(("", ""), _NOTE, "dim")
    yield from _findings("Said otherwise later", found.corrections, screen)
    yield from _findings("Changed on the way by outlets", found.drifts, screen)
    if found.latest:
        yield "\n" + screen.block(("", ""), "Latest:", "bold") + "\n"
        for row in found.latest:
            yield from statement(row, screen)


def _findings(title: str, found: Sequence[Finding] | None, screen: Screen) -> Iterator[str]:
    if found is None:
        why = f"too many statements to look among; narrow it to {MOST:,} or fewer"
        yield "\n" + screen.block((f"{title}: ", "bold"), why, "", 2)
        return
    for number, one in enumerate(found, 1):
        yield "\n" + screen.paint(f"{title}:", "bold") + "\n" if number == 1 else ""
        yield screen.block(("  ", ""), f"{one_line(one.summary)} ({one.claim})", "", 4)


def _compared(
    of: tuple[str, int | None, str], rows: list[ComparedRow], screen: Screen
) -> Iterator[str]:
    kind, year, check = of
    total = words.plural(rows[0].of, "finding")
    head = f"\n{kind}, {year or 'year not known'} · {check}: {total}"
    yield screen.paint(head, "bold") + "\n"
    for row in rows:
        look = words.VERDICTS[row.verdict]
        lead = f"  {look.sign} {row.verdict}".ljust(24)
        counts = f"{row.count:>6,}  {row.share:>5.1f}%"
        apart = ""
        if row.median_gap is not None:
            apart = f"  apart by {gap(row.median_gap, row.unit)} (median of {row.gaps:,})"
        yield screen.block((lead, look.colour), f"{counts}{apart}", "", 24)
