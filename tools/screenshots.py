"""Write the pictures of the page in docs/images with Chromium: a report, a map, a timeline.

    python tools/screenshots.py [--store LAYERS]

The ledger is made of the example feed and report. Without layers and outlines in ``--store`` no
map is drawn, and its picture stays as it is. Each picture is a PNG below 300 kB.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
LARGEST = 300_000
REPORT = ROOT / "examples" / "front-report.txt"
EXAMPLES = [str(ROOT / "examples" / name) for name in ("feed.xml", "front-report.txt")]
_COMMAND = "import sys; from groundcheck.cli.app import main; main(sys.argv[1:])"
OWN = [sys.executable, "-c", _COMMAND]


def main() -> None:
    """Serve the examples, and take down how they look."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--store", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        ledger = Path(folder) / "ledger.sqlite"
        subprocess.run([*OWN, "add", *EXAMPLES, "--ledger", str(ledger)], check=True)
        chromium = shutil.which("chromium")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(ledger, Path(folder) / "none.sqlite") as root:
            take(browser, root, "page-report", pasted=REPORT.read_text(encoding="utf-8"))
            take(browser, root, "page-timeline", "/timeline/UA-14")
        if given.store is not None:
            with served(ledger, given.store) as root:
                take(browser, root, "page-map", "/map?place=UA-14&day=2025-02-20")
        browser.close()


def take(browser: Browser, root: str, name: str, path: str = "/", pasted: str = "") -> None:
    """One picture of what stands at an address, or of what a text that is pasted leads to."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto(root + path)
    if pasted:
        page.fill("#text", pasted)
        page.click("button:has-text('Check')")
        page.wait_for_url("**/checked/*")
        page.hover("#words-2 + mark")
    page.wait_for_load_state("networkidle")
    file = IMAGES / f"{name}.png"
    page.screenshot(path=file)
    page.close()
    size = file.stat().st_size
    print(f"{file.relative_to(ROOT)}: {size:,} bytes")
    if size > LARGEST:
        sys.exit(f"{file.name}: more than {LARGEST:,} bytes")


@contextmanager
def served(ledger: Path, store: Path) -> Iterator[str]:
    """The address of a server over a ledger and layers, which need not be there."""
    port = free_port()
    command = [*OWN, "serve", "--ledger", str(ledger), "--port", str(port), "--store", str(store)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        port: int = made.getsockname()[1]
    return port


def wait_for(address: str, tries: int = 150) -> None:
    """Return once something answers there. Raises ``TimeoutError`` where nothing does."""
    for _ in range(tries):
        try:
            urllib.request.urlopen(address).close()  # noqa: S310
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


if __name__ == "__main__":
    main()
