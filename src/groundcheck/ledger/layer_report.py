"""What there is to know about a stored layer before anything is believed of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from groundcheck.geo.control import ControlFigures
from groundcheck.ledger.descriptions import read_boundaries, read_layer
from groundcheck.ledger.layer_figures import layer_figures, old_days, stored_outlines
from groundcheck.ledger.layer_store import File, LayerStore, day_files

JUMP_KM2 = 50.0
"""A change of more than this a day is marked: a front seldom moves so much, a redrawing does."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A layer in the store in one line."""

    name: str
    maker: str
    source: str
    maps: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class BoundarySummary:
    """A boundary set in the store in one line."""

    name: str
    maker: str
    source: str
    outlines: int
    repaired: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two maps for which the earlier one no longer speaks, and how many."""

    after: date
    until: date
    days: int


@dataclass(frozen=True, slots=True)
class Jump:
    """A change of the ground held by ``holder`` of more than ``JUMP_KM2`` a day."""

    holder: str
    after: date
    day: date
    km2: float


@dataclass(frozen=True, slots=True)
class Residue:
    """What of the last map lies outside every outline of a boundary set, and the most ever."""

    holder: str
    boundary_set: str
    last_km2: float
    most_km2: float


@dataclass(frozen=True, slots=True)
class Report:
    """A layer's files, and what is odd about them.

    ``refused`` were not used at all and ``noticed`` were with something repaired or left out;
    ``repeated`` tells for a day with several files how many there are, ``old`` for a map that
    repeats one of long ago, and is therefore not measured, the day of that one.
    """

    summary: Summary
    definition: str
    licence: str
    refused: tuple[File, ...]
    noticed: tuple[File, ...]
    repeated: tuple[tuple[date, int], ...]
    old: tuple[tuple[date, date], ...]
    gaps: tuple[Gap, ...]
    jumps: tuple[Jump, ...]
    residues: tuple[Residue, ...]


def summaries(store: LayerStore) -> tuple[Summary, ...]:
    """Every layer of the store, by name."""
    return tuple(_summary(store, stored.name) for stored in store.layers())


def _summary(store: LayerStore, name: str) -> Summary:
    stored = store.layer(name)
    maker = read_layer(stored.description, name).maker
    days = list(day_files(store.files(name)))
    first, last = (days[0], days[-1]) if days else (None, None)
    return Summary(name, maker, stored.source, len(days), first, last)


def boundary_summaries(store: LayerStore) -> tuple[BoundarySummary, ...]:
    """Every boundary set of the store, by name."""
    found = []
    for stored in store.boundaries():
        outlines = store.outlines(stored.name)
        maker = read_boundaries(stored.description, stored.name).maker
        repaired = sum(1 for outline in outlines if outline.notice)
        found.append(BoundarySummary(stored.name, maker, stored.source, len(outlines), repaired))
    return tuple(found)


def report_of(store: LayerStore, name: str) -> Report:
    """Everything about one layer. Raises ``BadValue`` where there is none of that name."""
    layer = read_layer(store.layer(name).description, name)
    files = store.files(name)
    figures = layer_figures(store, layer, stored_outlines(store))
    count: dict[date, int] = {}
    for file in files:
        if file.day is not None:
            count[file.day] = count.get(file.day, 0) + 1
    return Report(
        summary=_summary(store, name),
        definition=layer.definition,
        licence=layer.licence,
        refused=tuple(file for file in files if file.day is None),
        noticed=tuple(file for file in files if file.day is not None and file.notices),
        repeated=tuple((day, n) for day, n in sorted(count.items()) if n > 1),
        old=tuple(old_days(store.maps(name), layer).items()),
        gaps=_gaps(sorted(count), layer.valid_days),
        jumps=tuple(jump for one in figures for jump in _jumps(one)),
        residues=tuple(
            Residue(one.holder, each.boundary_set, each.km2[-1], max(each.km2))
            for one in figures
            for each in one.outside
        ),
    )


def _gaps(days: Sequence[date], valid_days: int) -> tuple[Gap, ...]:
    """Where the map before no longer speaks when the next one comes."""
    speaks = timedelta(days=valid_days or 1)
    return tuple(
        Gap(before, after, (after - before - speaks).days - 1)
        for before, after in pairwise(days)
        if after - before > speaks + timedelta(days=1)
    )


def _jumps(figures: ControlFigures) -> list[Jump]:
    chosen = figures.boundary_sets[0]
    parts = [each for each in figures.series if each.boundary_set == chosen]
    found = []
    for slot, (before, after) in enumerate(pairwise(figures.days)):
        km2 = sum(part.km2[slot + 1] - part.km2[slot] for part in parts)
        if abs(km2) > JUMP_KM2 * (after - before).days:
            found.append(Jump(figures.holder, before, after, round(km2, 1)))
    return found
