"""Bringing a maker's files into the store: read, cleaned, kept, and each refusal told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

import shapely

from groundcheck.errors import BadValue, GroundcheckError
from groundcheck.geo.layers import BoundarySet, Layer
from groundcheck.geo.outlines import AREAS, repaired
from groundcheck.ledger.cleaning import Snapshot, cleaned, union
from groundcheck.ledger.features import Feature
from groundcheck.ledger.formats import read_features
from groundcheck.ledger.layer_store import File, LayerStore, StoredOutline
from groundcheck.ledger.sources import Item

Tell = Callable[[str], None]


@dataclass(slots=True)
class Imported:
    """What came of an import: files new, known before, refused, and lines about what was done."""

    new: int = 0
    known: int = 0
    refused: int = 0
    lines: list[str] = field(default_factory=list)


def import_layer(
    store: LayerStore, layer: Layer, items: Iterable[Item], latest: date, progress: Tell
) -> Imported:
    """Put every file of a layer that is not in the store yet into it.

    A file that cannot be used is refused with a line and the rest goes on. An error of the
    source (an archive cut short) is raised after what came before it has been kept.
    ``progress`` is called with the name of each file and each year done.
    """
    outcome = Imported()
    # A refused file is looked at again: it may have been mended, or its day have come.
    before = {file.name: file.sha256 for file in store.files(layer.name) if file.day}
    try:
        for item in items:
            progress(item.name)
            _import_file(store, layer, item, (before, latest, outcome))
    finally:
        staged = store.staged_years(layer.name)
        for year in staged:
            store.pack(layer.name, year)
            progress(str(year))
        if staged:
            store.tidy()
    return outcome


def _import_file(
    store: LayerStore, layer: Layer, item: Item, state: tuple[dict[str, str], date, Imported]
) -> None:
    known, latest, outcome = state
    digest = hashlib.sha256(item.data).hexdigest()
    if known.get(item.name) == digest:
        outcome.known += 1
        return
    if item.name in known:
        outcome.refused += 1
        changed = "differs from the file of that name imported before; remove the layer to replace"
        outcome.lines.append(f"{item.name}: {changed} it")
        return
    snapshot, reason = _snapshot(layer, item, latest)
    notices = snapshot.notices if snapshot else (reason,)
    outcome.lines += [f"{item.name}: {notice}" for notice in notices]
    outcome.new += snapshot is not None
    outcome.refused += snapshot is None
    day, moment = (snapshot.day, snapshot.moment) if snapshot else (None, "")
    store.stage(layer.name, File(item.name, digest, day, moment, tuple(notices)), snapshot)
    if snapshot:
        known[item.name] = digest


def _snapshot(layer: Layer, item: Item, latest: date) -> tuple[Snapshot | None, str]:
    try:
        features = read_features(item.data, item.name, layer.collection, layer.crs)
        return cleaned(features, layer, item.name, latest), ""
    except GroundcheckError as error:
        return None, f"refused: {str(error).removeprefix(f'{item.name}: ')}"


def outlines_of(
    boundaries: BoundarySet, items: Iterable[Item], tell: Tell
) -> tuple[StoredOutline, ...]:
    """The outlines of a boundary set by region; ``tell`` gets a line for all that was left out.

    Raises ``BadValue`` where no outline of a known region is found.
    """
    found: dict[str, StoredOutline] = {}
    for item in items:
        digest = hashlib.sha256(item.data).hexdigest()
        try:
            features = read_features(item.data, item.name, "", boundaries.crs)
        except GroundcheckError as error:
            tell(str(error))
            continue
        for region, shapes in _by_region(boundaries, features, item.name, tell):
            if region in found:
                tell(f"{item.name}: {region} was outlined before; the first one is kept")
                continue
            sound = [repaired(shape) for shape in shapes]
            notice = "; ".join(fault for _, fault in sound if fault)
            if notice:
                tell(f"{item.name}: {region} {notice}")
            outline = union([shape for shape, _ in sound])
            found[region] = StoredOutline(region, outline, digest, notice)
    if not found:
        raise BadValue(f"{boundaries.name}: no outline of a region that the description knows")
    return tuple(found[region] for region in sorted(found))


def _by_region(
    boundaries: BoundarySet, features: Iterable[Feature], name: str, tell: Tell
) -> Iterator[tuple[str, list[shapely.Geometry]]]:
    shapes: dict[str, list[shapely.Geometry]] = {}
    for feature in features:
        region = _region(boundaries, feature, name)
        if feature.geometry is None or feature.geometry.geom_type not in AREAS:
            tell(f"{name}: {feature.fault or 'a shape without an area'} ({region or 'no region'})")
        elif region is not None:
            shapes.setdefault(region, []).append(feature.geometry)
    if not shapes:
        tell(f"{name}: passed over: names no region that the description knows")
    yield from shapes.items()


def _region(boundaries: BoundarySet, feature: Feature, name: str) -> str | None:
    """The id of the region that a feature outlines."""
    written = str(feature.properties.get(boundaries.property) or "")
    if boundaries.pattern is not None:
        found = boundaries.pattern.search(name)
        written = found[1] if found and found.groups() else ""
    if not written:
        return None
    known = boundaries.ids or {}
    if written in known:
        return known[written]
    return boundaries.template.replace("{}", written) if boundaries.template else None
