"""Towns and other named spots, known here by their spelling alone (``name:…``)."""

from __future__ import annotations

import re

from groundcheck.geo.choosing import LARGE
from groundcheck.geo.gazetteer import spelled
from groundcheck.model import Place
from groundcheck.readers.actor_names import ActorMention
from groundcheck.readers.document import Document
from groundcheck.text.names import Name

_BEFORE = re.compile(
    r"(?:\b(?:in|at|of|from|to|near|into|towards?|around|outside|inside|over|and|or|including|named|called|"
    r"west|east|north|south|town|city|village|settlement|port|hub|stronghold|fortress|today|"
    r"(?:captured?|capturing|seized?|seizing|took|take|taken|taking|retook|retake|retaken|recaptured?|"
    r"liberated?|freed|cleared|hold|holds|held|lost|lose|losing|surrendered|abandoned|stormed|occupied|"
    r"occupies|occupy|entered|enter|reached|reach|left|leave|quit|gave\s+up|shelled|attacked|besieged|"
    r"encircled|overran|overrun|recovered|regained|secured|conquered|defended|struck|bombed|vacated|controls?|controlled|rules?|ruled)(?:\s+the)?)|[,:]|['\"¤])\s+$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|of|from|at|near|to)\s+$")
_AFTER = re.compile(
    r"(?:,\s+[A-Z][\w'-]+){0,6}(?:,?\s+and\s+[A-Z][\w'-]+)?\s+(?:fell|has|had|have|is|are|was|were|remains?|front|axis|direction|community|communities|falls|falling|changed|belongs?)\b"
)
_ACTS = re.compile(
    r"\s+(?:said|says|told|tells|claimed|claims|wrote|writes|puts|counted|counts|reckons|shows|reported|estimates|estimated|launched|announced|"
    r"declared|vowed|denied|offered|ordered)\b|'s\s+(?:men|side|forces|army|troops|fighters|regime|government|count|figures|tables|\")",
    re.IGNORECASE,
)
_NOT_A_TOWN = re.compile(
    r"\b(?:University|Ministry|Street|Party|Union|Council|President|Minister|Agreement|Accord|Treaty|War|Day|Operation|Verdict|Correction|Toll|Outlook|"
    r"State|Region|Oblast|Sea|River|Dam|Christmas|Security|Euphrates|Tigris|Dnieper|Dnipro\s+River|Nile|Europe|Asia|Africa|West|East|North|South|Islam|Nations|Programme|Program|Bank|Cross)\b"
)


def find_towns(doc: Document, actors: tuple[ActorMention, ...]) -> tuple[Place, ...]:
    """Capitalised names that stand where a town would, and are nothing else we know.

    A large town of a country whose regions the report names is known wherever it stands.
    """
    taken = sorted(
        [a.span for a in actors]
        + [p.span for p in doc.places if p.span]
        + [s.span for s in doc.states]
        + [d.span for d in doc.dates if d.span]
    )
    people = {n.core.split()[-1] for n in doc.names if n.kind == "person" and n.title}
    people |= {n.core.split()[-1] for n in doc.names if _acts(doc, n)}
    ground = frozenset(p.id[:2] for p in doc.places if re.match(r"[A-Z]{2}-", p.id))
    towns: list[Place] = []
    at = 0
    for name in doc.names:
        while at < len(taken) and taken[at].end <= name.span.start:
            at += 1
        clash = at < len(taken) and taken[at].overlaps(name.span)
        if clash or not _may_be_town(doc, name, people):
            continue
        if not _stands_as_town(doc, name, towns) and not _is_known(name, ground):
            continue
        words = " ".join(name.core.split())
        towns.append(Place(name.span, name.text, f"name:{words}", words, "town"))
    return tuple(towns)


def _acts(doc: Document, name: Name) -> bool:
    """Whether a name speaks, has men or is given an office: no town does."""
    after = doc.plain[name.span.end : name.span.end + 24]
    return _ACTS.match(after) is not None


def _is_known(name: Name, ground: frozenset[str]) -> bool:
    return any(t.country in ground and t.population >= LARGE for t in spelled(name.core))


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
    if re.match(r"\s+(?:group|axis|of\s+forces)\b", text[name.span.end : name.span.end + 14]):
        return False
    owner = text[name.span.end : name.span.end + 2] == "'s"
    return not owner or _IN.search(text[: name.span.start][-8:]) is not None


def _stands_as_town(doc: Document, name: Name, towns: list[Place]) -> bool:
    text = doc.plain
    before = text[max(0, name.span.start - 24) : name.span.start]
    listed = bool(
        towns
        and towns[-1].span
        and re.fullmatch(r"\s*(?:,|and|or|, and|to)\s*", text[towns[-1].span.end : name.span.start])
    )
    if listed or _BEFORE.search(before):
        return True
    return bool(_AFTER.match(text, name.span.end)) or any(t.name == name.core for t in towns)
