"""Words as they are searched: folded, so that case and accents do not matter, and what is asked.

Whatever a person types has a meaning here, and nothing of it is the syntax of a database.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand one after the other; with ``open`` the last is only a beginning."""

    words: tuple[str, ...]
    open: bool = False

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether it stands in a text of these words."""
        long = len(self.words)
        return any(self._fits(words[at : at + long]) for at in range(len(words) - long + 1))

    def _fits(self, words: Sequence[str]) -> bool:
        last, mine = words[-1], self.words[-1]
        same = last.startswith(mine) if self.open else last == mine
        return same and tuple(words[:-1]) == self.words[:-1]


@lru_cache(maxsize=65536)
def folded(text: str) -> tuple[str, ...]:
    """The words of a text: runs of letters and digits without accents, in lower case."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in kept).split())


def phrases(asked: str) -> tuple[Phrase, ...] | None:
    """What must stand in a text: "a phrase" in quotation marks as a whole, else every word.

    ``word*`` asks for a beginning. A quotation mark without its fellow is none. ``None`` where
    something is asked for that has no letter or digit, and so stands nowhere; what has none
    beside other words is left aside.
    """
    if not asked.strip():
        return ()
    pieces = asked.split('"')
    if len(pieces) % 2 == 0:
        last = pieces.pop()
        pieces[-1] += " " + last
    found: list[Phrase] = []
    for at, piece in enumerate(pieces):
        if at % 2:
            found.append(Phrase(folded(piece)))
        else:
            found += [Phrase(folded(word), word.endswith("*")) for word in piece.split()]
    return tuple(phrase for phrase in found if phrase.words) or None
