"""Text for a person at a terminal: each claim with its slots, and under it what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from groundcheck.model import Claim, Finding, Outcome
from groundcheck.publish import words
from groundcheck.publish.safe import one_line, quoted


@dataclass(frozen=True, slots=True)
class Screen:
    """What the text is drawn for: columns, whether it shows colour, whether to show the working."""

    width: int = 80
    colour: bool = False
    working: bool = False


def render(outcome: Outcome, checked: bool, screen: Screen | None = None) -> str:
    """The outcome as text for ``screen``; without colour it holds no escape sequence at all."""
    screen = screen or Screen()
    out = StringIO()
    console = Console(
        file=out,
        width=screen.width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    for part in _parts(outcome, checked, screen):
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _parts(outcome: Outcome, checked: bool, screen: Screen) -> Iterator[RenderableType]:
    yield Text(words.title(outcome.report), style="bold")
    yield Text(words.subtitle(outcome, checked), style="dim")
    for note in outcome.notes:
        yield Text(f"Note: {one_line(note)}", style="italic")
    found = words.by_claim(outcome)
    for number, claim in enumerate(outcome.claims, 1):
        yield Rule(style="dim", characters="─")
        yield _claim(number, claim, outcome)
        if checked:
            yield from _findings(found.get(claim.id, []), screen)
    if outcome.claims:
        yield Rule(style="dim", characters="─")


def _claim(number: int, claim: Claim, outcome: Outcome) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=11, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    quote = Text(f"“{quoted(outcome.report.text, claim.spans)}”", style="bold")
    table.add_row(Text(f"{number:>2} {claim.kind}", style="bold"), quote)
    for label, text in words.slots(claim):
        table.add_row(Text(f"   {label}", style="dim"), Text(text))
    return table


def _findings(findings: list[Finding], screen: Screen) -> Iterator[RenderableType]:
    if not findings:
        yield Padding(Text(words.NO_CHECK, style="dim"), (0, 0, 0, 3))
    for finding in findings:
        yield Padding(_finding(finding, screen), (0, 0, 0, 3))


def _finding(finding: Finding, screen: Screen) -> Table:
    look = words.VERDICTS[finding.verdict]
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=1, overflow="fold")
    head = Text.assemble(
        (finding.verdict, f"bold {look.colour}"), (f"  {words.taken(finding)}", "dim")
    )
    table.add_row(Text(look.sign, style=f"bold {look.colour}"), head)
    table.add_row("", Text(one_line(finding.summary)))
    for label, text in words.outcome_lines(finding):
        table.add_row("", Text.assemble((f"{label}: ", "dim"), text))
    if screen.working:
        for number, step in enumerate(finding.working, 1):
            table.add_row("", Text(f"{number}. {words.step(step)}", style="dim"))
        for item in finding.evidence:
            table.add_row("", Text(f"from {words.evidence(item)}", style="dim"))
    return table
