"""What a file is by its first bytes; its name and what a server calls it decide only what is left.

The same letters may be a text or a page, so that a page wants its first tag, a feed its root.
"""

from __future__ import annotations

import codecs
import re
from email.message import Message
from typing import Literal

from groundcheck.ledger.decoding import marked

HEAD = 4096
"""The bytes by which a kind is told."""

Kind = Literal["text", "page", "feed", "records", "parquet", "warc", "no report"]

_BEFORE_ROOT = re.compile(
    r"\s+ | <\?.*?\?> | <!--.*?-->(?:\s*) | <!doctype(?![^\[>]*html)[^\[>]*(?:\[.*?\]\s*)?>",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_FEED = re.compile(r"<(?:rss|(?:\w+:)?feed|(?:\w+:)?RDF)[\s>]")
_PAGE = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|section|div|p|h1|table)[\s>/])",
    re.IGNORECASE,
)
_RECORDS = re.compile(r"\s*(?:\[\s*)?(?:\{\s*(?:\"|\}))")
_EMPTY_LIST = re.compile(r"\s*\[\s*\]\s*")
PAGES = ("text/html", "application/xhtml+xml")
"""What servers call a page."""
_NO_REPORT = (".css", ".js", ".csv", ".tsv", ".svg", ".geojson")
_BY_NAME: dict[tuple[str, ...], Kind] = {
    (".json", ".jsonl", ".ndjson"): "records",
    (".html", ".htm", ".xhtml"): "page",
    _NO_REPORT: "no report",
}


def told(head: bytes, name: str, content_type: str | None) -> Kind:
    """What a file is that begins with ``head`` and is called so."""
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    start = _root(head)
    if _FEED.match(start):
        return "feed"
    if _PAGE.match(start):
        return "page"
    lower = name.lower()
    named = next((kind for ends, kind in _BY_NAME.items() if lower.endswith(ends)), None)
    if named is not None:
        return named
    if _RECORDS.match(start) or _EMPTY_LIST.fullmatch(start):
        return "records"
    if media_type(content_type) in PAGES:
        return "page"
    return "no report" if start.startswith("<") else "text"


def _root(head: bytes) -> str:
    """The first signs that say something: what comes after declarations and comments."""
    start = codecs.getincrementaldecoder(marked(head) or "latin-1")("replace").decode(head[:HEAD])
    at = 0
    while (before := _BEFORE_ROOT.match(start, at)) is not None:
        at = before.end()
    return start[at:]


def media_type(content_type: str | None) -> str | None:
    """``text/html`` of "text/html; charset=utf-8"."""
    return content_type.partition(";")[0].strip().lower() if content_type else None


def charset(content_type: str | None) -> str | None:
    """The encoding that a content type names, where Python knows it."""
    if not content_type:
        return None
    message = Message()
    message["content-type"] = content_type
    name = message.get_content_charset()
    try:
        return codecs.lookup(name).name if name and codecs.lookup(name)._is_text_encoding else None
    except (LookupError, ValueError):
        return None
