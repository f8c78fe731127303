"""The kind of a clause, and who its actor is, from its predicate and its figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundcheck.model import Kind, Place, Quantity
from groundcheck.readers.cues import COUNTING
from groundcheck.readers.figures import DURATIONS
from groundcheck.readers.predicates import Predicate
from groundcheck.readers.wholes import is_of_ground

AREAS = ("km2", "mi2", "ha")
LENGTHS = ("km", "mi", "m")
# Counted parts of a region: to hold so many of them is control, to take them is change.
PARTS = frozenset(
    (
        "township province district region state county zone bridge neighbourhood neighborhood "
        "municipality oblast commune quarter block barangay ward governorate prefecture department "
        "cercle woreda kebele canton raion locality area sector subdistrict prison building avenue "
        "street road crossing checkpoint gate post outpost position stronghold strongpoint hill "
        "height peak ridge base camp garrison barracks fortress airfield airport port dam mine "
        "field island city town capital village station substation compound headquarters "
        "suburb square trench farm valley emirate enclave"
    ).split()
)
_ADVANCE = re.compile(
    r"\b(?:advanc|push|progress|press(?:ed|ing)|roll|penetrat|retreat|drove|driven|thrown|gain|pull(?:ed|ing)?\s+back|fell\s+back|"
    r"moved?\s|moving|c[ao]me\s+(?:within|to|forward|closer|nearer)|(?:closer|nearer)\s+to|inched|crept|edged|marched|withdr[ae]w|reached|stop(?:ped)?\s+\d|halted)\w*",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:stretch|section)\s+)?(?:of\s+(?:the\s+)?(?:\w+\s+){0,2}?)?(?:border|coast|coastline|"
    r"road|highway|front|frontier|shore|riverbank|railway)\b"
)
_FURTHER = re.compile(
    r"\b(?:another|a\s+further|an\s+additional|additional|more)\s+$", re.IGNORECASE
)
_GROUND_LOOSE = re.compile(
    r"\b(?:territory|ground|land|areas?|positions?|initiative)\b", re.IGNORECASE
)
_WHOLE = re.compile(r"t(?:ook|ake|aken|akes|aking)\b|come|came|fallen|brought|passed")
_OWNS = re.compile(
    r"\b(?:has|have|had|kept|keeps?)\s+(?:(?:now|still|already|only|just|perhaps|some|all|outright|almost)\s+)*$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(r"[\w\s]{0,24}?(?:[:,(]|\s-)\s*(?:the\s+)?$|\s+of\s+(?:the\s+)?$|\s*$")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a clause, with those before and after its figure, and what it speaks of.

    ``carried`` is the kind of the clause that it goes on from; ``acting`` says that a party
    or somebody is its subject, rather than a place.
    """

    words: str
    before: str
    after: str
    places: tuple[Place, ...]
    carried: Kind | None
    acting: bool


def kind_of(clause: Wording, match: Predicate | None, figure: Quantity | None) -> Kind | None:
    """The kind of a clause, ``None`` where there is neither figure nor predicate to go by."""
    if figure is None:
        return _without_figure(clause, match)
    unit, said = figure.unit, match.kind if match else None
    if said is None and clause.acting and _OWNS.search(clause.before + " "):
        said = "control"
    if unit in ("percent", "percentage points"):
        return _percent(clause, said, figure)
    if said == "status":
        return "status"
    if said == "control" and _FURTHER.search(clause.before + " "):
        said = "change" if unit in AREAS else said
    if unit in AREAS:
        return _area(clause, said)
    if unit == "settlements" or unit in PARTS:
        if said == "capture" and unit == "settlements" and _names(clause, figure):
            return "capture"
        return _moved(said) or (clause.carried if _goes_on(clause) and not match else "count")
    if unit in LENGTHS:
        if said in ("control", "capture") and _LINE.match(clause.after):
            return said
        return "change" if _ADVANCE.search(clause.words) else "count"
    if unit in DURATIONS:
        return said if said == "control" or (said and figure.bound == "under") else "count"
    return "count"


def _area(clause: Wording, said: Kind | None) -> Kind:
    moved = _moved(said)
    if COUNTING.search(clause.words) and (moved is None or "area of" not in clause.words):
        return "count"
    return moved or (clause.carried if clause.carried and _goes_on(clause) else "count")


def _goes_on(clause: Wording) -> bool:
    return clause.carried in ("control", "change")


def _moved(said: Kind | None) -> Kind | None:
    if said == "control":
        return "control"
    return "change" if said in ("change", "capture") else None


def _names(clause: Wording, figure: Quantity) -> bool:
    """Whether the settlements that are counted are also named: "two villages, A and B"."""
    at = len(clause.before)
    for place in clause.places:
        if place.kind == "town" and place.span and place.span.start >= figure.span.end:
            between = clause.words[at + figure.span.end - figure.span.start :]
            gap = between[: place.span.start - figure.span.end]
            return _NAMED_AFTER.fullmatch(gap) is not None
    return False


def _percent(clause: Wording, said: Kind | None, figure: Quantity) -> Kind:
    ground = is_of_ground(clause.before, figure.text, clause.after)
    if ground is False:
        return "share"
    if said == "capture" and figure.value == 100:
        return "capture"
    if said in ("change", "capture"):
        return "change"
    if said == "control":
        return "control"
    if clause.carried in ("control", "change", "share") and (said is None or ground is None):
        return clause.carried
    return "control" if ground and clause.carried != "count" else "share"


def _without_figure(clause: Wording, match: Predicate | None) -> Kind | None:
    if match is None:
        return None
    if match.kind == "change" and match.role != "neutral":
        named = any(p.kind == "town" for p in clause.places)
        whole = _WHOLE.match(match.text)
        if whole and (named or not _GROUND_LOOSE.search(clause.words)):
            return "capture"
    return match.kind
