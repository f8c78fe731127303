"""Towns and other named spots, known here by their spelling alone (``name:…``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from groundcheck.geo.gazetteer import named
from groundcheck.model import Place, Span
from groundcheck.readers.actor_names import ActorMention
from groundcheck.readers.document import Document, starting_within, within
from groundcheck.text.names import Name

_BEFORE = re.compile(
    r"(?:\b(?:in|at|of|from|to|near|into|through|along\s+with|and\s+with|towards?|around|outside|inside|over|across|named|called|"
    r"west|east|north|south|town|city|village|settlement|port|hub|stronghold|fortress|today|as\s+for|among(?:\s+them)?|"
    r"(?:captured?|capturing|seized?|seizing|took|take|taken|taking|retook|retake|retaken|retaking|recaptur\w+|"
    r"liberat\w+|free|freed|freeing|clear|cleared|clearing|hold|holds|held|lost|lose|losing|surrendered|abandoned|stormed|occupied|"
    r"occupies|occupy|entered|enter|entering|reached|reach|reaching|left|leave|leaving|quit|gave\s+up|giv(?:e|en|ing)\s+up|shell(?:ed|ing)|attack(?:ed|ing)|"
    r"besieg\w+|encircl\w+|overran|overrun|overrunning|recover(?:ed|ing)?|regain(?:ed|ing)?|secur(?:ed?|ing)|conquer(?:ed|ing)?|defend(?:ed|ing)?|"
    r"struck|strike|striking|bomb(?:ed|ing)|vacat\w+|evacuat\w+|controls?|controlled|rules?|ruled)(?:\s+the)?|"
    r"(?:attacks?|assaults?|advance|advanc\w+|offensive|shells|raids?|strikes?|march\w*|siege|fire|drive|push|bearing\s+down|closing\s+in)\s+on|by\s+way\s+of|via))\s+$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:\s\d{1,3}|\s(?:on|in)\s[\w ]{3,14})?\s*(?:,|and|or|,\s*and|,\s*or|to|&)\s+"
)
_LISTED = re.compile(r"(?:,|\s+and)\s+[A-Z]")
_LONGEST = 12
_FRONT = re.compile(r"(?:(?:North|South|East|West)(?:ern)? )?")
_BACK = re.compile(r"(?: (?:al|el|as|ash|an)-[A-Z]\w+)?")
_NOWHERE = Span(0, 0)
# "3,000 Rohingya" are people, "Los Zetas" a gang.
_COUNTED = re.compile(r"(?:\d|\b(?:hundred|thousand|million|dozens?\s+of|many|some|few))\s$")
_GANG = re.compile(r"(?:Los|Las)\s")
_IN = re.compile(r"\b(?:in|of|from|at|near|to|inside|outside|around|across|into)\s+$")
_AFTER = re.compile(
    r"(?:,\s+[A-Z][\w'-]+){0,6}(?:,?\s+and\s+[A-Z][\w'-]+)?\s+(?:fell|ha(?:s|d|ve)\s+(?:\w+ly\s+)?(?:been|fallen|changed|held|not|seen|come\s+(?:back\s+)?under|passed\s+(?:back\s+)?(?:in)?to)|passed\s+(?:back\s+)?(?:in)?to|(?:is|are|was|were)\s+(?:(?:\w+ly|now|still|also|not|again|itself|never)\s+)?(?:\w+e[dn]|in\s+(?:[\w']+\s+){1,3}(?:hands|control|flames|ruins|sight|range)|under|held|lost|ours|theirs|back|cut|the|a|home|free|won|gone|quiet|safe|calm|empty|hit|about|some|\d+)|remain(?:s|ed)?|(?:will|would|could|may|might|must|should)\s+be|front|axis|direction|community|communities|falls|falling|followed|lies|changed|c[ao]me\s+(?:again\s+)?under|belong(?:s|ed)?)\b"
)
_CHANGES_HANDS = (
    r"(?:,[^,.;:\n]{3,60},)?\s+(?:fell|falls|changed\s+hands|(?:has\s+|have\s+|had\s+)?(?:c[ao]me\s+(?:back\s+)?under|passed\s+into)\b|(?:(?:is|are|was|were|remain\w*|ha(?:s|ve|d)\s+(?:been|fallen)|(?:will|would|could|may|might)\s+be)\s+"
    r"(?:(?:\w+ly|now|still|also|not|again|back|firmly)\s+)*(?:captured|retaken|taken|recaptured|seized|liberated|freed|cleared|lost|held|besieged|encircled|"
    r"surrounded|overrun|abandoned|occupied|controlled|contested|entered|recovered|stormed|bombed|shelled|cut\s+off|ours|theirs|fallen|in\s+(?:\S+\s+){0,4}hands|under|part)))\b"
)
_IS_ONE = re.compile(
    _CHANGES_HANDS + "|"
    r",\s+(?:which|where|near|just|(?:some|about|roughly|around)\s+\d|\d+\s*(?:km|kilomet|mi))|"
    r",?\s+(?:the\s+(?:\w+\s+)?(?:capital|town|city|village|port|hub|stronghold)|a\s+(?:\w+\s+){0,2}(?:town|city|village|port|district|hamlet|neighbou?rhood|suburb|crossroads))\b|"
    r"(?:'s\s+(?:[a-z]+\s+)?|\s+)(?:bridge|airport|airfield|airbase|airstrip|camp|barracks|garrison|district|township|neighbou?rhood|suburb|quarter|"
    r"commune|village|town|city|junction|crossing|checkpoint|road|pass|hills?|heights|valley|dam|mine|plant|refinery|prison|port|"
    r"hospital|market|station|substation|pocket|sector|direction|salient|bridgehead|suburbs|outskirts|cent(?:re|er))\b"
)
_ACTS = re.compile(
    r"\s+(?:said|says|told|tells|claimed|claims|wrote|writes|puts|counted|counts|reckons|shows|reported|estimates|estimated|launched|announced|"
    r"declared|vowed|denied|offered|ordered)\b|'s\s+(?:men|side|forces|army|troops|fighters|regime|government|count|figures|tables|\")",
    re.IGNORECASE,
)
_NOT_A_TOWN = re.compile(
    r"\b(?:God|Allah|Dam$|University|Ministry|Street|Party|Union|Council|President|Minister|Agreement|Accord|Treaty|War|Day|Operation|Verdict|Correction|Toll|Outlook|"
    r"State|Region|Oblast|Sea|River|Christmas|Security|Euphrates|Tigris|Dnieper|Dnipro\s+River|Nile|Europe|Asia|Africa|West|East|North|South|Islam|Nations|Programme|Program|Bank|Cross)\b"
)


def find_towns(doc: Document, actors: tuple[ActorMention, ...]) -> tuple[Place, ...]:
    """Capitalised names that stand where a town would, and are nothing else we know.

    One that stands so anywhere is a town wherever it is named, and so are those in a list with
    it. A town of a country that the report speaks of needs no such words.
    """
    ground = _ground(doc)
    names = [n for n in _candidates(doc, actors) if not _GANG.match(n.core) or _is_known(n, ground)]
    heads = {sentence.start for sentence in doc.sentences}
    inside = {n.core for n in names if n.span.start not in heads}
    # A word at a sentence's head may be any: "Ministers", "Cholera".
    names = [n for n in names if n.core in inside or _is_a_name(doc, n)]
    shown = {n.core for n in names if _stands_as_town(doc, n) or _is_known(n, ground)}
    shown |= {n.core for n in names if within(doc.places, n.span)}
    for group in _lists(doc, names):
        if any(not isinstance(one, Name) or one.core in shown for one in group):
            shown.update(one.core for one in group if isinstance(one, Name))
    return tuple(
        Place(n.span, n.text, f"name:{words}", words, "town")
        for n in names
        if n.core in shown and (words := " ".join(n.core.split()))
    )


def _is_a_name(doc: Document, name: Name) -> bool:
    known = " " in name.core or "-" in name.core or named(name.core).exact
    return bool(
        known or _IS_ONE.match(doc.plain, name.span.end) or _LISTED.match(doc.plain, name.span.end)
    )


def _candidates(doc: Document, actors: tuple[ActorMention, ...]) -> Iterator[Name]:
    taken = sorted(
        [a.span for a in actors]
        + [p.span for p in doc.places if p.span and not _is_part(doc, p)]
        + [s.span for s in doc.states]
        + [d.span for d in doc.dates if d.span]
    )
    people = {n.core.split()[-1] for n in doc.names if n.kind == "person" and n.title}
    people |= {n.core.split()[-1] for n in doc.names if _acts(doc, n)}
    at = 0
    for name in doc.names:
        while at < len(taken) and taken[at].end <= name.span.start:
            at += 1
        clash = at < len(taken) and taken[at].overlaps(name.span)
        if not clash and _may_be_town(doc, name, people):
            yield name


def _is_part(doc: Document, known: Place) -> bool:
    """Whether a known name only begins or ends another one: "Marib al-Wadi", "Western Tigray"."""
    place = known.span
    if place is None or known.kind == "country":
        return False
    for name in starting_within(doc.names, Span(max(0, place.start - _LONGEST), place.end)):
        core = Span(name.span.end - len(name.core), name.span.end)
        if name.kind != "proper" or not core.contains(place) or core == place:
            continue
        front, back = doc.plain[core.start : place.start], doc.plain[place.end : core.end]
        return bool(_FRONT.fullmatch(front) and _BACK.fullmatch(back))
    return False


def _lists(doc: Document, names: Sequence[Name]) -> Iterator[list[Name | Place]]:
    """Names that stand in a list, "A, B and C", with the places between them."""
    places = [p for p in doc.places if p.span and p.kind != "country"]
    items: list[Name | Place] = sorted([*names, *places], key=lambda one: one.span or _NOWHERE)
    group: list[Name | Place] = []
    joined = ""
    for one in [*items, None]:
        between = doc.plain[_end(group[-1]) : _start(one)] if group and one else ""
        if one and group and len(between) < 26 and _BETWEEN.fullmatch(between):
            group.append(one)
            joined += between
            continue
        # "In Kyiv, Zelensky" is no list: one has an "and" in it, or three names.
        if len(group) > 2 or (len(group) == 2 and joined.strip() != ","):
            yield group
        group, joined = [one] if one else [], ""


def _start(one: Name | Place) -> int:
    return one.span.start if one.span else 0


def _end(one: Name | Place) -> int:
    return one.span.end if one.span else 0


def _acts(doc: Document, name: Name) -> bool:
    """Whether a name speaks, has men or is given an office: no town does ("doctors in X told")."""
    if _IN.search(doc.plain, max(0, name.span.start - 8), name.span.start):
        return False
    after = doc.plain[name.span.end : name.span.end + 24]
    return _ACTS.match(after) is not None


def _ground(doc: Document) -> frozenset[str]:
    """The countries that a report is of: those of its regions, else the ones that it names."""
    ground = frozenset(p.id[:2] for p in doc.places if re.match(r"[A-Z]{2}-", p.id))
    return ground or frozenset(p.id for p in doc.places if p.kind == "country")


def _is_known(name: Name, ground: frozenset[str]) -> bool:
    return any(country in ground for _, country in named(name.core).exact)


def _may_be_town(doc: Document, name: Name, people: set[str]) -> bool:
    if (
        name.title
        or name.kind in ("person", "body")
        or (name.core.isupper() and len(name.core) > 1)
    ):
        return False
    if name.core.split()[-1] in people or _NOT_A_TOWN.search(name.core):
        return False
    text = doc.plain
    if _COUNTED.search(text, max(0, name.span.start - 12), name.span.start):
        return False
    if re.match(r"\s+(?:group|axis|of\s+forces)\b", text[name.span.end : name.span.end + 14]):
        return False
    owner = text[name.span.end : name.span.end + 2] == "'s"
    return not owner or _IN.search(text[: name.span.start][-8:]) is not None


def _stands_as_town(doc: Document, name: Name) -> bool:
    before = doc.plain[max(0, name.span.start - 24) : name.span.start]
    return bool(
        _BEFORE.search(before)
        or _AFTER.match(doc.plain, name.span.end)
        or _IS_ONE.match(doc.plain, name.span.end)
    )
