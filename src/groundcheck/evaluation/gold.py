"""Claims beside those of an annotator: which were found, and how their slots are filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groundcheck.evaluation.counts import Counts, total
from groundcheck.evaluation.gold_file import GoldClaim
from groundcheck.evaluation.slots import SLOTS, slot
from groundcheck.model import Claim
from groundcheck.publish.shape import in_order, published

_OVERLAP = 0.3
"""The least share of the characters of both by which a claim answers another one."""
_INSIDE = 0.8
"""Or the least share of the shorter one."""
_LEFT_OUT = ("opinion", "forecast")


@dataclass(frozen=True, slots=True)
class Miss:
    """A slot that is filled otherwise than wanted, or (``slot`` is ``claims``) a claim too many."""

    report: str
    quote: str
    slot: str
    wanted: Any
    given: Any


@dataclass(frozen=True, slots=True)
class GoldFigures:
    """``rows`` has ``claims``, each slot, and all ``slots`` together."""

    rows: Mapping[str, Counts]
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class GoldReport:
    """An annotated report and the claims that a reader found in its text."""

    name: str
    wanted: Sequence[GoldClaim]
    found: Sequence[Claim]


def score(reports: Sequence[GoldReport]) -> GoldFigures:
    """Hold what was found in each report against what its annotator saw.

    A found claim answers the annotated one that it shares most figures with, then most of the
    text; slots of an annotated claim that none answers are all missed. Opinions and forecasts
    without a figure are not annotated, and count neither for nor against.
    """
    rows = dict.fromkeys(("claims", *SLOTS), Counts())
    misses: list[Miss] = []
    for report in reports:
        found = [published(one) for one in in_order(report.found) if _counts(one)]
        answers = _pairs(report.wanted, found)
        rows["claims"] += Counts(len(answers), len(report.wanted), len(found))
        for i, one in enumerate(report.wanted):
            claim = found[answers[i]] if i in answers else {}
            for name in SLOTS:
                wanted, given = one.slots[name], claim.get(name)
                counts = slot(name, wanted, given)
                rows[name] += counts
                if counts.right < max(counts.wanted, counts.given):
                    misses.append(Miss(report.name, one.quote, name, wanted, given))
        extra = (claim for j, claim in enumerate(found) if j not in answers.values())
        misses += [Miss(report.name, one["text"], "claims", None, one["kind"]) for one in extra]
    rows["slots"] = total(rows[name] for name in SLOTS)
    return GoldFigures(rows, tuple(misses))


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a found claim answers an annotated one, and which of its slots are then right.

    ``right`` has every slot of a claim that answers, and is empty for any other.
    """

    claim: Claim
    answers: bool
    right: Mapping[str, bool]


def judged(report: GoldReport) -> tuple[Judged, ...]:
    """Every found claim that counts, in the order of the text, paired as ``score`` pairs them.

    A slot is right where nothing of it is missing and nothing too much; an empty one where the
    annotator left it empty too.
    """
    claims = [one for one in in_order(report.found) if _counts(one)]
    found = [published(one) for one in claims]
    answered = {j: report.wanted[i] for i, j in _pairs(report.wanted, found).items()}
    return tuple(
        Judged(claim, j in answered, _right(answered[j], found[j]) if j in answered else {})
        for j, claim in enumerate(claims)
    )


def _right(wanted: GoldClaim, given: dict[str, Any]) -> dict[str, bool]:
    held = {name: slot(name, wanted.slots[name], given.get(name)) for name in SLOTS}
    return {name: one.right == max(one.wanted, one.given) for name, one in held.items()}


def _counts(claim: Claim) -> bool:
    return bool(claim.quantities) or claim.kind not in _LEFT_OUT


def _pairs(wanted: Sequence[GoldClaim], found: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Annotated claim to the found one that answers it, the best pair first."""
    covers = [frozenset(i for a, b in claim["spans"] for i in range(a, b)) for claim in found]
    ranked = []
    for i, one in enumerate(wanted):
        for j, cover in enumerate(covers):
            shared = sum(1 for at in cover if one.span.start <= at < one.span.end)
            both, least = len(one.span) + len(cover) - shared, min(len(one.span), len(cover))
            if shared / max(1, both) >= _OVERLAP or shared / max(1, least) >= _INSIDE:
                ranked.append((_figures(one, found[j]), shared / max(1, both), i, j))
    answers: dict[int, int] = {}
    for _, _, i, j in sorted(ranked, reverse=True):
        if i not in answers and j not in answers.values():
            answers[i] = j
    return answers


def _figures(one: GoldClaim, other: dict[str, Any]) -> int:
    return slot("quantities", one.slots["quantities"], other["quantities"]).right
