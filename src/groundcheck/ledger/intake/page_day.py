"""The day on which a page was published, where the page says so for that purpose."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMED = re.compile("date|time|publi|creat|issue|modif|dcterms")
_LD = "//script[contains(@type, 'ld+json')]"
_ASIDE = "not(ancestor::aside or ancestor::nav or ancestor::footer)"
_MARKED = (
    f"//time[{_ASIDE}]",
    f"//abbr[@title and {_ASIDE}]",
    f"//*[self::span or self::div or self::p][contains(@class, 'date') and {_ASIDE}]",
)
"""Where pages show the day to their readers; the first of each is that of the page's own text."""
_LONGEST = 100


def page_day(tree: HtmlElement, url: str | None, today: date | None) -> str | None:
    """The day as the page has it, in its own time; one that cannot be only where there is no other.

    A day counts that stands in metadata, in the address, or in an element made for it. One that
    stands in the text, in a headline or in the name of a picture may be any other.
    """
    from htmldate import find_date  # noqa: PLC0415

    said = _said(tree)
    latest = date(9999, 1, 1) if today is None else today + timedelta(days=2)
    for first, last in (("1990-01-01", latest.isoformat()), ("1000-01-01", "9999-01-01")):
        try:
            day = find_date(
                said,
                extensive_search=False,
                original_date=True,
                url=url,
                min_date=first,
                max_date=last,
                deferred_url_extractor=True,
            )
        except Exception:
            return None
        if day is not None:
            return str(day)
    return None


def _said(tree: HtmlElement) -> HtmlElement:
    """A page of nothing but what says days for the purpose."""
    from lxml import html  # noqa: PLC0415

    page = html.document_fromstring("<html><head></head><body></body></html>")
    for meta in tree.iter("meta"):
        names = (meta.get(key, "") for key in ("name", "property", "itemprop", "http-equiv"))
        if _NAMED.search(" ".join(names).lower()) or meta.get("pubdate"):
            page.head.append(_alone(meta))
    for link in tree.xpath("//link[@rel='canonical']")[:1]:
        page.head.append(_alone(link))
    for script in tree.xpath(_LD):
        page.head.append(_alone(script))
    for path in _MARKED:
        for element in tree.xpath(path)[:1]:
            if len(element.text_content()) <= _LONGEST:
                page.body.append(_alone(element))
    return page


def _alone(element: HtmlElement) -> HtmlElement:
    copy = deepcopy(element)
    copy.tail = None
    return copy
