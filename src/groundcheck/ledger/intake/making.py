"""The last step of every way in: what an item says of itself becomes a text given, or refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundcheck.ledger import addresses
from groundcheck.ledger.decoding import LIMIT
from groundcheck.ledger.intake import days
from groundcheck.ledger.intake.given import Given, OnlyLink, Refused
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.text.header import find_header

NO_TEXT = "no text in it"
_UNSOUND = re.compile("[\0\ud800-\udfff]")
_WEB = re.compile("https?://[^/]", re.IGNORECASE)
_EDGES = " \t\r\n\f\v\ufeff"
_LONGEST = 1_000
"""Of a name or a title; what is longer is a text in the wrong place."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an item says, as it says it; ``day`` is its day of publication in whatever form."""

    text: str
    day: object = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    day_first: bool = False


def made(item: str, found: Found, about: About, options: IntakeOptions) -> Given | Refused:
    """The item as it is brought in; what it leaves open is taken from ``about``.

    The title is the first paragraph of the text, since headlines make claims, unless the text
    begins with it. Signs that are no text (a NUL, half a surrogate pair) are replaced one by one.
    """
    day, problem = days.published(found.day, options.today, found.day_first)
    notes = [*about.notes, *found.notes]
    if problem is not None:
        notes.append(problem)
    known = About(
        url=_address(found.url) or _address(about.url),
        published=day or about.published,
        publisher=_line(found.publisher) or about.publisher,
        title=_line(found.title) or about.title,
        language=_line(found.language) or about.language,
        notes=(
            *about.notes,
            *found.notes,
            *((problem,) if problem and not about.published else ()),
        ),
    )
    if not found.text.strip(_EDGES):
        if known.url is None or known.url == _address(about.url):
            return Refused(item, NO_TEXT)
        return OnlyLink(item, f"only a link, to {known.url}", known)
    text = headed(known.title, found.text)
    if len(text) > LIMIT:
        return Refused(item, f"a text of {len(text):,} characters, of which {LIMIT:,} are read")
    if _UNSOUND.search(text):
        text = _UNSOUND.sub("\ufffd", text)
        notes.append("signs that are no text were replaced")
    return Given(
        item=item, text=text, published=known.published, url=known.url, publisher=known.publisher,
        title=known.title, language=known.language, notes=tuple(notes),
    )  # fmt: skip


def headed(title: str | None, text: str) -> str:
    """The text with its title as first paragraph, once; a leading day stays what leads."""
    found = find_header(text)
    start = found[0].end if found else 0
    body = text[start:].lstrip() if found else text
    if title is None or _letters(body[: 2 * len(title) + 100]).startswith(_letters(title)):
        return text
    lead = f"{text[:start]}\n\n" if found else ""
    return f"{lead}{title}\n\n{body}"


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _line(value: str | None) -> str | None:
    """A name or a title on one line; None for what is none."""
    line = " ".join(_UNSOUND.sub("\ufffd", value or "").split())
    return line if 0 < len(line) <= _LONGEST else None


def _address(url: str | None) -> str | None:
    line = _line(url)
    return addresses.shown(line) if line and _WEB.match(line) else None
