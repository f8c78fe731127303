"""The pages of a web archive (WARC, ISO 28500) as reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from groundcheck.ledger import addresses
from groundcheck.ledger.intake import page, plain
from groundcheck.ledger.intake.given import Given, Refused
from groundcheck.ledger.intake.kinds import PAGES, media_type
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.ledger.limits import in_words
from groundcheck.ledger.streams import Stream
from groundcheck.ledger.unpacking import Damaged, Forward

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LONGEST = page.LONGEST + 2**16
"""Bytes of one record: a page with the headers before it."""


def read(stream: Stream, about: About, options: IntakeOptions) -> Iterator[Given | Refused]:
    """Every page and plain text, each as "NAME#n ADDRESS", where n counts all records.

    Read are responses with status 200, resources and conversions; what else was crawled, like
    pictures and redirects, is passed over. When a page was crawled is a note: it is not when it
    was published. A file that is cut off gives its whole records, and last the cut is told.
    """
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415

    source = _Source(stream.bytes)
    count, given, problem = 0, 0, None
    try:
        for record in ArchiveIterator(
            cast(BinaryIO, source), parse_http=False, max_header_len=2**16
        ):
            item = _item(f"{stream.name}#{count + 1}", record)
            if record.content_length > LONGEST:
                yield Refused(item, f"a record of more than {in_words(LONGEST)}, which is refused")
                record.consume()
                count += 1
                continue
            block = record.reader.read()
            if len(block) < record.content_length or not record.headers.get("Content-Length"):
                problem = problem or "cut off"
                break
            count += 1
            for each in _report(item, record, block, about, options):
                given += 1
                yield each
    except OSError as error:
        # A header that is cut off is no header, either.
        problem = "cut off" if source.ended else " ".join(str(error).lower().split())
    if problem is None and (source.damage or source.tail != b"\r\n\r\n"):
        problem = "cut off"
    if problem is not None:
        why = f" ({source.damage})" if source.damage else ""
        yield Refused(stream.name, f"{problem} after {count:,} record{'s' * (count != 1)}{why}")
    elif not given:
        yield Refused(stream.name, "no record of it is a page or a text")


class _Source:
    """A stream as a file for the library; damage is its end, so that it can be told last."""

    def __init__(self, stream: Forward) -> None:
        self._stream = stream
        self.damage: Damaged | None = None
        self.tail = b""
        self.ended = False

    def read(self, size: int) -> bytes:
        try:
            data = self._stream.read(size)
        except Damaged as error:
            self.damage, data = error, b""
        self.tail = (self.tail + data)[-4:]
        self.ended = not data
        return data

    def tell(self) -> int:
        return self._stream.tell()


def _item(name: str, record: WarcRecord) -> str:
    url = _url(record)
    return f"{name} {url}" if url else name


def _url(record: WarcRecord) -> str | None:
    """The address that was crawled; old archives have it in angle brackets."""
    url = record.headers.get("WARC-Target-URI")
    return addresses.shown(url.strip("<> ")) if url else None


def _report(
    item: str, record: WarcRecord, block: bytes, about: About, options: IntakeOptions
) -> Iterator[Given | Refused]:
    found = _payload(record, block)
    if found is None:
        return
    content_type, body = found
    notes = [*about.notes]
    if day := (record.headers.get("WARC-Date") or "")[:10]:
        notes.append(f"crawled on {day}")
    if record.headers.get("WARC-Truncated"):
        notes.append("cut short when it was crawled")
    url = _url(record)
    known = replace(
        about,
        content_type=content_type,
        url=url,
        notes=tuple(notes),
    )
    reader = page.read if media_type(content_type) in PAGES else plain.read
    yield from reader(Stream(item, Forward([body])), known, options)


def _payload(record: WarcRecord, block: bytes) -> tuple[str, bytes] | None:
    """The content type and the body of a page or a text; None for any other record."""
    from fastwarc.warc import WarcRecordType  # noqa: PLC0415

    if record.record_type in (WarcRecordType.resource, WarcRecordType.conversion):
        content_type = record.headers.get("Content-Type")
        return (content_type, block) if content_type and _is_wanted(content_type) else None
    if record.record_type != WarcRecordType.response or not block.startswith(b"HTTP/"):
        return None
    for decode in ("all", "none"):
        # Some crawlers unpack a body and keep the header that says it is packed.
        try:
            answer = _answer(block, decode)
            content_type = answer.http_headers.get("Content-Type")
            if answer.http_headers.status_code != 200 or content_type is None:
                return None
            if not _is_wanted(content_type):
                return None
            return content_type, answer.reader.read(page.LONGEST + 1)
        except OSError:
            continue
    return None


def _answer(block: bytes, decode: Any) -> WarcRecord:
    """A record of its own, since one that fails would take the archive with it."""
    from fastwarc.warc import WarcRecord, WarcRecordType  # noqa: PLC0415

    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.set_bytes_content(block)
    record.is_http = True
    record.parse_http(auto_decode=decode)
    return record


def _is_wanted(content_type: str) -> bool:
    return media_type(content_type) in (*PAGES, "text/plain")
