"""The name of an outlet behind a word such as "told" or "on": "the Israeli daily Haaretz"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundcheck.model import Span
from groundcheck.readers.document import Document, starting_within, within

_SORTS = (
    r"newspapers?|papers?|television|TV|radio|channels?|news\s+agency|agency|news\s+channel|news\s+site|magazine|daily|weekly"
    r"|broadcasters?|network|web\s?site|site|news|station|outlet|programme|program|podcast|media|wire\s+service|news\s+wire"
)
_AFTER = re.compile(rf"\s+(?:{_SORTS})\b")
_PROGRAMME = re.compile(r"'s\s+(?:[A-Z][\w-]*\s+){0,3}(?:programme|program|show|podcast)\b")
# What stands before a name: articles and small words that are neither prepositions nor verbs.
_BEFORE = re.compile(
    r"(?:(?!(?:in|at|on|from|near|by|with|of|for|to|and|that|how|what|about|as|when|while|where|which|who|after|before|during|is|was|his|her)\b)"
    r"[a-z][a-z-]*(?:'s)?(?:\s+|,\s+)(?:[\"“]\s?)?){0,4}"
)
_SORT = re.compile(rf"(?:{_SORTS})(?=\s|,)")
_NAME = re.compile(
    r"(?:(?:al|el|an|ar|as|ash|az|at)-)?[A-ZÀ-Þ][\w'.&-]*(?:-[\w]+)?"
    r"(?: (?:of )?[A-ZÀ-Þ0-9][\w'.&-]*){0,3}"
)
_PLATFORM = re.compile(
    r"(?:Telegram|X|Twitter|Facebook|TikTok|Instagram|YouTube|VKontakte|VK|Truth\s+Social|Weibo|WhatsApp|Signal|telegram)\b"
)
_OWN_CHANNEL = re.compile(
    r"(?:his|her|its|their)\s+(?:[a-z]+\s+){0,2}(?=(?:Telegram|X|Facebook|YouTube|Twitter)\b)"
)
# "The Telegram channel Dvor": the channel is the outlet, where it has a name.
_CHANNEL_OF = re.compile(r"\s+channel(?:\s+called)?,?\s+[\"“]?(?=[A-ZÀ-Þ])")
# Broadcasters that have no other name in many reports.
_AIR = re.compile(
    r"(?:(?:the|a)\s+)?(?P<outlet>(?:state|national|public|local|regional|military|government|army|rebel|opposition)"
    r"(?:-run|-owned|-controlled)?\s+(?:television|TV|radio|media))\b"
)
_ITS_AIR = re.compile(
    r"\s+(?:(?:state|public|national|military)\s+)?(?:television|TV|radio|media)\b"
)
# Words of an outlet's name; a capitalised pair without any of them may be a person.
_WORDS = re.compile(
    r"\b(?:News|TV|Radio|Television|Times|Post|Today|Live|Agency|Press|Journal|Daily|Weekly|Channel|Broadcasting|"
    r"Herald|Tribune|Guardian|Gazette|Telegraph|Observer|Standard|Monitor|Review|Mail|Sun|Star|Express|Voice|Pravda|FM|"
    r"Zvezda|Zeitung|Monde|Figaro|Arabiya|Jazeera|Mayadeen|Media|Online|Report|Chronicle|Independent|World|Newsmax|Sky|Fox|Dispatch|Courier|Courrier|Ledger|"
    r"Sentinel|Examiner|Globe|Inquirer|Mirror|Echo|Wire|Record|Insider|Bulletin|Canal|Kanal|Network|Gazeta|"
    r"Novosti|Noticias|Prensa|Presse|Diario|Nachrichten|Info|Portal|Magazine|Newspaper|Broadcast|Messenger|"
    r"Reporter|Correspondent|Digest|Line|Advocate|Nation|Citizen|People|Point|Tribuna|Depesche|Al-[A-Z]\w+)\b"
)
_ON_THE_AIR = re.compile(
    r"\b(?:News|TV|Radio|Television|Channel|Broadcasting|FM|Arabiya|Jazeera|Mayadeen|Times|Post|Herald|Tribune|Gazette)\b"
)
# Who is told something, but is no outlet.
_BODY = re.compile(
    r"\b(?:Councils?|Parliament|Congress|Senate|House|Assembly|Court|Commission|Committee|Nations|Ministry|Cabinet|"
    r"Knesset|Duma|Rada|Tribunal|Conference|Summit|Forum|Cell|Panel|Union|Bank|Office|Command|Embassy|Army|Force|Forces)\b|"
    r"^(?:UN|U\.N\.?|EU|NATO|AU|ECOWAS|OSCE|IMF)\b"
)
_PERSONAL = re.compile(
    r"\b(?:president|minister|general|gen\.|mr\.?|mrs\.?|king|secretary|chancellor|governor)\s*$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"'s\s+")
_DAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|That|On|In|He|She|It|They|The|January|February|March|April|May"
    r"|June|July|August|September|October|November|December"
)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet's name and how sure it is one: ``told`` where words beside it or in it say so.

    ``aired`` is for a name that tells by itself, wherever it stands ("Radio Harbour").
    """

    name: str
    told: bool
    aired: bool


def outlet_at(doc: Document, at: int) -> Outlet | None:
    """The outlet that the words from ``at`` on name, ``None`` where they may name another."""
    text, end = doc.plain, min(len(doc.plain), at + _LONGEST)
    air = _AIR.match(text, at, end)
    if air and not _NAME.match(text, air.end() + 1, end):
        return Outlet(air["outlet"], told=True, aired=True)
    told = False
    for _ in range(3):
        own = _OWN_CHANNEL.match(text, at, end)
        at = own.end() if own else at
        before = _BEFORE.match(text, at, end)
        lead, start = (before[0], before.end()) if before else ("", at)
        told = told or _SORT.search(lead) is not None
        platform = _PLATFORM.match(text, start, end)
        if platform:
            channel = _CHANNEL_OF.match(text, platform.end(), end)
            if channel:
                told, at = True, channel.end()
                continue
            name = platform[0]
            return Outlet(name.title() if name == "telegram" else name, told=True, aired=True)
        nation = _nation(doc, start)
        if nation is None:
            return _named(doc, start, end, told=told)
        own = _ITS_AIR.match(text, nation.end, end)
        if own and not _OWNED.match(text, nation.end):
            return Outlet(text[start : own.end()], told=True, aired=True)
        owner = _OWNED.match(text, nation.end)
        at = owner.end() if owner else nation.end + 1
    return None


def _nation(doc: Document, start: int) -> Span | None:
    """A nation whose outlet it is: "Israeli", "Kenya's"."""
    for state in starting_within(doc.states, Span(start, start + 1)):
        owned = _OWNED.match(doc.plain, state.span.end) is not None
        if owned or (
            state.how == "demonym" and doc.plain[state.span.end : state.span.end + 1] == " "
        ):
            return state.span
    return None


def _named(doc: Document, start: int, end: int, *, told: bool) -> Outlet | None:
    match = _NAME.match(doc.plain, start, end)
    name = _clean(match[0]) if match else ""
    span = Span(start, start + len(name))
    if not name or any(d.span.start == start for d in within(doc.dates, span) if d.span):
        return None
    known = told or _AFTER.match(doc.plain, span.end, end) is not None
    known = known or _PROGRAMME.match(doc.plain, span.end, end) is not None
    if _BODY.search(name) and not known and not _ON_THE_AIR.search(name):
        return None
    if known or _WORDS.search(name):
        return Outlet(name, told=True, aired=known or _ON_THE_AIR.search(name) is not None)
    return None if _is_another(doc, span, name) else Outlet(name, told=False, aired=False)


def _is_another(doc: Document, span: Span, name: str) -> bool:
    """Whether a name is a person's or a place's."""
    if _PERSONAL.search(doc.plain[max(0, span.start - 20) : span.start]):
        return True
    if any(n.title or n.kind == "person" for n in within(doc.names, span)):
        return True
    if any(p.span and p.span.overlaps(span) for p in within(doc.places, span)):
        return True
    last = name.rsplit(maxsplit=1)[-1]
    return any(n.title and n.core.split()[-1:] == [last] for n in doc.names if n.kind == "person")


def _clean(name: str) -> str:
    words = name.partition("'s ")[0].removesuffix("'s").rstrip(".,").split()
    while words and _DAYS.fullmatch(words[-1]):
        words.pop()
    return " ".join(words).rstrip(".,")
