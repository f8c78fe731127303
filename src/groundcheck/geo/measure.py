"""Who held how much of which places on which days, from layers' figures: the rows of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from groundcheck.geo.control import ControlFigures
from groundcheck.model import Measurement

By = Literal["day", "week", "month"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: ``places`` together, from ``since`` to ``until``, a row for each ``by``."""

    places: tuple[str, ...]
    since: date
    until: date
    by: By = "day"


@dataclass(frozen=True, slots=True)
class Row:
    """What one layer shows of the places on one map, on one boundary set.

    ``day`` is the day asked for and ``map_day`` that of the map that speaks for it. ``km2`` and
    ``share`` (in percent of ``whole_km2``) are without contested ground; the two with it are
    ``None`` where the maker does not tell it. ``front_km2`` and ``sliver_km2`` tell apart what
    is not held (see ``slivers``) and ``outside_km2`` is what the layer shows outside every
    outline of the set; they are ``None`` where no outlines are at hand.
    """

    place: str
    holder: str
    layer: str
    maker: str
    day: date
    map_day: date
    boundary_set: str
    km2: float
    share: float
    whole_km2: float
    km2_with_contested: float | None = None
    share_with_contested: float | None = None
    front_km2: float | None = None
    sliver_km2: float | None = None
    outside_km2: float | None = None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """How many km² more were held on the map of ``until`` than on that of ``since``."""

    place: str
    holder: str
    layer: str
    maker: str
    since: date
    until: date
    boundary_set: str
    km2: float
    km2_with_contested: float | None = None


@dataclass(frozen=True, slots=True)
class ReachedRow:
    """When a layer's maps first show a share, and since when they have shown it for good.

    ``first`` is ``None`` where they never do up to ``last_map``, and ``since`` where the last
    map does not; ``first`` equal to ``first_map`` means that it was so before the layer begins.
    """

    place: str
    holder: str
    layer: str
    maker: str
    boundary_set: str
    contested: bool
    share: float
    first: date | None
    since: date | None
    first_map: date
    last_map: date


def measure(figures: Sequence[ControlFigures], asked: Asked) -> tuple[Row, ...]:
    """A row for each layer, boundary set and day that covers the places, in that order."""
    rows: list[Row] = []
    for one in figures:
        found = [row for day in _days(one, asked) for row in _rows(one, asked.places, day)]
        rows += sorted(found, key=lambda row: row.boundary_set)
    return tuple(rows)


def _days(figures: ControlFigures, asked: Asked) -> Iterator[date]:
    """The days to show: each map's, or the last map's of every week or month."""
    if asked.since == asked.until:
        yield asked.since
        return
    within = [day for day in figures.days if asked.since <= day <= asked.until]
    for _, days in groupby(within, key=lambda day: _period(day, asked.by)):
        yield list(days)[-1]


def _period(day: date, by: By) -> date:
    if by == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if by == "week" else day


def _rows(figures: ControlFigures, places: tuple[str, ...], day: date) -> Iterator[Row]:
    measured = figures.measure(places, day)
    contested = {m.boundary_set: m for m in measured if m.contested}
    for m in measured:
        if not m.contested:
            yield _row(figures, day, m, contested.get(m.boundary_set))


def _row(figures: ControlFigures, day: date, m: Measurement, wide: Measurement | None) -> Row:
    slot = figures.days.index(m.day)
    outside = {each.boundary_set: each.km2[slot] for each in figures.outside}.get(m.boundary_set)
    return Row(
        place=m.place,
        holder=m.holder,
        layer=m.layer,
        maker=figures.maker,
        day=day,
        map_day=m.day,
        boundary_set=m.boundary_set,
        km2=m.km2,
        share=m.share,
        whole_km2=m.whole_km2,
        km2_with_contested=wide.km2 if wide else None,
        share_with_contested=wide.share if wide else None,
        outside_km2=None if outside is None else round(outside, 2),
    )


def change(figures: Sequence[ControlFigures], asked: Asked) -> tuple[ChangeRow, ...]:
    """What changed between two days: a row for each layer and boundary set."""
    rows = []
    for one in figures:
        found = one.change(asked.places, asked.since, asked.until)
        wide = {c.new.boundary_set: c.km2 for c in found if c.new.contested}
        rows += [
            ChangeRow(
                c.new.place, c.new.holder, one.layer, one.maker, c.old.day, c.new.day,
                c.new.boundary_set, c.km2, wide.get(c.new.boundary_set),
            )
            for c in found
            if not c.new.contested
        ]  # fmt: skip
    return tuple(rows)


def reached(
    figures: Sequence[ControlFigures], asked: Asked, share: float
) -> tuple[ReachedRow, ...]:
    """When the places together were first held to ``share`` percent, by layer, set and counting."""
    rows = []
    for one in figures:
        for name in one.boundary_sets:
            for contested in (False, True) if one.contested else (False,):
                shares = one.shares(asked.places, name, contested)
                if shares:
                    rows.append(_reached(one, asked, (name, contested, share), shares))
    return tuple(rows)


def _reached(
    figures: ControlFigures,
    asked: Asked,
    counting: tuple[str, bool, float],
    shares: list[tuple[date, float]],
) -> ReachedRow:
    name, contested, share = counting
    above = [(day, value >= share) for day, value in shares]
    below = max((at for at, (_, so) in enumerate(above) if not so), default=-1)
    return ReachedRow(
        place="+".join(asked.places),
        holder=figures.holder,
        layer=figures.layer,
        maker=figures.maker,
        boundary_set=name,
        contested=contested,
        share=share,
        first=next((day for day, so in above if so), None),
        since=above[below + 1][0] if below + 1 < len(above) else None,
        first_map=figures.first_day,
        last_map=figures.last_day,
    )
