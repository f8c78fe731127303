"""A Shapefile is several files of one name; here they become one item, a zip of its parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_PARTS = {"shp", "shx", "dbf", "prj", "cpg"}
_NEEDED = _PARTS - {"cpg"}


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a source: its path there with ``/``, and its bytes."""

    name: str
    data: bytes


def stem_of(name: str) -> str | None:
    """``maps/day`` for ``maps/day.shp`` or a side file of it; None for any other name."""
    stem, _, suffix = name.rpartition(".")
    return stem if stem and suffix.lower() in _PARTS else None


def item_name(stem: str) -> str:
    """The name under which the Shapefile of that stem is handed on."""
    return f"{stem}.shp.zip"


def order(name: str) -> tuple[str, str]:
    """A key to sort names by that leaves the parts of a Shapefile together."""
    stem = stem_of(name)
    return (name, "") if stem is None else (item_name(stem), name)


class Gatherer:
    """Parts in, whole Shapefiles out.

    A tar may give the parts of one Shapefile far from each other. At most ``hold`` bytes wait
    for their other parts; then the Shapefiles begun first go out as they stand, and a part that
    still comes for one of them is told to ``refused``. A Shapefile above ``most`` bytes is refused.
    """

    def __init__(self, hold: int, most: int, refused: Callable[[str, str], None]) -> None:
        self._hold, self._most, self._refused = hold, most, refused
        self._begun: dict[str, dict[str, bytes]] = {}
        self._held = 0
        self._done: set[str] = set()

    def put(self, stem: str, name: str, data: bytes) -> Iterator[Item]:
        """Take a part, and give its Shapefile if this was the last one missing."""
        if stem in self._done:
            self._refused(name, "its Shapefile has been closed without it, or was refused")
            return
        parts = self._begun.setdefault(stem, {})
        parts[name.rpartition(".")[2].lower()] = data
        self._held += len(data)
        if sum(map(len, parts.values())) > self._most:
            self._close(stem)
            self._refused(f"{stem}.shp", "too large with its side files")
        elif len(parts) == len(_PARTS):
            yield from self._out(stem)

    def make_room(self, keep: str | None) -> Iterator[Item]:
        """Close Shapefiles, but not ``keep``, until no more is held than may be."""
        while self._held > self._hold:
            oldest = next((stem for stem in self._begun if stem != keep), None)
            if oldest is None:
                return
            yield from self._out(oldest)

    def whole(self) -> Iterator[Item]:
        """Close only those that miss no part they need: the source has broken off."""
        for stem in [stem for stem, parts in self._begun.items() if parts.keys() >= _NEEDED]:
            yield from self._out(stem)

    def rest(self) -> Iterator[Item]:
        """Close all: the source is at its end."""
        for stem in list(self._begun):
            yield from self._out(stem)

    def _out(self, stem: str) -> Iterator[Item]:
        parts = self._close(stem)
        if "shp" in parts:
            yield Item(item_name(stem), _zipped(stem.rpartition("/")[2], parts))
        else:
            self._refused(f"{stem}.{min(parts)}", "a side file of a Shapefile without its .shp")

    def _close(self, stem: str) -> dict[str, bytes]:
        parts = self._begun.pop(stem)
        self._held -= sum(map(len, parts.values()))
        self._done.add(stem)
        return parts


def _zipped(base: str, parts: dict[str, bytes]) -> bytes:
    """The same bytes for the same parts: stored as they are, and without a time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for suffix in sorted(parts):
            archive.writestr(zipfile.ZipInfo(f"{base}.{suffix}"), parts[suffix])
    return file.getvalue()
