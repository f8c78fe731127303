"""What the attribution tagger is shown of a text: windows of words, as pieces with their looks.

The training code reads texts through this module too, so that a model never meets anything
else than what it learnt from.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundcheck.model import Span
from groundcheck.text.quotations import Quotation
from groundcheck.text.wordpieces import WordPieces, words

PIECES = 256
_QUOTED, _OPENS_PARAGRAPH = 1, 2
LOOKS = 24


@dataclass(frozen=True, slots=True)
class Window:
    """Some words of a text that are read together.

    ``pieces`` and ``looks`` have one number for each piece, begun and ended by a piece that is
    no word's; ``firsts`` says where in them each of ``words`` begins.
    """

    words: tuple[Span, ...]
    pieces: tuple[int, ...]
    looks: tuple[int, ...]
    firsts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a text's sentences and quotations stand, both in order."""

    sentences: Sequence[Span]
    quotations: Sequence[Quotation]


def windows(
    text: str, layout: Layout, vocabulary: WordPieces, room: int = PIECES
) -> Iterator[Window]:
    """Windows of whole sentences with at most ``room`` pieces.

    A sentence that is longer than a window is cut. No sentence is in two windows.
    """
    taken: list[_Sentence] = []
    left = room - 2
    for span in layout.sentences:
        for sentence in _cut(_sentence(text, span, layout, vocabulary), room - 2):
            if taken and sentence.size > left:
                yield _window(taken, vocabulary)
                taken, left = [], room - 2
            taken.append(sentence)
            left -= sentence.size
    if taken:
        yield _window(taken, vocabulary)


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[Span, ...]
    pieces: tuple[tuple[int, ...], ...]
    looks: tuple[int, ...]

    @property
    def size(self) -> int:
        return sum(map(len, self.pieces))


def _sentence(text: str, span: Span, layout: Layout, vocabulary: WordPieces) -> _Sentence:
    said = text[span.start : span.end]
    found = tuple(Span(span.start + w.start, span.start + w.end) for w in words(said))
    opens = _opens_paragraph(text, span.start)
    looks = []
    for place, word in enumerate(found):
        look = _case(text[word.start : word.end]) * 4
        look += _OPENS_PARAGRAPH if opens and place == 0 else 0
        look += _QUOTED if _is_quoted(layout.quotations, word.start) else 0
        looks.append(look)
    cut = tuple(vocabulary.pieces(text[w.start : w.end]) for w in found)
    return _Sentence(found, cut, tuple(looks))


def _cut(sentence: _Sentence, room: int) -> Iterator[_Sentence]:
    """The sentence in parts of at most ``room`` pieces each."""
    start, size = 0, 0
    for place, pieces in enumerate(sentence.pieces):
        if size + len(pieces) > room:
            yield _part(sentence, start, place)
            start, size = place, 0
        size += len(pieces)
    if start < len(sentence.words):
        yield _part(sentence, start, len(sentence.words))


def _part(sentence: _Sentence, start: int, end: int) -> _Sentence:
    return _Sentence(
        sentence.words[start:end], sentence.pieces[start:end], sentence.looks[start:end]
    )


def _window(sentences: Sequence[_Sentence], vocabulary: WordPieces) -> Window:
    found: list[Span] = []
    pieces, looks, firsts = [vocabulary.first], [0], []
    for sentence in sentences:
        for word, cut, look in zip(sentence.words, sentence.pieces, sentence.looks, strict=True):
            found.append(word)
            firsts.append(len(pieces))
            pieces.extend(cut)
            looks.extend([look] * len(cut))
    pieces.append(vocabulary.last)
    looks.append(0)
    return Window(tuple(found), tuple(pieces), tuple(looks), tuple(firsts))


def _case(word: str) -> int:
    """How a word is written: which the vocabulary, being without case, does not say."""
    if not word[0].isalpha():
        return 1 if word[0].isdigit() else 0
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 4 if word[1:].islower() else 5


def _opens_paragraph(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start]
    return "\n" in before[len(before.rstrip()) :] or not before.strip()


def _is_quoted(quoted: Sequence[Quotation], at: int) -> bool:
    after = bisect_left(quoted, at + 1, key=lambda q: q.span.start)
    return any(at < q.span.end for q in quoted[max(0, after - 3) : after])
