"""The timeline in headless Chromium: by mouse, by keys and without scripts.

Skipped where Chromium or its driver is missing; Debian's package is ``chromium``.
"""

import shutil
import socket
import threading

import pytest

CHROMIUM = shutil.which("chromium")
driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


@pytest.fixture
def root(made, record):
    """Where a server of the example feed answers."""
    from uvicorn import Config, Server

    app = made(ledger=record, per_minute=0)
    server = Server(Config(app, log_level="critical", lifespan="on"))
    bound = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    bound.close()


@pytest.fixture(params=[390, 1440])
def page(request, browser, root):
    """The timeline of Donetsk; takes down all that should not happen."""
    opened = browser.new_page(viewport={"width": request.param, "height": 900})
    opened.set_default_timeout(10_000)
    opened.wrong = []
    opened.on("console", lambda message: opened.wrong.append(message.text))
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith(root) else opened.wrong.append(asked.url),
    )
    opened.goto(f"{root}/timeline/UA-14")
    yield opened
    assert opened.wrong == []
    opened.close()


def days(page):
    return page.get_attribute("#timeline", "data-since"), page.get_attribute(
        "#timeline", "data-until"
    )


def changed(page, act):
    """The days after an act that draws others; it stands in the address, and is told."""
    before = days(page)
    act()
    driver.expect(page.locator("#timeline")).not_to_have_attribute("data-since", before[0])
    driver.expect(page.locator("#told")).to_have_text(page.inner_text("#days"))
    return days(page)


def test_zoom_and_movement_by_keys_stand_in_the_address(page):
    whole = days(page)
    page.focus("#picture")
    near = changed(page, lambda: page.keyboard.press("+"))
    assert whole[0] < near[0] < near[1] < whole[1]
    assert f"since={near[0]}&until={near[1]}" in page.url
    assert page.evaluate("document.activeElement.id") == "picture"
    later = changed(page, lambda: page.keyboard.press("ArrowRight"))
    assert later[0] > near[0]
    assert changed(page, lambda: page.keyboard.press("ArrowLeft")) == near
    assert changed(page, lambda: page.keyboard.press("-")) == whole
    assert changed(page, page.go_back) == near
    assert changed(page, lambda: page.keyboard.press("Home")) == whole
    assert "since" not in page.url


def test_zoom_by_links_and_wheel_and_movement_by_drag(page):
    near = changed(page, lambda: page.click("[data-go=in]"))
    page.focus("#picture")
    page.locator("#picture").scroll_into_view_if_needed()
    box = page.locator("#picture").bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 150)
    closer = changed(page, lambda: page.mouse.wheel(0, -100))
    assert near[0] < closer[0] < closer[1]

    def drag():
        page.mouse.down()
        page.mouse.move(box["x"] + 100, box["y"] + 150, steps=4)
        page.mouse.up()

    moved = changed(page, drag)
    assert moved[0] > closer[0]


def test_choosing_a_source_leaves_its_claims_alone(page):
    page.check('[name=source][value="Sergei Rudskoi"]')
    driver.expect(page.locator("#told")).not_to_be_empty()
    assert page.url.endswith("/timeline/UA-14?source=Sergei+Rudskoi")
    sources = page.locator("table.told tbody tr td:nth-child(2) > bdi")
    assert set(sources.all_inner_texts()) == {"Sergei Rudskoi"}
    assert page.locator(".lane").count() == 1
    assert page.evaluate("document.activeElement.value") == "Sergei Rudskoi"


def test_a_mark_tells_its_words_and_leads_to_its_claim(page):
    page.goto(page.url + "?since=2025-02-19&until=2025-02-22")
    mark = page.locator(".lane a.said").first
    mark.focus()
    told = page.locator(".tip")
    assert told.is_visible()
    assert "“" in told.inner_text()
    assert " ".join(told.inner_text().split()) in " ".join(
        mark.get_attribute("aria-label").replace(" · ", " ").split()
    )
    box, frame = told.bounding_box(), page.locator("#picture").bounding_box()
    assert frame["x"] <= box["x"]
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    assert box["width"] > 200
    page.keyboard.press("Escape")
    assert not told.is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim/*")
    assert page.locator("h1").count() == 1


def test_the_page_fits_and_is_walked_by_keyboard(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.dataset.go || document.activeElement.id"))
    assert {"in", "out", "earlier", "later", "all", "picture"} <= seen


def test_without_scripts_it_works_by_links_and_a_form(browser, root):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/timeline/UA-14")
    page.click("[data-go=in]")
    assert "since=" in page.url
    page.fill("#since", "2025-02-01")
    page.fill("#until", "2025-02-28")
    page.check('[name=source][value="Sergei Rudskoi"]')
    page.click("button[type=submit]")
    assert days(page) == ("2025-02-01", "2025-02-28")
    assert page.is_checked('[name=source][value="Sergei Rudskoi"]')
    context.close()
