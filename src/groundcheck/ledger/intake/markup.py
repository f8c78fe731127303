"""Markup to the text that a reader of the page sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    "audio canvas embed head iframe math noscript object script style svg template video".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre "
    "section summary table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_MANY_LINE_ENDS = re.compile(r"\n{3,}")


def parsed(page: str) -> HtmlElement | None:
    """The tree of a page or of a piece of one, however broken; None where there is nothing.

    Nothing outside the page is ever loaded. What is nested more deeply than libxml2 takes (about
    2,000 steps) is lost.
    """
    from lxml import etree, html  # noqa: PLC0415

    data = page.replace("\0", "").encode("utf-8", "replace")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def visible_text(page: str) -> str:
    """All text of a page or a piece of one, in the page's order, without scripts and styles.

    A block is a paragraph with a blank line before the next, ``<br>`` a line, a cell of a table
    ends with a tab.
    """
    tree = parsed(page)
    return "" if tree is None else text_of(tree)


def text_of(tree: HtmlElement) -> str:
    """The same for a tree."""
    from lxml import etree  # noqa: PLC0415

    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        unseen = element.tag in _UNSEEN or "hidden" in element.attrib
        if element.tag in _BLOCKS:
            pieces.append("\n\n")
        if event == "start":
            if unseen:
                walk.skip_subtree()
            else:
                pieces.append(_SPACE.sub(" ", element.text or ""))
            continue
        pieces.append("\n" if element.tag == "br" else "\t" if element.tag in _CELLS else "")
        if element is not tree:
            pieces.append(_SPACE.sub(" ", element.tail or ""))
    lines = _AROUND_LINE_END.sub("\n", "".join(pieces))
    return _MANY_LINE_ENDS.sub("\n\n", lines).strip(" \t\n")
