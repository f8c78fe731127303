"""The list of feeds to watch, as a user writes it in TOML.

[[feed]]
url = "https://example.org/feed.xml"
publisher = "The Example"
every = "15m"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from groundcheck.errors import BadValue, UnreadableInput
from groundcheck.ledger.intake.web import is_address

_LENGTH = re.compile(r"(\d{1,5})\s*([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LEAST = 60
_KEYS = {"url", "publisher", "every"}


@dataclass(frozen=True, slots=True)
class Feed:
    """An address to ask ``every`` so many seconds; ``publisher`` goes before what it says."""

    url: str
    publisher: str | None = None
    every: int = 900


def read_feeds(path: Path) -> tuple[Feed, ...]:
    """The feeds of a list. Raises ``UnreadableInput`` and ``BadValue``, both naming the file."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        strerror: str | None = getattr(error, "strerror", None)
        reason = strerror.lower() if strerror else "not UTF-8"
        raise UnreadableInput(f"{path}: {reason}") from None
    return parse_feeds(text, str(path))


def parse_feeds(text: str, name: str) -> tuple[Feed, ...]:
    """The feeds of a list that is called ``name``. Raises ``BadValue``."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadValue(f"{name}: no TOML: {error}") from None
    tables = found.pop("feed", None)
    if found:
        raise BadValue(f"{name}: {min(found)!r} is not known; a list has [[feed]] alone")
    if not isinstance(tables, list) or not tables:
        raise BadValue(f"{name}: no [[feed]] in it")
    feeds: dict[str, Feed] = {}
    for number, table in enumerate(tables, start=1):
        feed = _feed(table, f"{name}: feed {number}")
        if feed.url in feeds:
            raise BadValue(f"{name}: feed {number}: its url was there before")
        feeds[feed.url] = feed
    return tuple(feeds.values())


def _feed(table: object, where: str) -> Feed:
    if not isinstance(table, Mapping):
        raise BadValue(f"{where}: wants a table")
    unknown = sorted(table.keys() - _KEYS)
    if unknown:
        raise BadValue(f"{where}: {unknown[0]!r} is none of {', '.join(sorted(_KEYS))}")
    url, publisher = table.get("url"), table.get("publisher")
    if not isinstance(url, str) or not is_address(url):
        raise BadValue(f"{where}: url: wants an http or https address")
    if publisher is not None and (not isinstance(publisher, str) or not publisher.strip()):
        raise BadValue(f"{where}: publisher: wants a name")
    return Feed(url, publisher and publisher.strip(), _length(table.get("every", "15m"), where))


def _length(written: object, where: str) -> int:
    found = _LENGTH.fullmatch(written.strip()) if isinstance(written, str) else None
    if found is None:
        raise BadValue(f'{where}: every: {written!r} is no length of time like "15m", "2h", "1d"')
    seconds = int(found[1]) * _SECONDS[found[2]]
    if seconds < _LEAST:
        raise BadValue(f"{where}: every: a server is asked once a minute at most")
    return seconds
