"""The map's page and twins, asked of a small layer store of our own, and without one."""

import csv
import io
import re

import pytest
import shapely
from shapely.geometry import shape

from groundcheck.geo.areas import area_km2
from groundcheck.ledger.topojson import feature_list

BOTH = "/map?layer=atlas&with=hill&day=2030-03-10"
WEST = shapely.box(30, 47, 32, 49)


@pytest.fixture
def maps(client, layer_store):
    return client(store=layer_store, per_minute=0)


@pytest.fixture
def bare(client):
    return client(per_minute=0)


def cells(page):
    """The table's figures by layer, place and kind."""
    found = re.findall(r'data-cell="(\d) (\S+) (\w+)">([^<]*)<', page)
    return {(int(of), place, what): words for of, place, what, words in found}


def test_the_page_tells_the_measured_figures_and_whose_they_are(maps):
    page = maps.get("/map?layer=atlas&day=2030-03-05&place=UA-14").text
    held = shapely.box(30, 47, 31.4, 49)
    got = cells(page)
    assert got[0, "UA-14", "km2"] == f"{area_km2(held):,.0f}"
    assert float(got[0, "UA-14", "share"]) == pytest.approx(70, abs=0.01)
    assert float(got[0, "UA-14", "wide"]) == pytest.approx(80, abs=0.01)
    assert "Attribution: Atlas" in page
    assert "Licence: CC0" in page
    assert "Squares of ours" in page
    assert "Atlas &lt;b&gt;maps&lt;/b&gt;" in page
    assert "<b>maps" not in page


def test_without_being_asked_the_last_day_of_the_country_is_shown(maps):
    page = maps.get("/map?layer=atlas").text
    assert "20 March 2030" in page
    # Not all of the country is outlined, so that no total is given of it.
    assert cells(page)[0, "UA", "km2"] == "–"
    assert float(cells(page)[0, "UA-14", "share"]) == 100


@pytest.mark.parametrize(
    ("query", "pictures", "clips"),
    [
        ("layer=atlas", 1, 1),
        ("layer=atlas&with=hill&mode=side&day=2030-03-10", 2, 2),
        ("layer=atlas&with=hill&mode=difference&day=2030-03-10", 1, 2),
        ("layer=atlas&with=&mode=&day=&place=", 1, 1),
    ],
)
def test_pictures_are_one_or_two(maps, query, pictures, clips):
    page = maps.get(f"/map?{query}").text
    assert page.count('role="img"') == pictures
    assert page.count("<clipPath") == clips
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)
    assert "style=" not in page


def test_regions_that_a_map_does_not_show_whole_are_not_compared(maps):
    page = maps.get(f"{BOTH}&mode=difference").text
    land = re.search(r'<clipPath id="land-map-0">(.*?)</clipPath>', page)[1]
    blank = re.findall(
        r'class="silent"[^>]*|<use [^>]*data-region="([^"]+)"[^>]*class="silent"', page
    )
    assert land.count("<use") == 1
    assert "UA-23" in blank
    assert "not compared" in page
    assert cells(page)[1, "UA-23", "km2"] == "–"
    answer = maps.get("/map.svg?layer=atlas&with=hill&mode=difference&day=2030-03-10&place=UA-23")
    assert answer.status_code == 422
    assert "no difference is drawn" in answer.json()["detail"]


@pytest.mark.parametrize(("day", "mute"), [("2030-03-10", 0), ("2030-03-08", 1)])
def test_a_day_without_a_map_is_blank_and_says_so(maps, day, mute):
    page = maps.get(f"/map?layer=atlas&with=hill&mode=difference&day={day}").text
    assert page.count('class="canvas mute"') == mute
    assert page.count("no map speaks for this day") == mute
    drawn = [path for path in re.findall(r'd="([^"]*)"[^>]*data-ground="\d held"', page) if path]
    assert bool(drawn) == (not mute)


def test_twins_tell_the_same(maps):
    query = "layer=atlas&place=UA-14&day=2030-03-05"
    rows = maps.get(f"/map.json?{query}").json()
    (line,) = csv.DictReader(io.StringIO(maps.get(f"/map.csv?{query}").text))
    assert [row["km2"] for row in rows] == [float(line["km2"])]
    found = maps.get(f"/map.geojson?{query}").json()["features"]
    assert [each["properties"]["status"] for each in found] == ["held", "contested"]
    assert {each["properties"]["licence"] for each in found} == {"CC0"}
    assert {each["properties"]["attribution"] for each in found} == {"Atlas"}
    held = shape(found[0]["geometry"]).intersection(WEST)
    assert area_km2(held) == pytest.approx(rows[0]["km2"], rel=1e-5)
    drawn = maps.get(f"/map.svg?{query}")
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert "Maps: Atlas (CC0). Outlines: Squares of ours (CC0)." in drawn.text
    assert maps.get(f"/map.png?{query}").content.startswith(b"\x89PNG")


def test_the_history_has_every_day_and_is_kept_by_its_name(maps):
    page = maps.get("/map?layer=atlas").text
    address = re.search(r'data-history="([^"]+)"', page)[1]
    answer = maps.get(address)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    named = maps.get("/map/atlas/history.topojson")
    assert named.json() == answer.json()
    assert named.headers["cache-control"] == "no-cache"
    tag = {"If-None-Match": named.headers["etag"]}
    assert maps.get("/map/atlas/history.topojson", headers=tag).status_code == 304
    features = feature_list(answer.json(), "history")
    days = {each["properties"]["layer"] for each in features}
    assert days == {"regions", *(f"2030-03-{day:02}" for day in range(1, 21))}
    plain = maps.get("/map/atlas/history.topojson", headers={"Accept-Encoding": "identity"})
    assert plain.json() == answer.json()
    assert "content-encoding" not in plain.headers


def test_the_scripts_figures_are_those_of_the_table(maps):
    page = maps.get("/map?layer=atlas&day=2030-03-05").text
    address = re.search(r'data-figures="([^"]+)"', page)[1].replace("&amp;", "&")
    data = maps.get(address).json()
    at = data["days"].index("2030-03-05")
    row = data["rows"]["UA-14"]
    assert f"{row['km2'][at]:,.0f}" == cells(page)[0, "UA-14", "km2"]
    share = f"{100 * row['km2_with_contested'][at] / row['whole_km2']:.2f}"
    assert share == cells(page)[0, "UA-14", "wide"]
    assert "UA" not in data["rows"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/map?layer=nobody", 422, "there is atlas, hill"),
        ("/map?layer=hill&with=nobody", 422, "there is atlas, hill"),
        ("/map?place=%27%22%3Cscript%3E", 422, "no region or country"),
        ("/map?place=geonames:999999999999", 422, "not in the gazetteer"),
        ("/map?place=geonames:x", 422, "not in the gazetteer"),
        ("/map?layer=atlas&place=RU-KRS", 422, "shows no ground"),
        ("/map?layer=atlas&place=UA-05", 422, "no boundary set outlines it"),
        ("/map?holder=nobody", 422, "held by nobody"),
        ("/map?day=2030-02-30", 422, "day"),
        ("/map?mode=both", 422, "mode"),
        ("/map?place=" + ",".join(["UA-14"] * 30), 422, "at most"),
        ("/map?layer=" + "x" * 300, 422, "layer"),
        ("/map.exe", 404, "no form"),
        ("/map.svg?place=RU-KRS", 404, "no layers to draw"),
        ("/map.svg?layer=hill&day=2030-03-08", 422, "no map of hill"),
        ("/map/nobody/history.topojson", 404, "no such layer"),
        ("/map/atlas/history.0000.topojson", 404, "has changed"),
        ("/map/..%2f..%2fatlas/figures.json", 404, "no such layer"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(maps, path, status, words):
    answer = maps.get(path)
    assert answer.status_code == status
    assert words in answer.json()["detail"]


@pytest.mark.parametrize("place", ["geonames:713122", "UA-14,UA-23", "UA-14%2BUA-23", "Donetsk"])
def test_places_as_claims_have_them(maps, place):
    page = maps.get(f"/map?layer=atlas&place={place}")
    assert page.status_code == 200
    assert ('class="town"' in page.text) == place.startswith("geonames")


def test_a_fresh_installation_says_what_to_bring_and_tells_its_figures(bare):
    page = bare.get("/map?place=UA-14&day=2025-02-20").text
    assert "groundcheck layers add" in page
    assert "groundcheck boundaries add" in page
    assert "DeepState" in page
    assert bare.get("/map").status_code == 200
    assert bare.get("/map.json?place=UA-14&day=2025-02-20").json()[0]["place"] == "UA-14"
    assert bare.get("/map.svg").status_code == 404
    assert "No layer covers" in bare.get("/map?place=UA-14&day=1999-01-01").text


@pytest.mark.parametrize(
    ("place", "set_", "layer"),
    [("RU-KRS", "russia-west", "deepstate"), ("UA-05", "minregion", "deepstate-daily")],
)
def test_a_place_that_no_layer_shows_says_what_to_bring_for_it(maps, place, set_, layer):
    """A card leads to the map of its region, whatever the store has."""
    page = maps.get(f"/map?place={place}&day=2025-02-20")
    assert page.status_code == 200
    assert f"groundcheck boundaries add {set_} FILE" in page.text
    assert f"groundcheck layers add {layer} FILE" in page.text
    assert "<td>DeepState" in page.text
