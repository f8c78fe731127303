"""Addresses a client gives: none of this machine, its network, its cloud, however written."""

import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from groundcheck.ledger import fetch
from groundcheck.ledger.intake.manners import Manners
from groundcheck.web.fetching import Fetching

TOKEN = "a-token-of-many-letters"

PRIVATE = (
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1",
    "017700000001", "0", "0.0.0.0", "localhost", "LOCALHOST", "localhost.", "127.255.255.254",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:0:127.0.0.1]",
    "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b::169.254.169.254]", "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]", "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd00:ec2::254]",
    "[ff02::1]", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254",
    "169.254.170.2", "[::ffff:169.254.169.254]", "0xA9FEA9FE", "2852039166", "168.63.129.16",
    "192.0.0.192", "224.0.0.1", "255.255.255.255", "240.0.0.1", "user:pass@127.0.0.1",
    "example.org@127.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1",
)  # fmt: skip
"""Ways to write an address that must not be asked."""


@pytest.fixture
def fetching_client(client):
    return client(token=TOKEN, allow_fetch=True, per_minute=0)


@pytest.fixture(autouse=True)
def no_connections(monkeypatch):
    """The hosts and ports that were connected to."""
    found, real = [], socket.create_connection

    def connect(address, *given, **more):
        found.append(address)
        return real(address, *given, **more)

    monkeypatch.setattr(socket, "create_connection", connect)
    return found


def asked(client, address):
    headers = {"Authorization": f"Bearer {TOKEN}"}
    return client.post("/api/v1/check", json={"address": address}, headers=headers)


@pytest.mark.parametrize("host", PRIVATE)
def test_no_private_address_is_asked(fetching_client, no_connections, host):
    answer = asked(fetching_client, f"http://{host}/latest/meta-data/")
    assert answer.status_code == 422
    assert no_connections == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1:11211/", "javascript:0",
        "data:text/html,a", "//127.0.0.1/", "127.0.0.1", "http://", "http:///x", "http://[::1",
        "http://example.org:99999/", "jar:http://127.0.0.1!/", "unix:/var/run/docker.sock", "",
    ],
)  # fmt: skip
def test_nothing_but_the_web_is_asked(fetching_client, no_connections, address):
    assert asked(fetching_client, address).status_code == 422
    assert no_connections == []


def test_an_address_needs_the_token_and_the_option(client):
    address = {"address": "https://example.org/"}
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert client().post("/api/v1/check", json=address).status_code == 403
    off = client(token=TOKEN)
    assert off.post("/api/v1/check", json=address).status_code == 401
    assert off.post("/api/v1/check", json=address, headers=headers).status_code == 403
    on = client(token=TOKEN, allow_fetch=True)
    assert on.post("/api/v1/check", json=address).status_code == 401


@pytest.fixture
def elsewhere(monkeypatch):
    """A server that counts as the public host ``public.example``; what it was asked for."""
    paths = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            paths.append((self.headers["Host"], self.path))
            if self.path.startswith("/to/"):
                self.send_response(302)
                self.send_header("Location", self.path.removeprefix("/to/"))
                self.end_headers()
                return
            body = b"<html><body><p>" + b"The troops hold the town, he said. " * 20 + b"</p></body>"
            self.send_response(404 if self.path == "/robots.txt" else 200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    real = fetch._public
    monkeypatch.setattr(
        fetch, "_public", lambda url: ("127.0.0.1",) if url.host == "public.example" else real(url)
    )
    yield server.server_port, paths
    server.shutdown()
    server.server_close()


@pytest.fixture
def quick(client, made):
    """A client whose server does not wait between two pages."""
    app = made(token=TOKEN, allow_fetch=True, per_minute=0)
    fetching = Fetching(app.state.held.outside.today, Manners(sleep=lambda _: None))
    object.__setattr__(app.state.held, "fetching", fetching)
    return client(app=app)


def test_a_page_is_read_with_what_is_said_of_it(quick, elsewhere):
    port, paths = elsewhere
    headers = {"Authorization": f"Bearer {TOKEN}"}
    given = {"address": f"http://public.example:{port}/page", "publisher": "The Post"}
    answer = quick.post("/api/v1/check", json=given, headers=headers)
    assert answer.status_code == 200
    report = answer.json()["report"]
    assert report["publisher"] == "The Post"
    assert "The troops hold the town" in report["text"]
    assert [path for _, path in paths] == ["/robots.txt", "/page"]


@pytest.mark.parametrize(
    "where",
    ["http://127.0.0.1:{}/", "http://localhost:{}/", "http://[::ffff:127.0.0.1]:{}/",
     "http://2130706433:{}/", "http://169.254.169.254/latest/", "//127.0.0.1:{}/", "file:///etc"],
)  # fmt: skip
def test_no_redirect_leads_inside(quick, elsewhere, where):
    port, paths = elsewhere
    answer = asked(quick, f"http://public.example:{port}/to/{where.format(port)}")
    assert answer.status_code == 422
    assert {host for host, _ in paths} == {f"public.example:{port}"}


def test_a_name_that_changes_its_meaning_is_asked_for_once(quick, monkeypatch, no_connections):
    meanings = iter(["203.0.113.77"])
    looked_up = []

    def getaddrinfo(host, port, *_, **__):
        looked_up.append(host)
        number = next(meanings, "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    def connect(address, *_, **__):
        no_connections.append(address[0])
        raise OSError("no way there")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket, "create_connection", connect)
    # A documentation network, which counts as public for once.
    real = fetch.addresses._is_public
    monkeypatch.setattr(
        fetch.addresses, "_is_public", lambda number: number == "203.0.113.77" or real(number)
    )
    answer = asked(quick, "http://rebinding.example/")
    assert answer.status_code == 422
    assert "127.0.0.1" not in no_connections
    assert set(no_connections) <= {"203.0.113.77"}
