"""Towns taken and left, against the point that stands for each on dated control maps.

A town is an area and a point is its middle, a map is drawn after the event, and some makers
draw later than others. So a map that follows late, or whose line passes close by, decides
nothing; only a line that stays away for months, on every map at hand, speaks against the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from groundcheck.checks import capture_told as told
from groundcheck.checks.capture_told import Answer, Case
from groundcheck.checks.capture_words import Said, said_of
from groundcheck.checks.checkability import not_checkable
from groundcheck.checks.evidence import EvidenceBase
from groundcheck.checks.nearby import sentences_of
from groundcheck.checks.shown import CLEAR_DAYS, Relation, Shown, Wanted, is_far, shown
from groundcheck.checks.spoken import is_state
from groundcheck.checks.which_town import Towns
from groundcheck.checks.wording import listed
from groundcheck.geo.settlements import Settlement
from groundcheck.model import Claim, Finding, Report

_OPEN: tuple[Relation, ...] = ("near", "coarse")
"""What is no more for the words than against them."""

_RANKS: dict[Relation, int] = {
    **dict.fromkeys(("so", "earlier", "later"), 0),
    **dict.fromkeys(("near", "contested"), 1),
    "not so": 2,
    **dict.fromkeys(("coarse", "open", "silent"), 3),
}
"""Which of two layers that rest on one survey is told: what says more, then what dates better."""

_REASONS: dict[Relation, str] = {
    "earlier": "the day: it was so on the map before the time said",
    "later": "the day: the map shows it only later",
    "near": "the map's precision: the line passes too near to a point that is a town's middle",
    "coarse": "the days of the maps, which are too few to date it",
    "contested": "contested ground, which the map gives to nobody",
    "open": "maps of later days: those at hand end too soon after the time said",
}


def check(report: Report, claims: tuple[Claim, ...], evidence: EvidenceBase) -> Iterator[Finding]:
    """A finding for each town of a capture claim, over all layers; none where no town is known."""
    captures = [c for c in claims if c.kind == "capture" and not_checkable(c) is None]
    towns = Towns(report.text, sentences_of(report.text, claims), evidence)
    for claim in captures:
        named = [place for place in claim.places if place.kind == "town"]
        # "Took A in B": B only says where A lies.
        places = [place for place in named if not said_of(claim, place).located] or named
        candidates = [towns.candidates(claim, place) for place in places]
        if any(candidates):
            for place, found in zip(places, candidates, strict=True):
                case = Case(claim, place, len(claim.places) > 1)
                yield _finding(case, found, report.published, towns)


def _finding(
    case: Case, found: tuple[Settlement, ...], published: date | None, towns: Towns
) -> Finding:
    if not found:
        return told.not_covered(case, "no settlement at hand bears the name where the report says")
    if case.claim.actor is None:
        return told.not_covered(case, "the words do not name who took or left it")
    days = _days(case.claim, published)
    if days is None:
        return told.not_covered(case, "no day can be made out that the words speak of")
    said = said_of(case.claim, case.place)
    shows = [_shows(case, town, said, days, towns.evidence) for town in found]
    reasons = [one for one in shows if isinstance(one, str)]
    if len(reasons) == len(shows):
        return told.not_covered(case, reasons[0])
    if len(found) > 1:
        return told.which(case, found, shows)
    only = next(one for one in shows if not isinstance(one, str))
    if all(one.relation == "silent" for one in only):
        return told.not_covered(case, told.summed_up(_one_a_maker(only)))
    chosen = _one_an_origin(only)
    answer = _answer(only, chosen)
    doubt = _doubt(case, said) or (
        _doubt_against(said, found[0], days[0], towns) if answer.verdict == "disagrees" else ""
    )
    return told.finding(case, Answer("depends", doubt) if doubt else answer, only, chosen)


def _days(claim: Claim, published: date | None) -> tuple[date, date] | None:
    """The first and the last day on which it may have happened.

    Without a time of its own it is news of the day of publication or of the weeks before; a time
    that the report gives for all that it tells ("5 to 11 May") is one of its own here.
    """
    when = claim.when
    if when is None:
        return (published - timedelta(days=CLEAR_DAYS), published) if published else None
    ends = [published, None if when.end is None else when.end - timedelta(days=1)]
    last = min((end for end in ends if end is not None), default=None)
    if when.start is None or last is None or last < when.start:
        return None
    return when.start, last


def _shows(
    case: Case, town: Settlement, said: Said, days: tuple[date, date], evidence: EvidenceBase
) -> tuple[Shown, ...] | str:
    """What each layer shows, or why none of them can be asked."""
    found, others = [], []
    for series in evidence.points():
        history = series.history(town)
        by_holder = is_state(case.claim.actor, series.holder)
        if not history:
            continue
        if not by_holder and not is_state(case.claim.actor, evidence.name(town.country)):
            others.append(series.holder)
            continue
        # What its holder takes is held, and so is what the other side loses.
        held = by_holder == (said.role == "takes")
        found.append(shown(series, history, Wanted(case.place.name, held, *days)))
    if found:
        return tuple(found)
    if others:
        holders = listed(tuple(dict.fromkeys(others)))
        return f"the maps at hand show there what {holders} holds, not {case.claim.actor}"
    return f"no layer at hand covers {case.place.name}"


def _one_an_origin(shows: Sequence[Shown]) -> tuple[Shown, ...]:
    """Of the layers that rest on one survey the one that dates best; none that is silent."""
    chosen: dict[str, Shown] = {}
    for one in sorted(shows, key=lambda one: (_RANKS[one.relation], one.apart)):
        if one.relation != "silent":
            chosen.setdefault(one.series.origin or one.series.maker, one)
    return tuple(chosen.values())


def _one_a_maker(shows: Sequence[Shown]) -> tuple[Shown, ...]:
    """Of each maker's layers the one that begins first."""
    chosen: dict[str, Shown] = {}
    for one in sorted(shows, key=lambda one: one.series.first_day):
        chosen.setdefault(one.series.maker, one)
    return tuple(chosen.values())


def _answer(shows: Sequence[Shown], chosen: Sequence[Shown]) -> Answer:
    """The verdict of the maps alone; ``chosen`` holds one layer for each origin."""
    relations = {one.relation for one in chosen}
    if "so" in relations and relations <= {"so", *_OPEN}:
        return Answer("agrees")
    # A layer that ends early has not spoken where a later one of its maker has.
    told_so = all(one.relation in ("not so", "open", "silent") for one in shows)
    if told_so and relations == {"not so"}:
        return Answer("disagrees")
    (relation, *more) = relations - {"coarse"} or relations
    if more or relation in ("so", "not so"):
        return Answer("depends", "the map: not all of them show the same")
    return Answer("depends", _REASONS[relation])


def _doubt(case: Case, said: Said) -> str:
    """Why no verdict can be given of the words, whatever the maps show."""
    if case.claim.certainty == "denied":
        return "whether what was denied is so, which a map cannot say of a denial"
    return said.less


def _doubt_against(said: Said, town: Settlement, since: date, towns: Towns) -> str:
    """Why maps that show nothing of the kind do not speak against the words yet."""
    if said.inferred:
        return "who is meant, since the words leave it out"
    if said.role == "loses":
        return "how much is meant: some may leave a place and others stay"
    if not towns.is_sure(town):
        return "which place is meant: small ones share their names, and no region is named"
    histories = [series.history(town) for series in towns.evidence.points()]
    far = all(is_far(history, since) for history in histories if history)
    if far and not towns.is_plain(town):
        return "which place is meant: the line was never near the one that is known"
    return ""
