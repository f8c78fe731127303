"""Words as pieces of a fixed vocabulary: the uncased WordPiece of BERT, word by word.

After Wu et al. 2016 ("Google's Neural Machine Translation System") in the form that Devlin et
al. 2019 ("BERT") use: a word without case and accents is cut greedily into the longest pieces
that the vocabulary holds, pieces inside a word marked by ``##``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from groundcheck.model.span import Span

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
_WORD = re.compile(r"[^\W_]+|[^\s\w]|_")
_LONGEST = 100


def words(text: str) -> tuple[Span, ...]:
    """Every run of letters and digits, and every other mark that is no white space, in order."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


class WordPieces:
    """Cuts words into pieces, each a number: its line in the vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown = self._numbers[UNKNOWN]
        self.first = self._numbers[FIRST]
        self.last = self._numbers[LAST]

    def __len__(self) -> int:
        return len(self._numbers)

    def pieces(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, at least one; a word that cannot be cut is one unknown piece."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = tuple(self._cut(_folded(word))) or (self.unknown,)
        return known

    def _cut(self, word: str) -> list[int]:
        if len(word) > _LONGEST:
            return []
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            end = len(word)
            while end > start and mark + word[start:end] not in self._numbers:
                end -= 1
            if end == start:
                return []
            found.append(self._numbers[mark + word[start:end]])
            start = end
        return found


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in parts if unicodedata.category(c) != "Mn")
