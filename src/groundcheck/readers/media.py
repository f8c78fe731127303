"""The outlet that something was said to or in: "told X", "on X", "in an interview with X"."""

from __future__ import annotations

import re

from groundcheck.model import Span
from groundcheck.readers.document import Document, within
from groundcheck.readers.frame import Frame

_OUTLET = (
    r"(?P<outlet>(?:(?:al|el|an|ar|as|ash|az|at)-)?[A-ZÀ-Þ][\w'.&-]*(?:-[\w]+)?"
    r"(?: (?:of )?[A-ZÀ-Þ0-9][\w'.&-]*){0,3})"
)
_KIND = (
    r"(?: (?:newspaper|television|TV|radio|channel|news agency|agency|magazine|daily|broadcaster"
    r"|website|news|station|outlet))"
)
_BEFORE = (
    r"(?:broadcaster|newspaper|agency|channel|station|magazine|website|outlet|daily|radio|paper) "
)
_FRONT = 140
_TOLD = re.compile(
    rf"\b(?:told|tells|telling)\s+(?:the\s+)?(?:(?!in\b|at\b|on\b|from\b|near\b)[a-z-]+\s+){{0,2}}?(?P<before>{_BEFORE})?"
    rf"{_OUTLET}(?P<kind>{_KIND}?)"
)
_IN = re.compile(
    rf"\b(?i:interview|comments?|remarks|statement|speaking|talking|writing)\s+(?:with|to|for|in|on|by)\s+(?:the\s+)?"
    rf"(?:(?!in\b|at\b|on\b|from\b|near\b)[a-z-]+\s+){{0,2}}?(?P<before>{_BEFORE})?{_OUTLET}(?P<kind>{_KIND}?)"
)
_ON = re.compile(
    r"\b(?:on|via|in)\s+(?:the\s+)?(?P<outlet>Telegram|X|Twitter|Facebook|TikTok|Instagram|YouTube"
    r"|VKontakte|VK|Truth Social|Weibo|WhatsApp|Signal|telegram)\b(?P<kind>)"
)
_CARRIED = re.compile(
    rf"\b(?:carried|published|quoted|cited|broadcast|aired|relayed|reported|distributed|shown|run)\s+"
    rf"(?:by|on|in|to|via|through)\s+(?:the\s+)?(?:(?!in\b|at\b|on\b)[a-z-]+\s+){{0,3}}?(?P<before>{_BEFORE})?"
    rf"{_OUTLET}(?P<kind>{_KIND}?)"
)
_REPORT_IN = re.compile(
    rf"\b(?:reports?|articles?|story|column|dispatch|piece)\s+(?:in|by|on)\s+(?:the\s+)?(?:[a-z-]+\s+){{0,2}}?"
    rf"(?P<before>{_BEFORE}){_OUTLET}(?P<kind>{_KIND}?)"
)
_TO = re.compile(
    rf"\b(?:admitted|confirmed|explained|confided|acknowledged|denied|said|spoke|complained)\s+to\s+(?:the\s+)?"
    rf"(?:[a-z-]+\s+){{0,2}}?{_OUTLET}(?P<kind>{_KIND}?)"
)
# Broadcasters of a state have no other name in many reports.
_STATE_AIR = re.compile(
    r"\b(?:told|tells|on|to|by|with)\s+(?P<outlet>state\s+(?:television|TV|radio))\b"
)
_ON_AIR = re.compile(rf"\b(?:on|in|to)\s+(?:the\s+)?{_OUTLET}(?P<kind>{_KIND})")
_ON_SUCH = re.compile(
    rf"\b(?:on|to|by|with)\s+(?:(?:the|an?)\s+)?(?:[\w-]+\s+){{0,2}}?(?P<before>{_BEFORE}),?\s*{_OUTLET}(?P<kind>{_KIND}?)"
)
_TALKED_TO = re.compile(
    rf"\b(?:received|told|joined|answered|(?:spoke|speaks|talked|talks|sat\s+down|interview\w*|conversation)\s+"
    rf"(?:to|with|by|for|on))\s+(?:the\s+)?{_OUTLET}(?P<kind>{_KIND}?)"
)
_ASKED_BY = re.compile(
    rf"{_OUTLET}(?P<kind>{_KIND}?)(?:'s\s+[A-Z][\w'.-]*(?:\s+[A-Z][\w'.-]*){{1,2}})?\s+"
    r"(?:spoke|talked|sat\s+down|caught\s+up|met|asked|interviewed|reached|put\s+\w+\s+questions)\b"
)
_BYLINE = re.compile(
    r"(?:^|\n)[ \t]*(?:[Ii]nterview(?:ed)?\s+)?[Bb]y\s+[A-ZÀ-Þ][\w'.-]*(?:\s+[A-ZÀ-Þ][\w'.-]*){1,3}"
    r"(?:,|\s+for)\s+"
    rf"(?:the\s+)?{_OUTLET}(?P<kind>{_KIND}?)[ \t]*(?=\n|$)"
)
# Words of an outlet's name; a capitalised pair without any of them may be a person.
_OUTLET_WORD = re.compile(
    r"\b(?:News|TV|Radio|Television|Times|Post|Today|Live|Agency|Press|Journal|Daily|Weekly|Channel|Broadcasting|"
    r"Herald|Tribune|Guardian|Gazette|Telegraph|Observer|Standard|Monitor|Review|Mail|Sun|Star|Express|Voice|Pravda|FM|"
    r"Zvezda|Zeitung|Monde|Figaro|Arabiya|Jazeera|Mayadeen|Media|Online|Report|Chronicle|Independent|World|Newsmax|Sky|Fox|Dispatch|Courier|Courrier|Ledger|"
    r"Sentinel|Examiner|Globe|Inquirer|Mirror|Echo|Wire|Record|Insider|Bulletin|Canal|Kanal|Network|Gazeta|"
    r"Novosti|Noticias|Prensa|Presse|Diario|Nachrichten|Info|Portal|Magazine|Newspaper|Broadcast|Messenger|"
    r"Reporter|Correspondent|Digest|Line|Advocate|Nation|Citizen|People|Point|Tribuna|Depesche|Al-[A-Z]\w+)\b"
)
_PERSONAL = re.compile(
    r"\b(?:president|minister|general|gen\.|mr\.?|mrs\.?|king|secretary|chancellor|governor)\s*$",
    re.IGNORECASE,
)


def medium_in(doc: Document, frame: Frame) -> str | None:
    """The outlet named with the cue, ``None`` where none is or it may be a person."""
    text = doc.plain
    start = frame.header.start
    if frame.content.start >= start:
        front = max(0, start - _FRONT)
        start = max(front, *(text.rfind(stop, front, start) + 1 for stop in ".\n;"))
    around = Span(start, max(frame.header.end, frame.cue.end))
    window = text[around.start : around.end]
    for pattern in (_TOLD, _IN, _ON, _ON_AIR, _ON_SUCH, _CARRIED, _REPORT_IN, _TO):
        match = pattern.search(window)
        if match and _is_outlet(doc, match, around.start):
            return _clean(match["outlet"])
    air = _STATE_AIR.search(window)
    return air["outlet"] if air else None


def interviewed_by(doc: Document, intro: Span) -> str | None:
    """The outlet that an interview was given to, as its introduction or its byline has it."""
    window = doc.plain[intro.start : intro.end]
    for pattern in (_TALKED_TO, _ASKED_BY, _BYLINE):
        for match in pattern.finditer(window):
            if _is_outlet(doc, match, intro.start):
                return _clean(match["outlet"])
    return None


def _is_outlet(doc: Document, match: re.Match[str], offset: int) -> bool:
    name = _clean(match["outlet"])
    span = Span(offset + match.start("outlet"), offset + match.start("outlet") + len(name))
    if not name or any(d.span.start == span.start for d in within(doc.dates, span) if d.span):
        return False
    if (
        match["kind"]
        or match.groupdict().get("before")
        or _OUTLET_WORD.search(name)
        or name in ("Telegram", "X", "telegram")
        or match.re is _ON
    ):
        return True
    if _PERSONAL.search(doc.plain[: span.start][-20:]) or any(
        n.title for n in within(doc.names, span)
    ):
        return False
    if any(p.span and p.span.overlaps(span) for p in within(doc.places, span)) or _is_known_person(
        doc, name
    ):
        return False
    return not any(n.kind == "person" for n in within(doc.names, span))


def _is_known_person(doc: Document, name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1]
    return any(n.title and n.core.split()[-1:] == [last] for n in doc.names if n.kind == "person")


def _clean(name: str) -> str:
    words = name.partition("'s ")[0].rstrip(".,").split()
    while words and re.fullmatch(
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|That|On|In|He|She|It|They|The", words[-1]
    ):
        words.pop()
    return " ".join(words).title() if name == "telegram" else " ".join(words)
