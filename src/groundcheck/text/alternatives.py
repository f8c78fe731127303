"""Many words as one pattern that is quick to look for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, taking the longest that stands there.

    Words with the same beginning share it, so that at most places of a text one look at a
    letter is enough: a plain alternation tries every word at every place.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(tree)


def _pattern(node: dict[str, Any]) -> str:
    branches = [
        re.escape(letter) + _pattern(below) for letter, below in node.items() if letter != _END
    ]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if _END in node else "")
