"""From the features of one file to a sound map of one day, with a notice for all that was done.

Nothing is mended in silence: an invalid ring is repaired and said to be, a shape without a
geometry, of a status that the description does not list or with a fault is left out and said
to be. A file whose day cannot be is refused as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import shapely
from shapely.geometry.base import BaseGeometry

from groundcheck.errors import BadValue
from groundcheck.geo.layers import CONTESTED, Dating, Ground, Layer
from groundcheck.geo.outlines import AREAS, repaired
from groundcheck.ledger.features import Feature

FIRST_DAY = date(1900, 1, 1)
_DAY_SECONDS = 86_400
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A sound map: the day it speaks of, the moment it was taken ("" where only the day is known).

    ``grounds`` are valid, with shells anticlockwise and holes clockwise; held and contested
    ground do not overlap. A ground that the file does not show is missing.
    """

    day: date
    moment: str
    grounds: Mapping[Ground, BaseGeometry]
    notices: tuple[str, ...] = ()


def cleaned(features: Sequence[Feature], layer: Layer, name: str, latest: date) -> Snapshot:
    """The map that a file shows. ``latest`` is the last day that a map can speak of.

    Raises ``BadValue`` with ``name`` where the file speaks of no day or of an impossible one, and
    where all its shapes would be left out.
    """
    day, moment = _dated(features, layer.dating, name)
    if not FIRST_DAY <= day <= latest:
        raise BadValue(f"{name}: speaks of {day}, which cannot be (latest is {latest})")
    seen = _Seen()
    kept: dict[Ground, list[BaseGeometry]] = {}
    for feature in features:
        ground = layer.ground(feature.properties)
        shape = seen.shape_of(feature, ground)
        if shape is not None and ground is not None:
            kept.setdefault(ground, []).append(shape)
    notices = tuple(seen.notices())
    if not kept:
        # Nothing shown would be measured as nothing held, and is more often a fault than a map.
        why = notices[0] if notices else "it has none"
        raise BadValue(f"{name}: no shape of it can be used ({why})")
    grounds = _apart({ground: shapes for ground, shapes in kept.items() if ground.status != "none"})
    return Snapshot(day, moment, grounds, notices if grounds else (*notices, "shows no ground"))


def _apart(kept: Mapping[Ground, list[BaseGeometry]]) -> dict[Ground, BaseGeometry]:
    """One shape for each ground; what is both held and contested counts as held."""
    found = {ground: union(shapes) for ground, shapes in kept.items()}
    held = [shape for ground, shape in found.items() if ground.status == "held"]
    if CONTESTED in found and held:
        open_ground = shapely.difference(found[CONTESTED], shapely.union_all(held))
        found[CONTESTED] = union([open_ground])
    return {ground: found[ground] for ground in sorted(found) if not found[ground].is_empty}


def union(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """The shapes as one, areas only, shells anticlockwise and holes clockwise."""
    whole = shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)
    if whole.geom_type not in AREAS:
        parts = [part for part in shapely.get_parts(whole) if part.geom_type in AREAS]
        whole = shapely.union_all(parts) if parts else shapely.MultiPolygon()
    return shapely.orient_polygons(whole)


class _Seen:
    """Counts what was left out or repaired, to be told in one line each."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def shape_of(self, feature: Feature, ground: Ground | None) -> BaseGeometry | None:
        """The feature's area, sound; ``None`` where it has none or it cannot be used."""
        shape = feature.geometry
        if shape is None:
            self._left_out(feature.fault or "no geometry")
            return None
        if shape.geom_type not in AREAS or shape.is_empty:
            # Points and lines stand for towns and attacks, which is no ground.
            return None
        if ground is None:
            words = " ".join(f"{key}={value}" for key, value in feature.properties.items())
            short = " ".join(words.split())[:_SHORT]
            self._left_out(f"a status that the description does not list ({short})")
            return None
        sound, fault = repaired(shape)
        if fault:
            self._counts[f"shape {fault}"] += 1
        return None if sound.is_empty else sound

    def _left_out(self, why: str) -> None:
        self._counts[f"shape left out: {why}"] += 1

    def notices(self) -> Iterator[str]:
        for words, count in sorted(self._counts.items()):
            yield f"{count} × {words}" if count > 1 else words


def _dated(features: Iterable[Feature], dating: Dating, name: str) -> tuple[date, str]:
    if dating.source == "property":
        return _by_property(features, dating.name, name)
    found = dating.pattern.search(name) if dating.pattern else None
    if found is None:
        raise BadValue(f"{name}: no {dating.source} of the described form, so no day")
    try:
        if dating.source == "file name":
            year, month, day = map(int, found.groups())
            return date(year, month, day), ""
        # The first day of Unix time is what clocks say that were never set.
        if int(found[1]) < _DAY_SECONDS:
            raise ValueError
        moment = datetime.fromtimestamp(int(found[1]), UTC)
    except (ValueError, TypeError, OverflowError, OSError):
        raise BadValue(f"{name}: {found.group()!r} is no day of the calendar") from None
    return moment.date(), moment.isoformat()


def _by_property(features: Iterable[Feature], key: str, name: str) -> tuple[date, str]:
    written = {str(f.properties[key]) for f in features if f.properties.get(key)}
    if not written:
        raise BadValue(f"{name}: no feature has the property {key!r}, so no day")
    latest = max(written)
    try:
        return date.fromisoformat(latest[:10]), latest if len(latest) > 10 else ""
    except ValueError:
        raise BadValue(f"{name}: {key} = {latest!r} is no day of the calendar") from None
