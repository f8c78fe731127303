"""The pages: each is an address, with its twins; what is not there is not, and nothing executes."""

import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

import groundcheck
from groundcheck.ledger.store import Query
from groundcheck.model import Appearance, Filed, Outcome, report_id
from groundcheck.publish.site.parts import PER_PAGE
from groundcheck.web.compared import MOST
from groundcheck.web.kept import Checked
from groundcheck.web.pages.links import Served

from .conftest import HTML, application

SAID = (
    "date 2025-06-14\n\nRussian forces control 60% of the Kherson region, Pavlo Hrytsenko, an "
    "adviser, said on Friday.\n"
)
FEW = 3
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Strict(HTMLParser):
    """Takes down all that a browser could execute or fetch, and where links lead."""

    def __init__(self, text):
        super().__init__()
        self.wrong, self.links, self.ids = [], [], []
        self.text = ""
        assert not CONTROL.search(text)
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += filter(None, [given.get("id")])
        self.wrong += [name for name in given if name.startswith("on") or name == "style"]
        if tag in ("img", "iframe", "object", "embed", "base", "style"):
            self.wrong.append(tag)
        if tag == "script" and not (
            given.get("src", "").startswith("/static/")
            or given.get("type") == "application/ld+json"
        ):
            self.wrong.append(str(given))
        for name in ("href", "src", "action"):
            # Else there is no end of the days of a timeline.
            if name in given and given.get("rel") != "nofollow":
                self.links.append(given[name])

    def handle_data(self, data):
        self.text += data


def strict(answer):
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Strict(answer.text)
    assert page.wrong == []
    assert len(set(page.ids)) == len(page.ids)
    scheme = re.compile(r"^(/(?!/)|#|\?|https?://)")
    assert [link for link in page.links if not scheme.match(link)] == []
    return page


def every_page(client, *more):
    """Every page that links lead to, however far, each once; of one with queries a few."""
    seen, left, asked = {}, ["/", *more], Counter()
    while left:
        path = left.pop().partition("#")[0]
        if not path.startswith("/") or path in seen or path.startswith(("/static/", "/api/")):
            continue
        kind = path.partition("?")[0]
        asked[kind] += 1
        if asked[kind] > FEW:
            continue
        answer = client.get(path)
        seen[path] = answer
        if answer.is_success and answer.headers["content-type"].startswith("text/html"):
            left += strict(answer).links
    return seen


@pytest.fixture(scope="module")
def seen(pages, give):
    """Every page over the example feed and of a text that is on no record."""
    return every_page(pages, give(SAID))


def test_every_link_of_every_page_leads_somewhere(seen):
    wrong = {path: a.status_code for path, a in seen.items() if a.status_code not in (200, 307)}
    copies = {path for path in wrong if path.endswith(".jsonld")}
    assert set(wrong) - copies == {"/check"}
    assert all("of copies the earliest" in seen[path].text for path in copies)
    assert len(seen) > 100
    assert any(path.startswith("/claim/") and path.endswith(".png") for path in seen)


def test_redirects_of_twins_lead_to_the_api(pages, seen):
    led = {a.headers["location"] for a in seen.values() if a.status_code == 307}
    assert len(led) > 20
    assert [location for location in led if pages.get(location).status_code != 200] == []


def test_pages_of_what_bites_execute_nothing(biting_ledger):
    with TestClient(application(biting_ledger), "http://localhost", headers=HTML) as client:
        seen = every_page(client)
    assert sum("onerror" in answer.text for answer in seen.values()) > 10
    assert sum("/source/" in path for path in seen) > 5


def test_a_text_that_is_a_page_with_scripts_stays_words(pages, give):
    evil = (
        "<script>alert(1)</script><img src=x onerror=alert(2)> Russia holds 80% of the Kherson "
        "region, “javascript:alert(3)” \u202e data:text/html,<b> said on Monday.\x1b[31m"
    )
    at = give(evil, publisher=evil, title=evil, url="javascript:alert(4)", published="2025-06-12")
    page = strict(pages.get(at))
    assert "<script>alert(1)</script>" in page.text
    assert "¤ data:text/html" in page.text
    claim = next(link for link in page.links if re.fullmatch(rf"{at}/\w+", link))
    strict(pages.get(claim))
    for form, begins in (("svg", "<svg"), ("txt", "“"), ("jsonld", "{")):
        file = pages.get(f"{claim}.{form}")
        assert file.text.startswith(begins)
        assert form == "jsonld" or not CONTROL.search(file.text.replace("\n", ""))
        assert form != "svg" or "<script" not in file.text


def test_the_card_of_a_claim_says_all_that_was_found(pages, give):
    text = strict(pages.get(give(SAID))).text
    for said in (
        "Pavlo Hrytsenko",
        "59.5 to 60.5%",
        "less than measured",
        "became so",
        "Working:",
        "From maps of DeepState",
        "It calls none of them true or false",
        "on no record",
    ):
        assert said in text


def test_a_text_that_was_checked_goes_on_no_record_and_is_the_same_each_time(pages, give, view):
    before = view.info()
    assert give(SAID) == give(SAID.replace("\n", "\r\n"))
    assert give(SAID) != give(SAID, publisher="Somebody else")
    assert view.info() == before
    answer = pages.get(give(SAID))
    assert answer.headers["cache-control"] == "no-store"
    told = json.loads(pages.get(f"{give(SAID)}.json").text)
    assert told["report"]["text"] == SAID
    assert told["findings"]


def test_others_on_record_stand_beside_a_claim_of_a_checked_text(pages, give, view):
    said = next(
        one for one in view.statements(Query(kind="control")) if one.claim.certainty == "stated"
    )
    text = view.report(said.report).text + "\nMore."
    at = give(text, published=str(view.report(said.report).published))
    claims = json.loads(pages.get(f"{at}.json").text)["claims"]
    pages_ = [strict(pages.get(f"{at}/{claim['id']}")).text for claim in claims]
    assert any("Who else speaks of the same" in page for page in pages_)


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        ({"text": ""}, 422, "there is no text"),
        ({"text": " \n "}, 422, "there is no text"),
        ({"text": "a", "address": "https://example.org/"}, 422, "either a text or an address"),
        ({"text": "a", "published": "yesterday"}, 422, "published"),
        ({"text": "a", "title": "x" * 1001}, 422, "title"),
        ({"address": "https://example.org/"}, 403, "which is off"),
        ({"text": "x" * (3 * 2**20)}, 413, "more than 2 MiB"),
        ({"text": "a"} | {f"x{n}": "y" for n in range(30)}, 422, "more than 20 fields"),
    ],
)
def test_what_cannot_be_checked_is_said_on_a_page(pages, data, status, says):
    answer = pages.post("/check", data=data)
    assert answer.status_code == status
    page = Strict(answer.text)
    assert says in page.text
    assert "Groundcheck" in page.text


def test_a_form_of_another_kind_is_refused(pages):
    assert pages.post("/check", files={"text": "a"}).status_code == 415
    assert pages.post("/check", json={"text": "a"}).status_code == 415


def test_an_address_wants_the_right_token(record):
    given = {"token": "a-token-of-many-letters", "allow_fetch": True}
    with TestClient(application(record, **given), "http://localhost", headers=HTML) as client:
        assert 'name="address"' in client.get("/").text
        for token in ("", "another-token-of-letters"):
            data = {"address": "http://127.0.0.1/", "token": token}
            assert client.post("/check", data=data).status_code == 401
        data["token"] = given["token"]
        refused = client.post("/check", data=data)
        assert (refused.status_code, "address" in refused.text) == (422, True)


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/claim/0123456789abcdef",
        "/claim/nope",
        "/claim/nope.svg",
        "/claim/0123456789abcdef.exe",
        "/report/" + "0" * 64,
        "/report/nope.csv",
        "/place/name:nowhere",
        "/place/UA-14.exe",
        "/source/nobody",
        "/source/~",
        "/checked/" + "0" * 32,
        "/checked/nope/0123456789abcdef.svg",
        "/claims?page=9",
        "/claims?page=0",
        "/claims?page=²",
        "/claims?page=99999999999999999999",
        "/search?page=7",
    ],
)
def test_what_is_not_there_has_a_page_that_says_so(pages, path):
    answer = pages.get(path)
    assert answer.status_code == 404
    page = Strict(answer.text)
    assert "Not Found" in page.text
    assert "/search" in page.links
    assert pages.get(path, headers={"Accept": "*/*"}).json()["status"] == 404
    assert pages.head(path).status_code == 404


def test_a_search_is_narrowed_down_by_what_it_finds(pages, view):
    page = strict(pages.get("/search"))
    kinds = [link for link in page.links if link.startswith("/search?kind=")]
    assert len(kinds) > 2
    found = strict(pages.get(f"{kinds[0]}&place=UA-14")).text
    count = view.count(Query(kind=kinds[0].partition("=")[2], place="UA-14"))
    assert f"{count} claim" in found
    assert "no place of that name" in strict(pages.get("/search?place=nowhere+at+all")).text
    assert "is not a day" in strict(pages.get("/search?since=tomorrow")).text
    assert "No place" not in found


def test_a_list_has_pages_and_its_order_is_that_of_the_record(pages, view):
    first = [one.claim.id for one in view.statements(Query(limit=PER_PAGE))]
    shown = [link for link in strict(pages.get("/claims")).links if link.startswith("/claim/")]
    assert shown == [Served().claim(id_) for id_ in first]


def test_without_a_ledger_the_first_page_says_how_to_make_one_and_texts_are_checked(tmp_path):
    client = TestClient(application(tmp_path / "none.sqlite"), "http://localhost", headers=HTML)
    with client:
        assert "groundcheck add" in strict(client.get("/")).text
        missing = client.get("/reports")
        assert (missing.status_code, "groundcheck add" in missing.text) == (404, True)
        page = strict(client.post("/check", data={"text": SAID}))
        assert "Pavlo Hrytsenko" in page.text
        claim = next(link for link in page.links if re.fullmatch(r"/checked/\w+/\w+", link))
        strict(client.get(claim))


def test_under_a_prefix_every_link_stays_under_it(record):
    with TestClient(application(record, prefix="/ground"), "http://localhost") as client:
        for path in ("/ground/", "/ground/claims", "/ground/place/UA-14", "/ground/nope"):
            page = Strict(client.get(path, headers=HTML).text)
            own = [link for link in page.links if link.startswith("/")]
            assert len(own) > 5
            assert {link.split("/")[1] for link in own} == {"ground"}
            assert client.get(own[0]).status_code == 200


def test_a_page_is_not_sent_again_while_nothing_changes(pages):
    first = pages.get("/place/UA-14")
    again = pages.get("/place/UA-14", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert pages.get("/place/UA-23").headers["etag"] != first.headers["etag"]


@pytest.fixture(scope="module")
def crowded(record):
    """An application that keeps a text with ten thousand claims, and the text's address."""
    line = "Russia holds {:02}% of the Kherson region, Ada Brook said.\n"
    one = groundcheck.read(line.format(7))
    (claim,), report = one.claims, one.report
    text = "".join(line.format(n % 100) for n in range(10_000))
    claims = []
    for n in range(10_000):
        spans = tuple(span.shifted(n * len(line.format(0))) for span in claim.spans)
        claims.append(replace(claim, id=f"{n:016x}", spans=spans))
    report = replace(report, id=report_id(text), text=text)
    filed = Filed(Outcome(report, tuple(claims)), Appearance(report.id, "form"), "english", "1")
    app = application(record)
    with TestClient(app, "http://localhost", headers=HTML) as client:
        yield client, f"/checked/{app.state.held.kept.keep(Checked(filed))}"


def test_ten_thousand_claims_stand_on_pages_that_stay_small(crowded):
    client, at = crowded
    cards = []
    for number in (1, 2, 50, 99, 100):
        answer = client.get(f"{at}?page={number}")
        assert len(answer.content) < 600_000
        page = strict(answer)
        cards.append([id_ for id_ in page.ids if id_.startswith("claim-")])
        marked = [id_ for id_ in page.ids if id_.startswith("words-")]
        assert [id_.replace("words", "claim") for id_ in marked] == cards[-1]
        assert f"part {number} of 100" in page.text
    assert [(len(each), each[0]) for each in cards[-2:]] == [
        (100, "claim-9801"), (100, "claim-9901")
    ]  # fmt: skip
    assert client.get(f"{at}?page=101").status_code == 404
    claim = strict(client.get(f"{at}/{5000:016x}"))
    assert f"{at}?page=51#words-5001" in claim.links


def test_only_the_first_of_very_many_claims_are_set_beside_the_record(pages, give):
    line = "Russia holds {}% of the Kherson region, Ada Brook said on Monday.\n"
    text = "".join(line.format(n % 100) for n in range(MOST + 1))
    assert f"only the first {MOST} claims" in strict(pages.get(give(text))).text
