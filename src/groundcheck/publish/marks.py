"""A report's text as HTML with its claims, sources and cues marked, however they overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import islice

from groundcheck.model import Attribution, Claim, Span
from groundcheck.publish.safe import visible

_MOST = 20
"""A stretch tells no more claims than these, however many it lies in."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch to be marked: ``look`` is a claim's kind, ``source`` or ``cue``.

    ``claim`` is the claim's number, which stands before the ``first`` of its stretches.
    """

    look: str
    span: Span
    claim: int
    first: bool = False


@dataclass(slots=True)
class _Open:
    """The marks that are open at a place by their index, in the order they opened."""

    claims: dict[int, _Mark] = field(default_factory=dict)
    source: dict[int, _Mark] = field(default_factory=dict)
    cue: dict[int, _Mark] = field(default_factory=dict)

    def turn(self, index: int, mark: _Mark, opens: bool) -> None:
        open_ = {"source": self.source, "cue": self.cue}.get(mark.look, self.claims)
        if opens:
            open_[index] = mark
        else:
            del open_[index]


def card_here(number: int) -> str:
    """Where the card of a claim stands that is on the same page."""
    return f"#claim-{number}"


def marked(
    text: str,
    claims: Sequence[Claim],
    window: Span | None = None,
    card: Callable[[int], str] = card_here,
) -> str:
    """The text, or what of it lies in ``window``, escaped and cut at every edge of a mark.

    Linear but for sorting the edges. A stretch inside several claims wears the class of the one
    opened last and ``nested``; each stretch tells the numbers of its claims in ``data-of``. Before
    the first words of claim ``n`` stands a link with its number to ``card(n)``.
    """
    shown = Span(0, len(text)) if window is None else window
    marks = [mark for mark in _marks(claims, shown) if mark.span]
    parts, place, now = [], shown.start, _Open()
    for at, opens, _, index in _edges(marks):
        if at > place:
            parts.append(_stretch(text[place:at], now))
            place = at
        now.turn(index, marks[index], opens)
        if opens and marks[index].first:
            parts.append(_number(marks[index].claim, card))
    parts.append(_stretch(text[place : shown.end], now))
    return "".join(parts)


def _edges(marks: list[_Mark]) -> list[tuple[int, bool, int, int]]:
    """Every (place, opens, order, mark): at one place marks close first, then long ones open."""
    edges = []
    for index, mark in enumerate(marks):
        edges.append((mark.span.start, True, -len(mark.span), index))
        edges.append((mark.span.end, False, 0, index))
    return sorted(edges)


def _marks(claims: Sequence[Claim], shown: Span) -> Iterator[_Mark]:
    for number, claim in enumerate(claims, 1):
        for part, span in enumerate(claim.spans):
            first = part == 0 and span.start >= shown.start
            yield _Mark(claim.kind, _within(span, shown), number, first)
        link: Attribution | None = claim.attribution
        while link is not None:
            if link.source_span is not None:
                yield _Mark("source", _within(link.source_span, shown), number)
            if link.cue_span is not None:
                yield _Mark("cue", _within(link.cue_span, shown), number)
            link = link.via


def _within(span: Span, shown: Span) -> Span:
    start = min(max(span.start, shown.start), shown.end)
    return Span(start, max(start, min(span.end, shown.end)))


def _stretch(words: str, now: _Open) -> str:
    shown = escape(visible(words.replace("\r\n", "\n").replace("\r", "\n")))
    for look, open_ in (("cue", now.cue), ("source", now.source)):
        if open_:
            shown = f'<span class="{look}"{_of(open_)}>{shown}</span>'
    if not now.claims or not shown:
        return shown
    look = now.claims[next(reversed(now.claims))].look
    nested = " nested" if len(now.claims) > 1 else ""
    return f'<mark class="{look}{nested}"{_of(now.claims)}>{shown}</mark>'


def _of(open_: dict[int, _Mark]) -> str:
    numbers = dict.fromkeys(mark.claim for mark in islice(open_.values(), _MOST))
    return f' data-of="{" ".join(map(str, numbers))}"'


def _number(number: int, card: Callable[[int], str]) -> str:
    return (
        f'<a class="no" id="words-{number}" href="{escape(card(number))}" '
        f'aria-label="claim {number}">{number}</a>'
    )
