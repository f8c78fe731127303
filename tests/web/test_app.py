"""What holds of every answer: its headers, and errors as problems that tell nothing."""

import pytest

from groundcheck.web.guards.headers import HEADERS


@pytest.mark.parametrize("path", ["/healthz", "/nowhere", "/static/base.css", "/static/none.css"])
def test_security_headers_are_on_every_answer(client, path):
    answer = client().get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/static/none.css", 404),
        ("GET", "/static/..%2f..%2f__init__.py", 404),
        ("POST", "/healthz", 405),
        ("DELETE", "/static/base.css", 405),
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
