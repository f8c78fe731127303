"""The server as a process: its address, clients that are slow, and its end."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import closing

import h11
import pytest
from uvicorn import Config
from uvicorn.server import ServerState

from groundcheck.errors import BadValue
from groundcheck.web import slow
from groundcheck.web.serving import address, bound
from groundcheck.web.settings import Settings
from groundcheck.web.slow import Impatient

PROGRAM = [sys.executable, "-c", "from groundcheck.cli.app import main; main()", "serve"]


@pytest.fixture
def served(tmp_path):
    """Starts the program; gives the process and the address that it tells."""
    started = []

    def start(*options):
        where = ("--ledger", str(tmp_path / "l.sqlite"), "--store", str(tmp_path / "s.sqlite"))
        process = subprocess.Popen(
            [*PROGRAM, "--port", "0", *where, *options],
            stderr=subprocess.PIPE,
            text=True,
            env={name: value for name, value in os.environ.items() if name != "GROUNDCHECK_TOKEN"},
        )
        started.append(process)
        line = process.stderr.readline()
        return process, line, line.split()[1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_is_there_until_it_is_told_to_stop(served, number):
    process, line, where = served("--prefix", "/ground")
    assert line.endswith("writing is off (no --token)\n")
    assert where.startswith("http://127.0.0.1:")
    assert where.endswith("/ground/")
    with urllib.request.urlopen(f"{where}healthz") as answer:
        assert answer.status == 200
    process.send_signal(number)
    _, said = process.communicate()
    assert process.returncode == 0
    assert '"route": "/healthz"' in said
    assert said.endswith("groundcheck: stopped\n")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--prefix", "ground"), "--prefix 'ground': wants a path"),
        (("--prefix", "/ground/"), "--prefix '/ground/': wants a path"),
        (("--prefix", "/.."), "--prefix"),
        (("--token", "short"), "the token wants 16 or more"),
        (("--host", "256.0.0.1.invalid"), "--host 256.0.0.1.invalid port 0"),
        (("--seconds", "0"), "seconds: wants more than 0"),
        (("--port", "70000"), "--port"),
    ],
)
def test_what_cannot_be_is_one_line(run, tmp_path, options, says):
    code, out, err = run("serve", "--port", 0, "--ledger", tmp_path / "l.sqlite", *options)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err


@pytest.fixture
def run(capfd):
    from groundcheck.cli.app import main

    def call(*arguments):
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return end.value.code, out, err

    return call


def test_a_port_that_is_taken_is_one_line():
    with closing(bound("127.0.0.1", 0)) as taken, pytest.raises(BadValue, match="in use"):
        bound("127.0.0.1", taken.getsockname()[1])


def test_a_damaged_ledger_is_told_before_anything_is_served(run, tmp_path):
    (tmp_path / "l.sqlite").write_bytes(b"no ledger" * 1000)
    code, _, err = run("serve", "--port", 0, "--ledger", tmp_path / "l.sqlite")
    assert code == 2
    assert "l.sqlite" in err


@pytest.mark.parametrize(
    ("host", "prefix", "where"),
    [
        ("127.0.0.1", "", "http://127.0.0.1:80/"),
        ("::1", "/a", "http://[::1]:80/a/"),
        ("[::1]", "", "http://[::1]:80/"),
    ],
)
def test_where_it_is_found(tmp_path, host, prefix, where):
    settings = Settings(tmp_path, host=host, prefix=prefix)
    assert address(settings, 80) == where
    assert settings.on_loopback
    assert not Settings(tmp_path, host="0.0.0.0").on_loopback


class Loop:
    """A loop that calls later what it is told to, when the test says so."""

    def __init__(self):
        self.calls = []

    def call_later(self, seconds, call):
        assert seconds == slow.SECONDS
        self.calls.append(call)
        return self

    def cancel(self):
        self.calls.pop()


class Transport:
    def __init__(self):
        self.closed = False

    def get_extra_info(self, name):
        return None

    def is_closing(self):
        return self.closed

    def close(self):
        self.closed = True


@pytest.mark.parametrize(
    ("parts", "closed"),
    [
        ([], True),
        ([b"GET / HT"], True),
        ([b"GET / HTTP/1.1\r\nHost: a\r\n"], True),
        ([b"GET / HTTP/1.1\r\n", b"Host: a\r\n"], True),
        ([b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"], False),
    ],
)
def test_a_head_that_does_not_come_ends_the_connection(parts, closed):
    async def app(scope, receive, send):
        raise AssertionError

    loop, transport = Loop(), Transport()
    loop.create_task = lambda task: task.close() or Done()
    config = Config(app, log_config=None, ws="none", lifespan="off")
    protocol = Impatient(config, ServerState(), {}, loop)
    protocol.connection_made(transport)
    for part in parts:
        protocol.data_received(part)
    assert protocol.conn.their_state is (h11.IDLE if closed else h11.SEND_BODY)
    for call in loop.calls:
        call()
    assert transport.closed is closed


class Done:
    """A task that is over."""

    def add_done_callback(self, call):
        call(self)


def test_what_is_sent_in_one_go_is_answered(served):
    _, _, where = served()
    port = int(where.split(":")[2].strip("/"))
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400")
    request = urllib.request.Request(f"{where}api/v1/claims", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(request)
    assert error.value.code == 421
    error.value.close()
