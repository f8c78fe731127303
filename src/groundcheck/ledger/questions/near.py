"""Names near one that is not on record, for the line that says so."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from groundcheck.geo.words import fold, split

MOST = 5
"""So many suggestions fit on one line."""


def near(words: str, names: Iterable[str]) -> tuple[str, ...]:
    """At most ``MOST`` of the names, each once: those with all the words in them, then the like.

    In the order in which they are given; names are compared without case and accents.
    """
    known = list(dict.fromkeys(names))
    wanted = set(split(words))
    held = [one for one in known if wanted and wanted <= set(split(one))]
    if len(held) < MOST:
        folded = {fold(one): one for one in known if one not in held}
        held += [folded[one] for one in get_close_matches(fold(words), folded, MOST, 0.75)]
    return tuple(held[:MOST])
