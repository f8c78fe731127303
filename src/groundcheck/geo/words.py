"""A text as a row of words, and the look-up of names by words."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from typing import Generic, TypeVar

from groundcheck.model.span import Span

T = TypeVar("T")

# Letters and digits; a combining mark belongs to the word it stands in.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
# What may stand between two words of one name; a full stop only after
# an abbreviation ("St. Petersburg").
_JOINS = frozenset({"", "-", "‐", "‑", "–", "'", "’", "‘", "ʼ", "`"})
_LETTERS = str.maketrans({"ə": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d"})


def fold(word: str) -> str:
    """A word without case, accents and modifier letters, as names are compared."""
    if word.isascii():
        return word.lower()
    kept = (c for c in unicodedata.normalize("NFKD", word) if unicodedata.category(c)[0] != "M")
    bare = "".join(c for c in kept if unicodedata.category(c) != "Lm")
    return bare.casefold().translate(_LETTERS)


def split(name: str) -> list[str]:
    """The folded words of a name."""
    return [fold(m.group()) for m in _WORD.finditer(name)]


class Words:
    """The words of a text: ``keys[i]`` is the folded word at ``starts[i]``..``ends[i]``."""

    __slots__ = ("ends", "keys", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = array("Q")
        self.ends = array("Q")
        self.keys: list[str] = []
        folded: dict[str, str] = {}
        for match in _WORD.finditer(text):
            word = match.group()
            key = folded.get(word)
            if key is None:
                key = folded[word] = fold(word)
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.keys.append(key)

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, i: int) -> str:
        """The folded word at ``i``, empty outside the text."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next one, a sentence's end outside the text."""
        if not 0 <= i < len(self.keys) - 1:
            return "."
        return self.text[self.ends[i] : self.starts[i + 1]]

    def joined(self, i: int) -> bool:
        """Whether word ``i`` and the next one can be words of one phrase."""
        if not 0 <= i < len(self.keys) - 1 or self.starts[i + 1] - self.ends[i] > 3:
            return False
        gap = self.gap(i)
        mark = gap.strip()
        return gap.count("\n") < 2 and (mark in _JOINS or (mark == "." and len(self.keys[i]) <= 2))

    def capital(self, i: int) -> bool:
        """Whether word ``i`` begins with a capital letter."""
        return 0 <= i < len(self.keys) and self.text[self.starts[i]].isupper()

    def span(self, start: int, end: int) -> Span:
        """Where words ``start`` up to and without ``end`` stand, with the last stop of "U.S."."""
        first, last = self.starts[start], self.ends[end - 1]
        dotted = last - first > 2 and self.text[last - 2] == "." == self.text[last : last + 1]
        return Span(first, last + dotted)

    def between(self, start: int, end: int) -> str:
        """The text from word ``start`` up to and without word ``end``."""
        return self.text[self.starts[start] : self.ends[end - 1]]


class Names(Generic[T]):
    """Names by their words; each holds the values it was given, in that order."""

    def __init__(self, pairs: Iterable[tuple[str, T]] = ()) -> None:
        self._root: dict[str, object] = {}
        for name, value in pairs:
            self.add(name, value)

    def add(self, name: str, value: T) -> None:
        """Give ``name`` one more value."""
        node = self._root
        for word in split(name):
            node = node.setdefault(word, {})  # type: ignore[assignment]
        values: list[T] = node.setdefault("", [])  # type: ignore[assignment]
        if value not in values:
            values.append(value)

    def longest(self, words: Words, i: int) -> tuple[int, list[T]] | None:
        """Where the longest name that begins at word ``i`` ends, and its values."""
        node, found = self._root, None
        j = i
        while j < len(words) and (deeper := node.get(words.keys[j])) is not None:
            node = deeper  # type: ignore[assignment]
            j += 1
            if "" in node:
                found = (j, node[""])
            if not words.joined(j - 1):
                break
        return found  # type: ignore[return-value]

    def get(self, name: str) -> list[T]:
        """The values of exactly this name, none where it is not known."""
        node: dict[str, object] | None = self._root
        for word in split(name):
            node = node.get(word) if node else None  # type: ignore[assignment]
        return list(node.get("", ())) if node else []  # type: ignore[call-overload]
