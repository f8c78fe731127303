"""The entries of an RSS or Atom feed as reports."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin
from xml.sax import SAXException

from groundcheck.ledger.decoding import marked
from groundcheck.ledger.intake.fields import SUMMARY
from groundcheck.ledger.intake.given import Given, Refused
from groundcheck.ledger.intake.held import held
from groundcheck.ledger.intake.making import Found, made
from groundcheck.ledger.intake.markup import visible_text
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.ledger.limits import in_words
from groundcheck.ledger.streams import Stream

LONGEST = 32 * 2**20
"""Bytes of a feed; 10,000 entries with three thousand signs each."""
_ENTITY = re.compile(rb"<\0*!\0*E\0*N\0*T\0*I\0*T\0*Y", re.IGNORECASE)
_END = re.compile(rb"<\0*/\0*(?:[\w\0]{1,20}:\0*)?(?:i\0*t\0*e\0*m|e\0*n\0*t\0*r\0*y)\0*\s*\0*>")


def read(stream: Stream, about: About, options: IntakeOptions) -> Iterator[Given | Refused]:
    """The entries, each as "NAME#n". Nothing outside the feed is ever loaded.

    Where its XML is broken, what can be read is given, and last the break is told; an entry in
    whose middle the feed is cut off is refused. An entry that has no text but a link is an
    ``OnlyLink``. Days are those in UTC.
    """
    data = held(stream.bytes, LONGEST + 1)
    if len(data) > LONGEST:
        yield Refused(stream.name, f"a feed of more than {in_words(LONGEST)}, which is refused")
        return
    if _ENTITY.search(data):
        yield Refused(stream.name, "it declares entities of its own, which is refused")
        return
    feed = _parsed(data, about)
    problem = feed.get("bozo_exception")
    broken = isinstance(problem, SAXException)
    if not feed.entries and not broken:
        yield Refused(stream.name, "a feed without entries")
        return
    of_all = About(
        publisher=_text(feed.feed.get("title_detail")) or about.publisher,
        language=feed.feed.get("language") or about.language,
        notes=about.notes,
    )
    whole = len(_END.findall(data)) if broken else len(feed.entries)
    for count, entry in enumerate(feed.entries[:whole], start=1):
        yield made(f"{stream.name}#{count}", _found(entry, about.url), of_all, options)
    if broken:
        given = min(whole, len(feed.entries))
        reason = f"its XML is broken ({_reason(problem)}); {given:,} entries could be read"
        yield Refused(stream.name, reason)


def _parsed(data: bytes, about: About) -> Any:
    import feedparser  # noqa: PLC0415

    kind = about.content_type or "application/xml"
    if (wide := marked(data)) is not None:
        # The library trusts a declaration that it cannot read in the wide encodings.
        data, kind = data.decode(wide, "replace").encode(), "application/xml; charset=utf-8"
    return feedparser.parse(
        # Not the bytes themselves, which could be taken for the name of a file.
        io.BytesIO(data),
        response_headers={"content-type": kind},
        resolve_relative_uris=False,
        sanitize_html=False,
    )


def _found(entry: Any, base: str | None) -> Found:
    content = max(map(_text, entry.get("content", ())), key=len, default="")
    summary = "" if content else _text(entry.get("summary_detail"))
    link = entry.get("link")
    return Found(
        content or summary,
        _day(entry),
        url=urljoin(base, link) if base and link else link,
        publisher=_text(entry.get("source", {}).get("title_detail")),
        title=_text(entry.get("title_detail")),
        language=(entry.get("content") or [{}])[0].get("language"),
        notes=(SUMMARY,) if summary else (),
    )


def _text(detail: Any) -> str:
    """The text of what a feed says with its type."""
    value = str((detail or {}).get("value") or "")
    return value if (detail or {}).get("type") == "text/plain" else visible_text(value)


def _day(entry: Any) -> str | None:
    for name in ("published", "updated", "created"):
        # Past the library's own look-up, which answers with one day for another, and warns of it.
        moment = dict.get(entry, f"{name}_parsed")
        if moment is not None:
            return date(*moment[:3]).isoformat()
        if said := dict.get(entry, name):
            return str(said)
    return None


def _reason(problem: Any) -> str:
    where = f"line {problem.getLineNumber()}: " if hasattr(problem, "getLineNumber") else ""
    return where + str(problem.getMessage())
