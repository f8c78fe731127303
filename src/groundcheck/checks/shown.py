"""How one layer's history of a place relates to what is said to have happened there, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from groundcheck.checks.evidence import PointSeries
from groundcheck.checks.spoken import LAGS
from groundcheck.geo.stretches import FAR_KM, STEPS_KM, Stretch

Relation = Literal[
    "so", "earlier", "later", "near", "coarse", "contested", "open", "not so", "silent"
]
"""so: it became so when it was said to have. earlier, later: it did, but then. near: the line is
too near to tell. coarse: it did between two maps that lie too far apart. contested: nobody's.
open: not so yet, and the maps end too soon. not so: never, and the line stays well away. silent: no
map of that time."""

NEAR_DAYS = LAGS[-1]
"""A map may be this many days behind or ahead of the words."""

SETTLED_DAYS = 60
"""So long after the day said a map has had the time to follow."""

CLEAR_DAYS = 30
"""In so many days after a place changed hands a line that moved on has left it behind."""

COARSE_DAYS = 31
"""Maps farther apart than this do not date what happened between them."""

BEYOND_KM = 2.0
"""A line must stay this much farther off than its own precision for a map to say "not so"."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a layer shows: ``words`` go on from "the map …"; ``became`` is the day it became so.

    ``apart`` is the number of days between the two maps that it rests on.
    """

    series: PointSeries
    relation: Relation
    words: str
    became: date | None = None
    apart: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words say of a place: that from a day between two it is held, or no longer is."""

    place: str
    held: bool
    first: date
    last: date

    def is_so(self, stretch: Stretch) -> bool:
        """Whether a map shows what is wanted; contested ground is neither."""
        return not stretch.contested and bool(stretch.holder) == self.held


@dataclass(frozen=True, slots=True)
class _Run:
    """Maps in a row that show what is wanted, with the days of the maps before and after."""

    stretches: tuple[Stretch, ...]
    before: date | None
    after: date | None

    @property
    def first(self) -> date:
        return self.stretches[0].first

    @property
    def until(self) -> str:
        return "on" if self.after is None else f"to {self.stretches[-1].last}"


def shown(series: PointSeries, history: Sequence[Stretch], wanted: Wanted) -> Shown:
    """What the layer shows of the place; ``history`` has at least one stretch."""
    as_ = f"{wanted.place} as {'' if wanted.held else 'not '}held by {series.holder}"
    start = history[0]
    if series.first_day > wanted.last + timedelta(days=NEAR_DAYS):
        side = f"{'' if start.holder else 'not '}held by {series.holder}"
        words = f"begins on {series.first_day} and shows {wanted.place} as {side} then"
        return Shown(series, "silent", words)
    if series.last_day < wanted.first:
        return Shown(series, "silent", f"ends on {series.last_day}, before that time")
    run = next((run for run in _runs(history, wanted) if not _over(run, wanted)), None)
    if run is None:
        return _never(series, history, wanted)
    if run.before is None:
        return _from_the_start(series, run, wanted, as_)
    return _became(series, run, wanted, as_)


def _runs(history: Sequence[Stretch], wanted: Wanted) -> list[_Run]:
    runs: list[_Run] = []
    for number, stretch in enumerate(history):
        if not wanted.is_so(stretch):
            continue
        after = history[number + 1].first if number + 1 < len(history) else None
        if number and wanted.is_so(history[number - 1]):
            known = runs.pop()
            runs.append(_Run((*known.stretches, stretch), known.before, after))
        else:
            before = history[number - 1].last if number else None
            runs.append(_Run((stretch,), before, after))
    return runs


def _over(run: _Run, wanted: Wanted) -> bool:
    return run.after is not None and run.after <= wanted.first


def _from_the_start(series: PointSeries, run: _Run, wanted: Wanted, as_: str) -> Shown:
    words = f"shows {as_} from its first map of {run.first} {run.until}"
    if (wanted.first - run.first).days > NEAR_DAYS:
        return Shown(series, "earlier", words)
    return Shown(series, "coarse", words)


def _became(series: PointSeries, run: _Run, wanted: Wanted, as_: str) -> Shown:
    before = run.before or run.first
    apart = (run.first - before).days
    words = f"shows {as_} from {run.first} {run.until}"
    early, late = (wanted.first - run.first).days, (run.first - wanted.last).days
    if early > NEAR_DAYS:
        return Shown(series, "earlier", f"{words}, {early} days before", run.first, apart)
    if late > NEAR_DAYS and before > wanted.last:
        return Shown(series, "later", f"{words}, {late} days after it was said", run.first, apart)
    if late > NEAR_DAYS or apart > COARSE_DAYS:
        words += f" and not yet on its map before, of {before}"
        return Shown(series, "coarse", words, run.first, apart)
    if run.after is not None and (run.after - run.first).days <= CLEAR_DAYS:
        words += " only"
        return Shown(series, "near", words, run.first, apart)
    if _farthest(run) < series.precision_km:
        words += f", with the line within its precision of {series.precision_km:g} km"
        return Shown(series, "near", words, run.first, apart)
    return Shown(series, "so", words, run.first, apart)


def _farthest(run: _Run) -> float:
    """The distance that the line reached in the first days after the place changed hands."""
    until = run.first + timedelta(days=CLEAR_DAYS)
    return max(stretch.line_km for stretch in run.stretches if stretch.first <= until)


def _never(series: PointSeries, history: Sequence[Stretch], wanted: Wanted) -> Shown:
    later = [
        stretch
        for stretch, after in zip(history, [*history[1:], None], strict=True)
        if after is None or after.first > wanted.first
    ]
    shows = "does not show" if wanted.held else "shows"
    held = f"{wanted.place} as held by {series.holder}"
    words = f"{shows} {held} up to its last map of {series.last_day}"
    if any(stretch.contested for stretch in later):
        day = next(stretch.first for stretch in later if stretch.contested)
        return Shown(series, "contested", f"{words}, but as contested on {max(day, wanted.first)}")
    nearest = min(stretch.line_km for stretch in later)
    off = f"{words}; the line stayed at least {nearest:g} km away"
    if nearest < series.precision_km + BEYOND_KM:
        return Shown(series, "near", f"{words}, and the line came to within {_next(nearest)} km")
    if (series.last_day - wanted.last).days < SETTLED_DAYS:
        return Shown(series, "open", off)
    return Shown(series, "not so", off)


def _next(km: float) -> str:
    """The upper end of the step that begins at ``km``."""
    return f"{min(step for step in STEPS_KM if step > km):g}"


def is_far(history: Sequence[Stretch], since: date) -> bool:
    """Whether the line was never near the place on the maps from ``since`` on."""
    return all(stretch.line_km >= FAR_KM for stretch in history if stretch.last >= since)
