"""A web page as a report: its main text, its title, who published it and when."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from groundcheck.ledger import addresses
from groundcheck.ledger.intake.given import Given, Refused
from groundcheck.ledger.intake.held import held
from groundcheck.ledger.intake.making import NO_TEXT, Found, made
from groundcheck.ledger.intake.markup import parsed, text_of
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.ledger.intake.page_bytes import decoded_page
from groundcheck.ledger.intake.page_day import page_day
from groundcheck.ledger.intake.page_lines import paragraphs
from groundcheck.ledger.limits import in_words
from groundcheck.ledger.streams import Stream

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 16 * 2**20
"""Bytes of one page, whose tree takes many times as much."""
_SHORT = 100
"""Letters of a main text below which the library gives all that the page has, menus included. Its
own 250 is more than many a short piece of news has."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def read(stream: Stream, about: About, options: IntakeOptions) -> Iterator[Given | Refused]:
    """The page in ``stream``."""
    data = held(stream.bytes, LONGEST + 1)
    if len(data) > LONGEST:
        yield Refused(stream.name, f"a page of more than {in_words(LONGEST)}, which is refused")
        return
    page, notes = decoded_page(data, about.content_type, options.encoding)
    url = addresses.shown(about.url) if about.url else None
    found = extracted(page, url, options.today, notes)
    yield (
        Refused(stream.name, NO_TEXT) if found is None else made(stream.name, found, about, options)
    )


def extracted(
    page: str, url: str | None, today: date | None, notes: tuple[str, ...] = ()
) -> Found | None:
    """What a page says; None where it has no text. ``url`` is where it was found.

    Its paragraphs are parted by blank lines.
    """
    tree = parsed(page)
    if tree is None:
        return None
    language = _language(tree)
    # First, since the extraction takes the tree apart.
    text = text_of(tree)
    day = page_day(tree, url, today)
    document = _extract(tree, url)
    if document is None or not document.text:
        return None
    lines = filter(None, map(str.strip, document.text.splitlines()))
    return Found(
        paragraphs(list(lines), text),
        day,
        url=document.url,
        publisher=document.sitename,
        title=document.title,
        language=language,
        notes=notes,
    )


def _extract(tree: HtmlElement, url: str | None) -> Any:
    """What the library finds; it is for well-made pages, and fails on others in many ways."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return bare_extraction(
            tree,
            url=url,
            fast=True,
            with_metadata=True,
            include_comments=False,
            config=_config(),
            # The day is found by other rules; this spares most of the search for it.
            date_extraction_params={"extensive_search": False, "min_date": "9998-01-01"},
        )
    except Exception:
        return None


@cache
def _config() -> Any:
    """The library's own settings, but for short news."""
    from trafilatura.settings import use_config  # noqa: PLC0415

    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORT)
    return config


def _language(tree: HtmlElement) -> str | None:
    """The language that the page says it is in."""
    for value in (
        *tree.xpath("/html/@lang | /html/@xml:lang"),
        *tree.xpath("//meta[translate(@http-equiv, 'CL', 'cl')='content-language']/@content"),
        *tree.xpath("//meta[@property='og:locale']/@content"),
    ):
        if _LANGUAGE.fullmatch(value.strip()):
            return str(value.strip()).replace("_", "-")
    return None
