"""What a user names as a source of reports, turned into named streams that are read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses
from groundcheck.ledger.archives import Member
from groundcheck.ledger.folders import disk_member
from groundcheck.ledger.limits import LIMITS, Budget, Limits
from groundcheck.ledger.unpacking import HEAD, Damaged, Forward, Kind, kind_of
from groundcheck.ledger.walking import Walk, after, bare

_OFFICE = (b"[Content_Types].xml", b"mimetype")
"""The first entry of an office document or an electronic book, which are zips by their bytes."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One file of a source: its name with ``/``, and its bytes, unpacked.

    What a folder or an archive holds has its name before its own: ``news.zip/a.txt``.

    The bytes are there until the next stream is asked for. Reading them raises ``Damaged`` where
    they are not what they say, and another ``UnreadableInput`` where the source passes a limit.
    """

    name: str
    bytes: Forward


def streams(
    source: str, refused: Callable[[str, str], None], limits: Limits = LIMITS
) -> Iterator[Stream]:
    """Every file of the file, folder or archive ``source``, one at a time, none held whole.

    Names, order, limits and refusals are those of ``sources.items``, but no limit is set for one
    file, and the parts of a Shapefile are files like others. Raises ``UnreadableInput`` for a web
    address, and where ``items`` does.
    """
    shown = addresses.shown(source)
    scheme = addresses.SCHEME.match(source)
    if scheme is not None and scheme[1].lower() in ("http", "https"):
        raise UnreadableInput(f"{shown}: a web address, not a file or a folder")
    budget = Budget(shown, limits)
    walk = _Streams.of(Path(source).name, refused, budget)
    yield from _told(walk.source(source, shown), budget, shown)


def streams_of(
    name: str, file: BinaryIO, refused: Callable[[str, str], None], limits: Limits = LIMITS
) -> Iterator[Stream]:
    """The same for an open file that can be sought in."""
    budget = Budget(name, limits)
    walk = _Streams.of(name, refused, budget)
    yield from _told(walk.whole(disk_member(name, file, budget), name), budget, name)


def _told(found: Iterator[Stream], budget: Budget, shown: str) -> Iterator[Stream]:
    given = 0
    try:
        for stream in found:
            given += 1
            yield stream
    except Damaged as error:
        raise UnreadableInput(f"{shown}: {after(given)}: {error}") from None
    if not budget.entries:
        raise UnreadableInput(f"{shown}: no files in it")


@dataclass(frozen=True, slots=True)
class _Streams(Walk[Stream]):
    """Every file as it is met, with ``before`` before the names of what is within."""

    before: str

    @classmethod
    def of(cls, name: str, refused: Callable[[str, str], None], budget: Budget) -> _Streams:
        """The way through the source of that name, which is "" or ".." for some folders."""
        before = "" if name in ("", "..") else name + "/"

        def told(inner: str, reason: str) -> None:
            refused(inner if inner == name else before + inner, reason)

        return cls(told, budget, before)

    def members(
        self,
        members: Iterable[Member],
        within: str,
        hold: int,  # noqa: ARG002
        layers: int,
    ) -> Iterator[Stream]:
        """The files, none of which waits for another."""
        for raw in members:
            self.budget.entry()
            member = self.accepted(raw, within)
            if member is not None:
                yield from self.inside(member, layers)

    def plain(self, member: Member, whole: bool = False) -> Iterator[Stream]:
        """The file's stream."""
        yield Stream(("" if whole else self.before) + bare(member.name), member.stream)

    def kind(self, member: Member) -> Kind | None:
        """What archive the entry is; an office document is one thing by its meaning."""
        head = member.stream.peek(HEAD)
        kind = kind_of(head)
        return None if kind == "zip" and head[30:].startswith(_OFFICE) else kind
