"""Records of JSON: a line each, the elements of an array, or one document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from groundcheck.ledger.intake import fields
from groundcheck.ledger.intake.given import Given, Refused
from groundcheck.ledger.intake.json_parts import Part, elements, in_utf8, lines
from groundcheck.ledger.intake.making import made
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.ledger.limits import in_words
from groundcheck.ledger.streams import Stream
from groundcheck.ledger.unpacking import Forward

LONGEST = 16 * 2**20
"""Bytes of one record; a text of the longest that is read fits in with every sign escaped."""
_BY_LINES = (".jsonl", ".ndjson")
_BLANK = b" \t\r\n"
_BAD = (ValueError, RecursionError)


def read(stream: Stream, about: About, options: IntakeOptions) -> Iterator[Given | Refused]:
    """The records of a JSON file, each as "NAME#n": its line, or its place in the array.

    Where a record is itself a list of records (the answer of a search), they are "NAME#n/m".
    """
    plain = Forward(in_utf8(stream.bytes.rest()))
    head = plain.peek(LONGEST).lstrip(_BLANK)
    by_lines = stream.name.lower().endswith(_BY_LINES)
    parts: Iterable[Part]
    if head.startswith(b"[") and not by_lines:
        parts = elements(plain.rest(), LONGEST)
    elif by_lines or _is_whole(head.split(b"\n", 1)[0]):
        parts = lines(plain.rest(), LONGEST)
    else:
        parts = _document(plain)
    # Where the file was found is not where its records stood.
    about = replace(about, url=None)
    count = 0
    try:
        for count, part in enumerate(parts, start=1):
            if part is None or part.strip(_BLANK):
                yield from _part(f"{stream.name}#{count}", part, about, options)
    except EOFError:
        yield Refused(stream.name, f"its list of records is cut off after {count:,}")


def _is_whole(line: bytes) -> bool:
    try:
        json.loads(line)
    except _BAD:
        return False
    return True


def _document(plain: Forward) -> Iterable[Part]:
    """All there is as one record."""
    held = bytearray()
    for chunk in plain.rest():
        held += chunk
        if len(held) > LONGEST:
            return [None]
    return [bytes(held)]


def _part(item: str, part: Part, about: About, options: IntakeOptions) -> Iterator[Given | Refused]:
    if part is None:
        yield Refused(item, f"a record of more than {in_words(LONGEST)}, which is refused")
        return
    try:
        record: Any = json.loads(part)
    except UnicodeDecodeError as error:
        yield Refused(item, f"no UTF-8 (byte 0x{error.object[error.start]:02x} at {error.start})")
        return
    except RecursionError:
        yield Refused(item, "no JSON that can be read: nested too deeply")
        return
    except ValueError as error:
        yield Refused(item, f"no JSON: {' '.join(str(error).split())}")
        return
    several = fields.listed(record)
    if several is None:
        yield one_of(item, record, about, options)
        return
    of_all = replace(
        about,
        publisher=several[1].publisher or about.publisher,
        language=several[1].language or about.language,
    )
    for count, inner in enumerate(several[0], start=1):
        yield one_of(f"{item}/{count}", inner, of_all, options)


def one_of(item: str, record: object, about: About, options: IntakeOptions) -> Given | Refused:
    """A record as it is brought in."""
    found = fields.read(record, options.fields)
    return Refused(item, found) if isinstance(found, str) else made(item, found, about, options)
