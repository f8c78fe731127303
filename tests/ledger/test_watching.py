"""Lists of feeds, and when each feed's time has come."""

from __future__ import annotations

import pytest

from groundcheck.errors import BadValue, UnreadableInput
from groundcheck.ledger.watch_list import Feed, parse_feeds, read_feeds
from groundcheck.ledger.watching import Clock, watch

LIST = """
[[feed]]
url = "https://a.example/feed.xml"
publisher = " The A "
every = "15m"

[[feed]]
url = "HTTP://b.example/atom"
every = "2 h"

[[feed]]
url = "https://c.example/"
"""


def test_a_list():
    assert parse_feeds(LIST, "feeds.toml") == (
        Feed("https://a.example/feed.xml", "The A", 900),
        Feed("HTTP://b.example/atom", None, 7200),
        Feed("https://c.example/", None, 900),
    )


def entry(line):
    return f'[[feed]]\nurl = "https://a.example/"\n{line}'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no [[feed]] in it"),
        ("feed = []", "no [[feed]] in it"),
        ("feed = 1", "no [[feed]] in it"),
        ("[feed]", "no [[feed]] in it"),
        ("feed = [1]", "feed 1: wants a table"),
        ("[[feed", "no TOML: "),
        ("[[feeds]]", "'feeds' is not known; a list has [[feed]] alone"),
        ("[[feed]]", "feed 1: url: wants an http or https address"),
        ("[[feed]]\nurl = 5", "feed 1: url: wants an http or https address"),
        ('[[feed]]\nurl = "file:///etc/passwd"', "feed 1: url: wants an http or https address"),
        ('[[feed]]\nurl = "feed.xml"', "feed 1: url: wants an http or https address"),
        (entry('name = "A"'), "feed 1: 'name' is none of every, publisher, url"),
        (entry('publisher = ""'), "feed 1: publisher: wants a name"),
        (entry("publisher = 1"), "feed 1: publisher: wants a name"),
        (entry('every = "15"'), "feed 1: every: '15' is no length of time"),
        (entry("every = 15"), "feed 1: every: 15 is no length of time"),
        (entry('every = "-5m"'), "feed 1: every: '-5m' is no length of time"),
        (entry('every = "59s"'), "feed 1: every: a server is asked once a minute at most"),
        (entry('every = "0d"'), "feed 1: every: a server is asked once a minute at most"),
        (entry("") * 2, "feed 2: its url was there before"),
    ],
)
def test_a_list_that_is_none_is_told_in_one_line(text, reason):
    with pytest.raises(BadValue) as caught:
        parse_feeds(text, "feeds.toml")
    assert str(caught.value).startswith(f"feeds.toml: {reason}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "no such file or directory"), (b"\xff", "not UTF-8")],
)
def test_a_list_that_cannot_be_read(tmp_path, content, reason):
    path = tmp_path / "feeds.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableInput) as caught:
        read_feeds(path)
    assert str(caught.value) == f"{path}: {reason}"


def test_each_feed_is_asked_when_its_time_has_come():
    """Two feeds, every 2 and 5 minutes, where asking takes 10 seconds."""
    quick, slow = Feed("https://a.example/", None, 120), Feed("https://b.example/", None, 300)
    time, asked = 0.0, []

    def wait(seconds):
        nonlocal time
        assert seconds > 0
        time += seconds

    def poll(feed):
        nonlocal time
        if time > 700:
            raise KeyboardInterrupt
        asked.append((feed.every, time))
        time += 10

    with pytest.raises(KeyboardInterrupt):
        watch((quick, slow), poll, Clock(lambda: time, wait))
    assert [at for every, at in asked if every == 120] == [0, 130, 260, 390, 520, 650]
    assert [at for every, at in asked if every == 300] == [10, 320, 630]


def test_an_overdue_feed_is_asked_at_once():
    feeds = [Feed(f"https://{n}.example/", None, 60) for n in range(3)]
    time, asked = 0.0, []

    def poll(feed):
        nonlocal time
        if len(asked) == 9:
            raise KeyboardInterrupt
        asked.append(feed)
        time += 50

    def wait(seconds):
        raise AssertionError(seconds)

    with pytest.raises(KeyboardInterrupt):
        watch(feeds, poll, Clock(lambda: time, wait))
    assert asked == feeds * 3
