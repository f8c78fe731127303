"""A stretch of a sentence cut into clauses, each with at most one figure or one predicate.

The cuts are made at punctuation and conjunctions that stand between two *seeds* (a figure, a
predicate); what has no seed of its own belongs to its neighbour: a list of names to what goes
before it, an opening phrase to what follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from groundcheck.model import Quantity, Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.predicates import Predicate, find_predicates

_CUT = re.compile(
    r";\s+|:\s+|\s+-\s+|\s*[()]\s*|"
    r",?\s+(?:and|but|while|whereas|which|who|where|when|after|before|amid|because|although|though|nor|than|"
    r"together\s+with|along\s+with|including|leaving|up\s+from|down\s+from|against|so|if|until)\s+|"
    r",?\s+or\s+(?!more\b|less\b|so\b)|"
    r"(?<=,)\s+"
)
_WORDLIKE = re.compile(r"[A-Za-z0-9]")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|might|must|can|could|did|does|do|\w{3,}ed|\w{4,}ing)\b"
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """One clause: ``span`` as short as still says it, ``reach`` with what leads into it."""

    span: Span
    figures: tuple[Quantity, ...]
    predicates: tuple[Predicate, ...]


def find_chunks(doc: Document, zone: Span) -> tuple[Chunk, ...]:
    """The clauses of a stretch in order; those without any seed are left out."""
    figures = _groups(within(doc.quantities, zone))
    predicates = find_predicates(doc, zone)
    pieces = _pieces(doc, zone, figures)
    pieces = _merged(doc, pieces, figures, predicates)
    chunks: list[Chunk] = []
    for piece in pieces:
        inside = tuple(q for group in figures for q in group if piece.contains(q.span))
        preds = tuple(p for p in predicates if piece.contains(p.span))
        if not inside and not preds and chunks:
            preds = chunks[-1].predicates[:1]
        if inside or preds:
            chunks.append(Chunk(tidy(doc, piece), inside, preds))
    return tuple(chunks)


def _groups(quantities: Sequence[Quantity]) -> list[tuple[Quantity, ...]]:
    """Figures with what belongs to them: the same in another unit, the whole of a part."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if groups and quantity.role != "figure":
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return [tuple(g) for g in groups]


def _pieces(doc: Document, zone: Span, figures: Sequence[tuple[Quantity, ...]]) -> list[Span]:
    """The stretch cut at every possible place, never inside a date, a figure or a group."""
    whole = [Span(g[0].span.start, _closed(doc.plain, g[-1].span.end)) for g in figures]
    whole += [d.span for d in within(doc.dates, zone) if d.span]
    whole += [n.span for n in within(doc.names, zone)]
    whole.sort()
    pieces, start = [], zone.start
    for match in _CUT.finditer(doc.plain, zone.start, zone.end):
        at = match.start() if match[0].strip() else match.end()
        if any(w.start < at < w.end for w in whole if w.start < at):
            continue
        if at > start:
            pieces.append(Span(start, at))
            start = at
    if start < zone.end:
        pieces.append(Span(start, zone.end))
    return [p for piece in pieces for p in _one_figure(piece, figures)]


def _closed(text: str, end: int) -> int:
    """The end of a figure, with the bracket that closes after it."""
    return end + 1 if text[end : end + 1] == ")" else end


def _one_figure(piece: Span, figures: Sequence[tuple[Quantity, ...]]) -> list[Span]:
    """A piece with two figures side by side is cut before the second."""
    inside = [g for g in figures if piece.contains(g[0].span) and not _is_duration(g[0])]
    cuts = [g[0].span.start for g in inside[1:]]
    edges = [piece.start, *cuts, piece.end]
    return [Span(a, b) for a, b in pairwise(edges) if b > a]


def _is_duration(quantity: Quantity) -> bool:
    return quantity.unit in ("days", "weeks", "months", "years", "hour", "minute")


def _merged(
    doc: Document,
    pieces: Sequence[Span],
    figures: Sequence[tuple[Quantity, ...]],
    predicates: Sequence[Predicate],
) -> list[Span]:
    seeds = sorted([g[0].span for g in figures] + [p.span for p in predicates])
    merged: list[Span] = []
    pending: Span | None = None
    for piece in pieces:
        if any(piece.contains(s) for s in seeds):
            merged.append(Span(pending.start, piece.end) if pending else piece)
            pending = None
        elif not _WORDLIKE.search(doc.plain, piece.start, piece.end):
            continue
        elif merged and _is_another(doc, merged[-1], piece):
            merged.append(piece)
        elif merged and merged[-1].end == piece.start and _continues(doc, piece):
            merged[-1] = Span(merged[-1].start, piece.end)
        elif not merged or pending:
            pending = Span(pending.start, piece.end) if pending else piece
        else:
            pending = piece if _leads(doc, piece) else None
    return merged


def _is_another(doc: Document, before: Span, piece: Span) -> bool:
    """ "A was taken on Monday and B on Friday": a second place with a second day."""
    dated = within(doc.dates, piece)
    named = bool(within(doc.names, piece)) or bool(within(doc.places, piece))
    return bool(dated and named and within(doc.dates, before)) and not _VERB.search(
        doc.plain[piece.start : piece.end]
    )


def _continues(doc: Document, piece: Span) -> bool:
    """Whether a piece without seed is one more item of the list, or the date, before it."""
    if doc.plain[piece.start] == ";":
        return False
    text = doc.plain[piece.start : piece.end].strip(" ,;:-")
    text = re.sub(r"^(?:and|or|including|together with|as)\s+", "", text)
    return not _VERB.search(text) and bool(text[:1].isupper() or len(text.split()) <= 5)


def _leads(doc: Document, piece: Span) -> bool:
    """Whether a piece without seed may be the subject or the time of the next one."""
    return not re.match(r"\s*(?:who|which|where)\b", doc.plain[piece.start : piece.end])


def has_verb(words: str) -> bool:
    """Whether the words hold a verb, as far as forms show it."""
    return _VERB.search(words) is not None


def tidy(doc: Document, piece: Span) -> Span:
    """The piece without the marks and conjunctions that only tie it to its neighbours."""
    text, start, end = doc.plain, piece.start, piece.end
    lead = re.compile(
        r"[\s,;:()\-]*(?:(?:and|but|while|whereas|which|so|or|that|than|as|for)\s+)*[\s,]*"
    ).match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    while (end > start and text[end - 1] in " ,;:\n-(") or text[end - 2 : end] == "..":
        end -= 1
    tail = re.compile(r",?\s+(?:and|but|while|or|which|who)$").search(text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    return Span(start, end)
