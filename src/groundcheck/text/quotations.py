"""Quotations in every style of mark, nested, run on over paragraphs, and unbalanced.

One pass over the marks of each paragraph with a stack of those still open. A mark that could
be either opens or closes by its neighbours, and by what is open where these do not tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from groundcheck.model.span import Span
from groundcheck.text.paragraphs import paragraphs

_MARK = re.compile(r"(?<=\d['’])\d{1,2}\"|['‘’][nN]['’]|\"+|''|``|‘‘|’’|,,|[“”„‟«»‹›‘’‚‛'`]")
_FAMILY = {
    **dict.fromkeys(['"', '""', "''", "``", "‘‘", "’’", ",,", "“", "”", "„", "‟"], "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "small angle"),
    **dict.fromkeys("'‘’‚‛`", "single"),
}
_TWINS = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_NO_OPENING = frozenset("’›")
_BEFORE_OPENING = frozenset("([{—–-:/\"“„«‘'‹`")
_ELISION = re.compile(r"(?:\d0s|em|til|till|tis|twas|cause|bout|round|cos|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    ``span`` has the marks in it, ``inner`` has neither them nor white space at its ends.
    ``closed`` is false where no closing mark was found: the span then ends with its paragraph,
    with the quotation around it, or where the same straight mark opens anew. In a quotation
    that runs on over paragraphs only the last piece is closed. ``opened`` is true for all
    that are found, since a closing mark that was never opened is ignored.
    """

    span: Span
    inner: Span
    opened: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    start: int
    end: int
    before: str
    after: str

    @property
    def opens(self) -> bool:
        """Whether the neighbours ask for an opening mark."""
        lead = not self.before or self.before.isspace() or self.before in _BEFORE_OPENING
        return lead and bool(self.after) and not self.after.isspace()

    @property
    def closes(self) -> bool:
        """Whether the neighbours ask for a closing mark."""
        tail = not self.after or self.after.isspace() or not self.after.isalnum()
        return bool(self.before) and not self.before.isspace() and tail


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in order of their beginning, an outer one before those inside it."""
    found: list[Quotation] = []
    for paragraph in paragraphs(text):
        found += sorted(
            _Reader(text, paragraph).read(), key=lambda one: (one.span.start, -one.span.end)
        )
    return tuple(found)


class _Reader:
    """The marks of one paragraph and those of them that are still open."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self._text = text
        self._paragraph = paragraph
        self._open: list[_Mark] = []
        self._kinds: Counter[str] = Counter()
        self._families: Counter[str] = Counter()
        self._found: list[Quotation] = []

    def read(self) -> list[Quotation]:
        marks = list(self._marks())
        for mark, single_follows in zip(marks, _closing_singles_ahead(marks), strict=True):
            if _FAMILY[mark.kind] == "single":
                self._single(mark, single_follows)
            elif _FAMILY[mark.kind] == "double":
                self._double(mark)
            else:
                self._angle(mark)
        while self._open:
            self._drop(self._paragraph.end)
        return self._found

    def _marks(self) -> Iterator[_Mark]:
        lo, hi = self._paragraph.start, self._paragraph.end
        for match in _MARK.finditer(self._text, lo, hi):
            before = self._text[match.start() - 1] if match.start() > lo else ""
            after = self._text[match.end()] if match.end() < hi else ""
            kinds = [match[0]]
            if match[0] == '"""':
                kinds = ['""', '"'] if before.strip() else ['"', '""']
            start = match.start()
            for kind in kinds:
                if kind in _FAMILY:
                    yield _Mark(kind, start, start + len(kind), before, after)
                start += len(kind)

    def _double(self, mark: _Mark) -> None:
        kind, inside = mark.kind, self._families["double"] > 0
        if not inside and mark.before.isdigit() and kind in ('"', "''", "”", "’’"):
            return
        if kind == "„":
            self._push(mark)
        elif kind == ",,":
            if mark.opens:
                self._push(mark)
        elif kind in ("”", "’’"):
            if inside:
                self._close(mark)
            elif mark.opens:
                self._push(mark)
        elif kind in ("“", "‟", "``", "‘‘"):
            if inside and mark.closes and not mark.opens:
                self._close(mark)
            elif not mark.closes or mark.opens:
                self._push(mark)
        elif inside and (mark.closes or not mark.opens):
            self._close(mark)
        elif mark.opens or not (mark.closes or kind == '""'):
            self._renew(mark)

    def _renew(self, mark: _Mark) -> None:
        """Open a straight mark; an earlier one of its kind was left unclosed and ends here."""
        if self._kinds[mark.kind]:
            end = self._trimmed_end(mark.start)
            while self._kinds[mark.kind]:
                self._drop(end)
        self._push(mark)

    def _angle(self, mark: _Mark) -> None:
        twin = _TWINS[mark.kind]
        if self._kinds[twin] and not (mark.kind in "«‹" and mark.opens and twin not in "»›"):
            self._close(mark, twin)
        elif mark.kind in "«‹":
            self._push(mark)
        elif self._kinds[mark.kind] and mark.closes:
            self._close(mark, mark.kind)
        elif mark.opens:
            self._push(mark)

    def _single(self, mark: _Mark, another_follows: bool) -> None:
        if mark.before.isalnum() and mark.after.isalnum():
            return
        if mark.opens and not mark.closes:
            elided = _ELISION.match(self._text, mark.end)
            if mark.kind not in _NO_OPENING and not (elided and mark.kind != "‚"):
                self._push(mark)
        elif mark.closes and self._families["single"] and mark.kind != "‚":
            plural = mark.before in "sS" and self._text[mark.end : mark.end + 2].strip().islower()
            if not (plural and another_follows):
                self._close(mark)

    def _push(self, mark: _Mark) -> None:
        self._open.append(mark)
        self._kinds[mark.kind] += 1
        self._families[_FAMILY[mark.kind]] += 1

    def _pop(self) -> _Mark:
        mark = self._open.pop()
        self._kinds[mark.kind] -= 1
        self._families[_FAMILY[mark.kind]] -= 1
        return mark

    def _close(self, mark: _Mark, kind: str = "") -> None:
        """Close the last open mark of ``kind`` or else of the family, ending those inside it."""
        kind = kind or mark.kind
        exact, family = self._kinds[kind] > 0, _FAMILY[kind]
        end = self._trimmed_end(mark.start)
        while not (
            self._open[-1].kind == kind if exact else _FAMILY[self._open[-1].kind] == family
        ):
            self._drop(end)
        first = self._pop()
        self._add(Span(first.start, mark.end), Span(first.end, mark.start), closed=True)

    def _drop(self, end: int) -> None:
        """End the innermost open mark at ``end`` without a closing one."""
        mark = self._pop()
        heads = mark.start == self._paragraph.start
        likely = heads or (mark.kind in "‘‚" and mark.after.isupper())
        if _FAMILY[mark.kind] != "single" or likely:
            end = max(end, mark.end)
            self._add(Span(mark.start, end), Span(mark.end, end), closed=False)

    def _trimmed_end(self, end: int) -> int:
        while end > self._paragraph.start and self._text[end - 1].isspace():
            end -= 1
        return end

    def _add(self, span: Span, inner: Span, *, closed: bool) -> None:
        inner = _shrunk(self._text, inner)
        if len(inner):
            self._found.append(Quotation(span, inner, opened=True, closed=closed))


def _shrunk(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _closing_singles_ahead(marks: list[_Mark]) -> list[bool]:
    """For each mark, whether a single mark that closes comes before the next that opens."""
    ahead, found = False, []
    for mark in reversed(marks):
        found.append(ahead)
        if _FAMILY[mark.kind] == "single" and not (mark.before.isalnum() and mark.after.isalnum()):
            ahead = mark.closes and not mark.opens
    return found[::-1]
