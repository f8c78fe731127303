"""A stream of JSON cut into its records, without holding more than one: lines, or an array's."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

from groundcheck.ledger.decoding import marked

Part = bytes | None
"""A record's bytes; None for one that is longer than may be held."""

_SIGNS = re.compile(rb'["\\{}\[\],]')


def in_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same text in UTF-8 without its byte-order mark; without a mark, the same bytes."""
    decoder = None
    for count, chunk in enumerate(chunks):
        mark = None if count else marked(chunk)
        if mark == "utf-8-sig":
            yield chunk[len(codecs.BOM_UTF8) :]
            continue
        if mark is not None:
            decoder = codecs.getincrementaldecoder(mark)("replace")
        yield chunk if decoder is None else decoder.decode(chunk).encode("utf-8", "replace")


def lines(chunks: Iterable[bytes], most: int) -> Iterator[Part]:
    """The lines, with ``None`` for each that is longer than ``most`` bytes."""
    held = _Held(most)
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        held.add(first)
        for piece in others:
            yield held.out()
            held.add(piece)
    if not held.blank:
        yield held.out()


def elements(chunks: Iterable[bytes], most: int) -> Iterator[Part]:
    """What stands between the commas of an array, which is all there is in ``chunks``.

    Brackets are counted outside strings only, and nothing is looked into. Raises ``EOFError``
    where the array does not end, after the elements before have been given.
    """
    held = _Held(most)
    depth, quoted, escaped = 0, False, -1
    for chunk in chunks:
        begin = 0
        for found in _SIGNS.finditer(chunk):
            at, sign = found.start(), found[0]
            if at == escaped:
                continue
            if sign == b"\\":
                escaped = at + 1
            elif sign == b'"':
                quoted = not quoted
            elif quoted:
                continue
            elif sign in b"{[":
                depth += 1
                begin = at + 1 if depth == 1 else begin
            elif depth > 1:
                depth -= sign in b"}]"
            else:
                held.add(chunk[begin:at])
                if sign == b"," or not held.blank:
                    yield held.out()
                begin = at + 1
                if sign != b",":
                    return
        held.add(chunk[begin:])
        escaped -= len(chunk)
    raise EOFError


class _Held:
    """Pieces of one record, let go once they are more than ``most`` bytes."""

    def __init__(self, most: int) -> None:
        self._most, self._bytes, self._over = most, bytearray(), False

    @property
    def blank(self) -> bool:
        return not self._over and not self._bytes.strip()

    def add(self, piece: bytes) -> None:
        self._over = self._over or len(self._bytes) + len(piece) > self._most
        if self._over:
            self._bytes.clear()
        else:
            self._bytes += piece

    def out(self) -> Part:
        part = None if self._over else bytes(self._bytes)
        self._bytes.clear()
        self._over = False
        return part
