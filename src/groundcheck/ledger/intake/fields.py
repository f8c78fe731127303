"""Which field of a JSON record is what: our own names, and those of corpora that are in use.

A mapping applies to a record that has all the fields it needs; the first that does is taken.
Sources: the AVeriTeC data set (Schlichtkrull and others 2023), CC-News and news-please, the answers
of NewsAPI.org, GDELT's DOC API, WordPress's REST API and JSON Feed 1.1, schema.org's NewsArticle,
and data sets of news on Hugging Face; hits of Elasticsearch are unwrapped first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from groundcheck.ledger.intake.making import Found
from groundcheck.ledger.intake.options import TARGETS, About

_DAY = ("published", "date", "published_at", "publication_date", "published_date",
        "date_published", "publish_date", "date_publish", "datePublished")  # fmt: skip
_WHERE = ("publisher", "domain", "source_domain", "source.name", "publication", "source", "site")
_COMMON: dict[str, tuple[str, ...]] = {
    "published": _DAY,
    "url": ("url", "link", "URL"),
    "publisher": _WHERE,
    "title": ("title", "headline"),
    "language": ("language", "lang"),
}
_SUMMARIES = ("description", "summary")
SUMMARY = "only a summary, not the whole text"
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
_TAIL = 50


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one kind of record. ``told`` are fields that go into notes, with a word."""

    needs: tuple[str, ...]
    paths: Mapping[str, tuple[str, ...]]
    told: Mapping[str, str] = field(default_factory=dict)
    day_first: bool = False


_KNOWN = (
    # AVeriTeC: the claim is a sentence that others attribute; its speaker never becomes text.
    _Names(
        ("claim", "claim_date"),
        {
            "text": ("claim",),
            "published": ("claim_date",),
            "url": ("original_claim_url",),
            "publisher": ("reporting_source",),
        },
        {"speaker": "the data set names as its speaker"},
        day_first=True,
    ),
    _Names(("text",), _COMMON | {"text": ("text",)}),
    _Names(("maintext",), _COMMON | {"text": ("maintext",), "published": ("date_publish", *_DAY)}),
    _Names(
        ("publishedAt",),
        _COMMON | {"text": ("content", *_SUMMARIES), "published": ("publishedAt",)},
    ),
    _Names(
        ("articleBody",),
        _COMMON
        | {
            "text": ("articleBody",),
            "published": ("datePublished",),
            "publisher": ("publisher.name", "publisher"),
            "title": ("headline", "name"),
            "language": ("inLanguage",),
        },
    ),
    _Names(
        ("content.rendered",),
        {
            "html": ("content.rendered",),
            "published": ("date_gmt", "date"),
            "url": ("link",),
            "title": ("title.rendered",),
        },
    ),
    *(
        _Names(
            (needed,),
            _COMMON
            | {
                "text": ("content_text",),
                "html": ("content_html",),
                "url": ("url", "external_url"),
            },
        )
        for needed in ("content_text", "content_html")
    ),
    _Names(("content",), _COMMON | {"text": ("content",)}),
    _Names(("article",), _COMMON | {"text": ("article",)}),
    _Names(("body",), _COMMON | {"text": ("body",)}),
    # GDELT and other lists of addresses: when a crawler saw a page is not when it was published.
    _Names((), _COMMON | {"text": _SUMMARIES}),
)


def listed(record: object) -> tuple[list[Any], About] | None:
    """The records in one that is a list of them, with what it says of all; None for any other.

    Such are the answers of NewsAPI, GDELT and Elasticsearch, and JSON feeds.
    """
    if not isinstance(record, dict) or _names(record).needs:
        return None
    found = next((each for each in map(record.get, ("articles", "items")) if each), None)
    found = found or _at(record, "hits.hits")
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        return None
    if "jsonfeed.org" not in str(record.get("version", "")):
        return found, About()
    return found, About(
        publisher=_name(record.get("title")), language=_name(record.get("language"))
    )


def read(record: Any, given: Mapping[str, str]) -> Found | str:
    """What a record says, or as a line why it is none. ``given`` are the user's own paths."""
    if not isinstance(record, dict):
        return "no JSON object with fields"
    if isinstance(record.get("_source"), dict):
        record = record["_source"]
    names = _names(record)
    said: dict[str, Any] = {}
    for target in TARGETS:
        paths = (given[target],) if target in given else names.paths.get(target, ())
        values = (_at(record, path) for path in paths)
        said[target] = next((value for value in map(_plain, values) if value is not None), None)
    asked = [target for target in ("text", "html") if target in given]
    if asked:
        # The user has said where the text stands, so no other field is tried for it.
        said |= dict.fromkeys({"text", "html"}.difference(asked))
        if not said["url"] and not any(said[target] for target in asked):
            return "nothing under " + " or ".join(repr(given[target]) for target in asked)
    return _found(record, names, said)


def _names(record: dict[str, Any]) -> _Names:
    return next(
        names for names in _KNOWN if all(_at(record, need) is not _NONE for need in names.needs)
    )


def _found(record: dict[str, Any], names: _Names, said: dict[str, Any]) -> Found | str:
    notes = [
        f"{word}: {value}"
        for path, word in names.told.items()
        if isinstance(value := _at(record, path), str) and value
    ]
    text = _text(said)
    if not text and not said["url"]:
        keys = ", ".join(repr(key[:40]) for key in list(record)[:6])
        return f"no field in it that is known to hold a text; it has {keys or 'none'}"
    if text and text in map(record.get, _SUMMARIES):
        notes.append(SUMMARY)
    if (cut := _CUT.search(text, max(0, len(text) - _TAIL))) is not None:
        text = text[: cut.start()]
        notes.append("the text is cut short where it comes from")
    return Found(
        text,
        said["published"],
        url=_name(said["url"]),
        publisher=_name(said["publisher"]),
        title=_name(said["title"]),
        language=_name(said["language"]),
        notes=tuple(notes),
        day_first=names.day_first,
    )


def _text(said: dict[str, Any]) -> str:
    text = said["text"]
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "\n\n".join(each for each in text if isinstance(each, str))
    if not isinstance(said["html"], str):
        return ""
    from groundcheck.ledger.intake.markup import visible_text  # noqa: PLC0415

    return visible_text(said["html"])


_NONE = object()


def _at(value: Any, path: str) -> Any:
    """What stands under a dotted path; a name that has dots itself is met first."""
    if isinstance(value, dict):
        if path in value:
            return value[path]
        first, _, rest = path.partition(".")
        return _at(value[first], rest) if rest and first in value else _NONE
    if isinstance(value, list):
        first, _, rest = path.partition(".")
        if first.isascii() and first.isdigit() and int(first) < len(value):
            return _at(value[int(first)], rest) if rest else value[int(first)]
    return _NONE


def _plain(value: Any) -> Any:
    """A text, a list or a number that says something; a day may be wrapped as in MongoDB."""
    if isinstance(value, dict):
        value = value.get("$date")
    # Tables that were turned into JSON have NaN, which equals nothing, where nothing stood.
    there = isinstance(value, (str, list, int, float)) and value not in ("", []) and value == value  # noqa: PLR0124
    return value if there else None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) else None
