"""What a user names as a source of map files, turned into named bytes.

A source is a file, a folder, an archive or the web address of one of these. What it is shows in
its first bytes, whatever its name; an archive inside is opened like the one outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses, shapefiles
from groundcheck.ledger.archives import Member
from groundcheck.ledger.limits import LIMITS, Budget, Limits
from groundcheck.ledger.shapefiles import Item
from groundcheck.ledger.unpacking import HEAD, Damaged, Kind, kind_of
from groundcheck.ledger.walking import Walk, after

__all__ = ["Item", "Limits", "items"]


def items(
    source: str,
    refused: Callable[[str, str], None],
    limits: Limits = LIMITS,
    wanted: Callable[[str], bool] | None = None,
) -> Iterator[Item]:
    """Every file of ``source``, one at a time.

    Folders and zips give their files by name, a tar in its own order. The parts of a Shapefile
    come as one item ``NAME.shp.zip``; ``map.geojson.gz`` comes as ``map.geojson``; what an archive
    inside holds comes as ``days.zip/map.geojson``. Only names for which ``wanted`` is true are
    read, but a file that is the whole source always is. ``refused`` is told the name and the
    reason of everything else that is not given: links, devices, names that lead elsewhere, files
    above the limit, damaged archives inside. Hidden files are passed over without a word.

    Raises ``UnreadableInput`` where the source cannot be read or holds nothing, where it passes a
    limit as a whole, and where it is damaged, after what stood before the damage has been given.
    """
    shown = addresses.shown(source)
    budget = Budget(shown, limits)
    given = 0
    try:
        for item in _Files(refused, budget, wanted or _all).source(source, shown):
            given += 1
            yield item
    except Damaged as error:
        raise UnreadableInput(f"{shown}: {after(given)}: {error}") from None
    if not budget.entries:
        raise UnreadableInput(f"{shown}: no files in it")


def _all(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Files(Walk[Item]):
    """Every wanted file read whole, the parts of a Shapefile as one."""

    wanted: Callable[[str], bool]

    def members(
        self, members: Iterable[Member], within: str, hold: int, layers: int
    ) -> Iterator[Item]:
        """The files by name; ``hold`` bytes of Shapefiles wait for the rest of theirs."""
        shapes = shapefiles.Gatherer(hold, self.budget.limits.file, self.refused)
        try:
            for raw in members:
                self.budget.entry()
                member = self.accepted(raw, within)
                if member is None:
                    continue
                stem = shapefiles.stem_of(member.name)
                yield from shapes.make_room(stem)
                if stem is None:
                    yield from self.inside(member, layers)
                elif self.wanted(shapefiles.item_name(stem)):
                    for part in self.read(member):
                        yield from shapes.put(stem, part.name, part.data)
        except Damaged:
            yield from shapes.whole()
            raise
        yield from shapes.rest()

    def plain(self, member: Member, whole: bool = False) -> Iterator[Item]:
        """The file's bytes, where its name is wanted or it is all there is."""
        if whole or self.wanted(member.name):
            yield from self.read(member)

    def kind(self, member: Member) -> Kind | None:
        """What archive the entry is. A KMZ is a zip by its bytes, but one map by its meaning."""
        kind = kind_of(member.stream.peek(HEAD))
        return None if kind == "zip" and member.name.lower().endswith(".kmz") else kind
