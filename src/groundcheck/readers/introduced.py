"""Groups and forces that a report introduces itself, whether or not any table has them.

"The Maute group", "militants of X", "a coalition known as X", "Rapid Support Forces (RSF)": the
words beside a name say that it is a party, and from there on the bare name is one too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from groundcheck.geo.states import state_of
from groundcheck.model import Span
from groundcheck.readers.actor_names import ActorMention, country_name
from groundcheck.readers.actor_words import FIGHTERS, FORCES, GENERIC
from groundcheck.readers.document import Document
from groundcheck.readers.predicates import predicates_in
from groundcheck.text.names import Name

_ARMED_BODY = re.compile(
    r"\b(?:Forces?|Army|Front|Movement|Brigades?|Militia|Alliance|Council|Division|Battalions?|Corps|"
    r"Guards?|Police|Command|Regiment|Legion|Cartel|Coalition|Resistance|Service|Task Force)$"
)
_CIVIL_BODY = re.compile(
    r"\b(?:Security|Refugee|European|Human|Air|Defen[cs]e\s+Council|Federation|Legislative|"
    r"National\s+Security|News|Press|World|Health|Information|Geological|Weather|Civil|"
    r"Communication|City|Provincial|Aid|Relief|Norwegian|Danish|Data)\b"
)
_ADJECTIVE = (
    r"(?:(?!(?:the|a|an|and|or|to|of|in|by|with|its|their|his|when|while|as|for|from|on|at|that)\b)"
    r"[a-z]+\s+)?"
)
_FIGHTERS_AFTER = re.compile(rf"\s+{_ADJECTIVE}{FIGHTERS}\b")
_FORCES_AFTER = re.compile(rf"\s+{_ADJECTIVE}{FORCES}\b")
_CALLED = re.compile(
    r"\b(?:known\s+as|called|calling\s+(?:itself|themselves)|named|dubbed)\s+(?:the\s+)?[\"']?$"
)
_FIGHTERS_BEFORE = re.compile(rf"\b{FIGHTERS}(?:\s+of(?:\s+the)?)?\s+[\"']?$")
_PARTIES = re.compile(rf"\b(?:{FIGHTERS}|coalition|alliance|armies|front|army|forces|brothers)\b")
_HAS_MEN = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|may|might|reportedly|said|thought|believed|estimated|to|some|about|around|"
    r"over|more|than|at|least|roughly|nearly|an|up|between))+\s+[\d,]+\s+(?:\w+\s+)?(?:members|fighters|men|"
    r"gunmen|combatants|militants)\b"
)
_ARMY = re.compile(
    r"(?:National\s+|Arab\s+)?(?:Army|Armed\s+Forces|Defen[cs]e\s+Forces?|Air\s+Force|Navy|Marines|Military)"
)
# Adjectives of faith, people and creed, which name no party without the noun behind them.
_CREED = re.compile(
    r"(?:Shi'?[ai]|Shi'?ite|Sunni|Alawite|Druze|Yazidi|Christian|Muslim|Buddhist|Hindu|Islamist|Jihadist|Salafist|"
    r"Salafi|Kurdish|Arab|Turkmen|Tuareg|Fulani|Dogon|Masalit|Zaghawa|Amhara|Oromo|Afar|Tigrayan|Hutu|Tutsi|Hema|Lendu|"
    r"Chechen|Serb|Tamil|Pashtun|Tajik|Uzbek|Hazara|Baloch|Rohingya|Karen|Kachin|Shan|Marxist|Maoist|Communist|Leftist|"
    r"Anglophone|Bedouin|Palestinian)"
)
_THE = re.compile(r"\b[Tt]he\s+$")
_WHERE = re.compile(r"\b(?:in|at|near|from|into|around|outside|across)\s+(?:the\s+)?$")
_RUN = re.compile(r"\s+(?:ran|run|had|have|fought|fight|attacked|ruled)\b")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9./-]{0,10}[A-Z0-9]s?\b")
_NEAR = 80


def introduced(doc: Document, known: set[int]) -> Iterator[ActorMention]:
    """The mentions of parties that only the report makes known; ``known`` starts are left out."""
    names = [n for n in _names(doc) if n.span.start not in known]
    located = {n.core for n in names if _WHERE.search(_lead(doc, n, 16))}
    located |= {p.text for p in doc.places}
    located |= {n.core.split()[-1] for n in names if " " in n.core}
    parties: dict[str, str] = {}
    shorts: dict[str, int] = {}
    for name in names:
        if _is_force(name):
            army = _army(name)
            if army:
                yield army
                continue
            parties[name.core] = name.acronym or name.core
            if name.acronym:
                shorts.setdefault(name.acronym, name.span.end)
            continue
        mention = _beside(doc, name, located)
        if mention:
            yield mention
            if mention.name == name.core:
                parties[name.core] = name.core
    for name in names:
        if name.core in parties:
            yield ActorMention(name.span, parties[name.core], "group")
    for match in _ACRONYM.finditer(doc.plain) if shorts else ():
        if match.start() >= shorts.get(match[0], len(doc.plain)):
            yield ActorMention(Span(*match.span()), match[0], "group")


def _army(name: Name) -> ActorMention | None:
    """ "The Lebanese Army": a nation's own army, however its name is written."""
    nation, _, rest = name.core.partition(" ")
    country = state_of(nation)
    if not country or not _ARMY.fullmatch(rest):
        return None
    return ActorMention(name.span, country_name(country), "army", country)


def _names(doc: Document) -> Iterator[Name]:
    """The names that may be a party's: no person's, and no word that only heads a sentence."""
    often = Counter(n.core for n in doc.names)
    heads = {s.start for s in doc.sentences}
    for name in doc.names:
        head = name.span.start in heads and " " not in name.core and often[name.core] == 1
        if name.kind != "person" and not head and not GENERIC.fullmatch(name.core):
            yield name


def _lead(doc: Document, name: Name, reach: int) -> str:
    return doc.plain[max(0, name.span.start - reach) : name.span.start]


def _is_force(name: Name) -> bool:
    """Whether the name's own last word says that it is an armed body."""
    core = name.core
    if name.kind != "body" or not _ARMED_BODY.search(core) or _CIVIL_BODY.search(core):
        return False
    return bool(" " in core or name.acronym) and not state_of(core)


def _beside(doc: Document, name: Name, located: set[str]) -> ActorMention | None:
    """The party that the words before or after a name make of it."""
    if any(state_of(word) for word in (name.core, *name.core.split()[1:])):
        return None
    after = _FIGHTERS_AFTER.match(doc.plain, name.span.end)
    force = None if after else _FORCES_AFTER.match(doc.plain, name.span.end)
    tail = after or force
    if tail:
        span = Span(name.span.start, tail.end())
        bare = after and name.core not in located and not _CREED.fullmatch(name.core)
        return ActorMention(
            span, name.core if bare else " ".join(span.of(doc.plain).split()), "group"
        )
    lead = _lead(doc, name, _NEAR)
    if name.core in located:
        return None
    if _FIGHTERS_BEFORE.search(lead) or (_CALLED.search(lead) and _PARTIES.search(lead)):
        return ActorMention(name.span, name.core, "group")
    if _HAS_MEN.match(doc.plain, name.span.end, name.span.end + 120):
        return ActorMention(name.span, name.core, "group")
    if _THE.search(lead) and name.core.endswith("s") and _acts(doc, name):
        return ActorMention(name.span, name.core, "group")
    return None


def _acts(doc: Document, name: Name) -> bool:
    """Whether a verb of holding, taking or losing follows at once: "the Tigers ran …"."""
    rest = Span(name.span.end, min(len(doc.plain), name.span.end + 24))
    found = predicates_in(doc.plain, rest)
    if _RUN.match(doc.plain, name.span.end):
        return True
    return (
        bool(found)
        and found[0].role in ("holds", "takes", "loses")
        and (len(doc.plain[name.span.end : found[0].span.start].split()) <= 1)
    )
