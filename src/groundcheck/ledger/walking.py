"""The way through a source: into folders and archives, archives inside, up to every plain file.

What is done with a plain file is for those to say that inherit from ``Walk``.
"""

from __future__ import annotations

import io
import stat
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses, entry_names, shapefiles
from groundcheck.ledger.archives import Member, tar_members, zip_members
from groundcheck.ledger.fetch import fetch
from groundcheck.ledger.folders import disk_member, folder_members, reason_of
from groundcheck.ledger.limits import Budget, in_words
from groundcheck.ledger.shapefiles import Item
from groundcheck.ledger.unpacking import HEAD, Damaged, Forward, Kind, kind_of, unpacked

T = TypeVar("T")
_LAYERS = 5
"""An archive in an archive is common, a packed tar counts as two layers, more is a trick."""
_PACKED = (".gz", ".xz", ".bz2")


def after(given: int) -> str:
    """How far a damaged source was given, for a message."""
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
class Walk(Generic[T]):
    """One way through a source, with what it needs at every depth.

    ``refused`` is told the name and the reason of everything that is not given. Raises
    ``UnreadableInput`` where the source as a whole cannot be read or passes a limit, ``Damaged``
    where its outermost archive is damaged.
    """

    refused: Callable[[str, str], None]
    budget: Budget

    @abstractmethod
    def members(
        self, members: Iterable[Member], within: str, hold: int, layers: int
    ) -> Iterator[T]:
        """The files of a folder or an archive, of which ``hold`` bytes may wait for others."""

    @abstractmethod
    def plain(self, member: Member, whole: bool = False) -> Iterator[T]:
        """What is given for a file that is no archive; ``whole`` where it is the whole source."""

    def kind(self, member: Member) -> Kind | None:
        """What archive the entry is to be opened as; None where it is a plain file."""
        return kind_of(member.stream.peek(HEAD))

    def source(self, source: str, shown: str) -> Iterator[T]:
        """What a path or an address holds; ``shown`` is its name in messages."""
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

    def whole(self, member: Member, shown: str) -> Iterator[T]:
        """A single file as the whole source."""
        if not member.size:
            raise UnreadableInput(f"{shown}: empty, there is nothing to read")
        yield from self.opened(member, "", 0)

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

    def inside(self, member: Member, layers: int) -> Iterator[T]:
        """An entry; damage of an archive inside ends that archive, and the rest goes on."""
        if self.kind(member) is None:
            yield from self.plain(member)
            return
        given = 0
        try:
            for item in self.opened(member, member.name + "/", layers):
                given += 1
                yield item
        except Damaged as error:
            self.refused(member.name, f"{after(given)}: {error}")

    def opened(self, member: Member, within: str, layers: int) -> Iterator[T]:
        """What an archive holds, or a plain file as it is."""
        limit = self.budget.limits.file
        kind = self.kind(member)
        if kind is None:
            if not within:
                self.budget.entry()
            yield from self.plain(member, whole=not within)
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
            yield from self.opened(Member(bare(member.name), stream=plain), within, layers + 1)

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
            yield Item(bare(member.name), bytes(data))


def bare(name: str) -> str:
    """``map.geojson`` for ``map.geojson.gz``; a server may have unpacked it and kept the name."""
    stem, dot, suffix = name.rpartition(".")
    return stem if dot + suffix.lower() in _PACKED and stem else name
