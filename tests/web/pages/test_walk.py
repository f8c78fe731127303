"""The walk that the page is made for, in headless Chromium, over maps of two makers.

A report is pasted; from the card of a claim one goes to its working, the map of its day, the
timeline of its place and back to the claim. Skipped where Chromium, its driver, or the reports and
maps beside the repository are missing.
"""

import re
import shutil
from datetime import date

import pytest

from groundcheck.ledger.descriptions import read_boundaries, read_layer, text_of
from groundcheck.ledger.importing import import_layer, outlines_of
from groundcheck.ledger.layer_figures import all_figures
from groundcheck.ledger.layer_store import LayerStore, Stored
from groundcheck.ledger.sources import items

from .browsing import AXE, KURSK, SHARED, SIZES, axe, paste, serving, tab_to
from .conftest import application

LAYERS = SHARED / "layers"
driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not installed"),
    pytest.mark.skipif(not KURSK.exists(), reason="the gold reports are not beside the repository"),
    pytest.mark.skipif(not LAYERS.exists(), reason="the maps are not beside the repository"),
]

DAYS = re.compile(r"2025-02-(19|20|22)|^(1739914360|1740000227|1740084449)\.")
"""Three maps of each, by the names of the files: the day after, or the moment in Unix time.

No file of the second maker shows 20 February; what speaks for it is the map of the day before.
"""
OUTLINES = {
    "minregion": "ukraine-oblasts-minregion.geojson",
    "russia-west": "russia-kursk-belgorod-bryansk.geojson",
}
MAKERS = {"deepstate": "deepstate-native.tar.xz", "nzz": "nzz-liveuamap.tar.xz"}
CLAIM = "#claim-7"
"""The card of what the report says of three regions at once."""
NUMBER = re.compile(r"\d\d,\d{3}")


def unheard(*_):
    """Nobody listens to what an import tells."""


@pytest.fixture(scope="session")
def real_store(tmp_path_factory):
    """A store of two makers' maps of three days in February 2025, and of the outlines."""
    path = tmp_path_factory.mktemp("real") / "layers.sqlite"
    with LayerStore(path) as store:
        for name, file in OUTLINES.items():
            text = text_of("boundaries", name, None)
            described = read_boundaries(text, name)
            files = items(str(LAYERS / file), unheard)
            outlines = outlines_of(described, files, unheard)
            store.put_boundaries(Stored(described.name, text, file), outlines)
        for name, file in MAKERS.items():
            text = text_of("layers", name, None)
            store.put_layer(Stored(name, text, file))
            files = items(str(LAYERS / file), unheard, wanted=DAYS.search)
            layer = read_layer(text, name)
            done = import_layer(store, layer, files, date(2026, 1, 1), unheard)
            assert (done.new, done.refused) == (3, 0), done.lines
        all_figures(store)
    return path


@pytest.fixture(scope="module")
def root(record, real_store):
    with serving(application(record, store=real_store)) as address:
        yield address


def sound(page):
    """That the page fits the window and axe, where it is installed, finds nothing."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"], page.url
    if AXE.exists():
        assert axe(page) == [], page.url


def drawn(page, maker):
    return bool(page.locator(f'[data-ground="{maker} held"]').last.get_attribute("d"))


def two_makers(page, pictures):
    """That both makers' maps are drawn, and what one leaves out is neither measured nor blamed."""
    page.wait_for_selector("#map[data-ready]")
    assert page.locator(".canvas").count() == pictures
    assert page.locator(".canvas.mute").count() == 0
    assert drawn(page, 0)
    assert drawn(page, 1)
    said = " ".join(page.locator("figcaption").all_inner_texts())
    assert re.search(r"DeepState [^,]*, map of 20 February 2025", said)
    assert re.search(r"Neue Zürcher Zeitung, after Liveuamap, map of 19 February 2025", said)
    for region in ("UA-14", "UA-23", "UA-65"):
        assert NUMBER.fullmatch(page.inner_text(f'[data-cell="0 {region} km2"]'))
    assert NUMBER.fullmatch(page.inner_text('[data-cell="1 UA-23 km2"]'))
    assert page.inner_text('[data-cell="1 UA-14 km2"]') == "–"
    left_out = "blank says nothing" if pictures == 2 else "not compared"
    assert left_out in page.locator(".map-legend").last.inner_text()
    sound(page)


@pytest.mark.parametrize(("size", "scheme"), [("wide", "light"), ("phone", "dark")])
def test_by_mouse(opened, root, size, scheme):
    page = opened(*SIZES[size], color_scheme=scheme)
    paste(page, root, KURSK.read_text(encoding="utf-8"))
    page.locator(f".report a[href$='{CLAIM}']").click()
    card = page.locator(CLAIM)
    assert "75% of Ukraine's Donetsk" in card.inner_text()
    card.locator("summary").first.click()
    driver.expect(card.locator("details li").first).to_be_visible()
    report = page.url
    card.locator("a:has-text('map of that day')").click()
    page.wait_for_url("**/map?place=UA-14,UA-23,UA-65&day=2025-02-20")
    assert page.locator(".canvas").count() == 1
    names = page.locator("#place option").all_inner_texts()
    assert len(set(names)) == len(names) > 20
    page.select_option("#with", "nzz")
    page.click(".map-form .send button")
    page.wait_for_url("**with=nzz**")
    two_makers(page, 2)
    page.select_option("#mode", "difference")
    page.click(".map-form .send button")
    page.wait_for_url("**mode=difference**")
    two_makers(page, 1)
    while page.url != report:
        page.go_back()
    card.locator("a:has-text('timeline of Donetsk')").click()
    page.wait_for_url("**/timeline/UA-14")
    assert "DeepState" in page.inner_text("#timeline")
    sound(page)
    page.go_back()
    assert page.url == report
    driver.expect(card).to_be_in_viewport()


def test_by_keyboard(opened, root):
    page = opened()
    press = page.keyboard.press
    page.goto(f"{root}/")
    tab_to(page, "id === 'text'")
    page.keyboard.insert_text(KURSK.read_text(encoding="utf-8"))
    tab_to(page, "textContent === 'Check'")
    press("Enter")
    page.wait_for_url("**/checked/*")
    tab_to(page, "classList.contains('no')")
    for _ in range(6):
        press("j")
    assert page.evaluate("document.activeElement.id") == "words-7"
    press("Enter")
    page.wait_for_url(f"**{CLAIM}")
    report = page.url
    tab_to(page, "tagName === 'SUMMARY'")
    press("Enter")
    driver.expect(page.locator(f"{CLAIM} details[open] li").first).to_be_visible()
    tab_to(page, "textContent === 'map of that day'", "Shift+Tab")
    press("Enter")
    page.wait_for_url("**/map?place=UA-14,UA-23,UA-65&day=2025-02-20")
    tab_to(page, "id === 'with'")
    press("End")
    tab_to(page, "textContent === 'Show'")
    press("Enter")
    page.wait_for_url("**with=nzz**")
    two_makers(page, 2)
    tab_to(page, "id === 'mode'")
    press("End")
    tab_to(page, "textContent === 'Show'")
    press("Enter")
    page.wait_for_url("**mode=difference**")
    two_makers(page, 1)
    tab_to(page, "id === 'slider'")
    press("ArrowLeft")
    assert page.input_value("#day") == "2025-02-19"
    # A browser's own key for going back does not reach one without a window.
    while page.url != report:
        page.go_back()
    page.focus(f"{CLAIM} .leads a")
    tab_to(page, "textContent === 'timeline of Donetsk'")
    press("Enter")
    page.wait_for_url("**/timeline/UA-14")
    tab_to(page, "id === 'picture'")
    page.go_back()
    assert page.url == report
    driver.expect(page.locator(CLAIM)).to_be_in_viewport()
