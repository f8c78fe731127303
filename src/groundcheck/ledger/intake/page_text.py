"""Where in the text of a whole page the words of a report stand that was taken from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundcheck.ledger.intake.markup import visible_text
from groundcheck.model import Span

_WHITE, _NOWHERE = -1, -2
_SHORT = 24
"""A piece of fewer signs than this may stand anywhere by chance, so that it is looked for near."""
_NEAR = 200


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page and, for each code point of the report, where in it that one stands.

    ``text`` is all that a reader of the page sees, menus and notes included. An offset is -1 for
    white space and -2 for what the page has nowhere: a title that only its head says, the bars
    that the extraction puts into a table.
    """

    text: str
    offsets: Sequence[int]

    def to_page(self, span: Span) -> Span | None:
        """The same words in the page's text; None where they do not stand there in a row.

        White space at the ends is left out, and white space within may differ.
        """
        found = [at for at in self.offsets[span.start : span.end] if at != _WHITE]
        if not found or _NOWHERE in found or found != sorted(found):
            return None
        there = Span(found[0], found[-1] + 1)
        signs = sum(1 for sign in there.of(self.text) if not sign.isspace())
        return there if signs == len(found) else None


def page_text(page: str, report: str) -> PageText:
    """The text of a page, with the words of ``report``, which was taken from it, found in it."""
    return aligned(visible_text(page), report)


def aligned(text: str, report: str) -> PageText:
    """The same for the page's text."""
    return PageText(text, _offsets(report, text))


def _offsets(report: str, text: str) -> Sequence[int]:
    offsets = [_WHITE if sign.isspace() else _NOWHERE for sign in report]
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    dense = "".join(text[at] for at in places)
    reached = 0
    for line in _lines(report):
        for piece, first in _found(line, report, dense, reached):
            there = first
            for at in range(piece.start, piece.end):
                if offsets[at] == _NOWHERE:
                    offsets[at] = places[there]
                    there += 1
            reached = there
    return offsets


def _lines(report: str) -> Iterator[Span]:
    start = 0
    for line in report.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _found(piece: Span, report: str, dense: str, reached: int) -> Iterator[tuple[Span, int]]:
    """Pieces of the report with where they begin in ``dense``, which has no white space.

    A piece that is not found is halved between two words, and each half looked for after the
    one before.
    """
    wanted = "".join(piece.of(report).split())
    if not wanted:
        return
    short = len(wanted) < _SHORT
    there = dense.find(wanted, reached, reached + _NEAR + len(wanted) if short else len(dense))
    if there < 0 and not short:
        there = dense.find(wanted)
    if there >= 0:
        yield piece, there
        return
    middle = _between_words(piece, report)
    if middle is None:
        return
    for half in (Span(piece.start, middle), Span(middle, piece.end)):
        for each, there in _found(half, report, dense, reached):
            yield each, there
            reached = there + len("".join(each.of(report).split()))


def _between_words(piece: Span, report: str) -> int | None:
    """A white space near the piece's middle with a word on either side."""
    words = piece.of(report)
    begin, end = len(words) - len(words.lstrip()), len(words.rstrip())
    middle = (begin + end) // 2
    before = max((at for at in range(begin, middle) if words[at].isspace()), default=None)
    after = next((at for at in range(middle, end) if words[at].isspace()), None)
    at = after if after is not None else before
    return None if at is None else piece.start + at
