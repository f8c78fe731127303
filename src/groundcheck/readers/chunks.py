"""Clauses with at most one figure or one predicate, put together again from their pieces.

A piece that has neither is no clause of its own: it belongs to its neighbour, a list of names
to what goes before it, an opening phrase to what follows. A figure set beside a clause
without one, and a predicate that follows a figure, belong to that clause too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from groundcheck.model import Quantity, Span
from groundcheck.readers.classify import LENGTHS
from groundcheck.readers.document import Document, within
from groundcheck.readers.figures import Group, figure_groups, telling
from groundcheck.readers.pieces import cut, has_verb, tidy
from groundcheck.readers.predicates import Predicate, find_predicates

_WORDLIKE = re.compile(r"[A-Za-z0-9]")
_ITEM = re.compile(r"^(?:and|or|including|together with|as)\s+")
_GOES_ON = re.compile(
    r"[,\s]*(?:(?:and|or)\s+)?(?:(?:before|after|until)\s+the\s+\w+\s+)?(?:is|are|was|were|has|have|had|remains?)\b|"
    r"[,\s]*\w+ed\b(?!\s+by\s+the\s+end)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*,|\s*-")
_AWAY = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:or\s+so\s+)?(?:to\s+the\s+)?(?:due\s+)?(?:north|south|east|west|away|from|off|outside|inside|"
    r"inland|upstream|downstream|up|down|short|beyond)",
)
_NOT_THIS = re.compile(r"[,\s]*(?:and\s+)?not\s", re.IGNORECASE)
_BESIDES = re.compile(r",?\s*(?:but|while|whereas|though|although|because)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s+(?:which|who|whose)\s[^,]*$")
_SHORT = 6

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chunk:
    """One clause: its words, its figure with what belongs to it, its predicates."""

    span: Span
    figures: tuple[Quantity, ...]
    predicates: tuple[Predicate, ...]


@dataclass(slots=True)
class _Draft:
    """A clause in the making."""

    span: Span
    figures: tuple[Quantity, ...] = ()
    predicates: tuple[Predicate, ...] = ()


def find_chunks(doc: Document, zone: Span) -> tuple[Chunk, ...]:
    """The clauses of a stretch in order; those without figure and predicate are left out."""
    groups = figure_groups(doc, zone)
    drafts = _drafts(doc, cut(doc, zone, groups), groups, find_predicates(doc, zone))
    joined = _corrected(doc, _joined(doc, _with_neighbours(doc, drafts)))
    chunks = [
        Chunk(tidy(doc, d.span), telling(doc, d.figures, d.span), d.predicates) for d in joined
    ]
    return tuple(c for c in chunks if c.figures or c.predicates)


def _drafts(
    doc: Document, pieces: Sequence[Span], groups: Sequence[Group], found: Sequence[Predicate]
) -> list[_Draft]:
    drafts, left, later = [], list(reversed(groups)), list(reversed(found))
    for piece in pieces:
        figures = [q for g in _inside(piece, left, lambda g: g[0].span) for q in g]
        predicates = _inside(piece, later, lambda p: p.span)
        if _WORDLIKE.search(doc.plain, piece.start, piece.end):
            drafts.append(_Draft(piece, tuple(figures), tuple(predicates)))
    return drafts


def _inside(piece: Span, left: list[T], span_of: Callable[[T], Span]) -> list[T]:
    """Those that lie in the piece, taken off ``left``, which has the next one last."""
    taken = []
    while left and span_of(left[-1]).start < piece.end:
        item = left.pop()
        if piece.contains(span_of(item)):
            taken.append(item)
    return taken


def _with_neighbours(doc: Document, drafts: Sequence[_Draft]) -> list[_Draft]:
    """Pieces without figure and predicate given to the clause that they belong to."""
    found: list[_Draft] = []
    pending: Span | None = None
    for draft in drafts:
        piece = draft.span
        if draft.figures or draft.predicates:
            if pending and _is_apart(doc, pending, piece):
                pending = None
            draft.span = Span(pending.start, piece.end) if pending else piece
            found.append(draft)
            pending = None
        elif found and _is_another(doc, found[-1].span, piece):
            found.append(_Draft(piece, (), found[-1].predicates[:1]))
        elif found and found[-1].span.end == piece.start and _continues(doc, piece):
            found[-1].span = Span(found[-1].span.start, piece.end)
        elif not found or pending:
            pending = Span(pending.start, piece.end) if pending else piece
        else:
            pending = piece if _leads(doc, piece) else None
    return found


def _joined(doc: Document, drafts: Sequence[_Draft]) -> list[_Draft]:
    """Clause and figure that were only parted by a comma put together."""
    found: list[_Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last and last.span.end == draft.span.start and _belongs(doc, last, draft):
            last.span = Span(last.span.start, draft.span.end)
            last.figures += draft.figures
            last.predicates += draft.predicates
        else:
            found.append(draft)
    return found


def _corrected(doc: Document, drafts: list[_Draft]) -> list[_Draft]:
    """ "Five, not two, remained": what is said of the figure denied is said of the other."""
    for first, second in pairwise(drafts):
        alone = first.figures and not first.predicates and second.figures
        if alone and _NOT_THIS.match(doc.plain, second.span.start, second.span.end):
            first.predicates = second.predicates
    return drafts


def _is_apposed(doc: Document, draft: _Draft) -> bool:
    """ "Goma, 200 km to the north, was captured": how far off a place lies is said on its own."""
    figure = draft.figures[0]
    before = doc.plain[draft.span.start : figure.span.start].rstrip()
    lies = _AWAY.match(doc.plain, figure.span.end, draft.span.end)
    return figure.unit in LENGTHS and before.endswith(",") and lies is not None


def _belongs(doc: Document, last: _Draft, draft: _Draft) -> bool:
    words = doc.plain[draft.span.start : draft.span.end]
    if last.figures and not last.predicates and not draft.figures:
        if _is_apposed(doc, last) or _is_relative(doc, last):
            return False
        return _GOES_ON.match(words) is not None
    if last.figures or draft.predicates or not draft.figures or not last.predicates:
        return False
    before = doc.plain[draft.span.start : draft.figures[0].span.start]
    parted = doc.plain[max(0, draft.span.start - 2) : draft.span.start].rstrip().endswith(",")
    beside = (parted or _BESIDE.match(words)) and len(before.split()) < _SHORT
    return bool(beside) and not has_verb(words)


def _is_apart(doc: Document, pending: Span, piece: Span) -> bool:
    """Whether a piece without seed is a clause of its own: with a day, or beside another clause."""
    if not has_verb(doc.plain[pending.start : pending.end]):
        return False
    if within(doc.dates, pending) and within(doc.dates, piece):
        return True
    return _BESIDES.match(doc.plain, piece.start, piece.end) is not None


def _is_relative(doc: Document, draft: _Draft) -> bool:
    """ "A, which lies 12 km west of B, was taken": the figure is of the clause put in between."""
    lead = doc.plain[draft.span.start : draft.figures[0].span.start]
    return _RELATIVE.search(lead) is not None


def _is_another(doc: Document, before: Span, piece: Span) -> bool:
    """Whether a piece is a second place with a day of its own: "A on Monday and B on Friday"."""
    dated = within(doc.dates, piece)
    named = bool(within(doc.names, piece)) or bool(within(doc.places, piece))
    words = doc.plain[piece.start : piece.end]
    return bool(dated and named and within(doc.dates, before)) and not has_verb(words)


def _continues(doc: Document, piece: Span) -> bool:
    """Whether a piece without seed is one more item of the list, or the date, before it."""
    if doc.plain[piece.start] == ";":
        return False
    text = _ITEM.sub("", doc.plain[piece.start : piece.end].strip(" ,;:-"))
    return not has_verb(text) and bool(text[:1].isupper() or len(text.split()) < _SHORT)


def _leads(doc: Document, piece: Span) -> bool:
    """Whether a piece without seed may be the subject or the time of the next one."""
    return not re.match(r"\s*(?:who|which|where)\b", doc.plain[piece.start : piece.end])
