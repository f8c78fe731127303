"""The party that a speaker belongs to where the report only gives an office or a rank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groundcheck.model import Span
from groundcheck.readers.actor_names import ActorMention, army_of, country_name
from groundcheck.readers.actors import home_of, is_interstate
from groundcheck.readers.document import Document, within
from groundcheck.readers.turn import Turn

_MILITARY = re.compile(
    r"\b(?:general|gen|brig|brigadier|col|colonel|maj|major|capt|captain|lt|lieutenant|admiral|marshal|army|"
    r"military|armed\s+forces|joint\s+(?:\w+\s+)?(?:command|force|headquarters)|joint\s+task\s+(?:force|group)|"
    r"chief\s+of\s+staff|general\s+staff|(?:ministry\s+of\s+)?defen[cs]e(?:\s+ministry)?|high\s+command|"
    r"(?:operations|regional|naval)\s+command|spokes\w+\s+for\s+the\s+forces)\b",
    re.IGNORECASE,
)
_CIVIL = re.compile(
    r"\b(?:minister|ministry|prime\s+minister|premier|president|presidency|presidential|government|"
    r"cabinet|foreign\s+office)\b",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?:former|retired|ex-\w+|analyst|expert|historian|researcher|united\s+nations|u\.?n\.?|"
    r"european|western|american|nato|secretary-general|attorney|consul|rebel|defected|defector|"
    r"self-styled|observatory|monitor|institute|aide|veteran)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HomeSide:
    """The state whose war a report tells, as its army and as its government."""

    army: str
    state: str

    def of(self, words: str) -> str:
        """The side of somebody described by ``words``, "" where they do not show one."""
        if _OUTSIDE.search(words):
            return ""
        if _MILITARY.search(words):
            return self.army
        return self.state if _CIVIL.search(words) else ""


def home_side(doc: Document, actors: Sequence[ActorMention]) -> HomeSide:
    """The side of generals and ministers without a country: nobody's where two states fight."""
    country = home_of(doc, actors)
    if is_interstate(actors, country):
        return HomeSide("", "")
    armies = {a.name for a in actors if a.sort == "army"}
    if not country:
        return HomeSide("army" if "army" in armies else "", "")
    return HomeSide(army_of(country), country_name(country))


def guest_side(doc: Document, actors: Sequence[ActorMention], turns: Sequence[Turn]) -> str:
    """The side of the one who answers in an interview, by what its introduction says of him."""
    if not turns:
        return ""
    intro = Span(0, turns[0].label.start)
    for stretch in (turns[0].about, intro):
        parties = [a.name for a in within(actors, stretch) if a.sort not in ("enemy", "loose")]
        if parties:
            return parties[0]
    return home_side(doc, actors).of(doc.plain[intro.start : intro.end])
