"""The pages in headless Chromium: from a text to its cards, their working, and back, by any means.

Skipped where Chromium or its driver is missing (Debian's package is ``chromium``); what axe finds
is skipped where axe-core is: its path stands in ``GROUNDCHECK_AXE``, or npm has it in the
repository's ``.ci/node_modules``.
"""

import shutil

import pytest

from groundcheck.ledger.questions.about import speaks_of
from groundcheck.ledger.store import Query

from .browsing import AXE, KURSK, NO_AXE, SIZES, axe, paste, serving, tab_to
from .conftest import application

CHROMIUM = shutil.which("chromium")
driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

OURS = """date 2025-02-20

Ada Brook, a spokeswoman for the Valley Office, told the Ledger on Wednesday that Russian forces
controlled 75% of the Donetsk region and more than 99% of the Luhansk region.

"They will never be given back," she said.
"""


@pytest.fixture(scope="module")
def root(record):
    with serving(application(record)) as address:
        yield address


@pytest.mark.parametrize("size", SIZES)
def test_from_a_text_to_its_cards_to_the_working_to_a_claim_and_back(opened, root, size):
    page = opened(*SIZES[size])
    paste(page, root, OURS)
    page.locator(".report a.no").nth(0).click()
    assert page.url.endswith("#claim-1")
    card = page.locator("#claim-1")
    assert "Ada Brook" in card.inner_text()
    card.locator("summary").first.click()
    driver.expect(card.locator("details li").first).to_be_visible()
    card.locator("text=this claim’s page").click()
    assert "Ada Brook" in page.inner_text("h1")
    page.locator(".dek a").click()
    page.wait_for_url("**#words-1")
    driver.expect(page.locator("#words-1")).to_be_visible()


def test_the_card_leads_to_the_map_of_its_region_and_day(opened, root):
    page = opened()
    paste(page, root, OURS)
    page.locator("#claim-1 a:has-text('map of that day')").click()
    assert "/map?place=UA-14&day=2025-02-" in page.url
    assert "Donetsk" in page.inner_text("main")
    page.go_back()
    driver.expect(page.locator("#claim-1")).to_be_visible()


def test_what_belongs_to_one_claim_lights_up_together_and_moves_nothing(opened, root):
    page = opened()
    paste(page, root, OURS)
    where = "Array.from(document.querySelectorAll('.report *'), e => e.getBoundingClientRect().x)"
    before = page.evaluate(where)
    page.hover("#claim-1 h3")
    lit = page.evaluate(
        "Array.from(document.querySelectorAll('.report .lit'), e => e.className.split(' ')[0])"
    )
    assert {"mark": "control" in lit, "source": "source" in lit, "cue": "cue" in lit} == {
        "mark": True,
        "source": True,
        "cue": True,
    }
    assert page.evaluate(where) == before
    page.hover("h1")
    assert page.locator(".lit").count() == 0


def test_a_report_is_read_with_the_keyboard_alone(opened, root):
    page = opened()
    page.goto(f"{root}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.insert_text(OURS)
    tab_to(page, "textContent === 'Check'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/checked/*")
    tab_to(page, "classList.contains('no')")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "words-2"
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.card').id") == "claim-1"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.card').id") == "claim-2"
    page.keyboard.press("Enter")
    assert page.url.endswith("#words-2")


def test_keys_do_nothing_where_something_is_written(opened, root):
    page = opened()
    page.goto(f"{root}/search")
    page.locator("#words").press_sequentially("jkj")
    assert page.input_value("#words") == "jkj"


def test_without_scripts_all_of_it_is_there(opened, root):
    page = opened(java_script_enabled=False)
    paste(page, root, OURS)
    page.locator("#claim-1 summary").first.click()
    driver.expect(page.locator("#claim-1 details li").first).to_be_visible()
    page.locator("#claim-1 .copying a", has_text="text").click()
    assert page.inner_text("body").startswith("“")


def test_a_claim_is_copied_as_text_as_link_and_as_picture(opened, root):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    paste(page, root, OURS)
    links = page.locator("#claim-1 .copying a")
    links.get_by_text("text", exact=True).click()
    page.wait_for_selector(".copied:has-text('Copied: text.')")
    assert "Ada Brook" in page.evaluate("navigator.clipboard.readText()")
    links.get_by_text("link", exact=True).click()
    page.wait_for_selector(".copied:has-text('Copied: link.')")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{root}/checked/")
    links.get_by_text("PNG", exact=True).click()
    page.wait_for_selector(".copied:has-text('Copied: PNG.')")
    kinds = "navigator.clipboard.read().then(items => items[0].types.join())"
    assert page.evaluate(kinds) == "image/png"


def test_it_prints_with_the_working_unfolded_and_without_what_is_to_be_clicked(opened, root):
    page = opened()
    paste(page, root, OURS)
    assert page.pdf()[:5] == b"%PDF-"
    page.emulate_media(media="print")
    assert page.locator("nav").first.is_hidden()
    assert page.locator(".copying").first.is_hidden()
    driver.expect(page.locator("#claim-1 blockquote")).to_be_visible()


PAGES = (
    *("/", "/search?place=UA", "/reports", "/place/UA-14", "/contradictions", "/sources"),
    *("/map", "/timeline/UA-14"),
)


@pytest.mark.parametrize(("size", "scheme"), [("wide", "light"), ("phone", "dark")])
def test_axe_finds_nothing_and_pages_fit(opened, root, size, scheme):
    if not AXE.exists():
        pytest.skip(NO_AXE)
    page = opened(*SIZES[size], color_scheme=scheme)
    paste(page, root, OURS)
    looked_at = [page.url, page.locator("#claim-1 .copying a").last.get_attribute("href")]
    for path in (*looked_at, *PAGES):
        page.goto(path if path.startswith("http") else f"{root}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], path
        assert axe(page) == [], path


def test_nothing_moves_while_a_page_loads_or_is_looked_at(opened, root):
    page = opened()
    paste(page, root, OURS)
    page.evaluate(
        """() => {
            window.moved = 0;
            const add = list => { for (const each of list.getEntries()) moved += each.value; };
            new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
        }"""
    )
    for at in ("#claim-1 h3", ".report mark", "h1"):
        page.hover(at)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.moved") < 0.01


@pytest.mark.skipif(not KURSK.exists(), reason="the gold reports are not beside the repository")
def test_a_report_of_the_gold_set_is_walked(opened, root):
    page = opened()
    paste(page, root, KURSK.read_text(encoding="utf-8"))
    assert page.locator(".card").count() > 10
    assert page.locator(".strip").count() > 3
    page.locator(".card:has(.verdict.depends) summary").first.click()
    assert "decided by" in page.inner_text("main")


def test_from_a_claim_on_record_to_the_timeline_and_back_to_the_claim(opened, root, view):
    claim = next(
        one.claim for one in view.statements(Query(place="UA-14", kind="control")) if
        speaks_of(one.claim, ("UA-14",))
    )  # fmt: skip
    page = opened()
    page.goto(f"{root}/claim/{claim.id}")
    page.locator(".leads a:has-text('timeline')").first.click()
    assert f"/timeline/UA-14?claim={claim.id}" in page.url
    page.locator(f"main a[href='/claim/{claim.id}']").first.click()
    assert page.url == f"{root}/claim/{claim.id}"
