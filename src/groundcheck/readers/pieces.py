"""A stretch of a sentence cut at every place where one clause may end and another begin.

The cuts are made at punctuation and conjunctions, never inside a date, a name, a list of
places, or a figure with what belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from groundcheck.model import Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.figures import DURATIONS, Group
from groundcheck.text.names import Name

_CUT = re.compile(
    r";\s+|:\s+|\s+-\s+|\s*[()]\s*|"
    r",?\s+(?:and|but|while|whereas|(?:of|in|during|for)\s+which|of\s+whom|which|who|where|when|after|before|amid|because|although|"
    r"though|nor|than|together\s+with|along\s+with|including|leaving|up\s+from|down\s+from|against|"
    r"so|if|until)\s+|"
    r",?\s+or\s+(?!more\b|less\b|so\b)|"
    r"\s+since\s+(?=(?:(?:the|a|an|its|his|her|their|our)\s+)?(?:[\w'-]+\s+){1,3}?"
    r"(?:was|were|took|fell|began|broke|seized|captured|\w{3,}ed)\s)|"
    r"(?<=,)\s+"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|might|must|can|could|did|does|do|\w{3,}ed|"
    r"\w{4,}ing|made|makes|took|takes|came|comes|went|goes|gave|gives|lost|won|kept|keeps|rose|saw|sent|fled|met|"
    r"yields?|lies|remains?|holds?|says)\b"
)
_LIST = re.compile(r"\s*(?:,|,?\s+(?:and|or|to))\s+(?:the\s+)?")
# Behind the last of several names: no verb of which it is the subject.
_ENDS_ROW = re.compile(
    r"\s*(?:$|[,.;:)\n\"-]|(?:on|in|at|since|during|last|this|late|early|near|and|or|by|after|before|from|over|within|with|"
    r"for|as|around|overnight|earlier|yesterday|today|ahead|to)\b)"
)
_LEADING = re.compile(
    r"[\s,;:()\-]*(?:(?:and|but|while|whereas|which|so|or|that|than|as|for)\s+)*[\s,]*"
)
_LABEL = 5
_MARK = re.compile(r"[\"“”„«»]")
_TRAILING = re.compile(r",?\s+(?:and|but|while|or|which|who|as|is|are)$")


def has_verb(words: str) -> bool:
    """Whether the words hold a verb, as far as forms show it."""
    return _VERB.search(words) is not None


def cut(doc: Document, zone: Span, figures: Sequence[Group]) -> list[Span]:
    """The pieces of a stretch, in order and without gaps."""
    whole = _kept_whole(doc, zone, figures)
    pieces, start, at_whole = [], zone.start, 0
    for match in _CUT.finditer(doc.plain, zone.start, zone.end):
        at = match.start() if match[0].strip() else match.end()
        while at_whole < len(whole) and whole[at_whole].end <= at:
            at_whole += 1
        if at_whole < len(whole) and whole[at_whole].start < at:
            continue
        if match[0].startswith(":") and _is_label(doc, start, match, whole[at_whole:][:1]):
            continue
        if at > start:
            pieces.append(Span(start, at))
            start = at
    if start < zone.end:
        pieces.append(Span(start, zone.end))
    return [p for piece in pieces for p in _one_figure(piece, figures)]


def _is_label(doc: Document, start: int, colon: re.Match[str], following: Sequence[Span]) -> bool:
    """Whether a colon only stands between a label and its figure: "Bases: 5"."""
    labelled = bool(following) and following[0].start == colon.end()
    return labelled and len(doc.plain[start : colon.start()].split()) <= _LABEL


def _kept_whole(doc: Document, zone: Span, figures: Sequence[Group]) -> list[Span]:
    """The stretches that no cut may divide, those that overlap joined, in order."""
    whole = [Span(g[0].span.start, _closed(doc.plain, g[-1].span.end)) for g in figures]
    whole += [d.span for d in within(doc.dates, zone) if d.span]
    whole += [n.span for n in within(doc.names, zone)]
    whole += _lists(doc, zone)
    joined: list[Span] = []
    for span in sorted(whole):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _lists(doc: Document, zone: Span) -> list[Span]:
    """Places in a row, as long as no party stands among them: "A, B and C regions"."""
    parties = {s.span.start for s in within(doc.states, zone)}
    spans = [p.span for p in within(doc.places, zone) if p.span and p.span.start not in parties]
    names = [n.span for n in within(doc.names, zone) if _may_be_place(n, parties)]
    return [
        Span(left.start, right.end)
        for row, known in ((spans, True), (names, False))
        for left, right in pairwise(row)
        if left.end <= right.start
        and _LIST.fullmatch(doc.plain, left.end, right.start)
        and (known or _ENDS_ROW.match(doc.plain, right.end, zone.end))
    ]


def _may_be_place(name: Name, parties: Set[int]) -> bool:
    return name.kind == "proper" and not name.core.isupper() and name.span.start not in parties


def _closed(text: str, end: int) -> int:
    """The end of a figure, with the bracket that closes after it."""
    return end + 1 if text[end : end + 1] == ")" else end


def _one_figure(piece: Span, figures: Sequence[Group]) -> list[Span]:
    """A piece with two figures side by side is cut before the second."""
    inside = [g for g in figures if piece.contains(g[0].span) and g[0].unit not in DURATIONS]
    cuts = [g[0].span.start for g in inside[1:]]
    edges = [piece.start, *cuts, piece.end]
    return [Span(a, b) for a, b in pairwise(edges) if b > a]


def tidy(doc: Document, piece: Span) -> Span:
    """The piece without the marks and conjunctions that only tie it to its neighbours."""
    text, start, end = doc.plain, piece.start, piece.end
    lead = _LEADING.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    while end > start and text[end - 1] in " ,;:\n-(":
        end -= 1
    tail = _TRAILING.search(text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    return _without_marks(text, Span(start, end))


def _without_marks(text: str, span: Span) -> Span:
    """The words without a quotation mark that only opens before them or closes after them."""
    marks = [m.start() for m in _MARK.finditer(text, span.start, span.end)]
    start, end = span.start, span.end
    if marks and marks[0] == start and (len(marks) == 1 or marks[1:] == [end - 1]):
        start += 1
    if marks and marks[-1] == end - 1 and (len(marks) == 1 or start > span.start):
        end -= 1
        while end > start and text[end - 1] in ", ":
            end -= 1
    return Span(start, end) if end > start else span
