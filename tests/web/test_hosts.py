"""By which names a server may be called."""

import pytest


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("localhost", True),
        ("LocalHost:8000", True),
        ("localhost.", True),
        ("127.0.0.1:8000", True),
        ("[::1]:8000", True),
        ("192.168.1.7", True),
        ("ground.example", True),
        ("Ground.Example:443", True),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("ground.example.evil.example", False),
        ("127.0.0.1@evil.example", False),
        ("evil.example:127.0.0.1", False),
        ("", False),
    ],
)
def test_only_names_that_are_known_are_answered(client, host, known):
    answer = client(hosts=("ground.example",)).get("/healthz", headers={"Host": host})
    assert answer.status_code == (200 if known else 421)
