"""The lines that an extraction gives, as the paragraphs that they are on the page.

On short pages the library starts a line wherever emphasis or a link does. A claim that is torn so
would be read as several, or as none.
"""

from __future__ import annotations

from itertools import pairwise

from groundcheck.ledger.intake.page_text import aligned
from groundcheck.model import Span


def paragraphs(lines: list[str], page: str) -> str:
    """The lines with a blank line between them, but joined where the page's text goes on.

    ``page`` is the text of the whole page as ``markup.text_of`` gives it.
    """
    if not lines:
        return ""
    there = aligned(page, "\n".join(lines))
    pieces = [lines[0]]
    start = 0
    for before, line in pairwise(lines):
        end = start + len(before)
        last = there.to_page(Span(end - 1, end))
        first = there.to_page(Span(end + 1, end + 2))
        gap = "\n"
        if last is not None and first is not None and last.end <= first.start:
            gap = page[last.end : first.start]
        pieces += ["\n\n" if gap.strip(" \xa0") else gap, line]
        start = end + 1
    return "".join(pieces)
