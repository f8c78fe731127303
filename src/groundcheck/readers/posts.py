"""Digests of posts: whose account each is, on which platform and on what day it was written.

A post begins with a head ("@account · 3 May · X", "Jane Roe on Facebook, 09:30:"), which holds
nothing but who, where and when; its words are direct, being the account's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundcheck.model import Span, When
from groundcheck.readers.document import Document, within
from groundcheck.readers.turn import Turn

_PLATFORM = re.compile(
    r"\b(?:Telegram|Twitter|Facebook|TikTok|Instagram|YouTube|VKontakte|VK|Truth\s+Social|Weibo|WhatsApp|Signal"
    r"|Threads|Mastodon|Bluesky|Viber|WeChat|LinkedIn|Reddit)\b|(?<![\w'.])X(?![\w'.-])"
)
_HANDLE = re.compile(r"(?<![\w.])@\w[\w.]*\w")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*(?:UTC|GMT|local|EET|[A-Z]{2,4}T))?", re.I
)
_HEAD = re.compile(
    r"^[ \t]*(?P<head>[^\n]{4,140}?)(?P<end>:[ \t*_]+(?=\S)|[ \t]*(?=\n|$)"
    r"|(?:(?<=\d )|(?<=[A-Z] ))(?:[·|•–—]|-{1,2})[ \t]+"
    r"(?=[\"“„«'‘]|[A-Z]\S*[ \t]+\w+[ \t]+\w))",
    re.MULTILINE,
)
_BESIDE = re.compile(
    r"[\W_]+|\b(?:on|via|at|in|of|posted|posts|wrote|writes|channel|account|post|page|public|official|verified"
    r"|thread|chat|group|says|said|by|from|the|edited|pinned|reposted|repost|views)\b|\d+[kKmM]?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^)]{2,60}\)")
_MOST_WORDS = 6
_FEWEST = 2


def find_posts(doc: Document) -> tuple[Turn, ...]:
    """The posts of a digest in order; none where the text is not one."""
    heads = [h for m in _HEAD.finditer(doc.plain) if (h := _head(doc, m)) is not None]
    if len(heads) < _FEWEST:
        return ()
    platforms = {m[0] for m in _PLATFORM.finditer(doc.plain, 0, heads[0][0].start)}
    usual = platforms.pop() if len(platforms) == 1 else None
    turns: list[Turn] = []
    nexts = [h[0].start for h in heads[1:]] + [len(doc.plain)]
    for (label, start, speaker), limit in zip(heads, nexts, strict=True):
        platform = _PLATFORM.search(doc.plain, label.start, label.end)
        medium = platform[0] if platform else usual
        span = Span(start, _end(doc.plain, start, limit))
        turns.append(Turn(span, label, speaker, label, medium, _day(doc, label, turns)))
    return tuple(turns)


def _head(doc: Document, match: re.Match[str]) -> tuple[Span, int, str] | None:
    """The head of a post, where its words begin, and whose account it is."""
    span = Span(match.start("head"), match.end("head"))
    words = match["head"]
    handle = _HANDLE.search(words)
    days = [d.span for d in within(doc.dates, span) if d.span]
    if not (handle or _PLATFORM.search(words)) or not (days or _CLOCK.search(words)):
        return None
    left = list(words)
    taken = [(d.start - span.start, d.end - span.start) for d in days]
    for pattern in (_BRACKETS, _HANDLE, _PLATFORM, _CLOCK):
        taken += [m.span() for m in pattern.finditer(words)]
    for start, end in taken:
        left[start:end] = " " * (end - start)
    name = " ".join(_BESIDE.sub(" ", "".join(left)).split())
    if len(name.split()) > _MOST_WORDS or not (name or handle) or (not name[:1].isupper() and name):
        return None
    named = next((n.core for n in within(doc.names, span) if n.kind == "person"), None)
    own = handle[0].lstrip("@") if handle else name
    return span, match.end("end"), named or name or own


def _end(text: str, start: int, limit: int) -> int:
    """A post ends with its paragraph, or with the one after a head in a line of its own."""
    body = start + len(text[start:limit]) - len(text[start:limit].lstrip())
    blank = text.find("\n\n", body, limit)
    return blank if blank >= 0 else limit


def _day(doc: Document, label: Span, before: Sequence[Turn]) -> When | None:
    """The day in the head; a time of day alone is on the day of the post before it."""
    for when in within(doc.dates, label):
        if when.start and when.end and (when.end - when.start).days == 1:
            return when
    return before[-1].said if before else None
