"""The folder of pages: every link leads somewhere, every page is well formed, nothing bites."""

import json
import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from groundcheck.errors import BadValue
from groundcheck.ledger.store import Query
from groundcheck.ledger.store.memory import MemoryLedger
from groundcheck.publish.exports import FORMATS, Asked
from groundcheck.publish.site import site
from groundcheck.publish.site.render import POLICY

from .biting import GOOD, SOURCES

PATH = re.compile(r"([a-z]+/)?[a-z0-9][a-z0-9-]*(\.\d+)?\.(html|js|css|svg)")
LOCAL = re.compile(r"(static/search|\.\./static/timeline|search/part-\d+)\.js")
LEADS = {"href", "src"}
GIVEN = {"action", "formaction", "srcset", "poster", "background", "data", "style", "xlink:href"}


class Page(HTMLParser):
    """Gathers ids, links, scripts and attributes."""

    def __init__(self, page: bytes):
        super().__init__()
        self.ids, self.links, self.tags, self.attributes, self.scripts = [], [], set(), set(), []
        self.outside = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(found)
        if "id" in found:
            self.ids.append(found["id"])
        for name in LEADS & set(found):
            outside = urlsplit(found[name]).scheme or found[name].startswith("/")
            (self.outside if outside else self.links).append(found[name])
            if outside:
                assert found["rel"] == "noopener nofollow noreferrer"
        if tag == "script":
            self.scripts.append(found)


@pytest.fixture(scope="session")
def pages(files) -> dict[str, Page]:
    return {path: Page(content) for path, content in files.items() if path.endswith(".html")}


def test_there_is_a_page_for_each_report_claim_place_and_source(files, ledger):
    folders = [path.split("/")[0] for path in files if re.fullmatch(r"\w+/[^.]+\.html", path)]
    assert folders.count("reports") == 1 + ledger.info().reports == 4
    assert folders.count("claims") == 1 + ledger.count()
    assert folders.count("places") == 1 + len(ledger.places())
    assert folders.count("sources") == 1 + len(ledger.sources())
    assert folders.count("contradictions") == 1
    assert {"index.html", "search.html", "search/part-1.js", "static/base.css"} <= set(files)


def test_no_path_leads_out_of_the_folder_or_needs_quoting(files):
    assert [path for path in files if not PATH.fullmatch(path)] == []
    assert max(map(len, files)) < 100


def test_every_link_leads_to_a_page_and_a_place_on_it(pages, files):
    dead = []
    for path, page in pages.items():
        for link in page.links:
            target, _, fragment = link.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
            there = there if target else path
            if there not in files or (fragment and fragment not in pages[there].ids):
                dead.append((path, link))
    assert dead == []


def test_every_page_can_be_reached_from_the_first(pages):
    seen, new = set(), {"index.html"}
    while new:
        seen |= new
        new = {
            posixpath.normpath(posixpath.join(posixpath.dirname(path), link.partition("#")[0]))
            for path in new
            for link in pages[path].links
            if link.partition("#")[0].endswith(".html")
        } - seen
    assert set(pages) == seen


def test_only_good_addresses_become_links(pages):
    assert {link for page in pages.values() for link in page.outside} == {GOOD}


def test_every_page_is_well_formed_and_says_what_it_is(pages, files):
    for path, page in pages.items():
        html5lib.HTMLParser(strict=True).parse(files[path].decode())
        assert len(page.ids) == len(set(page.ids)), path
        assert {"main", "header", "footer", "nav", "h1", "title"} <= page.tags
        assert f'content="{POLICY}"'.replace("'", "&#39;") in files[path].decode()


def test_nothing_of_a_report_runs_or_reorders(pages, files):
    for path, page in pages.items():
        assert not page.tags & {"img", "iframe", "object", "embed", "base", "style", "math"}, path
        assert not page.attributes & GIVEN, path
        assert not [name for name in page.attributes if name.startswith("on")], path
        for script in page.scripts:
            local = LOCAL.fullmatch(script.get("src", ""))
            assert local or script.get("type") == "application/ld+json"
        shown = files[path].decode()
        assert not set("\u202e\u2028\x1b") & set(shown), path
        assert "amp;49" not in shown, path
    everything = b"".join(files.values())
    assert b"{{7*7}}" in everything
    assert b"javascript:alert(1)" in everything


def test_reviews_stand_on_the_pages_of_claims_as_data(files, ledger):
    found = [
        json.loads(data)
        for path, content in files.items()
        for data in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', content.decode(), re.DOTALL
        )
        if path.startswith("claims/")
    ]
    rudskoi = [one for one in found if "75%" in one["claimReviewed"]]
    assert {one["@type"] for one in found} == {"ClaimReview"}
    assert [one["reviewRating"]["alternateName"] for one in rudskoi] == ["more than measured"]


def test_a_report_has_its_words_its_cards_and_what_was_measured(files, ledger):
    id_ = next(report.id for report in ledger.reports() if report.publisher == "The Ledger")
    page = files[f"reports/{id_}.html"].decode()
    assert '<mark class="control">' in page
    assert '<span class="cue">' in page
    assert "DeepState: 70.48 to 71.81%" in page
    assert "Neue Zürcher Zeitung: " in page
    assert "became so" in page
    assert "Working: " in page
    assert page.count('<section class="card"') == len(ledger.outcome(id_).claims)


def test_a_place_has_its_series_beside_the_claims(files):
    page = files["places/ua-14.html"].decode()
    assert "Share of Donetsk held by Russia" in page
    assert "Sergei Rudskoi: “75%" in page
    assert "by month" in page


def test_a_denied_claim_is_never_shown_as_a_plain_one(files, ledger):
    denied = [one for one in ledger.statements() if one.claim.certainty == "denied"]
    assert len(denied) == len(SOURCES) // 2
    for one in denied:
        assert ", denied: “" in files[f"claims/{one.claim.id}.html"].decode()


def test_the_same_content_makes_the_same_files(files, ledger, setting):
    assert dict(site(ledger, setting)) == files


def test_an_empty_ledger_makes_pages_too(setting):
    made = dict(site(MemoryLedger(), setting))
    for path, content in made.items():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(content.decode())
    assert "search/part-1.js" not in made


def test_export_makes_the_whole_site_or_refuses(ledger):
    make = FORMATS["html"].folder
    assert next(make(Asked(ledger)))[0].startswith("static/")
    with pytest.raises(BadValue, match="takes no choice"):
        make(Asked(ledger, Query(kind="control")))


def test_bad_addresses_are_shown_as_words(files):
    everything = b"".join(files.values()).decode()
    assert "address: <bdi>javascript:alert(1)</bdi>" in everything
