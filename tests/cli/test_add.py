"""``add`` and ``watch`` as they are called from a shell."""

from __future__ import annotations

import json
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from groundcheck.ledger import adding, watching
from groundcheck.ledger.store.opening import open_ledger

sys.path.append(str(Path(__file__).parents[1] / "ledger"))

from odd_jobs import QuickReading


@pytest.fixture
def quick(monkeypatch):
    """Reports are read by what needs no model."""
    monkeypatch.setattr(adding, "Reading", QuickReading)


@pytest.fixture
def at(tmp_path, monkeypatch):
    """Where the ledger is by the environment."""
    monkeypatch.setenv("GROUNDCHECK_LEDGER", str(tmp_path / "deep" / "ledger.sqlite"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "deep" / "ledger.sqlite"


@pytest.fixture
def news(tmp_path):
    """A folder with two texts, a page without one, and lines of JSON of which one is bad."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("date 2024-05-06\nA first text.")
    (folder / "b.txt").write_text("A second text.")
    (folder / "c.html").write_text("<html><body></body></html>")
    (folder / "d.jsonl").write_text('{"text": "A third text."}\n{"text"\n{"text": "A fourth."}\n')
    return folder


def held(path):
    ledger = open_ledger(path, read_only=True)
    try:
        return ledger.info().reports, [report.text for report in ledger.reports()]
    finally:
        ledger.close()


def test_add_lists_what_came_of_each(run, at, news, quick):
    code, out, err = run("add", news, "--workers", 1)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "4 new reports, 0 claims in all"
    assert lines[1:5] == [f"  news/{n}" for n in ("a.txt", "b.txt", "d.jsonl#1", "d.jsonl#3")]
    assert lines[5] == "2 refused"
    assert {"    news/c.html", "    news/d.jsonl#2", "  no text in it: 1"} <= set(lines[6:])
    assert held(at)[0] == 4
    before = held(at)
    code, out, _ = run("add", news, "--format", "json", "--workers", 1)
    found = json.loads(out)
    assert code == 0
    assert [(one["item"], one["what"]) for one in found["items"]] == [
        ("news/a.txt", "known"),
        ("news/b.txt", "known"),
        ("news/c.html", "refused"),
        ("news/d.jsonl#1", "known"),
        ("news/d.jsonl#2", "refused"),
        ("news/d.jsonl#3", "known"),
    ]
    assert found["sum"] == {
        "claims": 0, "new": 0, "appearance": 0, "reading": 0, "known": 4, "forgotten": 0,
        "refused": 2,
    }  # fmt: skip
    assert held(at) == before


def test_where_the_ledger_is(run, at, news, quick, tmp_path):
    there = tmp_path / "there.sqlite"
    assert run("add", news / "a.txt", "--ledger", there)[0] == 0
    assert held(there)[0] == 1
    assert not at.exists()


@pytest.mark.parametrize(
    ("sources", "reason"),
    [
        (["nowhere"], "no such file or folder"),
        (["news/c.html", "nowhere"], "no text in it"),
        (["file:///etc/passwd"], "file addresses are not read"),
        (["http://127.0.0.1:9/"], "no public address"),
        (["http://169.254.169.254/latest/meta-data/"], "no public address"),
        (["http://[::1]:9/"], "no public address"),
    ],
)
def test_nothing_that_could_be_taken_in(run, at, news, quick, sources, reason):
    code, out, err = run("add", *sources)
    assert code == 2
    assert reason in out
    assert err == "groundcheck: nothing could be taken in\n"
    assert held(at) == (0, [])


def test_a_field_of_a_record_can_be_named(run, at, news, quick):
    (news / "e.jsonl").write_text('{"a": {"words": "Some words."}}\n')
    assert run("add", news / "e.jsonl", "--field", "text=a.words")[0] == 0
    assert held(at) == (1, ["Some words."])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--field", "text"], "--field text: wants a name and a path, like text=body.article"),
        (["--field", "words=a"], "field 'words': wants one of text, html, "),
        (["--ledger", "news"], "news: is a folder, no ledger"),
        (["--ledger", "news/a.txt"], "news/a.txt: "),
    ],
)
def test_bad_options_are_one_line(run, at, news, quick, arguments, told):
    code, out, err = run("add", "news", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"groundcheck: {told}")
    assert err.count("\n") == 1


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_keeps_what_is_done_and_says_how_to_go_on(
    run, at, news, quick, monkeypatch, stop
):
    (news / "many.jsonl").write_text(
        "".join(json.dumps({"text": f"Text {n}."}) + "\n" for n in range(60))
    )
    told = []

    def progress(listing, done):
        told.append(done)
        if len(told) == 10:
            os.kill(os.getpid(), stop)

    listing = "groundcheck.cli.add.Listing.__call__"
    monkeypatch.setattr(listing, progress)
    code, _, err = run("add", news / "many.jsonl", "--workers", 1)
    assert code == 130
    assert err.startswith("groundcheck: interrupted; ")
    assert held(at)[0] >= 50


class Feed(BaseHTTPRequestHandler):
    """A feed of two entries with their texts, and no robots.txt."""

    def do_GET(self):
        items = "".join(
            f"<item><title>Number {n}</title><link>http://a.example/{n}</link>"
            f"<description>Words number {n}.</description></item>"
            for n in range(2)
        )
        feed = f"<rss version='2.0'><channel><title>A</title>{items}</channel></rss>".encode()
        found = self.path == "/feed"
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(feed) if found else 0))
        self.end_headers()
        self.wfile.write(feed if found else b"")

    def log_message(self, *_):
        pass


@pytest.fixture
def feeds(tmp_path):
    """A list of one feed on this machine."""
    with HTTPServer(("127.0.0.1", 0), Feed) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/feed"
        path = tmp_path / "feeds.toml"
        path.write_text(f'[[feed]]\nurl = "{url}"\npublisher = "The A"\nevery = "1m"\n')
        yield path, url
        server.shutdown()


def test_watch_once(run, at, feeds, quick):
    path, url = feeds
    said = run("watch", path, "--once", "--allow-private", "--workers", 1)
    assert said == (0, f"{url}: 2 new reports\n", "")
    ledger = open_ledger(at, read_only=True)
    wheres = [ledger.appearances(report.id)[0] for report in ledger.reports()]
    ledger.close()
    assert sorted((where.item, where.publisher) for where in wheres) == [
        ("http://a.example/0", "The A"),
        ("http://a.example/1", "The A"),
    ]
    assert run("watch", path, "--once", "--allow-private")[1] == f"{url}: 2 known\n"
    code, out, err = run("watch", path, "--once")
    assert (code, err) == (2, f"groundcheck: {path}: no feed could be read\n")
    assert out.startswith(f"{url}: 1 refused (")


def test_watch_until_stopped(run, at, feeds, quick, monkeypatch):
    waited = []

    def wait(seconds):
        waited.append(seconds)
        if len(waited) == 3:
            os.kill(os.getpid(), signal.SIGTERM)

    clock = watching.Clock(wait=wait)
    monkeypatch.setattr(watching, "Clock", lambda: clock)
    path, url = feeds
    code, out, err = run("watch", path, "--allow-private", "--workers", 1)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == f"{url}: 2 new reports"
    assert set(out.splitlines()[1:]) == {f"{url}: 2 known"}


def test_watch_tells_a_bad_list_in_one_line(run, at, tmp_path):
    path = tmp_path / "feeds.toml"
    path.write_text("[[feed]]\nurl = 1")
    told = f"groundcheck: {path}: feed 1: url: wants an http or https address\n"
    assert run("watch", path) == (2, "", told)
    assert not at.exists()
