"""What tests of the pages in headless Chromium share: a server, steps, and what axe finds."""

import os
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import uvicorn

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
KURSK = SHARED / "gold" / "2025-02-20-kursk.txt"
AXE = Path(os.environ.get("GROUNDCHECK_AXE", ROOT / ".ci/node_modules/axe-core/axe.min.js"))
NO_AXE = f"axe-core is not at {AXE}: npm install --prefix .ci axe-core"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SIZES = {"wide": (1440, 900), "phone": (390, 800)}


@contextmanager
def serving(app):
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="on"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def paste(page, root, text):
    page.goto(f"{root}/")
    page.fill("#text", text)
    page.click("button:has-text('Check')")
    page.wait_for_url("**/checked/*")


def tab_to(page, what, key="Tab"):
    for _ in range(60):
        if page.evaluate(f"document.activeElement.{what}"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"no tab stop has {what}")


def axe(page):
    """What axe finds wrong, a line for each rule."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", list(RULES))
    return [
        f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}"
        for one in found["violations"]
    ]
