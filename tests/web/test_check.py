"""Texts that are given: checked as on the command line, taken in with the token alone."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

import groundcheck
from groundcheck.ledger.comparing import beside, compared
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.ledger.workers import Staff
from groundcheck.model import Appearance, report_id
from groundcheck.publish.shape import outcome_data
from groundcheck.web.app import make_app
from groundcheck.web.outside import Outside
from groundcheck.web.reading import Checker
from groundcheck.web.settings import Settings

TOKEN = "a-token-of-many-letters"
WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}
SAID = (
    "Russian forces control 60% of the Kherson region, Pavlo Hrytsenko, an adviser, said on Friday."
)


def test_a_text_is_checked_as_on_the_command_line_and_held_against_the_record(
    client, record, view, tmp_path
):
    settings = Settings(ledger=record, seconds=300)
    staff = Staff(Checker(tmp_path / "none.sqlite"), 1, 300.0)
    app = make_app(settings, Outside(tell=lambda _: None), staff)
    answer = client(app=app).post("/api/v1/check", json={"text": SAID, "published": "2025-06-14"})
    assert answer.status_code == 200
    outcome = groundcheck.check(SAID, "2025-06-14")
    where = Appearance(outcome.report.id, "api", date(2025, 6, 14))
    against = beside(view, outcome, where)
    expected = outcome_data(replace(outcome, findings=(*outcome.findings, *against)), True)
    assert answer.json() == expected
    assert "corroboration" in {one["check"] for one in answer.json()["findings"]}
    assert answer.headers["cache-control"] == "no-store"


def test_a_text_on_record_is_compared_as_what_is_on_record(view):
    for report in view.reports():
        outcome = view.outcome(report.id)
        (first, *_) = view.appearances(report.id)
        own = {claim.id for claim in outcome.claims}
        found = beside(view, outcome, first)
        on_record = [one for claim in sorted(own) for one in compared(view, claim)]
        assert sorted(found, key=str) == sorted(on_record, key=str)


def test_a_copy_of_a_text_on_record_agrees_with_nobody(view):
    for report in view.reports():
        text = f"{report.text}\n\nReprinted by permission."
        outcome = groundcheck.read(text, report.published)
        where = Appearance(outcome.report.id, "api", report.published)
        copied = [
            one
            for one in beside(view, outcome, where)
            if one.check == "corroboration" and report.id in str(one.evidence)
        ]
        assert copied == []


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        ({}, 422, "either text or address"),
        ({"text": "a", "address": "https://example.org"}, 422, "either text or address"),
        ({"text": ""}, 422, "text"),
        ({"text": "   \n "}, 422, "no text"),
        ({"text": 7}, 422, "text"),
        ({"text": "a", "published": "2025-02-30"}, 422, "published"),
        ({"text": "a", "surprise": 1}, 422, "surprise"),
        ({"text": "a", "title": "x" * 1001}, 422, "title"),
        ({"text": "x" * 5_000_000}, 413, "2 MiB"),
        ({"address": "https://example.org"}, 403, "off"),
        ({"text": "lone \ud800 surrogate"}, 422, "text"),
        ([], 422, "body"),
        ("a", 422, "body"),
        (None, 422, "body"),
    ],
)
def test_what_cannot_be_read_is_refused(client, given, status, says):
    content = json.dumps(given)
    headers = {"Content-Type": "application/json"}
    answer = client().post("/api/v1/check", content=content, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert says in answer.json()["detail"]
    with_token = client(token=TOKEN)
    taken = with_token.post("/api/v1/reports", content=content, headers=headers | WITH_TOKEN)
    assert taken.status_code == status
    assert with_token.get("/api/v1/reports").status_code == 404


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"text": "a"} x', b'{"text": NaN}', b"null"]
)
def test_a_body_that_is_no_json_is_refused(client, body):
    headers = {"Content-Type": "application/json"}
    answer = client().post("/api/v1/check", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", None])
def test_a_form_of_another_site_gives_nothing(client, kind):
    headers = {"Content-Type": kind} if kind else {}
    answer = client().post("/api/v1/check", content=b'{"text": "a text"}', headers=headers)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> javascript:alert(1)",
        "\x1b[31m and \u202e reversed",
        "Łódź 🜨",
    ],
)
def test_words_that_bite_come_back_as_they_were(client, text):
    content = json.dumps({"text": text})
    headers = {"Content-Type": "application/json"}
    answer = client().post("/api/v1/check", content=content, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    told = json.loads(answer.text)["report"]
    assert told["text"] == text
    assert told["id"] == report_id(text)


def test_one_text_posted_by_many_at_once_is_read_once(client):
    asked = client()
    with ThreadPoolExecutor(8) as threads:
        posts = [
            threads.submit(asked.post, "/api/v1/check", json={"text": "The same."})
            for _ in range(16)
        ]
        answers = [one.result() for one in posts]
    assert {one.status_code for one in answers} == {200}
    assert len({one.text for one in answers}) == 1


def test_only_whoever_has_the_token_takes_reports_in(client, tmp_path):
    given = {"text": "A report.", "publisher": "The Post", "url": "https://post.example/1"}
    assert client().post("/api/v1/reports", json=given).status_code == 403
    asked = client(token=TOKEN)
    for said in (None, "Bearer", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", "é"):
        headers = {} if said is None else {"Authorization": said.encode()}
        answer = asked.post("/api/v1/reports", json=given, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert not (tmp_path / "ledger.sqlite").exists()
    answer = asked.post("/api/v1/reports", json=given, headers=WITH_TOKEN)
    assert answer.status_code == 201
    assert answer.json() == {"report": report_id("A report."), "what": "new", "claims": 0}
    location = answer.headers["location"]
    told = asked.get(location).json()
    assert told["report"]["text"] == "A report."
    assert told["appearances"][0]["publisher"] == "The Post"


def test_what_comes_of_a_report_that_was_there(client, tmp_path):
    asked = client(token=TOKEN)

    def post(**more):
        given = {"text": "A report."} | more
        return asked.post("/api/v1/reports", json=given, headers=WITH_TOKEN)

    assert post().json()["what"] == "new"
    assert (post().status_code, post().json()["what"]) == (200, "known")
    assert post(publisher="The Post").json()["what"] == "appearance"
    listed = asked.get(f"/api/v1/reports/{report_id('A report.')}/appearances").json()
    assert listed["total"] == 2
    with closing(open_ledger(tmp_path / "ledger.sqlite")) as ledger, ledger.writing() as writer:
        writer.forget(report_id("A report."), "wanted", date(2026, 1, 1))
    assert post().status_code == 410
    assert asked.get(f"/api/v1/reports/{report_id('A report.')}").status_code == 404


def test_what_was_added_is_seen_at_once(client):
    asked = client(token=TOKEN)
    for number in range(3):
        given = {"text": f"Report {number}."}
        assert asked.post("/api/v1/reports", json=given, headers=WITH_TOKEN).status_code == 201
        assert len(asked.get("/api/v1/reports").json()["items"]) == number + 1
