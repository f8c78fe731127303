"""The kind of a clause, and who its actor is, from its predicate and its figure."""

from __future__ import annotations

import re

from groundcheck.model import Kind, Place, Quantity
from groundcheck.readers.cues import COUNTING
from groundcheck.readers.predicates import Predicate

AREAS = ("km2", "mi2", "ha")
LENGTHS = ("km", "mi", "m")
TIMES = ("days", "weeks", "months", "years", "hour", "minute")
# Counted parts of a region: to hold so many of them is control, not a count.
PARTS = (
    "township",
    "province",
    "district",
    "region",
    "state",
    "county",
    "zone",
    "bridge",
    "neighbourhood",
    "neighborhood",
    "municipality",
    "oblast",
    "commune",
    "quarter",
    "block",
)
_OTHER_WHOLE = re.compile(
    r"\b(?:of|in)\s+(?:\w+\s+){0,4}?(?:population|people|residents|inhabitants|patients|cases|wells|oil|gas|gdp|economy|force|forces|army|troops|soldiers|"
    r"them|those|drones|missiles|salvo|brigades|children|women|losses|casualties|dead|killed|fields|production|output|harvest|"
    r"what|gains|territory\s+\w+\s+(?:had|has|have)|territory\s+(?:\w+\s+){0,3}(?:seized|taken|lost|captured|held)|vehicles|tanks|budget|homes|houses|attacks|"
    r"civilians|displaced|refugees|prisoners|fighters|men|land\b(?=\s+that)|total|electricity|power|migrants|recruits|wheat|yemenis|syrians|ukrainians|sudanese)\b|"
    r"\brate\s+of\b|\blive\s+under\b|\bof\s+its\s+oil\b|\b(?:reclaim|regain|won\s+back|recover)\w*\b",
    re.IGNORECASE,
)
# "75% of Kherson", "of the surface, 40 percent": not "turnout was 60% in the Kherson region".
_OF_GROUND = re.compile(
    r"(?:%|\b(?:per\s?cent|pct|half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|whole|all|part|share))"
    r"\s+(?:each\s+)?of\s+|\bof\s+(?:the\s+)?(?:surface|territory|land|ground|area|region|country)\b|\b[A-Z][\w-]+:\s",
)
_DISTANCE = re.compile(
    r"\b(?:advanc|push|mov|thrown|within|stood|progress|c[ao]me|closer|nearer|press|roll|penetrat|retreat|drove|driven|gain)\w*\b",
    re.IGNORECASE,
)


def kind_of(
    words: str,
    match: Predicate | None,
    figure: Quantity | None,
    places: tuple[Place, ...],
    carried: Kind | None,
) -> Kind | None:
    """The kind of a clause; ``carried`` is that of the clause before in its sentence.

    ``None`` where there is neither figure nor predicate to go by.
    """
    if figure is None:
        return _without_figure(match, places)
    unit, said = figure.unit, match.kind if match else None
    if said == "status":
        return "status"
    if unit in ("percent", "percentage points"):
        return _percent(words, match, carried)
    if unit in AREAS:
        if COUNTING.search(words):
            return "count"
        return _moved(said, match) or (
            carried
            if carried in ("control", "change")
            else "change"
            if said == "capture"
            else "count"
        )
    if unit == "settlements" or unit in PARTS:
        if (
            said == "capture"
            and match
            and any(p.kind == "town" for p in places)
            and unit == "settlements"
        ):
            return "capture"
        return _moved(said, match) or (
            carried if carried in ("control", "change") and not match else "count"
        )
    if unit in LENGTHS:
        return "change" if _DISTANCE.search(words) else "count"
    if unit in TIMES and match:
        return said if said == "control" else "count"
    return "count"


def _moved(said: Kind | None, match: Predicate | None) -> Kind | None:
    if said == "control":
        return "control"
    if said in ("change", "capture") and match:
        return "change"
    return None


def _percent(words: str, match: Predicate | None, carried: Kind | None) -> Kind:
    if _OTHER_WHOLE.search(words):
        return "share"
    if match is None:
        ground = _OF_GROUND.search(words) is not None
        fallback: Kind = "control" if ground and carried != "count" else "share"
        return carried if carried in ("control", "change", "share") else fallback
    if match.kind in ("change", "capture"):
        return "change"
    return "control" if match.kind == "control" else carried or "control"


def _without_figure(match: Predicate | None, places: tuple[Place, ...]) -> Kind | None:
    if match is None:
        return None
    kind = match.kind
    if kind == "change" and any(p.kind == "town" for p in places) and match.role != "neutral":
        return (
            "capture"
            if re.match(r"t(?:ook|ake|aken|akes|aking)\b|come|came|fallen|brought", match.text)
            else "change"
        )
    return kind
