"""Ground taken back, against the most that was held: "a third of what they had seized".

The words seldom say from which day, by whose map and with which ground the whole is counted.
Each of these baselines is measured and named; the verdict is over all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from groundcheck.checks.change_doubts import place_doubts, too_fine
from groundcheck.checks.choices import by_maker
from groundcheck.checks.differences import Spoken
from groundcheck.checks.map_words import distinct, evidence, left_out_steps, measured_step, surveys
from groundcheck.checks.measuring import LeftOut, Maps, Shown, reasons, who, why_nothing
from groundcheck.checks.movement import Movement, movement
from groundcheck.checks.spoken import LAGS, covers
from groundcheck.checks.verdicts import measured, said, span_of
from groundcheck.checks.wording import amount, interval, listed
from groundcheck.model import Finding, Interval, Measurement, Step

_BEGUN = 0.1
"""Maps that begin with more than this part of the most held say nothing of how it was taken."""


class Baseline(NamedTuple):
    """The most held on one map and what is held on a later one, each counted in its own way."""

    maps: Maps
    most: Measurement
    now: Measurement
    asked: date
    moved: Movement

    @property
    def regained(self) -> float:
        """How much less is held now, in km²."""
        return self.most.km2 - self.now.km2

    @property
    def label(self) -> str:
        """How the baseline counts, in words."""
        if self.most.contested and not self.now.contested:
            return "with contested ground then, without it now"
        return "with contested ground" if self.most.contested else "held"


@dataclass(frozen=True, slots=True)
class Regained:
    """All baselines, at least one; ``keeps`` where the words are of what is still held."""

    items: tuple[Baseline, ...]
    keeps: bool
    left_out: tuple[LeftOut, ...]

    def value(self, item: Baseline, unit: str) -> float:
        """What was regained, or kept, in km² or in percent of the most held."""
        km2 = item.now.km2 if self.keeps else item.regained
        return km2 if unit == "km2" else 100 * km2 / item.most.km2

    def extent(self, unit: str) -> Interval:
        """Everything that the baselines give."""
        return span_of(self.value(item, unit) for item in self.items)

    def gross(self, unit: str) -> Interval:
        """The same with all that was ever taken and lost again counted, as far as maps show it."""
        values = []
        for item in self.items:
            taken = max(item.moved.rises, item.most.km2)
            km2 = item.now.km2 if self.keeps else max(item.moved.falls, item.regained)
            values.append(km2 if unit == "km2" else min(100.0, 100 * km2 / taken))
        return span_of(values)


def measure(spoken: Spoken, sided: list[Maps], keeps: bool) -> Regained | str:
    """Every baseline of every layer, or why none of them has one."""
    when, day = spoken.claim.when, spoken.published
    if when is not None and when.end is not None:
        day = min(filter(None, (day, when.end - timedelta(days=1))))
    if day is None:
        return "no day can be made out that the words speak of"
    items: list[Baseline] = []
    left_out: list[LeftOut] = []
    for maps in sided:
        if not covers(maps.series, spoken.claim.places) or day < maps.series.first_day:
            why = why_nothing(maps.series, spoken.claim.places, (day,))
            left_out.append(LeftOut(maps.series, why))
            continue
        found = [b for lag in LAGS for b in _baselines(maps, spoken, day + timedelta(days=lag))]
        items.extend(found)
        if not found:
            why = f"{who(maps.series)}'s maps do not show how the ground was taken"
            left_out.append(LeftOut(maps.series, why))
    return Regained(tuple(items), keeps, tuple(left_out)) if items else reasons(left_out)


def _baselines(maps: Maps, spoken: Spoken, day: date) -> Iterator[Baseline]:
    places = spoken.claim.places
    ids = tuple(place.id for place in places)
    since = spoken.claim.when.start if spoken.claim.when else None
    begun = {
        (m.boundary_set, m.contested): m
        for m in maps.series.measure(ids, max(maps.series.first_day, since or date.min))
    }
    latest = maps.series.measure(ids, day)
    for most in maps.series.peak(ids, since, day):
        start = begun.get((most.boundary_set, most.contested))
        if start is None or most.km2 <= 0 or start.km2 > _BEGUN * most.km2:
            continue
        for now in latest:
            like = now.boundary_set == most.boundary_set
            if like and (now.contested == most.contested or most.contested):
                end = next(m for m in latest if m.contested == most.contested and
                           m.boundary_set == most.boundary_set)  # fmt: skip
                yield Baseline(maps, most, now, day, movement(maps, places, start, end))


def finding(spoken: Spoken, found: Regained) -> Finding:
    """The finding on what was regained, over all baselines."""
    stated, unit = spoken.stated, spoken.stated.unit
    extent = found.extent(unit)
    verdict, gap = measured(stated.bounds, extent)
    decided_by = None
    if verdict == "depends":
        decided_by = f"the baseline: {_each(found, unit)}"
    doubt = next(_doubts(spoken, found, gap), None)
    if doubt is not None:
        verdict, gap, decided_by = "depends", None, doubt
    shown = tuple(Shown(i.maps.series, i.asked, m) for i in found.items for m in (i.most, i.now))
    layers = {i.maps.series.layer: i.maps.series for i in found.items}
    makers = listed(tuple(dict.fromkeys(who(item.maps.series) for item in found.items)))
    share = "less in {} than at most" if not found.keeps else "of the most in {}"
    return Finding(
        claim=spoken.claim.id,
        check="change",
        verdict=verdict,
        summary=(
            f"By the maps of {makers}, {found.items[0].now.holder} holds "
            f"{interval(extent, unit)} {share.format(spoken.where)}{surveys(layers)}: "
            f"{said(verdict, gap, unit, decided_by)}"
        ),
        stated=stated.bounds,
        found=extent,
        unit=unit,
        gap=gap,
        decided_by=decided_by,
        working=(
            Step("take the words", (stated.text,), stated.words),
            *(
                measured_step(series, m, "measure", amount(m.km2, "km2", 0))
                for series, _, m in distinct(shown)
            ),
            *_steps(found),
            *left_out_steps(found.left_out),
            Step("compare", (stated.words, interval(extent, unit)), verdict),
        ),
        evidence=evidence(shown, spoken.where),
        by_maker=by_maker((who(item.maps.series), found.value(item, unit)) for item in found.items),
    )


def _doubts(spoken: Spoken, found: Regained, gap: float | None) -> Iterator[str]:
    stated, unit = spoken.stated, spoken.stated.unit
    if spoken.claim.certainty == "denied":
        yield "whether what was denied is so, which a map cannot say of a denial"
    extent = found.extent(unit)
    if gap is None:
        return
    less = stated.bounds.below(extent)
    yield from place_doubts(spoken, less=less and unit == "km2")
    if less and unit == "km2":
        yield "the days meant, since the words give none"
    if too_fine(gap, unit, extent, max(item.most.km2 for item in found.items)):
        yield f"the baseline: {_each(found, unit)}"
    gross = found.gross(unit)
    if not (stated.bounds.below(gross) if less else gross.below(stated.bounds)):
        yield "whether ground that changed hands more than once is counted each time"


def _each(found: Regained, unit: str) -> str:
    """Each baseline with what it gives, over the days asked for."""
    groups: dict[tuple[str, str, str, str], list[Baseline]] = {}
    for item in found.items:
        of = f"{amount(item.most.km2, 'km2', 0)} on {item.most.day}"
        sets = {i.most.boundary_set for i in found.items if i.maps is item.maps}
        on = f", {item.most.boundary_set}" if len(sets) > 1 else ""
        groups.setdefault((who(item.maps.series), item.label, of, on), []).append(item)
    return "; ".join(
        f"{interval(span_of(found.value(i, unit) for i in items), unit)} of {of} "
        f"({maker}, {label}{on})"
        for (maker, label, of, on), items in groups.items()
    )


def _steps(found: Regained) -> Iterator[Step]:
    seen: set[tuple[str, ...]] = set()
    for item in found.items:
        most, now = item.most, item.now
        key = (item.maps.series.layer, most.boundary_set, item.label, str(now.day))
        if key in seen:
            continue
        seen.add(key)
        yield Step(
            "set what is held now against the most held",
            (
                f"{amount(most.km2, 'km2', 0)} on {most.day}",
                f"{amount(now.km2, 'km2', 0)} on {now.day}",
            ),
            f"{amount(item.regained, 'km2', 0)} less, "
            f"{amount(100 * item.regained / most.km2, 'percent')} of the most held",
            f"{item.maps.series.maker}, {item.label}, on the outlines of {most.boundary_set}",
        )
