"""Whose bulletin a text is, where it is one, and the days that it reports on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from groundcheck.dates.edtf import of_day
from groundcheck.model import Span, When
from groundcheck.readers.actor_names import ActorMention, country_name
from groundcheck.readers.document import Document, within
from groundcheck.readers.occasions import is_day
from groundcheck.readers.sides import home_side

_OFFICE = re.compile(
    r"\b(?:ministry\s+of\s+defen[cs]e|defen[cs]e\s+ministry|press\s+service|communication\s+service|general\s+staff|"
    r"armed\s+forces|(?:military|joint|high|supreme|general|regional|operations)\s+(?:\w+\s+)?command|command\s+post|"
    r"information\s+(?:office|department|desk|bureau)|(?:department|ministry|office|bureau)\s+of\s+"
    r"(?:information|public\s+affairs|media)|media\s+(?:office|department|centre|center|wing)|"
    r"military\s+(?:media|information|spokes\w+)|official\s+spokes\w+|spokes\w+'s\s+office|"
    r"press\s+(?:office|centre|center|release|statement))\b",
    re.IGNORECASE,
)
_ARMED = re.compile(r"\b(?:armed|command|staff|defen[cs]e|military)\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:our|we|enemy|adversary|invaders|opposing\s+side|terrorist)\b|\bunits\s+of\s+the\b",
    re.IGNORECASE,
)
_BULLETIN = re.compile(
    r"\b(?:summary|bulletin|reporting\s+period|update|briefing|communiqu[eé]|progress|situation|announcement|"
    r"statement|operations|bulletin|digest|review|round-?up|sitrep|(?:covers|covering)\s+the\s+period)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_DAY_LONG = re.compile(
    r"\b(?:24|twenty-four)[\s-]+hours?\b(?=[^.;]{0,40}?\b(?:to|until|till|ending|up\s+to|as\s+of)\b)",
    re.IGNORECASE,
)
_HEAD = 260
_OF_WHOM = 40
_NUMBER = re.compile(r"\b(?:No|Nr|Vol)\.\s")
_OPENING = 40
_LINE = 140


def issuer_of(doc: Document, actors: Sequence[ActorMention]) -> str:
    """The party that speaks in a bulletin headed by it or by its office, "" for other texts."""
    body = len(doc.plain) - len(doc.plain.lstrip())
    head = Span(body, min(len(doc.plain), body + _HEAD))
    office = _OFFICE.search(doc.plain, head.start, head.end)
    if not office or not _OWN.search(doc.unquoted, office.end()):
        return ""
    if not _is_heading(doc.plain, body, office):
        return ""
    title = doc.plain[head.start : office.end()]
    if re.search(r"\b(?:said|says|told|according)\b", title):
        return ""
    states = [s for s in within(doc.states, head) if abs(s.span.start - office.end()) < 90]
    if states:
        return country_name(states[0].country)
    named = [a for a in within(actors, Span(body, office.end() + _OF_WHOM)) if a.sort == "group"]
    if named:
        return named[0].name
    return home_side(doc, actors).army if _ARMED.search(office[0]) else ""


def _is_heading(text: str, body: int, office: re.Match[str]) -> bool:
    """Whether the office stands in a line of its own, or opens the text: not in a story's lead."""
    line_start = max(body, text.rfind("\n", 0, office.start()) + 1)
    line_end = text.find("\n", office.end())
    length = (line_end if line_end >= 0 else len(text)) - line_start
    line = _NUMBER.sub("", text[line_start : line_start + length])
    return office.start() - body <= _OPENING or (
        length <= _LINE and not re.search(r"[.!?]\s", line)
    )


def period_of(doc: Document) -> When | None:
    """The days that the heading of a bulletin covers, from one day to another."""
    body = len(doc.plain) - len(doc.plain.lstrip())
    head = Span(body, min(len(doc.plain), body + _HEAD))
    if not _BULLETIN.search(doc.plain, head.start, head.end):
        return None
    named = [w for w in within(doc.dates, head) if w.span]
    day_long = _DAY_LONG.search(doc.plain, head.start, head.end)
    if day_long:
        ends = next((w for w in named if _begins(w) >= day_long.end() and is_day(w)), None)
        return _day_before(ends) if ends else None
    return next((w for w in named if _DAYS.fullmatch(w.edtf or "")), None)


def _begins(when: When) -> int:
    return when.span.start if when.span else 0


def _day_before(ends: When) -> When | None:
    """The 24 hours that end on a day, as it and the day before."""
    if ends.start is None or ends.edtf is None:
        return None
    start = ends.start - timedelta(days=1)
    return replace(ends, edtf=f"{of_day(start)}/{ends.edtf}", start=start)
