"""What holds of every answer: its headers, its line in the log, and errors that tell nothing."""

import json

import pytest

from groundcheck.errors import DataError
from groundcheck.web.guards.headers import HEADERS


@pytest.mark.parametrize(
    "path",
    ["/healthz", "/nowhere", "/static/base.css", "/static/none.css", "/api/v1", "/api/v1/claims"],
)
def test_security_headers_are_on_every_answer(client, path):
    answer = client().get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/static/none.css", 404),
        ("GET", "/static/..%2f..%2f__init__.py", 404),
        ("GET", "/static/%00", 404),
        ("POST", "/healthz", 405),
        ("DELETE", "/static/base.css", 405),
        ("PUT", "/api/v1/claims", 405),
        ("OPTIONS", "/api/v1/claims", 405),
        ("GET", "/api/v1/check", 405),
        ("GET", "/api/v1/claims/zz", 422),
        ("GET", "/api/v1/exports/html", 422),
    ],
)
def test_errors_are_problems(client, method, path, status):
    answer = client().request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (told["type"], told["status"]) == ("about:blank", status)
    assert told["title"]
    assert told["detail"]
    assert told["instance"] == f"urn:request:{answer.headers['x-request-id']}"


@pytest.mark.parametrize(
    "error", [KeyError("words of a report"), DataError("/home/me/ledger: words of a report")]
)
def test_a_fault_is_logged_and_tells_nothing(made, client, lines, error):
    app = made()

    @app.get("/fault/{word}")
    def fault(word: str):
        raise error

    answer = client(app=app).get("/fault/x?report=secret")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "words" not in answer.text
    assert "me" not in answer.json()["detail"].split()
    (line,) = lines
    assert type(error).__name__ in line["fault"]
    assert (line["route"], line["path"], line["status"]) == ("/fault/{word}", "/fault/x", 500)
    assert line["request"] == answer.headers["x-request-id"]
    assert "secret" not in json.dumps(line)
    if isinstance(error, KeyError):
        assert "words" not in json.dumps(line)
        assert "test_app.py" in line["fault"]


def test_a_text_that_is_sent_is_not_in_the_log(client, lines):
    client().post("/api/v1/check", json={"text": "Some secret words.", "surprise": 1})
    assert lines[0]["status"] == 422
    assert "secret" not in json.dumps(lines)


@pytest.mark.parametrize(
    "path", ["/healthz", "/static/base.css", "/api/v1/claims", "/api/v1/exports/csv", "/nowhere"]
)
def test_head_is_get_without_a_body(client, record, path):
    asked = client(ledger=record)
    got, head = asked.get(path), asked.head(path)
    assert head.content == b""
    assert head.status_code == got.status_code
    passing = ("x-request-id", "content-length", "transfer-encoding")
    kept = {name: value for name, value in got.headers.items() if name not in passing}
    assert {n: v for n, v in head.headers.items() if n not in passing} == kept


def test_exports_that_were_only_looked_at_are_closed(client, record):
    asked = client(ledger=record)
    for _ in range(5):
        assert asked.head("/api/v1/exports/csv").status_code == 200
    assert "groundcheck_exports_running 0" in asked.get("/metrics").text


@pytest.mark.parametrize("prefix", ["", "/ground", "/a/b-c"])
@pytest.mark.parametrize("left_on", [True, False])
def test_a_prefix_is_in_every_address_whether_the_proxy_leaves_it_on(
    client, record, prefix, left_on
):
    asked = client(ledger=record, prefix=prefix)
    before = prefix if left_on else ""
    first = asked.get(f"{before}/api/v1/search?limit=1").json()
    assert first["next"].startswith(f"{prefix}/api/v1/search?")
    assert asked.get(first["next"]).json()["items"] != first["items"]
    assert asked.get(f"{before}/static/base.css").status_code == 200
    described = asked.get(f"{before}/api/v1/openapi.json").json()
    assert described.get("servers", [{"url": ""}])[0]["url"] == prefix
    assert f'href="{prefix}/static/base.css"' in asked.get(f"{before}/api/v1").text


@pytest.mark.parametrize(
    ("proxies", "seen"),
    [((), "testclient"), (("testclient",), "203.0.113.9"), (("10.0.0.1",), "testclient")],
)
def test_only_a_known_proxy_says_who_asks(client, lines, proxies, seen):
    client(proxies=proxies).get("/healthz", headers={"X-Forwarded-For": "203.0.113.9"})
    assert lines[0]["client"] == seen


def test_the_page_about_the_api_needs_no_script(client):
    page = client().get("/api/v1").text
    assert "<script" not in page
    assert "style=" not in page
    assert "/api/v1/claims/{id}/findings" in page
