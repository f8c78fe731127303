"""The outlet that something was said to or in: "told X", "on X", "in an interview with X"."""

from __future__ import annotations

import re

from groundcheck.model import Span
from groundcheck.readers.document import Document
from groundcheck.readers.frame import Frame
from groundcheck.readers.outlets import Outlet, outlet_at

_FRONT = 140
_BEHIND = 80
_TOLD = re.compile(
    r"\b(?:told|tells|telling|assured|informed)\s+|"
    r"\b(?:[Ii]nterview(?:ed)?|[Cc]omments?|[Rr]emarks|[Ss]tatement|[Ss]peaking|[Tt]alking|[Ww]riting|[Oo]p-ed|[Aa]rticle|[Ee]ssay|[Cc]olumn|[Cc]onversation)"
    r"\s+(?:with|to|for|in|on|by|via)\s+|"
    r"\b(?:carried|published|quoted|cited|broadcast|aired|relayed|reported|distributed|shown|run|interviewed)"
    r"(?:\s+as\s+saying)?(?:\s+(?:(?:late|early)\s+)?(?:on\s+)?\w+day)?\s+(?:by|on|in|to|via|through)\s+|"
    r"\b(?:admitted|confirmed|explained|confided|acknowledged|denied|said|spoke|complained|described|boasted|repeated|"
    r"stressed|conceded|insisted|wrote|bragged|declared|put\s+it|"
    r"(?:describ|boast|repeat|confirm|admit\w?|explain)ing)"
    r"(?:\s+(?:it|this|that))?\s+to\s+"
)
# These need words beside the name that tell what it is, or a name that tells by itself.
_ON = re.compile(r"\b(?:[Oo]n|[Ii]n|[Tt]o|[Bb]y|[Ww]ith|[Vv]ia|[Tt]hrough)\s+")
_TALKED_TO = re.compile(
    r"\b(?:received|told|joined|answered|(?:spoke|speaks|talked|talks|sat\s+down|interview\w*|conversation)\s+"
    r"(?:to|with|by|for|on))\s+"
)
_OUTLET = (
    r"(?P<outlet>(?:(?:al|el|an|ar|as|ash|az|at)-)?[A-ZÀ-Þ][\w'.&-]*(?:-[\w]+)?"
    r"(?: (?:of )?[A-ZÀ-Þ0-9][\w'.&-]*){0,3})"
)
_ASKED_BY = re.compile(
    rf"{_OUTLET}(?:\s+[a-z]+)?(?:'s\s+[A-Z][\w'.-]*(?:\s+[A-Z][\w'.-]*){{1,2}})?\s+"
    r"(?:spoke|talked|sat\s+down|caught\s+up|met|asked|interviewed|reached|put\s+\w+\s+questions)\b"
)
_BYLINE = re.compile(
    r"(?:^|\n)[ \t]*(?:[Ii]nterview(?:ed)?\s+)?[Bb]y\s+[A-ZÀ-Þ][\w'.-]*(?:\s+[A-ZÀ-Þ][\w'.-]*){1,3}"
    rf"(?:,|\s+for)\s+(?:the\s+)?{_OUTLET}[ \t]*(?=\n|$)"
)
# What may stand before "that": "said, as quoted by X, that", "said on X's radio that".
_ASIDE = re.compile(
    r",\s+(?:as\s+)?(?:writing|posting|speaking|talking|quoted|cited|interviewed|appearing|reported|carried|relayed)\s[^,.;\n]{3,80}|"
    r"(?:,?\s+(?:as|in|on|at|to|via|through|during)\s[^.;:\"\n]{3,100}?)(?=,?\s+that\b)"
)
_STOPS = ".\n;"


def medium_in(doc: Document, frame: Frame) -> str | None:
    """The outlet named with the cue, ``None`` where none is or it may be a person."""
    start = frame.header.start
    if frame.content.start >= start:
        front = max(0, start - _FRONT)
        start = max(front, *(doc.plain.rfind(stop, front, start) + 1 for stop in _STOPS))
    end = max(frame.header.end, frame.cue.end)
    aside = _ASIDE.match(doc.plain, end, min(len(doc.plain), end + _BEHIND))
    return _told(doc, Span(start, aside.end() if aside else end))


def _told(doc: Document, window: Span) -> str | None:
    for lead in _TOLD.finditer(doc.plain, window.start, window.end):
        outlet = _inside(doc, lead.end(), window)
        if outlet:
            return outlet.name
    for lead in _ON.finditer(doc.plain, window.start, window.end):
        outlet = _inside(doc, lead.end(), window)
        if outlet and outlet.aired:
            return outlet.name
    return None


def _inside(doc: Document, at: int, window: Span) -> Outlet | None:
    return outlet_at(doc, at) if at < window.end else None


def interviewed_by(doc: Document, intro: Span) -> str | None:
    """The outlet that an interview was given to, as its introduction or its byline has it."""
    for pattern in (_TALKED_TO, _ASKED_BY, _BYLINE):
        for match in pattern.finditer(doc.plain, intro.start, intro.end):
            at = match.start("outlet") if "outlet" in match.groupdict() else match.end()
            outlet = outlet_at(doc, at)
            if outlet:
                return outlet.name
    return None
