"""Text for a person at a terminal: each claim with its slots, and under it what was found.

Lines are laid out here and only coloured by rich: its tables take three milliseconds a claim,
which a text of 50 MB does not allow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rich.color import ColorSystem
from rich.style import Style

from groundcheck.model import Claim, Finding, Outcome
from groundcheck.publish import words
from groundcheck.publish.layout import wrapped
from groundcheck.publish.safe import one_line, quoted

_LABEL, _FINDING, _UNDER = 12, 3, 5


@dataclass(frozen=True, slots=True)
class Screen:
    """What the text is drawn for: columns, whether it shows colour, whether to show the working."""

    width: int = 80
    colour: bool = False
    working: bool = False

    def paint(self, text: str, style: str) -> str:
        """``text`` in a rich style where the screen shows colour."""
        if not self.colour or not style or not text:
            return text
        return _style(style).render(text, color_system=ColorSystem.STANDARD)

    def block(self, lead: tuple[str, str], text: str, style: str = "", indent: int = 0) -> str:
        """``lead`` (words and style), then ``text`` over as many lines as it takes."""
        words_, lead_style = lead
        first, *rest = wrapped(text, self.width - indent, len(words_) - indent)
        lines = [self.paint(words_, lead_style) + self.paint(first, style)]
        lines += [" " * indent + self.paint(line, style) for line in rest]
        return "".join(f"{line.rstrip()}\n" for line in lines)


@cache
def _style(style: str) -> Style:
    return Style.parse(style)


def render(outcome: Outcome, checked: bool, screen: Screen | None = None) -> str:
    """The outcome as text for ``screen``; without colour it holds no escape sequence at all."""
    return "".join(_parts(outcome, checked, screen or Screen()))


def _parts(outcome: Outcome, checked: bool, screen: Screen) -> Iterator[str]:
    yield screen.block(("", ""), words.title(outcome.report), "bold")
    yield screen.block(("", ""), words.subtitle(outcome, checked), "dim")
    for note in outcome.notes:
        yield screen.block(("Note: ", "italic"), one_line(note), "italic")
    rule = screen.paint("─" * screen.width, "dim") + "\n"
    found = words.by_claim(outcome)
    for number, claim in enumerate(outcome.claims, 1):
        yield rule
        yield from _claim(number, claim, outcome.report.text, screen)
        if checked:
            yield from _findings(found.get(claim.id, []), screen)
    if outcome.claims:
        yield rule


def _claim(number: int, claim: Claim, text: str, screen: Screen) -> Iterator[str]:
    head = f"{number:>2} {claim.kind} ".ljust(_LABEL)
    yield screen.block((head, "bold"), f"“{quoted(text, claim.spans)}”", "bold", _LABEL)
    for label, said in words.slots(claim):
        yield screen.block((f"   {label} ".ljust(_LABEL), "dim"), said, "", _LABEL)


def _findings(findings: list[Finding], screen: Screen) -> Iterator[str]:
    if not findings:
        yield screen.block((" " * _FINDING, ""), words.NO_CHECK, "dim", _FINDING)
    for finding in findings:
        yield from _finding(finding, screen)


def _finding(finding: Finding, screen: Screen) -> Iterator[str]:
    look = words.VERDICTS[finding.verdict]
    head = f"{' ' * _FINDING}{look.sign} {finding.verdict}  "
    yield screen.block((head, f"bold {look.colour}"), words.taken(finding), "dim", _UNDER)
    under = (" " * _UNDER, "")
    yield screen.block(under, one_line(finding.summary), "", _UNDER)
    for label, text in words.outcome_lines(finding):
        yield screen.block((f"{' ' * _UNDER}{label}: ", "dim"), text, "", _UNDER)
    if screen.working:
        for number, step in enumerate(finding.working, 1):
            yield screen.block(under, f"{number}. {words.step(step)}", "dim", _UNDER)
        for item in finding.evidence:
            yield screen.block(under, f"from {words.evidence(item)}", "dim", _UNDER)
