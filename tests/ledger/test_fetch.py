"""Files over the network: from a local server that answers in every way it should not."""

from __future__ import annotations

import gzip
import io
import itertools
import lzma
import socket
import tarfile
import tracemalloc
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

import groundcheck
from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses
from groundcheck.ledger.fetch import Asking, ask, fetch
from groundcheck.ledger.sources import Limits, items

MAP = b'{"type": "FeatureCollection"}'
LIMITS = Limits(download=10**6, wait=5)
ZEROS = gzip.compress(bytes(10**8))


def days() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz") as tar:
        entry = tarfile.TarInfo("days/2024-01-01.geojson")
        entry.size = len(MAP)
        tar.addfile(entry, io.BytesIO(MAP))
    return out.getvalue()


BODIES = {
    "/map.geojson": ({}, MAP),
    "/map.geojson.gz": ({}, gzip.compress(MAP)),
    "/map%20of%20days.geojson": ({}, MAP),
    "/..%2Fmap": ({}, MAP),
    "/": ({}, MAP),
    "/encoded.geojson.gz": ({"Content-Encoding": "gzip"}, gzip.compress(MAP)),
    "/days.tar.xz": ({}, days()),
    "/bomb": ({"Content-Encoding": "gzip"}, ZEROS),
    "/cut-gzip": ({"Content-Encoding": "gzip"}, gzip.compress(MAP)[:-9]),
    "/no-gzip": ({"Content-Encoding": "gzip"}, MAP),
    "/twice": ({"Content-Encoding": "gzip, gzip"}, MAP),
    "/brotli": ({"Content-Encoding": "br"}, MAP),
    "/cut.tar.xz": ({}, days()[:-20]),
    "/short": ({"Content-Length": "1000"}, MAP),
    "/long": ({"Content-Length": "3"}, MAP),
    "/no-number": ({"Content-Length": "many"}, MAP),
    "/declared": ({"Content-Length": str(10**12)}, b""),
    "/limit": ({}, bytes(10**6)),
    "/above": ({}, bytes(10**6 + 1)),
    "/empty": ({}, b""),
}


class Handler(BaseHTTPRequestHandler):
    """Paths above; ``/to/ADDRESS`` redirects, ``/status/N`` answers N, ``/endless`` never ends."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        kind, _, rest = self.path[1:].partition("/")
        if kind == "to":
            self.answer(302, {"Location": rest or "/to/"}, b"not to be read")
        elif kind == "status":
            self.answer(int(rest), {}, b"")
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(bytes(2**16))
            except OSError:
                return
        elif self.path.startswith("/trickle"):
            self.send_response(200)
            if self.path.endswith("gzip"):
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            try:
                for byte in itertools.cycle(ZEROS):
                    self.wfile.write(bytes([byte]))
            except OSError:
                return
        elif self.path == "/silent":
            self.server.hold.recv(1)
        elif self.path in BODIES:
            self.answer(200, *BODIES[self.path])
        else:
            self.answer(404, {}, b"")

    def answer(self, status, headers, body):
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


@pytest.fixture(scope="module")
def server():
    with Server(("127.0.0.1", 0), Handler) as server:
        server.hold, release = socket.socketpair()
        server.base = f"http://127.0.0.1:{server.server_port}"
        server.asked = []
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        release.close()
        server.shutdown()
        server.hold.close()


@pytest.fixture
def anywhere(monkeypatch):
    """Every host is taken for a public one that stands on this machine."""
    looked_up = []

    def public(host, port):
        looked_up.append((host, port))
        return ("127.0.0.1",)

    monkeypatch.setattr(addresses, "public", public)
    return looked_up


def got(address, limits=LIMITS):
    with fetch(address, limits) as file:
        data = file.read()
        file.seek(0)
        assert file.read() == data
        return data


def refusal(address, limits=LIMITS):
    with pytest.raises(UnreadableInput) as caught:
        fetch(address, limits).close()
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/map.geojson", MAP),
        ("/map.geojson?day=1#top", None),
        ("/encoded.geojson.gz", MAP),
        ("/limit", bytes(10**6)),
        ("/long", MAP[:3]),
        ("/empty", b""),
    ],
)
def test_what_is_there_is_given(server, path, expected):
    if expected is None:
        assert refusal(server.base + path).endswith("answers 404 (Not Found)")
    else:
        assert got(server.base + path) == expected


def test_the_server_learns_who_asks(server):
    got(server.base + "/map.geojson")
    _, headers = server.asked[-1]
    assert headers["User-Agent"] == f"groundcheck/{groundcheck.__version__}"
    assert headers["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "answers 404 (Not Found)"),
        ("/status/403", "answers 403 (Forbidden)"),
        ("/status/500", "answers 500 (Internal Server Error)"),
        ("/status/204", "answers 204 (No Content)"),
        ("/status/304", "answers 304 (Not Modified)"),
        ("/status/599", "answers 599"),
        ("/endless", "larger than 1,000,000 bytes, which is refused"),
        ("/declared", "larger than 1,000,000 bytes, which is refused"),
        ("/above", "larger than 1,000,000 bytes, which is refused"),
        ("/bomb", "larger than 1,000,000 bytes, which is refused"),
        ("/twice", "answers in a content encoding that was not asked for"),
        ("/brotli", "answers in a content encoding that was not asked for"),
        ("/no-gzip", "damaged: Not a gzipped file (b'{\"')"),
    ],
)
def test_every_other_answer_is_one_line(server, path, reason):
    assert refusal(server.base + path) == f"{server.base}{path}: {reason}"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/short", "the download broke off: "),
        ("/no-number", "the download broke off: "),
        ("/cut-gzip", "damaged: Compressed file ended"),
    ],
)
def test_a_body_that_breaks_off(server, path, reason):
    assert refusal(server.base + path).startswith(f"{server.base}{path}: {reason}")


def test_a_server_that_says_nothing(server):
    told = refusal(server.base + "/silent", Limits(wait=0.05))
    assert told.endswith("/silent: no answer within 0.05 seconds")


PRIVATE = [
    "10.0.0.1",
    "169.254.169.254",
    "127.0.0.2",
    "127.1",
    "0x7f.1",
    "2130706433",
    "localhost",
    "192.168.1.1",
    "172.16.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:10.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::a00:1]",
    "[2002:a00:1::]",
    "[2001:0:0:0:0:0:f5ff:fffe]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[ff0e::1]",
]


@pytest.mark.parametrize("path", ["/trickle", "/trickle/gzip"])
def test_a_server_that_trickles(server, path):
    """So many bytes so slowly that neither the size nor one wait is ever too large."""
    told = refusal(server.base + path, Limits(lasting=0.05))
    assert told == f"{server.base}{path}: not all there after 0.05 seconds"


def test_what_is_asked_and_answered_beside_the_body(server):
    hops = []
    asking = Asking(LIMITS, {"If-None-Match": '"a"'}, before=hops.append)
    answer = ask(server.base + "/status/304", asking)
    assert (answer.status, answer.said, answer.file.read()) == (
        304,
        "answers 304 (Not Modified)",
        b"",
    )
    assert server.asked[-1][1]["If-None-Match"] == '"a"'
    assert hops == [answer.url] == [server.base + "/status/304"]


def test_every_address_on_the_way_is_told_before_it_is_asked(server, anywhere):
    hops = []
    target = f"http://maps.example:{server.server_port}/map.geojson"
    answer = ask(f"{server.base}/to/{target}", Asking(LIMITS, before=hops.append))
    with answer.file as file:
        assert file.read() == MAP
    assert hops == [f"{server.base}/to/{target}", target]
    assert answer.url == target
    assert answer.headers["content-length"] == str(len(MAP))


def test_what_is_told_before_may_say_no(server):
    def no(address):
        raise UnreadableInput("not that one")

    asked = len(server.asked)
    with pytest.raises(UnreadableInput, match=r"/map.geojson: not that one$"):
        ask(server.base + "/map.geojson", Asking(before=no))
    assert len(server.asked) == asked


@pytest.mark.parametrize("host", [*PRIVATE, "127.0.0.1"])
def test_a_public_address_is_wanted_at_once_where_so_asked(server, host):
    asked = len(server.asked)
    address = f"http://{host}:{server.server_port}/map.geojson"
    with pytest.raises(UnreadableInput, match=r"which is no public address$"):
        ask(address, Asking(public=True))
    assert len(server.asked) == asked


def test_the_address_itself_is_asked_by_the_number_that_was_checked(server, anywhere):
    address = f"http://maps.example:{server.server_port}/map.geojson"
    with ask(address, Asking(public=True)).file as file:
        assert file.read() == MAP
    assert anywhere == [("maps.example", server.server_port)]
    assert server.asked[-1][1]["Host"] == f"maps.example:{server.server_port}"


def test_a_bomb_does_not_fill_the_memory(server):
    refusal(server.base + "/map")  # What is imported late does not count.
    tracemalloc.start()
    refusal(server.base + "/bomb")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2**23


@pytest.mark.parametrize("host", PRIVATE)
def test_no_server_sends_us_to_this_machine_or_its_network(server, host):
    told = refusal(f"{server.base}/to/http://{host}/latest/")
    assert told.startswith(f"{server.base}/to/http://")
    assert told.endswith("which is no public address")


def test_not_even_to_itself(server):
    asked = len(server.asked)
    assert refusal(f"{server.base}/to//map.geojson").endswith("which is no public address")
    assert refusal(f"{server.base}/to/{server.base}/map.geojson").endswith("public address")
    assert [path[:4] for path, _ in server.asked[asked:]] == ["/to/", "/to/"]


@pytest.mark.parametrize(
    "number",
    ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"],
)
def test_public_numbers_are_public(number):
    assert addresses.public(number, 443) == (str(number),)


def test_one_private_number_among_a_hosts_is_enough(monkeypatch):
    found = [(0, 0, 0, "", (number, 80)) for number in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(UnreadableInput, match=r"leads to maps\.example"):
        addresses.public("maps.example", 80)


NONE = "it is, or leads to, what is no web address"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", NONE),
        ("ftp://8.8.8.8/", NONE),
        ("data:,x", NONE),
        ("x:1", NONE),
        ("http://[::1", "the download broke off: Invalid URL"),
        ("http://a:b/", "the download broke off: Invalid URL"),
    ],
)
def test_a_redirect_to_what_is_no_web_address(server, location, reason):
    asked = len(server.asked)
    assert (
        refusal(f"{server.base}/to/{location}").partition(f"/to/{location}: ")[2].startswith(reason)
    )
    assert len(server.asked) == asked + 1


def test_a_redirect_is_followed_to_the_number_that_was_checked(server, anywhere):
    target = f"http://user:secret@maps.example:{server.server_port}/map.geojson"
    assert got(f"{server.base}/to/{target}") == MAP
    assert anywhere == [("maps.example", server.server_port)]
    path, headers = server.asked[-1]
    assert (path, headers["Host"]) == ("/map.geojson", f"maps.example:{server.server_port}")


def test_the_next_number_is_tried_where_one_cannot_be_reached(server, monkeypatch):
    monkeypatch.setattr(addresses, "public", lambda *_: ("127.0.0.3", "127.0.0.1"))
    target = f"http://maps.example:{server.server_port}/map.geojson"
    assert got(f"{server.base}/to/{target}") == MAP


def test_a_password_does_not_follow_to_another_host(server, anywhere):
    base = server.base.replace("http://", "http://me:secret@")
    got(f"{base}/to/http://maps.example:{server.server_port}/map.geojson")
    (_, first), (_, second) = server.asked[-2:]
    assert "Authorization" in first
    assert "Authorization" not in second


@pytest.mark.parametrize(("hops", "allowed"), [(1, True), (5, True), (6, False)])
def test_at_most_five_redirects(server, anywhere, hops, allowed):
    address = server.base + "/to/" * hops + "/map.geojson"
    if allowed:
        assert got(address) == MAP
    else:
        assert refusal(address) == f"{address}: it leads on more than 5 times"


def test_a_redirect_in_a_circle(server, anywhere):
    assert refusal(server.base + "/to/").endswith("it leads on more than 5 times")
    assert len(anywhere) <= 6


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"])
def test_no_proxy_of_the_environment_is_used(server, monkeypatch, variable):
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    assert got(server.base + "/map.geojson") == MAP


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://me:secret@127.0.0.1:9/a?b#c", "http://127.0.0.1:9/a?b#c"),
        ("http://secret@127.0.0.1:9/a@b", "http://127.0.0.1:9/a@b"),
        ("http://me:sec@ret@127.0.0.1:9/", "http://127.0.0.1:9/"),
        ("http://me:secret/1@host/", "http://…"),
        ("http://me:secret@[::1/", "http://…"),
        ("http://host:secret/", "http://…"),
        ("http://", "http:"),
        ("https://me:secret@", "https:"),
        ("http://127.0.0.1:9/\x1b[2J", "http://127.0.0.1:9/�[2J"),
    ],
)
def test_no_message_shows_a_password(address, shown):
    assert addresses.shown(address).rstrip("/") == shown.rstrip("/")
    told = refusal(address)
    assert told.startswith(addresses.shown(address))
    assert "secret" not in told


def test_a_port_where_nobody_listens():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/map"
        assert refusal(address).startswith(f"{address}: cannot be reached: ")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/map.geojson", {"map.geojson": MAP}),
        ("/map.geojson.gz", {"map.geojson": MAP}),
        ("/encoded.geojson.gz", {"encoded.geojson": MAP}),
        ("/map%20of%20days.geojson", {"map of days.geojson": MAP}),
        ("/..%2Fmap", {"download": MAP}),
        ("/", {"download": MAP}),
        ("/days.tar.xz", {"days/2024-01-01.geojson": MAP}),
    ],
)
def test_an_address_is_a_source_like_any_other(server, path, expected):
    refused = []
    found = items(server.base + path, lambda *told: refused.append(told), LIMITS)
    assert {item.name: item.data for item in found} == expected
    assert refused == []


def test_a_source_names_the_address_in_what_goes_wrong(server):
    base = server.base.replace("http://", "http://me:secret@")
    for path, reason in {
        "/missing": "answers 404 (Not Found)",
        "/empty": "empty, there is nothing to read",
        "/cut.tar.xz": "damaged after 1 file: it is cut off before its end",
    }.items():
        with pytest.raises(UnreadableInput) as caught:
            list(items(base + path, lambda *_: None, LIMITS))
        assert str(caught.value) == f"{server.base}{path}: {reason}"


def test_the_archive_is_cut_where_the_test_says():
    with pytest.raises(lzma.LZMAError):
        lzma.decompress(BODIES["/cut.tar.xz"][1])
