"""A report's text as HTML with its claims, sources and cues marked, however they overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from groundcheck.model import Attribution, Claim, Span
from groundcheck.publish.safe import visible


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch to be marked: ``look`` is a claim's kind, ``source`` or ``cue``."""

    look: str
    span: Span
    number: int = 0
    """The number to stand before it, 0 for none."""


@dataclass(slots=True)
class _Open:
    """The marks that are open at a place: the claims in the order they opened, others counted."""

    claims: dict[int, str] = field(default_factory=dict)
    others: Counter[str] = field(default_factory=Counter)

    def turn(self, index: int, mark: _Mark, opens: bool) -> None:
        if mark.look in ("source", "cue"):
            self.others[mark.look] += 1 if opens else -1
        elif opens:
            self.claims[index] = mark.look
        else:
            del self.claims[index]


def marked(text: str, claims: Sequence[Claim]) -> str:
    """The text escaped and cut at every edge of a mark; linear but for sorting the edges.

    A stretch inside several claims wears the class of the one opened last and ``nested``.
    Before the first words of claim ``n`` stands a link with its number to ``#claim-n``.
    """
    marks = [mark for mark in _marks(claims, len(text)) if mark.span]
    parts, place, now = [], 0, _Open()
    for at, opens, _, index in _edges(marks):
        if at > place:
            parts.append(_stretch(text[place:at], now))
            place = at
        now.turn(index, marks[index], opens)
        if opens and marks[index].number:
            parts.append(_number(marks[index].number))
    parts.append(_stretch(text[place:], now))
    return "".join(parts)


def _edges(marks: list[_Mark]) -> list[tuple[int, bool, int, int]]:
    """Every (place, opens, order, mark): at one place marks close first, then long ones open."""
    edges = []
    for index, mark in enumerate(marks):
        edges.append((mark.span.start, True, -len(mark.span), index))
        edges.append((mark.span.end, False, 0, index))
    return sorted(edges)


def _marks(claims: Sequence[Claim], length: int) -> Iterator[_Mark]:
    for number, claim in enumerate(claims, 1):
        for part, span in enumerate(claim.spans):
            yield _Mark(claim.kind, _within(span, length), 0 if part else number)
        link: Attribution | None = claim.attribution
        while link is not None:
            if link.source_span is not None:
                yield _Mark("source", _within(link.source_span, length))
            if link.cue_span is not None:
                yield _Mark("cue", _within(link.cue_span, length))
            link = link.via


def _within(span: Span, length: int) -> Span:
    return Span(min(span.start, length), min(span.end, length))


def _stretch(words: str, now: _Open) -> str:
    shown = escape(visible(words.replace("\r\n", "\n").replace("\r", "\n")))
    for look in ("cue", "source"):
        if now.others[look] > 0:
            shown = f'<span class="{look}">{shown}</span>'
    if not now.claims or not shown:
        return shown
    look = now.claims[next(reversed(now.claims))]
    nested = " nested" if len(now.claims) > 1 else ""
    return f'<mark class="{look}{nested}">{shown}</mark>'


def _number(number: int) -> str:
    return (
        f'<a class="no" id="words-{number}" href="#claim-{number}" '
        f'aria-label="claim {number}">{number}</a>'
    )
