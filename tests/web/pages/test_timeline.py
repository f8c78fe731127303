"""A place over time: its page and its twins, by what stands in the address."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from groundcheck.publish.site.timeline_asked import TimelineAsked, moved, zoomed
from groundcheck.web.pages.timeline import Recent

HTML = {"accept": "text/html"}
PLACE = "/timeline/UA-14"


def rows(api, query=""):
    return list(csv.DictReader(io.StringIO(api.get(f"{PLACE}.csv{query}").text)))


def said(api, query=""):
    return [row for row in rows(api, query) if row["what"] == "said"]


def test_the_page_shows_picture_table_and_where_it_is_from(api):
    page = api.get(PLACE, headers=HTML)
    assert page.status_code == 200
    for words in (
        "<h1><bdi>Donetsk over time",
        "Share of Donetsk held by Russia, as each maker shows it",
        "Sergei Rudskoi",
        "From maps of DeepState",
        f'href="{PLACE}.csv"',
        'type="checkbox" name="source" value="Sergei Rudskoi"',
    ):
        assert words in page.text
    assert not re.search(r"<[^>]+ style=|<script(?![^>]* src=)", page.text)
    every = said(api)
    assert page.text.count('<tr role="row"') == 1 + len(every)
    assert all(f'href="/claim/{row["claim"]}"' in page.text for row in every)


@pytest.mark.parametrize("place", ["Donetsk", "donetsk", "UA-14"])
def test_a_place_goes_by_its_id_or_name(api, place):
    assert "Donetsk over time" in api.get(f"/timeline/{place}", headers=HTML).text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/timeline/Nowhereland", 404),
        ("/timeline/~", 404),
        ("/timeline/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404),
        ("/timeline/UA-14.exe", 404),
        ("/timeline/UA-14?page=2", 404),
        ("/timeline/UA-14?page=0", 422),
        ("/timeline/UA-14?since=yesterday", 422),
        ("/timeline/UA-14?since=2025-02-02&until=2025-02-01", 422),
        ("/timeline/UA-14.svg?since=2025-02-02&until=2025-02-01", 422),
        ("/timeline/UA-14?unit=mi2", 422),
        ("/timeline/UA-14?nothing=1", 422),
    ],
)
def test_what_is_not_there_or_cannot_be_is_told_on_a_page(api, path, status):
    answer = api.get(path, headers=HTML)
    assert answer.status_code == status
    assert '<footer class="site">' in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("svg", "image/svg+xml"),
        ("csv", "text/csv; charset=utf-8"),
        ("json", "application/json"),
    ],
)
def test_twins_have_their_kind_and_an_etag(api, form, kind):
    answer = api.get(f"{PLACE}.{form}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    again = api.get(f"{PLACE}.{form}", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_a_picture_alone_has_no_links(api):
    root = ET.fromstring(api.get(f"{PLACE}.svg").text)
    assert root.get("role") == "img"
    assert not [one for one in root.iter() if one.get("href")]


def test_a_picture_as_png(api):
    pytest.importorskip("resvg_py")
    assert api.get(f"{PLACE}.png").content.startswith(b"\x89PNG")


def test_days_choose_maps_and_claims(api):
    found = rows(api, "?since=2025-02-01&until=2025-02-28")
    assert {row["what"] for row in found} == {"measured", "said"}
    for row in found:
        assert row["since"] <= "2025-02-28"
        assert row["until"] >= "2025-02-01"
    makers = {row["who"].split(",")[0] for row in found if row["what"] == "measured"}
    assert "DeepState" in makers
    assert all(row["bounds"] for row in found if row["what"] == "measured")
    far = rows(api, "?since=1990-01-01&until=1990-12-31")
    assert far == []


def test_source_kind_and_certainty_choose_claims_alone(api):
    every = said(api)
    for name, column in (("source", "who"), ("kind", "kind"), ("certainty", "certainty")):
        value = every[0][column]
        found = rows(api, f"?{name}={value}")
        mine = [row for row in found if row["what"] == "said"]
        assert mine == [row for row in every if row[column] == value]
        assert len(found) - len(mine) == len(rows(api)) - len(every)
    assert said(api, "?source=nobody") == []


def test_areas_instead_of_shares(api):
    assert {row["unit"] for row in rows(api, "?unit=km2") if row["low"]} == {"km2"}
    assert "Ground of Donetsk" in api.get(f"{PLACE}?unit=km2", headers=HTML).text


def test_a_claim_is_pointed_out(api):
    id_ = said(api)[0]["claim"]
    page = api.get(f"{PLACE}?claim={id_}", headers=HTML).text
    assert "Pointed out: " in page
    assert page.count('class="chosen"') == 1
    assert 'class="said chosen"' in page
    assert f'name="claim" value="{id_}"' in page
    assert "Pointed out" not in api.get(f"{PLACE}?claim=none", headers=HTML).text


def test_claims_and_places_lead_to_it(api):
    assert f'href="{PLACE}"' in api.get("/place/UA-14", headers=HTML).text
    moved_to = api.get("/place/UA-14.svg", follow_redirects=False)
    assert moved_to.headers["location"] == f"{PLACE}.svg"


def test_under_a_prefix_links_keep_it(client, record):
    page = client(ledger=record, prefix="/ground").get("/ground/timeline/UA-14", headers=HTML).text
    assert 'action="/ground/timeline/UA-14"' in page
    assert not re.search(r'(href|src|action)="/(?!ground/)', page)


@pytest.mark.parametrize(
    ("days", "factor", "expected"),
    [
        (("2025-01-01", "2025-01-10"), 2, ("2024-12-27", "2025-01-15")),
        (("2025-01-01", "2025-01-10"), 0.5, ("2025-01-03", "2025-01-07")),
        (("2025-01-01", "2025-01-01"), 0.5, ("2025-01-01", "2025-01-01")),
        (("2025-01-01", "2025-01-01"), 2, ("2024-12-31", "2025-01-01")),
        (("0001-01-01", "9999-12-31"), 2, ("0001-01-01", "9999-12-31")),
    ],
)
def test_zoom_keeps_the_middle(days, factor, expected):
    assert tuple(map(str, zoomed(tuple(map(date.fromisoformat, days)), factor))) == expected


@pytest.mark.parametrize(
    ("days", "way", "expected"),
    [
        (("2025-01-01", "2025-01-10"), 1, ("2025-01-06", "2025-01-15")),
        (("2025-01-01", "2025-01-10"), -1, ("2024-12-27", "2025-01-05")),
        (("2025-01-01", "2025-01-01"), 1, ("2025-01-02", "2025-01-02")),
        (("2024-12-03", "2024-12-30"), -1, ("2024-12-01", "2024-12-28")),
        (("2025-01-20", "2025-01-30"), 1, ("2025-01-21", "2025-01-31")),
        (("2024-12-01", "2025-01-31"), 1, ("2024-12-01", "2025-01-31")),
    ],
)
def test_moving_keeps_the_length_and_ends_where_there_is_no_more(days, way, expected):
    within = date(2024, 12, 1), date(2025, 1, 31)
    assert tuple(map(str, moved(tuple(map(date.fromisoformat, days)), way, within))) == expected


def test_an_address_says_only_what_is_asked_for():
    assert TimelineAsked().query == ""
    asked = TimelineAsked(date(2025, 1, 1), None, "km2", ('A "B" & C', "D"), claim="x", page=3)
    assert asked.query == (
        "since=2025-01-01&unit=km2&source=A+%22B%22+%26+C&source=D&claim=x&page=3"
    )
    assert asked.over(None).page == 1


def test_the_places_asked_for_last_are_read_once():
    recent, read = Recent(2), []

    def past(name):
        return recent.get((("1",), name), lambda: read.append(name) or name.upper())

    assert [past(name) for name in "aabacab"] == list("AABACAB")
    assert read == ["a", "b", "c", "b"]


def test_maps_are_shown_where_there_is_no_ledger_yet(client):
    fresh = client()
    page = fresh.get(PLACE, headers=HTML)
    assert page.status_code == 200
    assert "no claims" in page.text
    assert {row["what"] for row in rows(fresh)} == {"measured"}
    assert fresh.get("/timeline/nowhere-at-all").status_code == 404
