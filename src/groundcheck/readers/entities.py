"""The sources of a report as they become known: names, roles, and who may be whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WORD = re.compile(r"[a-z]+\b(?!'s)")
_OF = re.compile(r"\s(?:of|for|in|at|from|with|to|on|by|that|who|which|whose)\s[^,]*")
_DETERMINER = re.compile(
    r"^(?:the|a|an|one|some|its|his|her|their|another|that|this)\s+", re.IGNORECASE
)
# What an unnamed role may turn out to be: a word of the role, then words of the named one.
_ROLES = {
    role: frozenset(words.split())
    for role, words in {
        "general": "gen general marshal",
        "officer": "gen col lt maj capt cmdr adm colonel major captain lieutenant",
        "commander": "gen col lt maj commander chief brig",
        "official": "minister official governor head deputy mayor secretary adviser chief",
        "minister": "minister",
        "spokesman": "spokesman spokesperson",
        "spokeswoman": "spokeswoman spokesperson",
        "spokesperson": "spokesman spokeswoman spokesperson",
        "governor": "gov governor",
        "mayor": "mayor",
    }.items()
}
# A rank alone does not say which office its bearer holds.
_BY_RANK = re.compile(
    r"(?:(?:gen|col|lt|maj|brig|capt|adm|cmdr|general|colonel|lieutenant|major|brigadier|captain|admiral)\b\.?\s*)+",
    re.IGNORECASE,
)
_OFFICES = frozenset("spokesman spokesperson commander officer official general chief head".split())
_ARMED = re.compile(
    r"\b(?:armed|rebel|militant|insurgent|ethnic|paramilitary|separatist)\b", re.IGNORECASE
)
_ARMED_BODIES = frozenset("army front movement alliance council forces group militia".split())
_BODIES = frozenset(
    "group institute project organisation organization agency monitor observatory movement army "
    "broadcaster collective network".split()
)


@dataclass(slots=True)
class Entity:
    """A source as the report knows it so far; ``said`` collects every way it was described."""

    name: str
    sort: str
    at: int
    end: int = 0
    side: str = ""
    gender: str = ""
    said: list[str] = field(default_factory=list)

    def words(self) -> set[str]:
        """The lower-case words it was ever described with."""
        return {w for text in self.said for w in _WORD.findall(text.lower())}

    def heads(self) -> set[str]:
        """Those words that name it itself: "commander" of "the commander of the army"."""
        return {w for text in self.said for w in _WORD.findall(_OF.sub("", text.lower()))}


@dataclass(frozen=True, slots=True)
class Source:
    """A resolved source: the name to print, and the party that it speaks for, if known."""

    name: str
    side: str = ""
    sort: str = "body"


def could_be(unnamed: Entity, named: Entity) -> bool:
    """Whether a role that was first left unnamed fits the one who is named later."""
    have = named.words()
    if unnamed.side and named.side and unnamed.side != named.side:
        return False
    if named.sort == "person":
        if _BY_RANK.fullmatch(named.said[0].removesuffix(named.name)):
            return bool(unnamed.heads() & _OFFICES)
        return any(have & _ROLES.get(word, frozenset()) for word in unnamed.words())
    if "group" in unnamed.words() and _ARMED.search(unnamed.said[0]):
        return bool(named.side) and bool(have & _ARMED_BODIES)
    return bool(unnamed.words() & have & _BODIES)


def surface(words: str) -> str:
    """The words without their article and without what only describes further."""
    head = words.split(",", maxsplit=1)[0]
    return _DETERMINER.sub("", head).strip(" .:;") or words
