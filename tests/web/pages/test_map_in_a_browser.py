"""The map in headless Chromium: slider, keys, play, zoom and pointing, without a word of complaint.

Skipped where Chromium or its driver is missing; Debian's package is ``chromium``.
"""

import shutil
import socket
import threading

import pytest
import uvicorn

from groundcheck.web.app import make_app
from groundcheck.web.outside import Outside
from groundcheck.web.settings import Settings

CHROMIUM = shutil.which("chromium")
driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


@pytest.fixture(scope="module")
def root(layer_store, tmp_path_factory):
    """The address of a server in a thread of this process."""
    ledger = tmp_path_factory.mktemp("ledger") / "ledger.sqlite"
    settings = Settings(ledger=ledger, store=layer_store, per_minute=0)
    app = make_app(settings, Outside(tell=lambda _: None))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def opened(browser, root):
    """Opens a map; at the end nothing may have been complained about or asked of elsewhere."""
    wrong, pages = [], []

    def open_(path, ready=True, **looks):
        page = browser.new_page(**{"viewport": {"width": 1000, "height": 900}} | looks)
        pages.append(page)
        page.set_default_timeout(10_000)
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith(root) or wrong.append(asked.url))
        page.goto(f"{root}{path}")
        if ready:
            page.wait_for_selector("#map[data-ready]")
        return page

    yield open_
    for page in pages:
        page.close()
    assert wrong == []


def drawn(page, ground="0 held"):
    return page.locator(f'[data-ground="{ground}"]').last.get_attribute("d")


def cell(page, of):
    return page.inner_text(f'[data-cell="{of}"]')


ONE = "/map?layer=atlas&place=UA-14&day=2030-03-05"
TWO = "/map?layer=atlas&with=hill&day=2030-03-10"


def test_the_slider_shows_what_the_server_would(opened):
    page = opened(ONE)
    page.focus("#slider")
    page.keyboard.press("ArrowRight")
    slid = (cell(page, "0 UA-14 km2"), cell(page, "0 UA-14 wide"), page.inner_text(".dek"))
    assert page.input_value("#day") == "2030-03-06"
    assert page.get_attribute("#slider", "aria-valuetext") == "6 March 2030"
    page.wait_for_url("**/map?*day=2030-03-06")
    told = page.inner_text("[data-readout]")
    page.reload()
    page.wait_for_selector("#map[data-ready]")
    assert slid == (cell(page, "0 UA-14 km2"), cell(page, "0 UA-14 wide"), page.inner_text(".dek"))
    assert told == page.inner_text("[data-readout]")
    assert "75.00% held, 85.00% with contested" in told


def test_keys_go_by_day_month_and_to_the_ends(opened):
    page = opened(ONE)
    page.focus("#slider")
    seen = []
    for key in ("ArrowLeft", "PageUp", "PageDown", "Home", "ArrowUp", "End", "ArrowRight"):
        page.keyboard.press(key)
        seen.append(page.input_value("#day")[5:])
    assert seen == ["03-04", "03-20", "03-01", "03-01", "03-02", "03-20", "03-20"]


def test_the_drawing_moves_with_the_day(opened):
    page = opened(ONE)
    before = drawn(page)
    page.focus("#slider")
    page.keyboard.press("End")
    after = drawn(page)
    page.keyboard.press("Home")
    assert len({before, after, drawn(page)}) == 3
    # Half of the square is held on the first day: its path ends where the front stands.
    right = page.evaluate(
        """() => {
          const svg = document.querySelector("#map .canvas svg");
          const held = svg.querySelector(".held").getBBox(), frame = svg.dataset;
          return (held.x + held.width - frame.left) / frame.across + Number(frame.west);
        }"""
    )
    assert right == pytest.approx(31, abs=0.003)


def test_play_goes_on_to_the_last_map_and_stops(opened):
    page = opened(ONE.replace("03-05", "03-15"))
    page.click("text=Play")
    driver.expect(page.locator("[data-play]")).to_have_text("Pause")
    driver.expect(page.locator("#day")).to_have_value("2030-03-20")
    driver.expect(page.locator("[data-play]")).to_have_text("Play")
    page.click("text=Play")
    page.click("text=Pause")
    assert page.input_value("#day") < "2030-03-20"


def test_who_wants_no_motion_sees_months(opened):
    page = opened(ONE, reduced_motion="reduce")
    page.clock.install()
    page.click("text=Play")
    page.clock.run_for(900)
    assert page.input_value("#day") == "2030-03-05"
    page.clock.run_for(200)
    assert page.input_value("#day") == "2030-03-20"


def test_two_makers_and_a_day_that_one_has_no_map_of(opened):
    page = opened(f"{TWO}&mode=difference")
    assert drawn(page, "0 held")
    assert drawn(page, "1 held")
    page.focus("#slider")
    page.keyboard.press("PageUp")
    assert page.locator(".canvas.mute").count() == 1
    assert not drawn(page, "0 held")
    assert not drawn(page, "1 held")
    assert "no map speaks for this day" in page.inner_text('[data-map-day="1"]')
    assert "Hill <b>maps</b>: no map" in page.inner_text("[data-readout]")
    beside = opened(f"{TWO}&mode=side")
    beside.focus("#slider")
    beside.keyboard.press("PageUp")
    assert drawn(beside, "0 held")
    assert not drawn(beside, "1 held")


def test_a_region_that_is_pointed_at_or_focused_is_told(opened):
    page = opened(TWO)
    page.focus('[data-place="UA-14"]')
    assert page.inner_text("[data-readout]").startswith("Donetsk, 10 March 2030 · Atlas")
    assert page.locator('.outline.lit[data-line="UA-14"]').count() == 2
    page.focus("#day")
    assert page.locator(".lit").count() == 0
    page.hover('[data-region="UA-23"] >> nth=0', force=True)
    assert page.inner_text("[data-readout]").startswith("Zaporizhzhia")


def test_zoom_by_buttons_keys_and_wheel(opened):
    page = opened(TWO)
    box = page.locator(".canvas svg").first
    whole = box.get_attribute("viewBox")
    page.click("[aria-label='Zoom in']")
    near = box.get_attribute("viewBox")
    assert page.locator(".canvas svg").last.get_attribute("viewBox") == near != whole
    page.focus(".canvas >> nth=0")
    page.keyboard.press("ArrowRight")
    assert box.get_attribute("viewBox") != near
    page.keyboard.press("0")
    assert box.get_attribute("viewBox") == whole
    page.hover(".canvas >> nth=0")
    page.mouse.wheel(0, -200)
    driver.expect(box).not_to_have_attribute("viewBox", whole)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_it_fits_and_does_not_shift(opened, width, scheme):
    page = opened(f"{TWO}&mode=side", viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shifts = page.evaluate(
        """() => new Promise((done) => new PerformanceObserver((list) =>
            done(list.getEntries().reduce((sum, each) => sum + each.value, 0))
          ).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 100))"""
    )
    # Late letters may move a line by a pixel; a block that jumps counts for far more.
    assert shifts < 0.02


def test_without_scripts_a_form_and_links_lead_on(browser, root):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}{ONE}")
    assert not page.is_visible("#slider")
    page.click("text=The map after")
    assert "6 March 2030" in page.inner_text(".dek")
    page.fill("#day", "2030-03-10")
    page.select_option("#with", "hill")
    page.select_option("#mode", "difference")
    page.click(".map-form .send button")
    assert "10 March 2030" in page.inner_text(".dek")
    assert page.locator(".canvas").count() == 1
    assert "Hill" in page.inner_text("figcaption")
    context.close()


def test_a_history_that_is_gone_is_told(browser, root):
    page = browser.new_page()
    page.route("**/history.*", lambda route: route.fulfill(status=404, body="gone"))
    page.goto(f"{root}{ONE}")
    driver.expect(page.locator("[data-readout]")).to_contain_text("could not be loaded")
    assert page.is_disabled("#slider")
    page.close()
