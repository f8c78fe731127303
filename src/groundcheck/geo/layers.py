"""A control layer: one maker's dated polygons, and how its own words are to be taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Status = Literal["held", "contested", "none"]
STATUSES: tuple[Status, ...] = ("held", "contested", "none")

DateFrom = Literal["file name", "property", "unix time"]
DATES: tuple[DateFrom, ...] = ("file name", "property", "unix time")


class Ground(NamedTuple):
    """What kind of ground a shape is: held by ``holder``, or contested, by nobody yet."""

    holder: str
    status: Status


CONTESTED = Ground("", "contested")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a shape is whose properties match all of ``where`` (searched in the property's text)."""

    where: tuple[tuple[str, re.Pattern[str]], ...]
    ground: Ground

    def matches(self, properties: Mapping[str, Any]) -> bool:
        """Whether a shape with these properties is what the rule speaks of."""
        return all(
            properties.get(name) is not None and pattern.search(str(properties[name]))
            for name, pattern in self.where
        )


@dataclass(frozen=True, slots=True)
class Dating:
    """Where the day that a file speaks of is written.

    ``pattern`` is searched in the file's name and has three groups (year, month, day), or one
    for the seconds of a Unix time; ``name`` is the property that holds an ISO date.
    """

    source: DateFrom
    pattern: re.Pattern[str] | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """What ``holder`` holds in ``regions`` of ``country`` is shown by the layer.

    In ``partial`` ones among them the layer leaves out ground that has long been held, so that
    changes can be told there but no totals. ``contested`` says whether the layer tells
    contested ground from the rest.
    """

    holder: str
    country: str
    regions: frozenset[str]
    partial: frozenset[str] = frozenset()
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """One maker's layer, as its description has it.

    ``origin`` is whose survey the maps rest on in the end: layers with one origin count once.
    ``valid_days`` is for how long a map speaks, if no newer one comes (0: until the next one);
    ``precision_km`` how far its lines may lie from where they mean to be.
    """

    name: str
    maker: str
    origin: str
    definition: str
    licence: str
    attribution: str
    dating: Dating
    rules: tuple[Rule, ...]
    covers: tuple[Cover, ...]
    files: re.Pattern[str] | None = None
    collection: str = ""
    crs: str = ""
    valid_days: int = 3
    precision_km: float = 1.0

    def wants(self, file: str) -> bool:
        """Whether a file of this name is one of the layer's maps."""
        return self.files is None or bool(self.files.search(file))

    def ground(self, properties: Mapping[str, Any]) -> Ground | None:
        """What the first rule that matches says; ``None`` where none does."""
        return next((rule.ground for rule in self.rules if rule.matches(properties)), None)


@dataclass(frozen=True, slots=True)
class BoundarySet:
    """One maker's outlines of regions, and how they are named.

    The name stands in the property ``name``, or in the file's name where ``pattern`` finds it;
    ``ids`` gives the region's id for it ("UA-32+UA-30" for an outline that has both in it),
    and ``template`` makes one of any other ("UA-{}"; "{}" where it is an ISO code already).
    """

    name: str
    maker: str
    licence: str
    attribution: str
    property: str = ""
    pattern: re.Pattern[str] | None = None
    ids: Mapping[str, str] | None = None
    template: str = ""
    files: re.Pattern[str] | None = None
    crs: str = ""

    def wants(self, file: str) -> bool:
        """Whether a file of this name may hold outlines of the set."""
        return self.files is None or bool(self.files.search(file))
