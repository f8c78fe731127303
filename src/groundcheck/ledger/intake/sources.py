"""From a source of reports to the texts in it, one after another."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses
from groundcheck.ledger.intake import kinds, plain, records
from groundcheck.ledger.intake.given import Given, Refused
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.ledger.streams import Stream, streams, streams_of
from groundcheck.ledger.unpacking import Damaged

Reader = Callable[[Stream, About, IntakeOptions], Iterator[Given | Refused]]
_Told = Callable[[str, str], None]

_PLAIN = IntakeOptions()
_NOTHING = About()


def given(source: str, options: IntakeOptions = _PLAIN) -> Iterator[Given | Refused]:
    """Every text of the file, folder or archive ``source``, and every item that gives none.

    What a file is shows in its first bytes. Files come in the order of ``ledger.sources.items``,
    items of a file in their own; nothing but one item is held. Never raises for what a source
    holds or is: the reason stands in a ``Refused``, and what can still be read goes on.
    """

    def found(refused: _Told) -> Iterator[Stream]:
        return streams(source, refused, options.limits)

    yield from _each(addresses.shown(source), found, _NOTHING, options)


def from_bytes(
    item: str, data: bytes, about: About = _NOTHING, options: IntakeOptions = _PLAIN
) -> Iterator[Given | Refused]:
    """The same for bytes that are there already, which ``about`` tells more of."""

    def found(refused: _Told) -> Iterator[Stream]:
        return streams_of(item, io.BytesIO(data), refused, options.limits)

    yield from _each(item, found, about, options)


def from_file(
    item: str, file: BinaryIO, options: IntakeOptions = _PLAIN
) -> Iterator[Given | Refused]:
    """The same for an open file that can be sought in."""

    def found(refused: _Told) -> Iterator[Stream]:
        return streams_of(item, file, refused, options.limits)

    yield from _each(item, found, _NOTHING, options)


def _each(
    shown: str, found: Callable[[_Told], Iterator[Stream]], about: About, options: IntakeOptions
) -> Iterator[Given | Refused]:
    told: list[Refused] = []
    try:
        for stream in found(lambda name, reason: told.append(Refused(name, reason))):
            yield from told
            told.clear()
            yield from _read(stream, about, options)
        yield from told
    except UnreadableInput as error:
        yield from told
        yield Refused(shown, str(error).removeprefix(f"{shown}: "))


def _read(stream: Stream, about: About, options: IntakeOptions) -> Iterator[Given | Refused]:
    """What one file gives. Damage in its bytes ends it; a source's limit ends the source."""
    count = 0
    try:
        kind = kinds.told(stream.bytes.peek(kinds.HEAD), stream.name, about.content_type)
        for each in _reader(kind)(stream, about, options):
            count += isinstance(each, Given)
            yield each
    except Damaged as error:
        yield Refused(stream.name, f"damaged after {count:,} texts: {error}")


def _reader(kind: kinds.Kind) -> Reader:
    """Readers that need a library are loaded once one is asked for."""
    if kind == "text":
        return plain.read
    if kind == "records":
        return records.read
    if kind == "parquet":
        from groundcheck.ledger.intake import parquet  # noqa: PLC0415

        return parquet.read
    if kind == "page":
        from groundcheck.ledger.intake import page  # noqa: PLC0415

        return page.read
    if kind == "feed":
        from groundcheck.ledger.intake import feeds  # noqa: PLC0415

        return feeds.read
    if kind == "warc":
        from groundcheck.ledger.intake import warc  # noqa: PLC0415

        return warc.read
    return _no_report


def _no_report(stream: Stream, _: About, __: IntakeOptions) -> Iterator[Refused]:
    yield Refused(stream.name, "no report by its kind: markup, data or code")
