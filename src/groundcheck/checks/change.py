"""Gains and losses over a period, as the difference of two days of one layer.

A difference of two maps is the net of what both sides took, and the words may mean all that
one side took. So what the maps can be taken to say goes from the net to the net with what
moved back added, as far as the maps of the days between show it (``movement``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from groundcheck.checks import change_report, regained
from groundcheck.checks.change_doubts import doubts
from groundcheck.checks.change_words import says_net, stated_changes, way
from groundcheck.checks.checkability import needs, not_checkable
from groundcheck.checks.choices import by_maker, deciding, extent
from groundcheck.checks.differences import (
    Difference,
    Differences,
    Spoken,
    differences,
    not_covered,
    why_none,
)
from groundcheck.checks.evidence import EvidenceBase
from groundcheck.checks.map_words import distinct, evidence, left_out_steps, measured_step
from groundcheck.checks.measuring import LeftOut, Maps, Shown, reasons, who
from groundcheck.checks.nearby import sentences_of
from groundcheck.checks.spoken import covers, innermost, period_of, side
from groundcheck.checks.verdicts import measured, said
from groundcheck.checks.wording import amount, interval
from groundcheck.model import Claim, Finding, Report, Step


def check(report: Report, claims: tuple[Claim, ...], evidence_: EvidenceBase) -> Iterator[Finding]:
    """A finding for each figure of ground gained, lost or regained that a layer can speak to."""
    maps = tuple(map(Maps, evidence_.control))
    sentences = sentences_of(report.text, claims)
    for read in claims:
        if read.kind not in ("change", "share", "control") or not_checkable(read) is not None:
            continue
        claim = replace(read, places=innermost(read.places))
        covering = [m for m in maps if any(covers(m.series, (p,)) for p in claim.places)]
        for stated in stated_changes(claim, report.text) if covering else ():
            spoken = Spoken(claim, stated, report.published, sentences)
            yield from _findings(spoken, covering, evidence_)


def _findings(spoken: Spoken, covering: list[Maps], evidence_: EvidenceBase) -> Iterator[Finding]:
    claim = spoken.claim
    sides = [(maps, side(claim.actor, maps.series, evidence_)) for maps in covering]
    wanted = "holder" if any(of == "holder" for _, of in sides) else "other"
    sided = [maps for maps, of in sides if of == wanted]
    of_change = claim.kind == "change"
    if spoken.stated.whole == "other":
        if of_change:
            why = "the share is of something other than the ground of the place"
            yield not_covered(spoken, why, "the size of what it is a share of")
        return
    if not sided:
        if of_change:
            shown = f"what {covering[0].series.holder} holds"
            why = "who did it" if claim.actor is None else f"a layer of what {claim.actor} holds"
            yield not_covered(spoken, f"{who(covering[0].series)}'s maps show {shown}", why)
        return
    period = period_of(claim, spoken.published)
    direction, of_seized = way(claim, spoken.stated), spoken.stated.whole == "seized"
    falls = direction == ("loss" if wanted == "holder" else "gain")
    if of_seized and direction == "keep":
        # What the other side holds of the ground that was taken is what it took back.
        falls = wanted == "other"
    keeps = direction == "keep" and wanted == "holder"
    since_seized = of_seized and (falls or keeps)
    if since_seized or (of_change and period is None and falls):
        found = regained.measure(spoken, sided, keeps)
        if isinstance(found, regained.Regained):
            yield regained.finding(spoken, found)
        else:
            yield not_covered(spoken, found, "maps from before it was taken")
    elif of_change and not of_seized:
        if period is None:
            yield not_covered(spoken, "the words give no period", "the days that it speaks of")
        else:
            yield _over(spoken, sided, period, wanted == "holder")


def _over(spoken: Spoken, sided: list[Maps], period: tuple[date, date], of_holder: bool) -> Finding:
    first, last = period
    items: list[Difference] = []
    left_out: list[LeftOut] = []
    for maps in sided:
        of_layer = list(differences(maps, spoken, first - timedelta(days=1), last))
        items.extend(of_layer)
        if not of_layer:
            left_out.append(LeftOut(maps.series, why_none(maps, spoken, period)))
    if not items:
        return not_covered(spoken, reasons(left_out), needs(spoken.claim))
    grows = (way(spoken.claim, spoken.stated) != "loss") == of_holder
    found = Differences(tuple(items), grows, says_net(spoken.claim))
    return _finding(spoken, found, period, tuple(left_out))


def _finding(
    spoken: Spoken, found: Differences, period: tuple[date, date], left_out: tuple[LeftOut, ...]
) -> Finding:
    stated, unit = spoken.stated, spoken.stated.unit
    options = found.options(unit)
    extent_ = extent(options)
    verdict, gap = measured(stated.bounds, extent_)
    decided_by = deciding(stated.bounds, options, unit) if verdict == "depends" else None
    doubt = next(doubts(spoken, found, period, extent_), None)
    if doubt is not None:
        verdict, gap, decided_by = "depends", None, doubt
    end = said(verdict, gap, unit, decided_by)
    if spoken.claim.certainty == "denied":
        end = f"the source denies {stated.words}"
    shown = tuple(
        Shown(item.maps.series, item.asked, m)
        for item in found.items
        for m in (item.change.old, item.change.new)
    )
    return Finding(
        claim=spoken.claim.id,
        check="change",
        verdict=verdict,
        summary=f"{change_report.shows(spoken, found, unit)}: {end}",
        stated=stated.bounds,
        found=extent_,
        unit=unit,
        gap=gap,
        decided_by=decided_by,
        working=(
            Step("take the words", (stated.text,), stated.words),
            Step(
                "take the period", (), f"{period[0]} to {period[1]}, from the map of the day before"
            ),
            *(
                measured_step(series, m, "measure", amount(m.km2, "km2", 0))
                for series, _, m in distinct(shown)
            ),
            *change_report.steps(found),
            *left_out_steps(left_out),
            Step("compare", (stated.words, interval(extent_, unit)), verdict),
        ),
        evidence=evidence(shown, spoken.where),
        by_maker=by_maker((each.maker, each.value) for each in options),
    )
