"""What goes with a cue before its content: to whom, where, when, how ("told X on Friday that")."""

from __future__ import annotations

import re

from groundcheck.model import Span
from groundcheck.readers.document import Document, within

_CHANNEL = (
    r"(?:statement|post|posts|interview|speech|address|video|briefing|press\s+conference|news\s+conference|"
    r"message|report|bulletin|letter|broadcast|comment|comments|remarks|phone\s+call|update|summary|article|"
    r"tweet|communique|communiqué|note|telegram|ceremony|meeting|visit)"
)
_BITS = (
    re.compile(
        rf"\s*,?\s*(?:in|during|at|via|through|by)\s+(?:[\w'-]+\s+){{0,4}}?{_CHANNEL}(?:\s+{_CHANNEL})*\b"
    ),
    re.compile(
        r"\s*,?\s*(?:on|over|via)\s+(?:social\s+media|state\s+television|television|the\s+radio|his\s+\w+|its\s+\w+)\b"
    ),
    re.compile(
        r"\s*,?\s*(?:on|to|with|for|in|via)\s+(?:the\s+)?(?:[A-Z][\w'-]*)(?:\s+[A-Z][\w'-]*){0,3}(?:\s+(?:newspaper|television|radio|channel|agency|magazine|app|TV))?(?=\s*(?:,|that\b|on\b|late\b|[A-Z]\w+day\b|[.\"]|$|¤|:))"
    ),
    re.compile(
        r"\s*,?\s*(?:and\s+)?(?:carried|published|quoted|broadcast|aired|released|relayed|cited|distributed|reported|"
        r"posted|shared|shown|run|issued|made|given|sent|read\s+out)\s+(?:by|on|in|to|via|through)\s+(?:the\s+)?"
        r"(?:[a-z]+\s+){0,3}?[A-Z][\w'.-]*(?:\s+[A-Z][\w'.-]*){0,3}"
        r"(?:\s+(?:(?:news\s+)?agency|newspaper|television|radio|channel|TV|website|magazine|daily|site))?"
    ),
    re.compile(
        r"\s*,?\s*(?:and\s+)?(?:carried|published|broadcast|aired|released|issued|posted|distributed)\b(?!\s+\w+\s+that\b)"
    ),
    re.compile(r"\s*,?\s*by\s+(?:telephone|phone|e-?mail|text\s+message|video\s+link)\b"),
    re.compile(r"\s*,?\s*(?:speaking|asking|citing|quoting|insisting)\b[^,¤\"]*,?"),
    re.compile(r"\s*,?\s*(?:not\s+to\s+be\s+named|on\s+condition\s+of\s+anonymity)[^,¤\"]*,?"),
    re.compile(
        r"\s*(?:so|late|early|again|also|only|openly|publicly|separately|last\s+month|last\s+week|last\s+year|earlier\s+this\s+\w+|the\s+same\s+(?:day|evening|night))\b"
    ),
    re.compile(
        r"\s*(?:the\s+|a\s+)?(?:state|local|public|national|independent|regional)\s+"
        r"(?:television|radio|media|TV|news\s+agency|broadcaster)\b"
    ),
    re.compile(
        r"\s*(?:him|her|them|us|me|reporters|journalists|lawmakers|parliament|deputies|supporters|partners|the\s+(?:newspaper|agency|broadcaster|channel|BBC|AP)|(?:a|the)\s+(?:press|news)\s+conference)\b"
    ),
)
_TOLD_NAME = re.compile(
    r"\s+(?:the\s+)?(?:(?!in\b|at\b|on\b|from\b|that\b)[a-z][\w-]*\s+){0,3}?(?:[A-Z][\w'.-]*)(?:\s+(?:of\s+)?[A-Z0-9][\w'.-]*){0,4}"
    r"(?:\s+(?:newspaper|television|radio|channel|agency|magazine|daily|broadcaster|website|news|site|"
    r"station|outlet|paper|tv)){0,2}"
)
_THAT = re.compile(
    r"\s*,?\s*(?:that|how|whether)\b(?!\s+(?:day|night|month|year|is\s+to\s+say|is\s*,))"
)
_TOLD_THEM = re.compile(
    r"\s+(?:(?:an?|the|his|her|its|their|our|state|local|foreign|visiting|some|several|two)\s+)?(?:[\w'-]+\s+){0,4}?"
    r"(?:reporters|journalists|conference|briefing|television|TV|radio|media|parliament|council|crowd|meeting|rally|"
    r"channel|agency|newspaper|audience|committee|congress|assembly|lawmakers|deputies|supporters|diplomats|"
    r"troops|soldiers|officers|residents|listeners|viewers|station|broadcaster|magazine|daily|correspondent|team|"
    r"delegation|mediators|court|session|forum|summit|hearing|gathering|cabinet|nation|MPs|senators|cadets|"
    r"relatives|villagers|elders|worshippers|students|colleagues|interviewer|visitors|website|outlet|paper)\b"
    r"(?!\s+(?:is|was|are|were|had|has|have|that\s+(?:is|was)))"
)
_TELLING = ("told", "tells", "telling", "informed", "informs")
_DAY_LEAD = re.compile(r"\s*,?\s*(?:(?:on|in|at|by|late|early|during|over|the)\s+)*")


def header_end(doc: Document, start: int, limit: int) -> int:
    """Where the content begins after a cue that ends at ``start``; ``limit`` ends the sentence."""
    text, at = doc.unquoted, start
    telling = text[max(0, start - 7) : start].split()
    if telling and telling[-1].lower() in _TELLING:
        named = _TOLD_NAME.match(text, at, limit)
        if named and not _swallows_day(doc, named):
            at = named.end()
        elif named:
            at = named.start() + len(named[0].rsplit(" ", 1)[0])
        else:
            them = _TOLD_THEM.match(text, at, limit)
            at = them.end() if them else at
    moved = True
    while moved:
        moved = False
        day = _day_at(doc, at, limit)
        if day > at:
            at, moved = day, True
            continue
        for bit in _BITS:
            match = bit.match(text, at, limit)
            if match and match.end() > at:
                at, moved = match.end(), True
                break
    that = _THAT.match(text, at, limit)
    return that.end() if that else at


def _day_at(doc: Document, at: int, limit: int) -> int:
    """The end of a day that stands right here ("Thursday", "on Dec. 29"), else ``at``."""
    lead = _DAY_LEAD.match(doc.unquoted, at, limit)
    near = lead.end() if lead else at
    for when in within(doc.dates, Span(at, limit)):
        if (
            when.span
            and at <= when.span.start <= near
            and not when.text.lower().startswith(("since", "by ", "before"))
        ):
            return when.span.end
        break
    return at


def _swallows_day(doc: Document, named: re.Match[str]) -> bool:
    return any(
        when.span and when.span.end == named.end()
        for when in within(doc.dates, Span(*named.span()))
    )
