"""What a capture claim says of one place: who took or left it, and how much the words commit to.

A point on a map can be held against "took the town", not against "entered it", "took a village
near it" or "may have taken it". Whatever says less than that is named as the reason why a
finding only depends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from groundcheck.model import Claim, Place, Span
from groundcheck.readers.predicates import Predicate, predicates_in

Role = Literal["takes", "loses"]

_PARTIAL = re.compile(
    r"enter|reach|mov(?:ed|ing|e) into|cross|roll|march|push|tighten|surround|be in|raised|storm|"
    r"swept|regroup|redeploy|evacuat",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not|never|no|nor|neither|untrue|false|wrongly|incorrectly|den(?:y|ies|ied|ying)|refut\w+|"
    r"correction|earlier\s+entry|retract\w*|fail(?:s|ed|ing)?\s+to|fake|hoax)\b|n['’]t\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:(?-i:may)|might|could|would|will|shall|should|must|if|whether|unless|try|tries|tried|"
    r"trying|attempt\w*|aim(?:s|ed|ing)?|plan(?:s|ned|ning)?|order(?:s|ed)?|seek(?:s|ing)?|want(?:s|ed)?|"
    r"hop(?:e|es|ed|ing)|vow\w*|pledg\w+|threat\w*|likely|possibl[ey]|probabl[ey]|appear\w*|"
    r"about\s+to|close\s+to|ready\s+to|offensive|operation\s+to|command\s+to|risk\w*|nearly|almost)\b",
    re.IGNORECASE,
)
_FIGHTING = re.compile(r"\b(?:fighting|battles?|clashes|fought)\b", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:parts?|most|half|some|much|all\s+but|outskirts|edges?|centre|center|districts?|quarters?|"
    r"suburbs?|neighbou?rhoods?|streets?|positions?|heights?|hills?|villages|settlements|areas?|"
    r"airport|airfield|station|bridge|plant|mine|mill|base|headquarters|command|garrison|post|"
    r"checkpoint|hall|palace|road|highway|ground|territory|direction)\b",
    re.IGNORECASE,
)
# "the town of X": words that only say what X is.
_TITLE = re.compile(
    r"\b(?:towns?|cit(?:y|ies)|villages?|settlements?|hamlets?|communit(?:y|ies)|strongholds?|"
    r"hubs?|fortress(?:es)?|capital|ports?)\s+(?:of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_TITLE_ANYWHERE = re.compile(r"\b(?:villages?|settlements?)\s+of\b", re.IGNORECASE)
_NAME = r"[^\W\d_a-zа-яіїєґ][\w'’ʼ-]*"
_LIST = re.compile(rf"(?:{_NAME}(?:\s+{_NAME})*\s*(?:,|,?\s+and)\s+)+$")
_PLACING = re.compile(
    r"\b(?:in|at|near|around|outside|inside|beyond|along|west|east|north|south|\w+east|\w+west|"
    r"towards?|to|into|for|between|beside|of|from|over|on|off|after|before|since|until|by)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"^\s+(?:of|over)\b", re.IGNORECASE)
_OUT_OF = re.compile(r"\s+(?:(?:back|out)\s+)?(?:from|of)\b", re.IGNORECASE)
_PART_AFTER = re.compile(
    r"['’]s\s+(?!fall|capture|loss|liberation)\w+|[\s-]+(?:airport|airfield|station|bridge|"
    r"district|front|axis|sector|direction|area|community|suburbs?|outskirts|offensive|pocket|"
    r"border|road|highway|group|reservoir|dam)\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)

_OPEN = "what is said to have happened there, since the words "
SEVERAL, LEFT_OUT = f"{_OPEN}name more than one", f"{_OPEN}leave it out"
"""Why what the words say may be less: they name several things, or none that is known here."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the words say that the actor did at the place.

    ``less`` is the reason why they commit to less than that the place changed hands, ``""``
    where they are plain. ``inferred`` is true where the actor follows from the context only,
    ``located`` where the place only says where something lies.
    """

    role: Role
    less: str = ""
    inferred: bool = False
    located: bool = False


def says_part(text: str) -> bool:
    """Whether the words speak of a part of a place, or of something in it."""
    return bool(_SOME.search(_TITLE_ANYWHERE.sub("", text)))


def said_of(claim: Claim, place: Place) -> Said:
    """What the claim says of one of its places."""
    found = [
        match
        for match in predicates_in(claim.text, _whole(claim.text))
        if match.kind in ("capture", "change") and match.role in ("takes", "loses", "falls")
    ]
    roles = {"loses" if match.role == "loses" else "takes" for match in found}
    role: Role = "loses" if roles == {"loses"} else "takes"
    inferred = any(_without_agent(claim, match) for match in found)
    if len(roles) != 1:
        return Said(role, SEVERAL if roles else LEFT_OUT, inferred)
    at = claim.text.find(place.text)
    located = at >= 0 and not _is_object(claim.text, at, place, found)
    return Said(role, _less(claim, place, found, located), inferred, located)


def _whole(text: str) -> Span:
    return Span(0, len(text))


def _less(claim: Claim, place: Place, found: list[Predicate], located: bool) -> str:
    text = claim.text
    if text.rstrip().endswith("?"):
        return "the answer, since the words are a question"
    if claim.certainty != "denied" and _DENIAL.search(text):
        return "what is denied, since the words hold a “not”"
    if claim.certainty == "hedged" or _MEANT.search(text):
        return "whether it was done, since the words say only that it may be or was meant"
    if place.text not in text:
        return "which place is meant, since the words do not name it"
    if located:
        return f"what is meant, {place.name} itself or something in or near it"
    if all(_PARTIAL.search(match.text) for match in found):
        return f"how much of it is meant: “{found[0].text}” is less than all of it changing hands"
    return "who won, since the words speak of fighting" if _FIGHTING.search(text) else ""


def _is_object(text: str, at: int, place: Place, found: list[Predicate]) -> bool:
    """Whether the place itself was taken or left, and is not only where something lies."""
    if _PART_AFTER.match(text, at + len(place.text)):
        return False
    lead = _TITLE.sub("", _LIST.sub("", text[:at]))
    done = [match for match in found if match.span.end <= len(lead)]
    if done:
        between = _OF.sub("", lead[done[-1].span.end :])
        if done[-1].role == "loses":
            between = _OUT_OF.sub("", between, count=1)
    else:
        between = " ".join(re.split(r"[,;:]", lead)[-1].split()[-4:])
    return not _PLACING.search(between) and not _SOME.search(between)


def _without_agent(claim: Claim, match: Predicate) -> bool:
    """Whether the words leave out who did it: "was retaken", "had fallen"."""
    passive = match.role == "falls" or _PASSIVE.search(claim.text[: match.span.start])
    words = (claim.actor or "").lower().split()
    return bool(passive) and not any(word[:5] in claim.text.lower() for word in words)
