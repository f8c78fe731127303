"""Limits on size, time and rate, each with a clock of its own."""

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.web.guards.bodies import Bodies
from groundcheck.web.guards.faults import Broken
from groundcheck.web.guards.rates import Allowance, client_of
from groundcheck.web.guards.time_limit import TimeLimit


def called(app, path="/x", method="POST", headers=(), messages=()):
    """The status and body that an ASGI application answers with."""
    scope = {"type": "http", "method": method, "path": path, "headers": list(headers)}
    left, sent = list(messages), []

    async def receive():
        if not left:
            await asyncio.Event().wait()
        return left.pop(0)

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    if not sent:
        return None, b""
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent[1:])


async def echo(scope, receive, send):
    body = (await receive()).get("body", b"")
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": body})


async def never(scope, receive, send):
    await asyncio.Event().wait()


async def begins_only(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await asyncio.Event().wait()


def part(size, more=False):
    return {"type": "http.request", "body": b"x" * size, "more_body": more}


@pytest.mark.parametrize(
    ("headers", "messages", "status"),
    [
        ((), [part(10)], 200),
        ((), [part(4, True), part(6)], 200),
        ((), [part(11)], 413),
        ((), [part(6, True), part(5, True), part(0)], 413),
        ([(b"content-length", b"11")], [], 413),
        ([(b"content-length", b"999999999999999999999")], [], 413),
        ([(b"content-length", b"many")], [part(3)], 200),
        ((), [part(3, True), {"type": "http.disconnect"}], None),
    ],
)
def test_bodies_have_a_size(headers, messages, status):
    found, body = called(Bodies(echo, 10, 60), headers=headers, messages=messages)
    assert found == status
    if status == 200:
        assert body == b"x" * sum(len(one["body"]) for one in messages)


def test_a_body_that_does_not_come_is_not_waited_for():
    status, body = called(Bodies(echo, 10, 0), messages=[part(3, True)])
    assert status == 408
    assert json.loads(body)["title"] == "Request Timeout"


def test_what_takes_too_long_is_ended():
    status, body = called(TimeLimit(never, 0, 60), method="GET")
    assert status == 503
    assert b"longer than 0 seconds" in body
    assert called(TimeLimit(never, 60, 0), "/api/v1/exports/csv", "GET")[0] == 503


def test_what_has_begun_breaks_off():
    with pytest.raises(Broken):
        called(TimeLimit(begins_only, 0, 60), method="GET")


def test_a_client_that_asks_too_often_waits(client, clock):
    asked = client(per_minute=3)
    assert [asked.get("/api/v1").status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = asked.get("/api/v1")
    assert answer.headers["retry-after"] == "20"
    assert answer.json()["title"] == "Too Many Requests"
    assert asked.get("/healthz").status_code == 200
    assert asked.get("/static/base.css").status_code == 200
    clock.seconds += 20
    assert [asked.get("/api/v1").status_code for _ in range(2)] == [200, 429]
    assert "groundcheck_rate_limited_total 3" in asked.get("/metrics").text


def test_a_text_counts_as_ten(client):
    asked = client(per_minute=25)
    posted = [asked.post("/api/v1/check", json={}).status_code for _ in range(3)]
    assert posted == [422, 422, 429]


def test_clients_do_not_take_from_each_other():
    allowance = Allowance(1, lambda: 0.0)
    assert [allowance.take(one) for one in "aabb"] == [0, 60, 0, 60]


@given(st.lists(st.tuples(st.floats(0, 30), st.sampled_from([1, 10])), max_size=60))
def test_no_more_is_allowed_than_there_is(asked):
    now, spent = 0.0, 0
    allowance = Allowance(30, lambda: now)
    for passed, cost in asked:
        now += passed
        wait = allowance.take("a", cost)
        assert wait >= 0
        spent += 0 if wait else cost
        assert spent <= 30 + now / 2 + 1e-6


@pytest.mark.parametrize(
    ("address", "who"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("testclient", "unknown"),
    ],
)
def test_who_a_client_is(address, who):
    assert client_of({"client": (address, 1)}) == who
    assert client_of({"client": None}) == "unknown"
