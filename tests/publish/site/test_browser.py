"""The folder in headless Chromium: from a disk and from a server, without an error on the console.

Skipped where Chromium or its driver is missing; Debian's package is ``chromium``.
"""

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

CHROMIUM = shutil.which("chromium")
driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):  # noqa: A002
        pass


@pytest.fixture(scope="module")
def browser():
    with driver.sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module", params=["disk", "server"])
def root(request, folder):
    if request.param == "disk":
        yield folder.as_uri()
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(browser, root):
    """A page of a phone's width that takes down all that should not happen."""
    opened = browser.new_page(viewport={"width": 390, "height": 800})
    opened.set_default_timeout(10_000)
    opened.wrong = []
    opened.on("console", lambda message: opened.wrong.append(message.text))
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    opened.on("dialog", lambda dialog: opened.wrong.append(dialog.message))
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith(root) else opened.wrong.append(asked.url),
    )
    yield opened
    opened.close()


def one_of_each(folder):
    biting = max(folder.glob("reports/*.html"), key=lambda file: file.read_text().count("onerror"))
    named = max(folder.glob("sources/*.html"), key=lambda file: file.read_text().count("onerror"))
    claim = max(folder.glob("claims/*.html"), key=lambda file: file.stat().st_size)
    fixed = ("index", "search", "reports/index", "claims/index", "contradictions/index")
    found = [biting, named, claim, *folder.glob("places/ua-14.html")]
    return [*(f"{each}.html" for each in fixed), *(str(f.relative_to(folder)) for f in found)]


def test_pages_open_without_a_word_on_the_console_and_fit_a_phone(page, root, folder):
    for path in one_of_each(folder):
        page.goto(f"{root}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Iowan')
    assert page.wrong == []


def test_a_search_finds_by_words_place_source_and_kind(page, root):
    page.goto(f"{root}/search.html")
    everything = page.inner_text("#found")
    page.fill("#place", "ukraine")
    page.fill("#words", "75%")
    page.fill("#source", "rudskoi")
    page.select_option("#kind", "control")
    page.click("text=Search >> nth=-1")
    assert page.inner_text("#found") == "1 claim found."
    assert "claims found" in everything
    row = page.locator("#results tbody tr")
    assert row.locator(".verdict").all_inner_texts()[0] == "▲ more than measured"
    told = page.url
    row.locator("td.said a").first.click()
    assert "Sergei Rudskoi" in page.inner_text("h1")
    page.goto(told)
    assert page.inner_text("#found") == "1 claim found."
    page.click("text=Clear")
    driver.expect(page.locator("#found")).to_have_text(everything)
    page.fill("#words", "no such words anywhere")
    driver.expect(page.locator("#found")).to_have_text("No claims found.")
    assert page.wrong == []


def test_words_of_a_report_stay_words_in_the_search(page, root):
    page.goto(f"{root}/search.html#words=alert")
    assert int(page.inner_text("#found").split()[0]) >= 1
    assert page.locator("#results img, #results script").count() == 0
    assert page.wrong == []


def test_a_page_can_be_walked_by_keyboard(page, root):
    page.goto(f"{root}/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.wrong == []


def test_without_scripts_the_lists_are_led_to(browser, root):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/search.html")
    assert "Searching needs JavaScript" in page.inner_text("main")
    page.locator("noscript a").first.click()
    assert page.locator("table.claims tbody tr").count() > 5
    context.close()
