"""What a user names as a source of map files, turned into named bytes.

A source is a file, a folder, an archive or the web address of one of these. What it is shows in
its first bytes, whatever its name; an archive inside is opened like the one outside.
"""

from __future__ import annotations

import io
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses, entry_names, shapefiles
from groundcheck.ledger.archives import Member, tar_members, zip_members
from groundcheck.ledger.fetch import fetch
from groundcheck.ledger.folders import disk_member, folder_members, reason_of
from groundcheck.ledger.limits import LIMITS, Budget, Limits, in_words
from groundcheck.ledger.shapefiles import Item
from groundcheck.ledger.unpacking import HEAD, Damaged, Forward, Kind, kind_of, unpacked

__all__ = ["Item", "Limits", "items"]

_LAYERS = 5
"""An archive in an archive is common, a packed tar counts as two layers, more is a trick."""
_PACKED = (".gz", ".xz", ".bz2")


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
        for item in _Walk(refused, wanted or _all, budget).source(source, shown):
            given += 1
            yield item
    except Damaged as error:
        raise UnreadableInput(f"{shown}: {_after(given)}: {error}") from None
    if not budget.entries:
        raise UnreadableInput(f"{shown}: no files in it")


def _all(_: str) -> bool:
    return True


def _after(given: int) -> str:
    return f"damaged after {given:,} file" + "s" * (given != 1)


@contextmanager
def _one_line(shown: str) -> Iterator[None]:
    """What the system will not open, as one line."""
    try:
        yield
    except FileNotFoundError:
        raise UnreadableInput(f"{shown}: no such file or folder") from None
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"{shown}: {reason_of(error)}") from None


@dataclass(frozen=True, slots=True)
class _Walk:
    """One way through a source, with what it needs at every depth."""

    refused: Callable[[str, str], None]
    wanted: Callable[[str], bool]
    budget: Budget

    def source(self, source: str, shown: str) -> Iterator[Item]:
        scheme = addresses.SCHEME.match(source)
        if scheme is not None and scheme[1].lower() not in ("http", "https"):
            way = "give a path, or an http or https address"
            raise UnreadableInput(f"{shown}: {scheme[1]} addresses are not read; {way}")
        if scheme is not None:
            with fetch(source, self.budget.limits) as file:
                member = disk_member(addresses.base_name(source), file, self.budget)
                yield from self.whole(member, shown)
            return
        path = Path(source)
        stem = shapefiles.stem_of(path.name)
        with _one_line(shown):
            kind = path.stat().st_mode
            if stat.S_ISDIR(kind):
                found = folder_members(path, self.budget)
            elif not stat.S_ISREG(kind):
                raise UnreadableInput(f"{shown}: neither a file nor a folder")
            elif path.suffix.lower() == ".shp" and stem is not None:
                found = folder_members(path.parent, self.budget, only=stem)
            else:
                found, file = None, path.open("rb")
        if found is not None:
            yield from self.members(found, "", 0, 0)
            return
        with file:
            yield from self.whole(disk_member(path.name, file, self.budget), shown)

    def whole(self, member: Member, shown: str) -> Iterator[Item]:
        """A single file as the whole source."""
        if not member.size:
            raise UnreadableInput(f"{shown}: empty, there is nothing to read")
        yield from self.opened(member, "", 0)

    def members(
        self, members: Iterable[Member], within: str, hold: int, layers: int
    ) -> Iterator[Item]:
        """The files of a folder or an archive; ``hold`` bytes of Shapefiles wait for the rest."""
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

    def accepted(self, member: Member, within: str) -> Member | None:
        """The entry under its name in the source; None where it is passed over or refused."""
        if member.name.endswith("/"):
            return None
        problem = entry_names.why_refused(member.name)
        name = entry_names.tidy(member.name)
        if problem is None and entry_names.passed_over(name):
            return None
        problem = problem or member.problem
        if problem is not None:
            self.refused(within + entry_names.shown(member.name), problem)
            return None
        return replace(member, name=within + name)

    def inside(self, member: Member, layers: int) -> Iterator[Item]:
        """An entry; damage of an archive inside ends that archive, and the rest goes on."""
        if _kind(member) is None:
            if self.wanted(member.name):
                yield from self.read(member)
            return
        given = 0
        try:
            for item in self.opened(member, member.name + "/", layers):
                given += 1
                yield item
        except Damaged as error:
            self.refused(member.name, f"{_after(given)}: {error}")

    def opened(self, member: Member, within: str, layers: int) -> Iterator[Item]:
        """What an archive holds, or a plain file as it is."""
        limit = self.budget.limits.file
        kind = _kind(member)
        if kind is None and not within:
            self.budget.entry()
            yield from self.read(member)
        elif kind is None:
            if self.wanted(member.name):
                yield from self.read(member)
        elif layers == _LAYERS:
            self.refused(member.name, f"packed more than {_LAYERS} times over")
        elif kind == "tar":
            yield from self.members(tar_members(member.stream), within, limit, layers + 1)
        elif kind == "zip":
            file = member.file
            if file is None:
                # The list of a zip's entries stands at its end, so that it is read whole first.
                file = next((io.BytesIO(it.data) for it in self.read(member)), None)
            if file is not None:
                entries = zip_members(file, self.budget)
                yield from self.members(entries, within, 0, layers + 1)
        else:
            plain = Forward(self.budget.metered(unpacked(kind, member.stream)))
            yield from self.opened(Member(_bare(member.name), stream=plain), within, layers + 1)

    def read(self, member: Member) -> Iterator[Item]:
        """The entry as an item, none where it is too large. Its size is not trusted."""
        most = self.budget.limits.file
        data = bytearray()
        if member.size <= most:
            for chunk in member.stream.rest():
                data += chunk
                if len(data) > most:
                    break
        if max(member.size, len(data)) > most:
            self.refused(member.name, f"larger than {in_words(most)} unpacked, which is refused")
        else:
            yield Item(_bare(member.name), bytes(data))


def _kind(member: Member) -> Kind | None:
    """What archive the entry is. A KMZ is a zip by its bytes, but one map by its meaning."""
    kind = kind_of(member.stream.peek(HEAD))
    return None if kind == "zip" and member.name.lower().endswith(".kmz") else kind


def _bare(name: str) -> str:
    """``map.geojson`` for ``map.geojson.gz``; a server may have unpacked it and kept the name."""
    stem, dot, suffix = name.rpartition(".")
    return stem if dot + suffix.lower() in _PACKED and stem else name
