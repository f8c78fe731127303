"""Armed men who are in a place hold it: "its troops are still in the centre", "back in Velmora".

Only those who bear arms, or the state itself, hold ground by being there; and only where the
words name the ground: "the soldiers were in a convoy" says nothing of who holds what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.model import Kind, Span

_ARMED = (
    r"(?:troops|soldiers|fighters|forces|units|army|armies|military|paramilitar(?:y|ies)|rebels|insurgents|"
    r"militants|guerrillas|gunmen|militia|militias|militiamen|gangs|police|policemen|gendarmes|marines|"
    r"infantry|infantrymen|paratroopers|commandos|garrison|battalions?|brigades?|regiments?|columns?|"
    r"peacekeepers|mercenaries|jihadists|separatists|legionnaires|defenders|invaders|attackers|occupiers|"
    r"enemy|junta|regime|government|state|authorities|armed\s+men|men|we|they|taliban|"
    r"(?-i:[A-Z][A-Z0-9]{1,6}))"
)
_STILL = (
    r"(?:(?:still|now|already|also|all|today|again|currently|even|indeed|both|firmly|well|deep|only|just|"
    r"not|never|no\s+longer|reportedly|probably|reported|everywhere)\s+)*"
)
_IS = r"(?:is|are|was|were|(?:have|has|had|will|would)\s+be(?:en)?|remains?|remained|stays?|stayed)"
_SORT = r"(?:present|active|positioned|entrenched|dug\s+in|encamped|ensconced|at\s+large)\s+"
_IN = r"(?:in|inside|within|on|along|around|across|throughout|(?:south|north|east|west)\s+of)"
_GROUND = (
    r"(?:the\s+|its\s+|our\s+|their\s+|his\s+|her\s+|this\s+|that\s+|every\s+|most\s+of\s+|all\s+of\s+|parts\s+of\s+)*"
    r"(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May\b|June|July|August|"
    r"September|October|November|December)(?-i:[A-Z][\w'-]+)|"
    r"(?:[\w-]+\s+){0,2}?(?:part|parts|half|side|end|edge|bank|quarters?|districts?|suburbs?|outskirts|"
    r"neighbou?rhoods?|cent(?:re|er)|streets?|towns?|city|cities|villages?|hills?|heights|ridge|"
    r"valley|area|zone|region|province|country|territory|base|camp|airport|port|station|plant|factory|"
    r"fortress|citadel|enclave|island|islands|border|river|industrial)\b)"
)
_BEING = re.compile(
    rf"(?:\b{_ARMED}\b(?:\s+(?:of\s+)?[\w'-]+){{0,3}}?\s+(?P<verb>{_IS})|\b(?:we|they)(?P<short>'re|'ve\s+been))\s+{_STILL}"
    rf"(?:(?P<back>back)\s+|{_SORT})?(?P<to>{_IN})\s+{_GROUND}",
    re.IGNORECASE,
)
_THERE = re.compile(
    rf"\bthere\s+(?P<verb>is|are|was|were|remains?|remained)\s+{_STILL}(?:no\s+|few\s+|some\s+|many\s+|any\s+)?"
    rf"(?:[\w'-]+\s+){{0,3}}?{_ARMED}(?:\s+left)?\s+(?P<to>{_IN})\s+{_GROUND}",
    re.IGNORECASE,
)
_KEEPING = re.compile(
    rf"\b(?P<verb>has|have|had|having|keeps?|kept|maintains?|retains?|retained)\s+{_STILL}(?:no\s+|some\s+|any\s+)?"
    rf"(?:[\w'-]+\s+)?{_ARMED}\s+(?:left\s+)?(?P<to>{_IN})\s+{_GROUND}",
    re.IGNORECASE,
)
# "Under M23", "under the army": whose the ground is, where nothing but he follows.
_UNDER = re.compile(
    rf"\b(?P<verb>under)\s+(?:the\s+{_ARMED}|(?-i:[A-Z]+\d+|[A-Z]{{2,6}}))(?=\s*(?:[.,;)\"]|since\b|and\b|until\b|$))",
    re.IGNORECASE,
)
# "Has been Russian since May", "is Ukrainian again".
_NATION = re.compile(
    rf"\b(?P<verb>is|are|was|were|been|became|becomes?|remains?|remained)\s+{_STILL}"
    r"(?-i:[A-Z][a-z]+(?:ian|ean|an|ish|ese|i))(?=\s+(?:again|once\s+more|since|now|until)\b)",
    re.IGNORECASE,
)
# "Is still Houthi-run": a place of which it is said, not one that is only called so.
_RUN = re.compile(
    rf"\b(?P<verb>is|are|was|were|been|remains?|remained|stays?|stayed)\s+{_STILL}"
    r"(?:\w+\s+)?[\w]+-(?:run|held|controlled|occupied|ruled|administered|governed)\b",
    re.IGNORECASE,
)
_SHAPES = (_BEING, _THERE, _KEEPING, _UNDER, _NATION, _RUN)


def presences(text: str, span: Span) -> Iterator[tuple[Span, Kind]]:
    """Where a stretch says that somebody armed is in a place, is back, or that it is his."""
    for shape in _SHAPES:
        for match in shape.finditer(text, span.start, span.end):
            found = match.groupdict()
            start = match.start("verb" if found["verb"] else "short")
            end = match.end("to") if found.get("to") else match.end("verb")
            yield Span(start, end), "capture" if found.get("back") else "control"
