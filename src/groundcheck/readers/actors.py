"""Who does it: states, armies and groups as a report names them, as short English names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from groundcheck.geo.states import StateMention, state_of
from groundcheck.model import Span
from groundcheck.readers.actor_names import (
    ActorMention,
    army_of,
    country_name,
    government_of,
    known_actors,
    known_pattern,
    police_of,
)
from groundcheck.readers.actor_words import ANY_GROUP, GENERIC
from groundcheck.readers.document import Document
from groundcheck.readers.introduced import introduced
from groundcheck.readers.sections import Sections

_AFTER_STATE = re.compile(
    r"(?:'s)?\s+(?:(?!and\b|of\b|in\b|that\b|to\b)[\w'-]+\s+){0,3}?(?:forces|troops|army|military|soldiers?|servicemen|"
    r"units?|command|general\s+staff|fighters?|militants?|paratroopers|marines|infantry|brigades?|"
    r"assault\s+groups|generals?|junta|regime|government|navy|air\s+force|side|authorities|men|"
    r"guards?|detachments?|formations?|vehicles|columns|offensive|advance|occupiers|defenders|"
    r"milbloggers|commanders?|gains?|losses|advances?|attacks?|strikes?|push|assaults?|drones?|missiles?|shelling|hands|control|occupation|rule|ministry\s+of\s+defen[cs]e|"
    r"defen[cs]e\s+ministry)\b",
    re.IGNORECASE,
)
_RULERS = re.compile(r"\s+(?:regime|junta|government|authorities)\b")
_HELD = re.compile(r"-(?:held|controlled|occupied|administered)\b", re.IGNORECASE)
_ARMY_WORD = re.compile(
    r"\b(?:army|military|armed\s+forces|troops|soldiers|generals?|garrison|forces|junta)\b",
    re.IGNORECASE,
)
_LOWER_PEOPLE = re.compile(r"\b[a-z]{3,}(?:ian|an|i|ese)s\b")
_SHORT_NAME = 6
_OWN_MEN = re.compile(r"\s+(?:soldiers|troops|forces|fighters|members|administration)\b")
_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?(?=[A-Z])")
_LED = re.compile(
    r"\b[A-Z][\w.]*-led\s+(?:[a-z]\w*\s+){0,2}?(?:coalition|alliance|force|forces|mission|intervention)\b"
)
_TRANSLATED = re.compile(r"\b(?:translat\w+(?:\s+from)?|in|from)\s+(?:the\s+)?$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|its|this|that)\s+(?:[\w'.]+-(?:backed|led|allied|linked|aligned|supported|trained|armed|affiliated)\s+)?"
    r"(?:(?:armed|rebel|militant|islamist|jihadist|extremist|insurgent|paramilitary|terrorist|shi'?ite|sunni)\s+)?$",
    re.IGNORECASE,
)
_DETERMINED = 48


def find_actors(doc: Document) -> tuple[ActorMention, ...]:
    """Every mention of an actor in the order of the text, none inside another."""
    named = _said(doc, _apart([*_states(doc), *_groups(doc)]))
    home = home_of(doc, named)
    interstate = is_interstate(named, home)
    if not interstate:
        named = [_own_army(m) if m.country == home else m for m in named]
    generic = [m for m in _generic(doc, home, interstate) if not _overlaps(named, m.span)]
    return tuple(_follow_groups(doc, _apart([*named, *generic])))


def _said(doc: Document, found: list[ActorMention]) -> list[ActorMention]:
    """Those that a sentence speaks of: the country of a dateline does nothing."""
    return [m for m in found if _in_a_sentence(doc, m.span.start)]


def _in_a_sentence(doc: Document, at: int) -> bool:
    index = bisect_right(doc.sentences, at, key=lambda s: s.start) - 1
    return index >= 0 and at < doc.sentences[index].end


def home_country(doc: Document) -> str:
    """The country that the report is about, "" if none: most of its regions lie there.

    A region counts for a country that the report also names, if it names one at all: a name of a
    few letters may be that of a region far away. Without regions the countries named decide.
    """
    regions = Counter(p.id[:2] for p in doc.places if re.match(r"[A-Z]{2}-", p.id))
    named = Counter(p.id for p in doc.places if p.kind == "country")
    named.update(s.country for s in doc.states if not _is_language(doc, s))
    surely = Counter({c: n for c, n in regions.items() if n > 1 or c in named})
    counts = surely or named or regions
    return min(counts, key=lambda c: (-counts[c], -named[c], c)) if counts else ""


def home_of(doc: Document, mentions: Sequence[ActorMention]) -> str:
    """The same, or the country of its parties where the report itself names no place in it."""
    countries = Counter(m.country for m in mentions if m.country)
    return home_country(doc) or (countries.most_common(1)[0][0] if countries else "")


def _is_language(doc: Document, state: StateMention) -> bool:
    """Whether the adjective of a nation names a tongue: "translated from French", "in Arabic"."""
    if state.how != "demonym":
        return False
    span = state.span
    lead = doc.plain[max(0, span.start - 24) : span.start]
    noun = re.match(r"\s*(?:$|[^\w\s'-])", doc.plain[span.end : span.end + 4])
    return bool(noun and _TRANSLATED.search(lead))


def roams(doc: Document) -> bool:
    """Whether a report goes through three countries or more, each in its turn."""
    countries = Counter(p.id[:2] for p in doc.places if p.id[2:3] in ("", "-"))
    return sum(n >= 2 for n in countries.values()) >= 3


def _apart(found: list[ActorMention]) -> list[ActorMention]:
    kept: list[ActorMention] = []
    for mention in sorted(found, key=lambda m: (m.span.start, -len(m.span))):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _overlaps(kept: list[ActorMention], span: Span) -> bool:
    at = bisect_right(kept, span.end, key=lambda m: m.span.start)
    return at > 0 and kept[at - 1].span.overlaps(span)


def _states(doc: Document) -> Iterator[ActorMention]:
    for match in _LOWER_PEOPLE.finditer(doc.plain):
        code = state_of(match[0][:-1].capitalize())
        if code:
            yield ActorMention(Span(*match.span()), country_name(code), "state", code)
    for state in doc.states:
        end = state.span.end
        held = _HELD.match(doc.plain, end)
        if held:
            span = Span(state.span.start, held.end())
            yield ActorMention(span, country_name(state.country), "state", state.country)
            continue
        if doc.plain[end : end + 1] == "-":
            continue
        owned = doc.plain[end : end + 2] == "'s"
        tail = _AFTER_STATE.match(doc.plain, end) if owned or state.how == "demonym" else None
        tail = tail or (_RULERS.match(doc.plain, end) if state.how == "capital" else None)
        if tail and "," not in tail[0]:
            end = tail.end()
        elif state.how == "demonym" and not _stands_alone(doc, state.span):
            continue
        sort = "army" if tail and _ARMY_WORD.search(tail[0]) else "state"
        span = Span(state.span.start, end)
        yield ActorMention(span, country_name(state.country), sort, state.country)


def _stands_alone(doc: Document, span: Span) -> bool:
    """Whether an adjective is used as a noun: "the Russians took"."""
    return doc.plain[span.end - 1] == "s" and not doc.plain[span.end : span.end + 1].isalnum()


def _own_army(mention: ActorMention) -> ActorMention:
    """Within one country its army is a party, told from the state."""
    if mention.sort != "army" or not mention.country:
        return mention
    return replace(mention, name=army_of(mention.country))


def _groups(doc: Document) -> list[ActorMention]:
    table, found = known_actors(), []
    for match in known_pattern().finditer(doc.plain):
        words = match[0]
        if words.isupper() or (len(words) > 3 and (words[0].isupper() or _is_word(words))):
            actor = table[words.lower()]
            found.append(ActorMention(Span(*match.span()), actor.name, actor.kind, actor.country))
    found += [
        ActorMention(Span(*m.span()), " ".join(m[0].split()), "group")
        for m in _LED.finditer(doc.plain)
    ]
    return found + list(introduced(doc, {m.span.start for m in found}))


def _is_word(name: str) -> bool:
    """Whether a name is one long word that reports also write small: "peshmerga"."""
    return " " not in name and len(name) > _SHORT_NAME


def is_interstate(found: Sequence[ActorMention], home: str) -> bool:
    """Whether states alone are the parties, so that "the army" of one is the state itself.

    A group that the other state has sent into the ``home`` country is no party of its own.
    """
    states = Counter(m.country for m in found if m.sort in ("state", "army"))
    leading = states.most_common(2)
    sides = {country for country, _ in leading}
    groups = Counter(
        m.name
        for m in found
        if m.sort in ("group", "government") and m.country not in sides - {home, ""}
    )
    if len(leading) < 2:
        return False
    if leading[1][1] < 2:
        return not groups and not any(m.sort == "loose" for m in found)
    return all(n < 2 for n in groups.values()) and groups.total() < leading[1][1]


def _generic(doc: Document, home: str, interstate: bool) -> Iterator[ActorMention]:
    """ "The army", "the rebels": of the country spoken of there."""
    named = sorted(
        [(s.span.start, s.country) for s in doc.states]
        + [
            (p.span.start, p.id[:2])
            for p in doc.places
            if p.span and re.match(r"[A-Z]{2}(?:-|$)", p.id)
        ]
    )
    settled, sections = interstate or not roams(doc), Sections(doc)
    states = {s.span.start: s.country for s in doc.states}
    for match in GENERIC.finditer(doc.plain):
        sort = "loose" if match.lastgroup in (None, "side") else match.lastgroup
        at = bisect_right(named, match.start(), key=lambda n: n[0])
        country = home if settled or not at else named[at - 1][1]
        country = (not interstate and sections.country(match.start())) or country
        of = _OF_STATE.match(doc.plain, match.end())
        owner = states.get(of.end(), "") if of else ""
        name = match[0].lower()
        if owner:
            name, country = country_name(owner), owner
        elif sort == "army":
            name = country_name(country) if interstate and country else army_of(country)
        elif sort == "police":
            name = police_of(country)
        elif sort == "state":
            name = country_name(country) or name
        elif sort == "government":
            name = country_name(country) if interstate and country else government_of(country)
        elif sort == "group" and not (
            _DEFINITE.search(doc.plain[max(0, match.start() - _DETERMINED) : match.start()])
            or _OWN_MEN.match(doc.plain, match.end())
        ):
            continue
        yield ActorMention(Span(*match.span()), _plural(name), sort, country)


_ONE_OF_THEM = ("gang", "rebel", "insurgent", "militant", "jihadist", "separatist", "guerrilla")


def _plural(name: str) -> str:
    return f"{name}s" if name.endswith(_ONE_OF_THEM) else name


_PARAMILITARY = ("paramilitary", "paramilitaries", "group", "militia", "movement")


def _follow_groups(doc: Document, mentions: list[ActorMention]) -> Iterator[ActorMention]:
    """ "The group", "the paramilitaries", "the council" are the one named last before.

    "The rebels" are the group that the report speaks of most, as soon as it has been named.
    """
    often = Counter(m.name for m in mentions if m.sort == "group" and m.name[0].isupper())
    last, main = "", ""
    by_word: dict[str, str] = {}
    heads: dict[str, ActorMention] = {}
    tails: dict[str, str] = {}
    for found in mentions:
        mention = found
        if mention.sort == "loose" and mention.name in ANY_GROUP and main:
            yield replace(mention, name=main, sort="group")
            continue
        if mention.sort != "group" or mention.name[0].isupper():
            if mention.sort == "group":
                words = doc.plain[mention.span.start : mention.span.end].lower().split()
                if " ".join(words) in tails:
                    mention = replace(mention, name=tails[" ".join(words)])
                tails |= {" ".join(words[i:]): mention.name for i in range(1, len(words) - 1)}
                last = mention.name
                main = last if often[last] >= often[main] else main
                by_word |= dict.fromkeys(last.lower().split(), last)
            heads[doc.plain[mention.span.start : mention.span.end].split()[-1].lower()] = mention
            yield mention
            continue
        if mention.name in heads:
            yield replace(heads[mention.name], span=mention.span)
            continue
        meant = last if mention.name in _PARAMILITARY else by_word.get(mention.name, "")
        if meant:
            yield replace(mention, name=meant)
