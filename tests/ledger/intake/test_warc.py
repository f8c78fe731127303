"""Web archives: their pages, and every way in which they are cut or damaged."""

import gzip
import zlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundcheck.ledger.intake import Given, IntakeOptions, Refused
from groundcheck.ledger.intake import warc as warc_module
from groundcheck.ledger.intake.sources import from_bytes

TODAY = date(2026, 11, 26)
HTTP = "application/http; msgtype=response"


def record(kind, url, block, content_type=HTTP, extra=""):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2025-06-01T10:00:00Z\r\nContent-Type: {content_type}\r\n"
        f"{extra}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body, content_type="text/html; charset=utf-8", status="200 OK", extra=""):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{extra}\r\n"
    return head.encode() + body


def page(n):
    return (
        f"<html><head><meta property='article:published_time' content='2024-05-0{n}'></head>"
        f"<body><p>They hold {n} per cent – all of it.</p></body></html>"
    ).encode()


def url(n):
    return f"https://g.example/{n}"


RECORDS = [
    record("warcinfo", "x", b"software: none\r\n", "application/warc-fields"),
    record("request", url(1), b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    record("response", url(1), answer(page(1))),
    record("response", url(2), answer(page(2))),
    record("metadata", url(2), b"a: b\r\n", "application/warc-fields"),
    record("response", url(3), answer(page(3))),
]
CRAWL = b"".join(RECORDS)
PLACES = {1: 3, 2: 4, 3: 6}


def whole(n):
    return Given(
        f"crawl.warc#{PLACES[n]} {url(n)}", f"They hold {n} per cent – all of it.",
        date(2024, 5, n), url(n), "g.example", notes=("crawled on 2025-06-01",),
    )  # fmt: skip


def read(data, name="crawl.warc"):
    return list(from_bytes(name, data, options=IntakeOptions(today=TODAY)))


@pytest.mark.parametrize(
    "data", [CRAWL, b"".join(map(gzip.compress, RECORDS)), gzip.compress(CRAWL)]
)
def test_pages_are_given_with_their_address_and_their_own_day(data):
    assert read(data, "crawl.warc.gz") == [whole(1), whole(2), whole(3)]


def test_the_day_of_the_crawl_is_not_that_of_publication():
    (found,) = read(record("response", url(1), answer(b"<html><p>They said so.")))
    assert (found.published, found.notes) == (None, ("crawled on 2025-06-01",))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (record("resource", url(1), page(1), "text/html"), "They hold 1 per cent – all of it."),
        (record("conversion", url(1), b"Plain text.", "text/plain"), "Plain text."),
        (record("response", url(1), answer(b"Plain text.", "text/plain")), "Plain text."),
        (record("response", f"<{url(1)}>", answer(page(1), "application/xhtml+xml")),
         "They hold 1 per cent – all of it."),
        (record("response", url(1), answer(b"<p>\xca\xe8", "text/html; charset=cp1251")),
         "Ки"),
    ],
)  # fmt: skip
def test_other_records_with_a_text(data, text):
    (found,) = read(data)
    assert (found.text, found.url) == (text, url(1))


def chunked(body):
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:])) + (
        b"0\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("body", "extra"),
    [
        (chunked(page(1)), "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(page(1)), "Content-Encoding: gzip\r\n"),
        (zlib.compress(page(1)), "Content-Encoding: deflate\r\n"),
        (chunked(gzip.compress(page(1))),
         "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        # Unpacked by the crawler, which left the header.
        (page(1), "Content-Encoding: gzip\r\n"),
        (page(1), "Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n"),
    ],
)  # fmt: skip
def test_bodies_are_unpacked(body, extra):
    (found,) = read(record("response", url(1), answer(body, extra=extra)))
    assert found.text == "They hold 1 per cent – all of it."


@pytest.mark.parametrize(
    "data",
    [
        RECORDS[0],
        record("response", url(1), answer(page(1), status="404 Not Found")),
        record("response", url(1), answer(b"", status="301 Moved", extra="Location: /\r\n")),
        record("response", url(1), answer(b"\x89PNG", "image/png")),
        record("response", url(1), b"no HTTP"),
        record("response", url(1), b""),
        record("response", "dns:g.example", b"g.example 1 IN A 1.2.3.4", "text/dns"),
        record("revisit", url(1), answer(b"")),
    ],
)
def test_an_archive_without_a_page_says_so(data):
    assert read(data) == [Refused("crawl.warc", "no record of it is a page or a text")]


def test_what_was_crawled_besides_is_passed_over():
    data = CRAWL + record("response", url(4), answer(b"\x89PNG", "image/png"))
    assert read(data) == [whole(1), whole(2), whole(3)]


def test_a_page_that_the_crawler_cut_is_noted():
    data = record("response", url(1), answer(page(1)), extra="WARC-Truncated: length\r\n")
    assert read(data)[0].notes == ("crawled on 2025-06-01", "cut short when it was crawled")


def test_passwords_in_addresses_do_not_come_in():
    (found,) = read(record("response", "https://me:secret@g.example/1", answer(page(1))))
    assert "secret" not in str(found)
    assert found.url == url(1)


def test_a_page_without_text_is_refused_by_its_place():
    data = record("response", url(9), answer(b"<html></html>")) + CRAWL
    assert read(data)[0] == Refused(f"crawl.warc#1 {url(9)}", "no text in it")


def test_a_record_that_is_too_large_costs_itself(monkeypatch):
    monkeypatch.setattr(warc_module, "LONGEST", 2**12)
    large = record("response", url(9), answer(page(1) + bytes(2**13)))
    found = read(large + CRAWL)
    assert found[0] == Refused(
        f"crawl.warc#1 {url(9)}", "a record of more than 4 KiB, which is refused"
    )
    assert [it.url for it in found[1:]] == [url(1), url(2), url(3)]


def test_a_bomb_in_a_record_costs_itself():
    bomb = gzip.compress(b"<p>word " * 2**22)
    packed = record("response", url(9), answer(bomb, extra="Content-Encoding: gzip\r\n"))
    found = read(packed + CRAWL)
    assert found[0] == Refused(
        f"crawl.warc#1 {url(9)}", "a page of more than 16 MiB, which is refused"
    )
    assert len(found) == 4


def ends():
    """Every place where a record ends, with the records that are whole before it."""
    at = 0
    for count, each in enumerate(RECORDS, start=1):
        at += len(each)
        yield at, count


@pytest.mark.parametrize("end", sorted({*range(10, len(CRAWL), 37), *(at for at, _ in ends())}))
def test_a_cut_anywhere_costs_only_what_is_cut(end):
    records = sum(1 for at, _ in ends() if at <= end)
    pages = [whole(n) for n, place in PLACES.items() if place <= records]
    found = read(CRAWL[:end])
    given = [it for it in found if isinstance(it, Given)]
    # The two line ends after a block are no part of it.
    assert given in (pages, [whole(n) for n, place in PLACES.items() if place <= records + 1])
    refused = [it for it in found if isinstance(it, Refused)]
    if end not in dict(ends()):
        assert len(refused) == 1
        assert refused[0].item == "crawl.warc"
        assert refused[0].reason.startswith("cut off after ")
    else:
        assert refused == ([] if pages else [
            Refused("crawl.warc", "no record of it is a page or a text")
        ])  # fmt: skip


@pytest.mark.parametrize("cut", [1, 20, 100, 200])
def test_a_cut_in_a_packed_archive(cut):
    found = read(b"".join(map(gzip.compress, RECORDS))[:-cut], "crawl.warc.gz")
    assert found[:2] == [whole(1), whole(2)]
    assert isinstance(found[-1], Refused)
    assert found[-1].reason.startswith("cut off after ")
    assert found[-1].reason.endswith(")")


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\nx",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\nx",
        b"WARC/1.0\r\n" + b"a: b\r\n" * 50_000,
        b"WARC/9.9\r\n\r\n",
    ],
)
def test_headers_that_are_none_end_with_one_line(data):
    (found,) = read(data)
    assert isinstance(found, Refused)
    assert "\n" not in found.reason


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(CRAWL) - 1), st.integers(0, 255)), max_size=5))
def test_no_damage_raises(changes):
    broken = bytearray(CRAWL)
    for at, value in changes:
        broken[at] = value
    for found in read(bytes(broken)):
        assert isinstance(found, (Given, Refused))
