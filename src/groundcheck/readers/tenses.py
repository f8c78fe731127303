"""Whether a clause tells of what is, of what was or happened, or of what will be."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["present", "state", "perfect", "past", "future"]

# Verbs of being, having and staying: in the present they tell how things stand.
_STAYING = (
    "remain hold control live sleep face need contribute yield account belong lie stand stay sit "
    "host house shelter number include consist comprise total own keep want occupy govern "
    "administer patrol dominate rule run serve speak represent suffer lack contain retain possess "
    "operate reside inhabit answer depend enjoy exist man garrison border overlook separate "
    "surround besiege encircle work fight shelter hide owe boast field employ read put"
).split()
_PRESENT = (
    r"(?:is|are|am|isn't|aren't|does|do|has|have|haven't|hasn't|make\s+up|makes\s+up|"
    + "|".join(f"{verb}s?" for verb in _STAYING)
    + ")"
)
PARTICIPLE = (
    r"(?:\w{2,}ed|been|become|taken|retaken|fallen|lost|held|left|won|fled|gone|come|made|seen|got|"
    r"driven|thrown|cut|put|sent|begun|broken|brought|built|burnt|caught|chosen|dealt|died|done|"
    r"drawn|fought|found|given|grown|hit|kept|laid|led|let|met|overrun|overtaken|paid|risen|run|said|set|shot|"
    r"shown|spent|split|stood|struck|swept|told|withdrawn|written)"
)
_ADVERB = (
    r"(?:(?:also|now|still|already|not|never|only|just|since|so\s+far|both|all|each|\w+ly)\s+)*"
)
# Participles after "were" that tell how somebody stood, not what befell them.
_STANDING = (
    r"(?:left|displaced|deployed|stationed|based|trapped|stranded|besieged|surrounded|encircled|"
    r"located|dug|situated|staying|housed|sheltered|crammed|armed|controlled|held|occupied|governed|\w{3,}ing)"
)
_CLAUSE = re.compile(
    rf"\b(?P<future>(?:will|shall|would|could)\b|(?:is|are)\s+(?:due|set|scheduled|expected|planned)\s+to\b|"
    rf"(?:is|are)\s+to\s+\w+)|(?P<will>(?<=\w)'ll\b)"
    rf"|\b(?P<perfect>(?:has|have)\s+{_ADVERB}{PARTICIPLE})\b"
    rf"|(?P<contracted>(?<=\w)'ve\s+{_ADVERB}{PARTICIPLE})\b"
    rf"|\b(?P<state>(?:was|were|had)\s+{_ADVERB}(?:{_STANDING}\b|"
    rf"(?:thought|believed|said|reported|understood|known)\s+to\s+(?!have\s+{PARTICIPLE}\b)|(?!{PARTICIPLE}\b)))"
    rf"|\b(?P<present>{_PRESENT}|(?:may|might)\s+(?!have\b))\b|(?P<short>(?<=\w)'(?:re|ve)\b|(?<=\bit)'s\b|(?<=\bthere)'s\b)"
    rf"|\b(?P<past>was|were|had|{PARTICIPLE}|took|fell|held|stood|came|went|ran|rose|fled|gave|"
    rf"saw|drew|drove|flew|broke|began|got|kept|knew|withdrew|overran|did)\b",
    re.IGNORECASE,
)
_GROUPS: dict[str, Tense] = {
    "future": "future",
    "will": "future",
    "perfect": "perfect",
    "contracted": "perfect",
    "state": "state",
    "present": "present",
    "short": "present",
    "past": "past",
}


# A participle with what it goes with may only describe: "those besieged in the city are …".
_DESCRIBES = re.compile(
    r"\s+(?:in|by|at|on|inside|near|around|under|from|between|along)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|where)\b|[,;:]", re.IGNORECASE)


def tense_of(words: str) -> Tense | None:
    """The tense of a clause's first finite verb, ``None`` where it has none.

    "Were still 80 km away" is "state": past by itself, but present where somebody said so.
    """
    found = _CLAUSE.search(words)
    if found is None:
        return None
    if found["past"] and _DESCRIBES.match(words, found.end()):
        later = _CLAUSE.search(words, found.end())
        if later and not later["past"] and not _RELATIVE.search(words, found.end(), later.start()):
            found = later
    return _GROUPS[found.lastgroup or "past"]
