"""Pages and feeds from a local server that has every bad manner."""

from __future__ import annotations

import gzip
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from groundcheck.ledger.fetch import agent
from groundcheck.ledger.intake import Given, Refused
from groundcheck.ledger.intake import web as web_module
from groundcheck.ledger.intake.manners import Manners
from groundcheck.ledger.intake.noted import Noted, Unchanged
from groundcheck.ledger.intake.web import Web, is_address

WORDS = "Sylvanian troops hold about 40% of the northern province, a general said on Monday."
TEXT = {"Content-Type": "text/plain; charset=utf-8"}


def page(title):
    body = f"<p>{WORDS} It was number {title}.</p><p>Nobody else confirmed what he said there.</p>"
    return (
        f"<!doctype html><html><head><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def feed(*entries):
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link>{more}</item>"
        for title, link, more in entries
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Sylvan</title>{items}'
        "</channel></rss>"
    ).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers from ``server.pages``: a path gives status, headers and body."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        status, headers, body = self.server.pages.get(self.path, (404, {}, b""))
        if headers.get("ETag") and headers["ETag"] == self.headers.get("If-None-Match"):
            status, body = 304, b""
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A client that hangs up in the middle is what these tests are about."""


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.time = 1000.0
        self.slept = []

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture(scope="module")
def running():
    with Server(("127.0.0.1", 0), Handler) as server:
        server.base = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()


@pytest.fixture
def server(running):
    running.pages, running.asked = {}, []
    return running


class Visit:
    """A web to ask, what it noted, and its clock."""

    def __init__(self, **more):
        self.clock, self.kept = Clock(), {}
        private = more.pop("private", True)
        manners = Manners(private, self.clock.now, self.clock.sleep)
        self.web = Web(manners, self.kept.get, **more)

    def __call__(self, address, publisher=None):
        """What the address gives, without what is noted of it, which is kept."""
        found = list(self.web.given(address, publisher))
        count = 0
        for one in found:
            if isinstance(one, Noted):
                assert one.items <= count
                self.kept[one.name] = one.value
            else:
                count += 1
        return [one for one in found if not isinstance(one, Noted)]


def asked(server):
    return [path for path, _ in server.asked]


def test_a_text_and_a_page(server):
    server.pages["/a.txt"] = (200, TEXT, WORDS.encode())
    server.pages["/page"] = (200, {"Content-Type": "text/html; charset=utf-8"}, page("One"))
    visit = Visit()
    (text,) = visit(f"{server.base}/a.txt")
    assert text == Given(f"{server.base}/a.txt", WORDS, url=f"{server.base}/a.txt")
    (found,) = visit(f"{server.base}/page", "The Sylvan")
    assert (found.item, found.url) == (f"{server.base}/page", f"{server.base}/page")
    assert found.publisher == "The Sylvan"
    assert WORDS in found.text
    assert asked(server) == ["/robots.txt", "/a.txt", "/page"]
    assert server.asked[0][1]["User-Agent"] == agent()
    assert visit.clock.slept == [1.0]


def test_no_password_is_shown_or_kept(server):
    server.pages["/a"] = (200, TEXT | {"ETag": '"1"'}, WORDS.encode())
    address = server.base.replace("//", "//me:secret@") + "/a"
    visit = Visit()
    assert "secret" not in repr([*visit(address), *visit(address + "b"), visit.kept])
    assert visit.kept


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("http://a.example/", True),
        ("HTTPS://a.example/", True),
        ("file:///etc/passwd", False),
        ("ftp://a.example/", False),
        ("news.zip", False),
        ("C:\\news.zip", False),
    ],
)
def test_which_sources_are_on_the_web(source, expected):
    assert is_address(source) is expected


ROBOTS = f"User-agent: *\nDisallow: /no\n\nUser-agent: groundcheck\nDisallow: /secret\n{'#' * 99}"


@pytest.mark.parametrize(
    ("status", "robots", "path", "reason"),
    [
        (200, "User-agent: *\nDisallow: /a", "/b", None),
        (200, "User-agent: *\nDisallow: /a", "/a", "robots.txt does not allow it to be read"),
        (200, "User-agent: *\nDisallow: /\nAllow: /a", "/a", None),
        (200, ROBOTS, "/no", None),
        (200, ROBOTS, "/secret", "robots.txt does not allow it to be read"),
        (200, "<html>not found</html>", "/a", None),
        (200, "\x00\x01", "/a", None),
        (404, "User-agent: *\nDisallow: /", "/a", None),
        (403, "", "/a", None),
        (
            500,
            "",
            "/a",
            "robots.txt answers 500 (Internal Server Error), so nothing there is asked for",
        ),
        (
            429,
            "",
            "/a",
            "robots.txt answers 429 (Too Many Requests), so nothing there is asked for",
        ),
        (
            200,
            "#" * (2**20 + 1),
            "/a",
            "robots.txt cannot be read (larger than 1 MiB, which is refused), "
            "so nothing there is asked for",
        ),
    ],
)
def test_robots(server, status, robots, path, reason):
    server.pages["/robots.txt"] = (status, {}, robots.encode())
    server.pages[path] = (200, TEXT, WORDS.encode())
    (found,) = Visit()(server.base + path)
    assert isinstance(found, Refused if reason else Given)
    assert (found.item, getattr(found, "reason", None)) == (server.base + path, reason)
    assert asked(server) == ["/robots.txt"] + [path] * (reason is None)


def test_robots_are_asked_again_after_a_while(server):
    server.pages["/robots.txt"] = (500, {}, b"")
    server.pages["/a"] = (200, TEXT, WORDS.encode())
    visit = Visit()
    for seconds, kind, count in ((0, Refused, 1), (200, Refused, 1), (200, Given, 2)):
        visit.clock.time += seconds
        (found,) = visit(f"{server.base}/a")
        assert isinstance(found, kind)
        assert asked(server).count("/robots.txt") == count
        server.pages["/robots.txt"] = (200, {}, b"")
    server.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /")
    assert isinstance(visit(f"{server.base}/a")[0], Given)
    visit.clock.time += 3601
    assert isinstance(visit(f"{server.base}/a")[0], Refused)


@pytest.mark.parametrize(("said", "slept"), [("", 1.0), ("Crawl-delay: 7", 7.0), ("x: 1", 1.0)])
def test_time_between_two_requests(server, said, slept):
    server.pages["/robots.txt"] = (200, {}, f"User-agent: *\n{said}".encode())
    server.pages["/a"] = (200, TEXT, WORDS.encode())
    visit = Visit()
    for _ in range(3):
        visit(f"{server.base}/a")
    assert visit.clock.slept == [slept, slept]
    visit.clock.time += 100
    visit(f"{server.base}/a")
    assert visit.clock.slept == [slept, slept]


def test_who_wants_too_much_time_is_asked_once(server):
    server.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 600")
    server.pages["/a"] = (200, TEXT, WORDS.encode())
    visit = Visit()
    assert isinstance(visit(f"{server.base}/a")[0], Given)
    (refused,) = visit(f"{server.base}/a")
    assert refused.reason == "robots.txt wants 600 seconds between two pages"
    assert visit.clock.slept == []


@pytest.mark.parametrize(
    ("status", "headers", "wait"),
    [
        (429, {"Retry-After": "90"}, 90),
        (503, {"Retry-After": "5"}, 5),
        (429, {}, 60),
        (429, {"Retry-After": "soon"}, 60),
        (429, {"Retry-After": "-5"}, 60),
        (503, {"Retry-After": "Wed, 21 Oct 2015 07:30:00 GMT"}, None),
    ],
)
def test_a_server_that_wants_to_be_left_alone_is(server, status, headers, wait):
    server.pages["/a"] = (status, headers, b"")
    server.pages["/b"] = (200, TEXT, WORDS.encode())
    visit = Visit()
    (first,) = visit(f"{server.base}/a")
    assert first.reason.startswith(f"answers {status} (")
    (second,) = visit(f"{server.base}/b")
    if wait is None:
        # The day lies behind the one that the server says it has.
        assert isinstance(second, Given)
        return
    assert second.reason == f"the server wants to be left alone for {wait} seconds more"
    assert "/b" not in asked(server)
    visit.clock.time += wait
    assert isinstance(visit(f"{server.base}/b")[0], Given)


def test_an_address_that_did_not_change(server):
    server.pages["/a"] = (200, TEXT | {"ETag": '"one"'}, WORDS.encode())
    visit = Visit()
    assert isinstance(visit(f"{server.base}/a")[0], Given)
    assert visit(f"{server.base}/a") == [Unchanged(f"{server.base}/a")]
    assert server.asked[-1][1]["If-None-Match"] == '"one"'
    server.pages["/a"] = (200, TEXT | {"ETag": '"two"'}, WORDS.encode())
    assert isinstance(visit(f"{server.base}/a")[0], Given)


def test_an_answer_that_nobody_asked_for(server):
    server.pages["/a"] = (304, {}, b"")
    (found,) = Visit()(f"{server.base}/a")
    assert found.reason == "answers 304 (Not Modified)"


def test_the_entries_of_a_feed(server):
    server.pages["/feed"] = (
        200,
        {"Content-Type": "application/rss+xml", "ETag": '"f"'},
        feed(
            ("Whole", "/1", f"<description>{WORDS}</description>"),
            ("Linked", f"{server.base}/2", "<pubDate>Mon, 06 May 2024 07:00:00 GMT</pubDate>"),
            ("Lost", f"{server.base}/3", ""),
        ),
    )
    server.pages["/2"] = (200, {"Content-Type": "text/html"}, page("Two"))
    visit = Visit()
    whole, linked, lost = visit(f"{server.base}/feed", "Sylvan Press")
    assert (whole.item, whole.publisher) == (f"{server.base}/1", "Sylvan Press")
    assert (linked.item, str(linked.published)) == (f"{server.base}/2", "2024-05-06")
    assert WORDS in linked.text
    assert (lost.item, lost.reason) == (f"{server.base}/3", "answers 404 (Not Found)")
    # What got no answer is tried again, what did not change is not.
    server.pages["/3"] = (200, {"Content-Type": "text/html"}, page("Three"))
    del server.asked[:]
    again = visit(f"{server.base}/feed")
    assert again[1] == Unchanged(f"{server.base}/2")
    assert again[2].item == f"{server.base}/3"
    assert asked(server) == ["/feed", "/3"]
    assert visit(f"{server.base}/feed") == [Unchanged(f"{server.base}/feed")]


def test_a_feed_of_many_links_is_asked_for_bit_by_bit(server):
    links = [(f"Number {n}", f"{server.base}/{n}", "") for n in range(1000)]
    server.pages["/feed"] = (200, {"ETag": '"f"'}, feed(*links))
    for number in range(5):
        server.pages[f"/{number}"] = (200, {"Content-Type": "text/html"}, page(f"Page {number}"))
    visit = Visit(most=2)
    found = visit(f"{server.base}/feed")
    assert [one.item for one in found] == [f"{server.base}/{n}" for n in ("0", "1", "feed")]
    assert found[-1].reason == "998 entries more are left for another time, after 2 (--limit)"
    assert asked(server) == ["/robots.txt", "/feed", "/0", "/1"]
    found = visit(f"{server.base}/feed")
    assert [type(one) for one in found] == [Unchanged, Unchanged, Given, Given, Refused]
    assert asked(server)[-2:] == ["/2", "/3"]


def test_a_feed_with_broken_xml(server):
    whole = feed(
        ("One", "/1", f"<description>{WORDS}</description>"),
        ("Two", "/2", f"<description>{WORDS} And more.</description>"),
    )
    server.pages["/feed"] = (200, {"Content-Type": "text/xml"}, whole[:-60])
    found = Visit()(f"{server.base}/feed")
    assert isinstance(found[0], Given)
    assert isinstance(found[-1], Refused)
    assert "broken" in found[-1].reason


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({"Content-Length": str(2 * 2**30)}, b"", "larger than 50 MiB, which is refused"),
        (
            {"Content-Encoding": "gzip"},
            gzip.compress(bytes(51 * 2**20)),
            "larger than 50 MiB, which is refused",
        ),
        ({"Content-Length": "999"}, b"short", "the download broke off: "),
        ({"Content-Encoding": "gzip"}, b"no gzip", "damaged: "),
        (
            {"Content-Type": "text/html", "Content-Encoding": "gzip"},
            gzip.compress(page("Large") + bytes(20 * 2**20)),
            "a page larger than 20 MiB, which is refused",
        ),
        ({"Content-Type": "text/html"}, b"<html><body></body></html>", "no text in it"),
        ({}, b"", "empty, there is nothing to read"),
        ({}, bytes(range(256)) * 99, ""),
    ],
)
def test_every_bad_answer_is_one_line(server, headers, body, reason):
    server.pages["/a"] = (200, headers, body)
    (found,) = Visit()(f"{server.base}/a")
    assert isinstance(found, Refused)
    assert found.item == f"{server.base}/a"
    assert found.reason.startswith(reason)
    assert "\n" not in found.reason


def test_private_addresses_are_refused_unless_allowed(server):
    server.pages["/a"] = (200, TEXT, WORDS.encode())
    for address in (f"{server.base}/a", f"http://localhost:{server.server_port}/a"):
        (found,) = Visit(private=False)(address)
        assert found.reason.endswith("which is no public address")
    assert asked(server) == []


@pytest.mark.parametrize("private", [True, False])
def test_no_redirect_leads_to_a_private_address(server, private):
    server.pages["/a"] = (302, {"Location": "/b"}, b"")
    server.pages["/b"] = (200, TEXT, WORDS.encode())
    (found,) = Visit(private=private)(f"{server.base}/a")
    assert found.reason.endswith("which is no public address")
    assert "/b" not in asked(server)


def test_robots_hold_where_a_redirect_leads(server, monkeypatch):
    monkeypatch.setattr(web_module.addresses, "public", lambda *_: ("127.0.0.1",))
    server.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /b")
    server.pages["/a"] = (302, {"Location": "/b"}, b"")
    server.pages["/b"] = (200, TEXT, WORDS.encode())
    (found,) = Visit(private=False)(f"http://news.example:{server.server_port}/a")
    assert found.reason == "robots.txt does not allow it to be read"
    assert asked(server) == ["/robots.txt", "/a"]


def test_a_feed_leads_to_no_other_private_host(server):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        there = f"http://127.0.0.1:{other.getsockname()[1]}/latest/meta-data"
        server.pages["/feed"] = (200, {}, feed(("One", there, ""), ("Two", "file:///etc/x", "")))
        found = Visit()(f"{server.base}/feed")
        assert found[0].reason.endswith("which is no public address")
        assert all(isinstance(one, Refused) for one in found)
        other.setblocking(False)
        with pytest.raises(BlockingIOError):
            other.accept()
