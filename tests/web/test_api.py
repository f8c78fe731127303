"""The REST API over the example feed: every route, its pages, its ETags, its errors."""

import json
from contextlib import closing
from dataclasses import replace

import jsonschema
import pytest

from groundcheck.ledger.comparing import compared
from groundcheck.ledger.store import Query
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.model import Appearance, Claim, report_id
from groundcheck.publish.exports import FORMATS, Asked
from groundcheck.publish.shape import published
from groundcheck.web.api.exports import TYPES

LISTS = (
    "claims", "reports", "findings", "search", "places", "sources", "contradictions",
    "measurements?place=Donetsk&since=2025-01-01&until=2025-01-20", "history/Donetsk",
)  # fmt: skip


@pytest.fixture(scope="session")
def ids(view):
    """A claim with findings, and its report."""
    said = next(one for one in view.statements() if one.verdicts)
    return {"claim": said.claim.id, "report": said.report}


ONES = (
    "reports/{report}", "reports/{report}?compared=true", "reports/{report}/appearances",
    "claims/{claim}", "claims/{claim}/findings", "sources/gennady FROLOV", "info",
)  # fmt: skip


def template(described, path):
    """The answer's schema, from the OpenAPI, for a path that was asked for."""
    steps = path.partition("?")[0].split("/")
    for known, methods in described["paths"].items():
        own = known.removeprefix("/api/v1/").split("/")
        if len(own) == len(steps) and all(
            mine.startswith("{") or mine == one for mine, one in zip(own, steps, strict=True)
        ):
            content = methods["get"]["responses"]["200"]["content"]
            return content["application/json"]["schema"]
    raise LookupError(path)


@pytest.mark.parametrize("path", [*LISTS, *ONES])
def test_every_answer_is_as_described(api, ids, path):
    answer = api.get(f"/api/v1/{path.format(**ids)}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    described = api.get("/api/v1/openapi.json").json()
    schema = template(described, path) | {"components": described["components"]}
    jsonschema.Draft202012Validator(schema).validate(answer.json())


@pytest.mark.parametrize("path", [*LISTS, *ONES, "exports/csv", "exports/claimreview"])
def test_what_has_not_changed_is_not_sent_again(api, ids, path):
    path = f"/api/v1/{path.format(**ids)}"
    first = api.get(path)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    for said in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = api.get(path, headers={"If-None-Match": said})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert api.get(path, headers={"If-None-Match": '"other"'}).content == first.content
    other = api.get(f"{path}{'&' if '?' in path else '?'}place=Kherson")
    assert other.headers.get("etag") != tag


@pytest.mark.parametrize("path", LISTS)
def test_the_pages_of_a_list_hold_each_item_once(api, path):
    sign = "&" if "?" in path else "?"
    whole = api.get(f"/api/v1/{path}{sign}limit=200").json()
    assert whole["next"] is None
    found, pages, address = [], 0, f"/api/v1/{path}{sign}limit=1"
    while address:
        page = api.get(address).json()
        found += page["items"]
        address, pages = page["next"], pages + 1
        assert page["total"] == whole["total"]
    assert found == whole["items"]
    assert pages > 1


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"source": "Gennady Frolov"},
        {"kind": "control"},
        {"place": "Donetsk"},
        {"place": "UA-14", "since": "2025-01-01"},
        {"words": "troops"},
        {"words": '"per cent" of*'},
        {"verdict": "depends"},
        {"verdict": "not covered", "check": "control"},
        {"until": "2025-02-01", "certainty": "stated"},
        {"outlet": "nobody"},
        {"origin": "nobody", "actor": "Russia"},
    ],
)
def test_filters_mean_what_they_mean_on_the_command_line(api, view, asked):
    from groundcheck.ledger.questions.filters import query_asked

    query = query_asked(asked, view)
    expected = [one.claim.id for one in view.statements(query)]
    answer = api.get("/api/v1/search", params=asked | {"limit": 200}).json()
    assert [one["claim"] for one in answer["items"]] == expected
    assert answer["total"] == len(expected)
    claims = api.get("/api/v1/claims", params=asked | {"limit": 200}).json()["items"]
    assert [one["claim"]["id"] for one in claims] == expected
    found = [
        published(one)
        for claim in expected
        for one in view.findings(claim)
        if asked.get("check") in (None, one.check) and asked.get("verdict") in (None, one.verdict)
    ]
    assert api.get("/api/v1/findings", params=asked | {"limit": 200}).json()["items"] == found
    reports = api.get("/api/v1/reports", params=asked | {"limit": 200}).json()["items"]
    assert [one["id"] for one in reports] == [one.id for one in view.reports(query)]


def test_once_and_order(api, view):
    rows = api.get("/api/v1/search?oldest_first=true&limit=200").json()["items"]
    assert [one["claim"] for one in rows] == [
        one.claim.id for one in view.statements(Query(oldest_first=True))
    ]
    once = api.get("/api/v1/search?once=true").json()
    assert once["total"] == view.count(Query(once=True))


def test_a_claim_has_what_all_else_says_beside_it(api, view):
    for said in view.statements():
        answer = api.get(f"/api/v1/claims/{said.claim.id}/findings").json()
        expected = (*view.findings(said.claim.id), *compared(view, said.claim.id))
        assert answer["items"] == published(expected)


@pytest.mark.parametrize("name", sorted(TYPES))
def test_exports_are_those_of_the_command_line(api, view, name):
    answer = api.get(f"/api/v1/exports/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == TYPES[name][0]
    assert answer.headers["content-disposition"].startswith('attachment; filename="groundcheck-')
    if name == "claimreview":
        lines = [json.loads(line) for line in answer.text.splitlines()]
        assert {one["datePublished"] for one in lines} == {"2026-11-26"}
        return
    assert answer.content == b"".join(FORMATS[name].file(Asked(view)))
    few = api.get(f"/api/v1/exports/{name}?kind=control")
    assert few.content == b"".join(FORMATS[name].file(Asked(view, Query(kind="control"))))


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        (f"reports/{'0' * 64}", 404, "no report"),
        (f"reports/{'0' * 64}/appearances", 404, "no report"),
        (f"claims/{'0' * 16}", 404, "no report or claim"),
        (f"claims/{'0' * 16}/findings", 404, "claim"),
        ("claims/0", 422, "id"),
        ("reports/..%2f..%2fetc", 404, "nothing"),
        ("sources/Nobody At All", 404, "no source of that name"),
        ("sources/'; DROP TABLE report; --", 404, "no source of that name"),
        ("history/Gondolin", 404, "no place of that name"),
        ('history/"Donetsk"><script>', 404, "no place"),
        ("history/O'Donetsk", 404, "no place"),
        ("history/geonames:99999999999999999999", 404, "no such number"),
        ("search?place=Gondolin", 422, "place 'Gondolin'"),
        ("search?source=Nobody", 422, "source 'Nobody'"),
        ("search?kind=rumour", 422, "kind"),
        ("search?since=2025-13-01", 422, "since"),
        ("search?since=2025-02-02&until=2025-02-01", 422, "is after until"),
        ("search?limit=0", 422, "limit"),
        ("search?limit=201", 422, "limit"),
        ("search?skip=-1", 422, "skip"),
        ("search?skip=99999999999999999999", 422, "skip"),
        ("search?surprise=1", 422, "surprise"),
        (f"search?words={'x' * 501}", 422, "words"),
        ("contradictions?min_gap=nan", 422, "min_gap"),
        ("contradictions?min_gap=-1", 422, "min_gap"),
        ("measurements", 422, "place"),
        ("measurements?place=Gondolin", 422, "Gondolin"),
        ("measurements?place=Donetsk&on=1990-01-01", 422, "no layer covers"),
        ("measurements?place=Donetsk&on=2025-01-01&since=2025-01-01", 422, "on: goes without"),
        ("measurements?place=Donetsk&layer=none", 422, "layer none"),
        ("measurements?place=Donetsk&by=hour", 422, "by"),
        ("exports/brat", 422, "format"),
        ("exports/csv?place=Gondolin", 422, "Gondolin"),
        ("nothing", 404, "nothing"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(api, path, status, says):
    answer = api.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    detail = answer.json()["detail"]
    assert says in detail
    assert "\n" not in detail
    assert "--" not in detail.replace("; --", "")


@pytest.mark.parametrize("path", [*LISTS[:7], "history/Donetsk", "exports/csv", "info"])
def test_without_a_ledger_the_answer_says_how_to_make_one(client, path):
    answer = client().get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert "groundcheck add" in answer.json()["detail"]


def test_measuring_needs_no_ledger(client):
    assert client().get("/api/v1/measurements?place=Donetsk").status_code == 200


def test_a_damaged_ledger_is_told_without_its_path(client, tmp_path, lines):
    (tmp_path / "ledger.sqlite").write_bytes(b"no ledger" * 1000)
    asked = client()
    answer = asked.get("/api/v1/claims")
    assert answer.status_code == 500
    assert str(tmp_path) not in answer.text
    assert "no ledger" not in answer.text
    assert str(tmp_path) in lines[-1]["fault"]
    assert asked.get("/healthz").status_code == 503


def test_ten_thousand_claims_of_one_report_come_in_pages(client, tmp_path, view):
    said = next(iter(view.statements()))
    text = "Word. " * 10_000
    report = replace(view.report(said.report), id=report_id(text), text=text)
    claims = tuple(_claim(said.claim, number) for number in range(10_000))
    filed = replace(
        view.readings(said.report)[-1],
        outcome=replace(view.outcome(said.report), report=report, claims=claims, findings=()),
        appearance=Appearance(report.id, "made", said.said),
    )
    with closing(open_ledger(tmp_path / "ledger.sqlite")) as ledger, ledger.writing() as writer:
        writer.add(filed)
    asked = client()
    first = asked.get("/api/v1/claims").json()
    assert (first["total"], len(first["items"])) == (10_000, 50)
    assert len(asked.get(f"/api/v1/reports/{report.id}").json()["claims"]) == 10_000
    last = asked.get("/api/v1/search?skip=9990").json()
    assert (len(last["items"]), last["next"]) == (10, None)


def _claim(like: Claim, number: int) -> Claim:
    return replace(like, id=f"{number:016x}")


def test_the_metrics_count_by_route_and_never_by_words(api, ids):
    api.get(f"/api/v1/claims/{ids['claim']}")
    api.get("/api/v1/history/secret%22word")
    api.get("/secret")
    api.request("SECRET", "/api/v1/claims")
    text = api.get("/metrics").text
    assert (
        'groundcheck_requests_total{route="/api/v1/claims/{id}",method="GET",status="200"} 1'
        in (text)
    )
    assert 'route="/api/v1/history/{place:path}"' in text
    assert 'route="none",method="GET",status="404"' in text
    assert 'method="other"' in text
    assert "secret" not in text.lower()
    assert 'groundcheck_request_seconds_bucket{route="none",le="+Inf"} 1' in text
    assert "# TYPE groundcheck_texts_pending gauge\ngroundcheck_texts_pending 0\n" in text
